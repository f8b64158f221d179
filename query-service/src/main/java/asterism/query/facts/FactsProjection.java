package asterism.query.facts;

import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.GuardEvent;
import asterism.events.Keys;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each fact, as it was written: what is guarded stays under its key. Attempts that a guard refused are not among them. */
@Component
class FactsProjection implements Projection {
    static final String NAME = "facts";
    static final Table<Written> FACT = Table.log("fact", Written.class, "about, position", "type, position", "stream, version");

    /**
     * @param about    the branch the fact is about, as {@code branch/b017}; of a fact about none its stream
     * @param metadata the envelope
     */
    record Written(long position, String about, String stream, long version, String type, Importance importance, String event,
                   String actor, @Nullable String onBehalfOf, String asked, @Nullable String reason, LocalDate effectiveOn,
                   Instant recordedAt, String metadata, String payload) {

        static Written of(Fact fact) {
            Recorded at = fact.at();
            return new Written(at.position(), fact.event().about().map(StreamId::of).orElse(fact.event().stream()).toString(),
                    at.stream(), at.version(), at.type(), Importance.of(fact.event()), at.eventId().toString(),
                    fact.envelope().actor(), fact.envelope().onBehalfOf(), fact.envelope().asked(), fact.envelope().reason(),
                    at.effectiveOn(), at.recordedAt(), text(at.metadata()), text(at.payload()));
        }

        private static String text(byte[] json) {
            return new String(json, StandardCharsets.UTF_8);
        }

        /** The fact read back, with what is guarded left closed. */
        Fact read() {
            return EventJson.read(new Recorded(position, UUID.fromString(event), stream, version, type, effectiveOn, recordedAt,
                    metadata.getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8)), Keys.NONE);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACT);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return EventTypes.all().stream().filter(type -> !GuardEvent.class.isAssignableFrom(type)).collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        rows.put(FACT, Written.of(fact));
    }
}
