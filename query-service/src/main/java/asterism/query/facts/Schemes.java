package asterism.query.facts;

import asterism.events.Fact;
import asterism.events.Pin;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.StreamId;
import asterism.query.facts.JournalFacts.Told;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rules that cases are pinned to. What a SHA-256 names never changes, so each version is read once and remembered. */
public final class Schemes {
    private static final Map<Pin, Scheme> READ = new ConcurrentHashMap<>();

    private Schemes() {
    }

    /** A version and the fact that published it. */
    public record Pinned(Scheme scheme, Fact fact) {
    }

    /** The version that a pin names; empty where its publication was not known. */
    public static Optional<Pinned> of(Pin pin, Told told) {
        return told.about(StreamId.of(pin.scheme()).toString()).stream()
                .filter(fact -> fact.event() instanceof SchemeVersionPublished published && published.sha256().equals(pin.sha256()))
                .findFirst().map(fact -> new Pinned(READ.computeIfAbsent(pin, _ -> read(pin, fact)), fact));
    }

    private static Scheme read(Pin pin, Fact fact) {
        if (!(fact.event() instanceof SchemeVersionPublished published)) {
            throw new IllegalStateException("position " + fact.at().position() + " publishes no scheme");
        }
        return SchemeReader.read(published.document()).orThrow().stream().filter(one -> one.version().equals(pin.version())).findFirst()
                .orElseThrow(() -> new IllegalStateException("the published document does not hold version " + pin.version()));
    }
}
