package asterism.command.wiring.axon;

import asterism.command.wiring.journal.NewFact;
import asterism.journal.Recorded;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Axon knows of an event besides its payload, kept in the metadata bytes of its fact.
 *
 * @param aggregate none for an event of no aggregate
 * @param metaData  as Axon's serializer wrote it, Base64
 */
record Written(
        String identifier, String timestamp, @Nullable String aggregate, @Nullable String aggregateType, long sequence, String payloadType,
        @Nullable String revision, String metaData) {
    private static final String AGGREGATES = "axon/";
    private static final String EVENTS = "axon-event/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An event as a fact. */
    static NewFact fact(EventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        String metaData = Base64.getEncoder().encodeToString(event.serializeMetaData(serializer, byte[].class).getData());
        String type = payload.getType().getName();
        String revision = payload.getType().getRevision();
        LocalDate day = event.getTimestamp().atZone(ZoneOffset.UTC).toLocalDate();
        String timestamp = event.getTimestamp().toString();
        Written written = event instanceof DomainEventMessage<?> domain
                ? new Written(event.getIdentifier(), timestamp, domain.getAggregateIdentifier(), domain.getType(),
                domain.getSequenceNumber(), type,
                        revision, metaData)
                : new Written(event.getIdentifier(), timestamp, null, null, 0, type, revision, metaData);
        return new NewFact(written.stream(), 1, type, day,
                JSON.writeValueAsString(written).getBytes(StandardCharsets.UTF_8), payload.getData());
    }

    static Written of(Recorded fact) {
        return JSON.readValue(fact.metadata(), Written.class);
    }

    static boolean isIn(Recorded fact) {
        return fact.stream().startsWith(AGGREGATES) || fact.stream().startsWith(EVENTS);
    }

    /** What the streams of an aggregate begin with; no aggregate's beginning is that of another. */
    static String streamsOf(String aggregate) {
        return AGGREGATES + URLEncoder.encode(aggregate, StandardCharsets.UTF_8) + "/";
    }

    private String stream() {
        return aggregate == null ? EVENTS + identifier : streamsOf(aggregate) + "%019d".formatted(sequence);
    }

    Instant at() {
        return Instant.parse(timestamp);
    }

    DomainEventData<byte[]> entry(byte[] payload) {
        return new OfAggregate(this, payload);
    }

    TrackedEventData<?> tracked(Recorded fact) {
        TrackingToken token = new GlobalSequenceTrackingToken(fact.position());
        return aggregate == null
                ? new Tracked(token, this, fact.payload())
                : new TrackedDomainEventData<>(token, entry(fact.payload()));
    }

    /** What Axon asks of any stored event. */
    private interface Stored extends EventData<byte[]> {
        Written written();

        byte[] bytes();

        @Override
        default String getEventIdentifier() {
            return written().identifier;
        }

        @Override
        default Instant getTimestamp() {
            return written().at();
        }

        @Override
        default SerializedObject<byte[]> getMetaData() {
            return new SerializedMetaData<>(Base64.getDecoder().decode(written().metaData), byte[].class);
        }

        @Override
        default SerializedObject<byte[]> getPayload() {
            return new SimpleSerializedObject<>(bytes(), byte[].class, written().payloadType, written().revision);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // the payload, handed on as it is
    private record OfAggregate(Written written, byte[] bytes) implements Stored, DomainEventData<byte[]> {

        @Override
        public String getType() {
            return Objects.requireNonNull(written.aggregateType);
        }

        @Override
        public String getAggregateIdentifier() {
            return Objects.requireNonNull(written.aggregate);
        }

        @Override
        public long getSequenceNumber() {
            return written.sequence;
        }
    }

    /** An event that belongs to no aggregate. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    private record Tracked(TrackingToken trackingToken, Written written, byte[] bytes) implements Stored, TrackedEventData<byte[]> {
    }
}
