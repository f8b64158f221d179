package asterism.query.schemes;

import asterism.events.Pin;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeEvent.LocalRulesAdopted;
import asterism.events.SchemeEvent.SchemeVersionActivated;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.query.applications.FactsQuestion;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.reading.Answer;
import asterism.query.reading.Refused;
import asterism.rating.LocalRules;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The versions of a scheme, and the rules a round or an application is pinned to. */
@Component
public class SchemesQuestion {
    private static final String STREAM = "scheme/";
    private static final String PUBLISHED = "scheme.version-published/1";
    private final Map<String, Scheme> read = new ConcurrentHashMap<>();
    private final FactsQuestion facts;

    SchemesQuestion(FactsQuestion facts) {
        this.facts = facts;
    }

    /**
     * A version as it was published.
     *
     * @param from    first day on which rounds may open under it; none where it was not activated
     * @param impacts what it was reported to change
     */
    public record Version(Scheme scheme, Told published, @Nullable LocalDate from, List<ImpactReported> impacts) {
    }

    /** The local rules as they were adopted, readable where they are well-formed. */
    public record Local(Told adopted, LocalRulesAdopted rules, Optional<LocalRules> document) {
    }

    /** A scheme: its versions and the local rules for it, the latest first. */
    public record Whole(String id, List<Version> versions, List<Local> localRules) {
    }

    /** All schemes, by their ids. */
    public Answer<List<Whole>> all() {
        Answer<List<String>> streams = facts.streams(STREAM, PUBLISHED);
        return new Answer<>(streams.at(), streams.answer().stream().map(stream -> whole(stream.substring(STREAM.length()))).toList());
    }

    /** @throws Refused where no version of it was ever published */
    public Answer<Whole> scheme(String id) {
        Answer<List<Told>> told = facts.told(STREAM + id);
        Whole whole = whole(id, told.answer());
        if (whole.versions().isEmpty()) {
            throw Refused.unknown("scheme.unknown", "There is no such scheme.");
        }
        return new Answer<>(told.at(), whole);
    }

    /** The version a pin names; empty where it is not known here yet. */
    public Optional<Scheme> pinned(Pin pin) {
        if (!read.containsKey(pin.sha256())) {
            whole(pin.scheme().value());
        }
        return Optional.ofNullable(read.get(pin.sha256()));
    }

    /** A version of a scheme; empty where it was not published, or cannot be read here. */
    public Optional<Scheme> version(String id, String version) {
        return whole(id).versions().stream().map(Version::scheme).filter(scheme -> scheme.version().equals(version)).findFirst();
    }

    private Whole whole(String id) {
        return whole(id, facts.told(STREAM + id).answer());
    }

    private Whole whole(String id, List<Told> told) {
        List<Version> versions = new ArrayList<>();
        List<Local> local = new ArrayList<>();
        for (Told fact : told) {
            if (fact.event() instanceof SchemeVersionPublished published) {
                scheme(published).ifPresent(scheme -> versions.addFirst(new Version(scheme, fact, activated(published, told),
                        impacts(published, told))));
            } else if (fact.event() instanceof LocalRulesAdopted adopted) {
                local.addFirst(new Local(fact, adopted, LocalRulesText.read(adopted.document())));
            }
        }
        return new Whole(id, versions, local);
    }

    private Optional<Scheme> scheme(SchemeVersionPublished published) {
        return Optional.ofNullable(read.computeIfAbsent(published.sha256(), _ -> SchemeReader.read(published.document()).versions()
                .stream().filter(version -> version.version().equals(published.version())).findFirst().orElse(null)));
    }

    private static @Nullable LocalDate activated(SchemeVersionPublished version, List<Told> told) {
        return told.stream().map(Told::event).filter(event -> event instanceof SchemeVersionActivated activated
                && activated.sha256().equals(version.sha256())).map(event -> ((SchemeVersionActivated) event).from())
                .reduce((_, later) -> later).orElse(null);
    }

    private static List<ImpactReported> impacts(SchemeVersionPublished version, List<Told> told) {
        return told.stream().map(Told::event).filter(ImpactReported.class::isInstance).map(ImpactReported.class::cast)
                .filter(impact -> impact.sha256().equals(version.sha256())).toList();
    }
}
