package asterism.query.projecting;

import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.events.StreamId;
import asterism.events.UnreadableFact;
import asterism.journal.Recorded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fact on its way in, decoded at most once however many projections fold it. Guarded values stay closed: no row holds one. */
final class Incoming {
    private static final JsonMapper LENIENT = JsonMapper.builder().build();
    private final Recorded at;
    private @Nullable Fact fact;

    Incoming(Recorded at) {
        this.at = at;
    }

    Recorded at() {
        return at;
    }

    long position() {
        return at.position();
    }

    /** The type of the fact as this version of the product reads it; empty where this version of the product does not know it. */
    Optional<Class<? extends Event>> type() {
        return EventJson.typeOf(at.type());
    }

    /** @throws UnreadableFact where this version of the product cannot read it */
    Fact fact() {
        Fact read = fact;
        if (read == null) {
            read = EventJson.read(at, Keys.NONE);
            fact = read;
        }
        return read;
    }

    /** The branch its stream tells, undecoded; empty where only the payload tells. */
    Optional<String> branchOfStream() {
        StreamId stream = StreamId.of(at.stream());
        return switch (stream.kind()) {
            case "branch", "standing" -> Optional.of(stream.id());
            case "application" -> Optional.of(stream.id().substring(stream.id().indexOf('.') + 1));
            default -> Optional.empty();
        };
    }

    /** What these facts are about, in families of subjects. */
    static List<Set<String>> subjects(List<Incoming> facts) {
        Set<String> branches = new LinkedHashSet<>();
        Set<String> streams = new LinkedHashSet<>();
        facts.forEach(fact -> {
            fact.branchOfStream().ifPresent(branches::add);
            streams.add(StreamId.of(fact.at.stream()).id());
        });
        streams.removeAll(branches);
        return List.of(branches, streams);
    }

    /** The branch it is about, as far as can be told even of a fact that cannot be read. */
    Optional<String> branch() {
        try {
            return fact().event().about().map(Object::toString);
        } catch (RuntimeException e) { // unreadable, or read with a hole where its branch should be
            return branchOfStream().or(this::branchInPayload);
        }
    }

    private Optional<String> branchInPayload() {
        try {
            JsonNode branch = LENIENT.readTree(at.payload()).get("branch");
            return branch != null && branch.isString() ? Optional.of(branch.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
