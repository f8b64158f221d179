package asterism.command.wiring.reacting;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.relay.TopicKey;
import asterism.journal.Recorded;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The journal as Axon's processors read it. Positions are dense, so a token is a position and nothing else. */
final class JournalSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final Journal journal;

    JournalSource(Journal journal) {
        this.journal = journal;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Reading(journal, token == null ? 0 : token.position().orElse(0));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    private static final class Reading implements BlockingStream<TrackedEventMessage<?>> {
        private static final int BATCH = 200;

        private final Journal journal;
        private final ArrayDeque<TrackedEventMessage<?>> read = new ArrayDeque<>();
        private long position;
        private @Nullable AutoCloseable listening;

        Reading(Journal journal, long position) {
            this.journal = journal;
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            fill();
            return Optional.ofNullable(read.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            fill();
            if (read.isEmpty() && timeout > 0) {
                journal.awaitBeyond(position, Duration.of(timeout, unit.toChronoUnit()));
                fill();
            }
            return !read.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                Thread.onSpinWait();
            }
            return read.remove();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            listening = journal.onAppended(_ -> callback.run());
            return true;
        }

        private void fill() {
            if (read.isEmpty()) {
                for (Recorded fact : journal.after(position, BATCH)) {
                    read.add(message(fact));
                    position = fact.position();
                }
            }
        }

        private static TrackedEventMessage<?> message(Recorded fact) {
            return new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(fact.position()), new GenericEventMessage<>(
                    fact.eventId().toString(), new Happened(fact.position(), fact.type(), TopicKey.of(fact)), Map.of(), fact.recordedAt()));
        }

        @Override
        public void close() {
            try {
                if (listening != null) {
                    listening.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException("a listener could not be taken off the journal", e);
            }
        }
    }
}
