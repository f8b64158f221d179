package asterism.command.wiring.axon;

import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalUnavailable;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.Outcome;
import asterism.journal.Recorded;
import asterism.journal.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's events as facts of the journal; a token is a position. Positions are dense, so no token has gaps to look after.
 *
 * <p>Axon lets the sequence numbers of an aggregate begin anywhere and leave numbers out, which no stream of the journal may:
 * so each event has a stream of its own, named by aggregate and sequence number, which can be taken once.
 *
 * <p>One append is one command of the journal, named by the first event's identifier: sent twice, it is refused as Axon expects.
 * An identifier that is repeated elsewhere than first in an append is found within that append only.
 */
public final class JournalStorageEngine extends BatchingEventStorageEngine {
    private static final UUID APPENDS = Uuids.v5(new UUID(0, 0), "asterism axon appends");
    private static final int SCAN = 1_000;

    private final Journal journal;
    private final Snapshots snapshots;

    private JournalStorageEngine(Builder builder) {
        super(builder);
        journal = builder.journal;
        snapshots = builder.snapshots;
    }

    /** A stream has moved on, or an event was there already. */
    static final class AlreadyThere extends Exception {
        AlreadyThere(String what) {
            super(what);
        }
    }

    public static Builder over(Journal journal, Snapshots snapshots) {
        return new Builder(journal, snapshots);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        Set<String> identifiers = new HashSet<>();
        events.stream().filter(event -> !identifiers.add(event.getIdentifier())).findFirst()
                .ifPresent(twice -> handlePersistenceException(new AlreadyThere("the same identifier twice"), twice));
        List<NewFact> facts = events.stream().map(event -> Written.fact(event, serializer)).toList();
        UUID command = Uuids.v5(APPENDS, events.getFirst().getIdentifier());
        try {
            Outcome outcome = journal.append(new Append(command, command.toString().getBytes(StandardCharsets.UTF_8), facts, List.of()));
            if (!(outcome instanceof Outcome.Appended)) {
                handlePersistenceException(new AlreadyThere(outcome.getClass().getSimpleName()), events.getLast());
            }
        } catch (JournalUnavailable | IllegalArgumentException e) {
            handlePersistenceException(e, events.getLast());
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(Written.fact(snapshot, serializer), snapshot.getAggregateIdentifier(), snapshot.getSequenceNumber());
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.find(aggregateIdentifier).stream();
    }

    /** All at once, whatever the batch. */
    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return journal.streamsWithPrefix(Written.streamsOf(aggregateIdentifier)).stream()
                .map(fact -> Written.of(fact).entry(fact.payload())).filter(event -> event.getSequenceNumber() >= firstSequenceNumber)
                .toList();
    }

    /** Facts that did not come through Axon are passed over, so this looks on until a batch is full or the journal ends. */
    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long position = position(lastToken);
        List<TrackedEventData<?>> found = new ArrayList<>();
        List<Recorded> next;
        do {
            next = journal.after(position, batchSize);
            for (Recorded fact : next) {
                position = fact.position();
                if (Written.isIn(fact)) {
                    found.add(Written.of(fact).tracked(fact));
                }
            }
        } while (!next.isEmpty() && found.isEmpty());
        return found;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(journal.head());
    }

    /** Events carry times of their own, in any order, so this reads the journal from its beginning; nothing of the house asks it. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        long position = 0;
        while (true) {
            List<Recorded> next = journal.after(position, SCAN);
            if (next.isEmpty()) {
                return new GlobalSequenceTrackingToken(position);
            }
            Optional<Recorded> first = next.stream().filter(fact -> Written.isIn(fact) && !Written.of(fact).at().isBefore(dateTime))
                    .findFirst();
            if (first.isPresent()) {
                return new GlobalSequenceTrackingToken(first.get().position() - 1);
            }
            position = next.getLast().position();
        }
    }

    /** How the engine is made; serializers must be given. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private final Journal journal;
        private final Snapshots snapshots;

        private Builder(Journal journal, Snapshots snapshots) {
            this.journal = journal;
            this.snapshots = snapshots;
            persistenceExceptionResolver(AlreadyThere.class::isInstance);
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(snapshotSerializer);
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder persistenceExceptionResolver(PersistenceExceptionResolver persistenceExceptionResolver) {
            super.persistenceExceptionResolver(persistenceExceptionResolver);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
            super.snapshotFilter(snapshotFilter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        public JournalStorageEngine build() {
            return new JournalStorageEngine(this);
        }
    }
}
