package asterism.command.rules;

import asterism.document.MalformedException;
import asterism.events.Pin;
import asterism.rating.LocalRules;
import asterism.rating.LocalRules.Effective;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Rules by their pin. Documents never change, so what was parsed once is remembered. */
public final class RuleBook {
    private final Map<Pin, Rules> known = new ConcurrentHashMap<>();

    /**
     * The rules a case is judged by.
     *
     * @param documents finds a text by its SHA-256
     * @throws IllegalStateException where a pinned document is missing or unfit: only fit ones can be pinned
     */
    public Rules of(Pin pin, Function<String, Optional<String>> documents) {
        return known.computeIfAbsent(pin, _ -> read(text(pin.sha256(), documents), text(pin.localRules(), documents)));
    }

    private static String text(String sha256, Function<String, Optional<String>> documents) {
        return documents.apply(sha256).orElseThrow(() -> new IllegalStateException("the pinned document " + sha256 + " is missing"));
    }

    private static Rules read(String scheme, String localRules) {
        Scheme version = SchemeReader.read(scheme).orThrow().getFirst();
        try {
            Effective effective = LocalRules.read(localRules).effective(version).filter(Effective::isComplete)
                    .orElseThrow(() -> new IllegalStateException("the pinned local rules leave something unsaid"));
            return new Rules(version, effective.procedure());
        } catch (MalformedException e) {
            throw new IllegalStateException("the pinned local rules cannot be read", e);
        }
    }

    /** What keeps these local rules from completing that version, first of all; empty where they do. */
    public static Optional<String> fault(String scheme, String localRules) {
        try {
            Optional<Effective> effective = LocalRules.read(localRules).effective(SchemeReader.read(scheme).orThrow().getFirst());
            return effective.map(RuleBook::fault).orElse(Optional.of("the scheme only calculates; it has no procedure to fill"));
        } catch (MalformedException e) {
            return Optional.of(e.finding().toString());
        }
    }

    private static Optional<String> fault(Effective effective) {
        List<String> silent = effective.notStated();
        return effective.findings().stream().findFirst().map(Object::toString)
                .or(() -> silent.stream().findFirst().map(path -> "neither the scheme nor these rules say " + path));
    }
}
