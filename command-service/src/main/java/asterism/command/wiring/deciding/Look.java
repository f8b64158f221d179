package asterism.command.wiring.deciding;

import asterism.command.core.Decider;
import asterism.command.core.Reading;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.StreamVersion;
import asterism.command.wiring.keys.Documents;
import asterism.events.Envelope.Read;
import asterism.events.Event;
import asterism.events.StreamId;
import asterism.journal.KeyChange;
import asterism.policy.Directory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What one decision looked at, and at which version. */
final class Look implements Reading {
    private final States states;
    private final Journal journal;
    private final Documents documents;
    private final Directory directory;
    private final Supplier<KeyChange> nextLogKey;
    private final ZoneId zone;
    private final Map<StreamId, Seen> reads = new LinkedHashMap<>();

    /** A stream looked at, and how to look at it again. */
    private record Seen(Known<?> known, Runnable again) {
    }

    Look(States states, Journal journal, Documents documents, Directory directory, Supplier<KeyChange> nextLogKey, ZoneId zone) {
        this.states = states;
        this.journal = journal;
        this.documents = documents;
        this.directory = directory;
        this.nextLogKey = nextLogKey;
        this.zone = zone;
    }

    @Override
    @SuppressWarnings("unchecked") // one decider per kind of stream
    public <S, F extends Event> S state(Decider<?, S, F, ?> decider, StreamId stream) {
        Seen seen = reads.computeIfAbsent(stream, _ -> new Seen(states.of(decider, stream), () -> states.fresh(decider, stream)));
        return ((Known<S>) seen.known()).state();
    }

    @Override
    public <S, F extends Event> Map<StreamId, S> range(Decider<?, S, F, ?> decider, String prefix) {
        return states.range(decider, prefix);
    }

    @Override
    public Optional<LocalDate> recordedOn(StreamId stream, Predicate<Event> which) {
        return states.last(stream, which).map(at -> at.recordedAt().atZone(zone).toLocalDate());
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public long head() {
        return journal.head();
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public KeyChange nextLogKey() {
        return nextLogKey.get();
    }

    @Override
    public Optional<String> document(String sha256) {
        return documents.find(sha256);
    }

    /** The other streams looked at must still stand there when the facts are recorded. */
    List<StreamVersion> conditions(StreamId own) {
        return reads.entrySet().stream().filter(read -> !read.getKey().equals(own))
                .map(read -> new StreamVersion(read.getKey().toString(), read.getValue().known().version())).toList();
    }

    List<Read> reads(StreamId own) {
        return conditions(own).stream().map(read -> new Read(read.stream(), read.version())).toList();
    }

    /** Whether a stream looked at has moved on meanwhile; if so, it is read anew. */
    boolean moved(StreamId own) {
        boolean moved = false;
        for (StreamVersion read : conditions(own)) {
            moved |= journal.lastVersion(read.stream()) != read.version();
        }
        if (moved) {
            refresh();
        }
        return moved;
    }

    void refresh() {
        reads.values().forEach(seen -> seen.again().run());
    }
}
