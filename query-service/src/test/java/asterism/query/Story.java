package asterism.query;

import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.journal.Recorded;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A journal in memory: facts get dense positions and versions, and are recorded at the noon of the day the story has come to. */
public final class Story {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final List<Recorded> facts = new CopyOnWriteArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, byte[]> keys = new HashMap<>();
    private LocalDate today = LocalDate.parse("2024-06-03");
    private String actor = "person/p-office";
    private @Nullable String reason;

    /** From here on it is that day. */
    public Story on(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    /** From here on that person acts, for that reason. */
    public Story by(String person, @Nullable String why) {
        actor = "person/" + person;
        reason = why;
        return this;
    }

    /** Records facts and gives them as they stand. */
    public List<Recorded> tell(Event... events) {
        List<Recorded> told = new ArrayList<>();
        for (Event event : events) {
            long position = facts.size() + 1L;
            UUID id = new UUID(7, position);
            Envelope envelope = new Envelope(new UUID(8, position), "Test", actor, null, reason, null, List.of(), null);
            Recorded recorded = recorded(event.stream().toString(), EventTypes.nameOf(event.getClass()), event.effectiveOn(today),
                    EventJson.write(envelope), EventJson.write(event, id, new Ring()));
            told.add(recorded);
        }
        return told;
    }

    /** Records a fact as it was written once. */
    public Recorded tellAsWritten(String stream, String type, byte[] payload) {
        Envelope envelope = new Envelope(new UUID(8, facts.size()), "Test", actor, null, reason, null, List.of(), null);
        return recorded(stream, type, today, EventJson.write(envelope), payload);
    }

    /** Records bytes nobody can read. */
    public Recorded tellNonsense(String stream, String type, String payload) {
        Envelope envelope = new Envelope(new UUID(8, facts.size()), "Test", actor, null, null, null, List.of(), null);
        return recorded(stream, type, today, EventJson.write(envelope), payload.getBytes(StandardCharsets.UTF_8));
    }

    private Recorded recorded(String stream, String type, LocalDate effectiveOn, byte[] metadata, byte[] payload) {
        long position = facts.size() + 1L;
        Instant noon = today.atTime(12, 0).atZone(ZONE).toInstant().plusMillis(position);
        Recorded fact = new Recorded(position, new UUID(7, position), stream, versions.merge(stream, 1L, Long::sum), type,
                effectiveOn, noon, metadata, payload);
        facts.add(fact);
        return fact;
    }

    /** All facts so far. */
    public List<Recorded> facts() {
        return List.copyOf(facts);
    }

    /** All facts so far, as folds read them. */
    public List<Fact> read() {
        return facts.stream().map(fact -> EventJson.read(fact, Keys.NONE)).toList();
    }

    /** Folds all facts so far that the projection reads, into empty rows. */
    public Rows folded(Projection projection) {
        Rows rows = Rows.empty();
        read().stream().filter(fact -> projection.reads().contains(fact.event().getClass())).forEach(fact -> projection.fold(fact, rows));
        return rows;
    }

    /** The position of the last fact. */
    public long head() {
        return facts.size();
    }

    /** The key of that name, where the story has made it. */
    public Optional<byte[]> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    private final class Ring implements Keys {
        @Override
        public Optional<byte[]> find(String name) {
            return key(name);
        }

        @Override
        public byte[] obtain(String name) {
            return keys.computeIfAbsent(name, _ -> {
                byte[] key = new byte[32];
                byte[] from = name.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(from, 0, key, 0, Math.min(32, from.length));
                return key;
            });
        }
    }
}
