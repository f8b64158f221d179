package asterism.query.web;

import asterism.query.schemes.Clause;
import asterism.query.schemes.Labels;
import asterism.query.schemes.SchemesQuestion;
import asterism.rating.Scheme;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a version of a scheme calls its parts, in the language of the request. A version never changes, so it is read once. */
@Component
public class Called {
    private final SchemesQuestion schemes;
    private final Words words;
    private final Map<String, Scheme> read = new ConcurrentHashMap<>();

    Called(SchemesQuestion schemes, Words words) {
        this.schemes = schemes;
        this.words = words;
    }

    /** The name of a step, a quota, an input or an indicator; its id where the scheme has no name for it, or is not known here. */
    public String of(String scheme, String version, String id) {
        return scheme(scheme, version).flatMap(rules -> Labels.of(rules, id)).map(words::name).orElse(id);
    }

    /** Where a scheme speaks of it, and in which words; nothing where it does not. */
    public @Nullable Clause clause(Scheme scheme, String id) {
        return Clause.of(scheme, id).orElse(null);
    }

    private Optional<Scheme> scheme(String id, String version) {
        String key = id + " " + version;
        Scheme known = read.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Scheme> found = schemes.version(id, version);
        found.ifPresent(scheme -> read.put(key, scheme));
        return found;
    }
}
