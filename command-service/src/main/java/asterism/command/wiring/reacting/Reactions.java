package asterism.command.wiring.reacting;

import asterism.command.wiring.Liveness;
import asterism.command.wiring.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;

/** The processor of all reactions: runs while the house stands, tries its dead letters again, and says how far it is. */
public final class Reactions implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Reactions.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private final PooledStreamingEventProcessor processor;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final JdbcSequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private final Journal journal;
    private final Liveness liveness;

    Reactions(PooledStreamingEventProcessor processor, DeadLetteringEventHandlerInvoker invoker,
            JdbcSequencedDeadLetterQueue<EventMessage<?>> deadLetters,
              Journal journal, Liveness liveness, MeterRegistry metrics) {
        this.processor = processor;
        this.invoker = invoker;
        this.deadLetters = deadLetters;
        this.journal = journal;
        this.liveness = liveness;
        metrics.gauge("asterism.reactions.lag", this, reactions -> reactions.journal.head() - reactions.position());
        metrics.gauge("asterism.reactions.dead-letters", this, reactions -> reactions.deadLetters.size());
    }

    /** The position up to which this process has reacted; 0 where another one does it. */
    public long position() {
        return processor.processingStatus().values().stream().mapToLong(status -> status.getCurrentPosition().orElse(0)).min().orElse(0);
    }

    /**
     * Facts of one branch, or of one stream without a branch, that wait in their order because what the first of them wished failed.
     *
     * @param key   the branch, or the stream
     * @param type  of the first
     * @param error what went wrong when it was tried last
     * @param since when the first came to wait
     * @param waiting how many, the first among them
     */
    public record Parked(String key, long position, String type, String error, Instant since, int waiting) {
    }

    /** What is parked, the one that waits longest first; so many at most. */
    public List<Parked> parked(int most) {
        return StreamSupport.stream(deadLetters.deadLetters().spliterator(), false)
                .flatMap(sequence -> parked(StreamSupport.stream(sequence.spliterator(), false).toList()).stream())
                .sorted(Comparator.comparing(Parked::since)).limit(most).toList();
    }

    private static Optional<Parked> parked(List<? extends DeadLetter<?>> sequence) {
        return sequence.stream().findFirst().map(first -> {
            Happened happened = (Happened) first.message().getPayload();
            return new Parked(happened.branch(), happened.position(), happened.type(),
                    first.cause().map(cause -> cause.type() + ": " + cause.message()).orElse(""), first.enqueuedAt(), sequence.size());
        });
    }

    /** Tries the facts of one key again, in their order, until one fails. */
    public boolean retry(String key) {
        return invoker.process(letter -> ((Happened) letter.message().getPayload()).branch().equals(key));
    }

    /** How many facts wait because what they wish for failed. */
    public long deadLetters() {
        return deadLetters.size();
    }

    /** Looks whether the processor goes on, and tries again what failed. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void tend() {
        boolean well = processor.isRunning() && processor.processingStatus().values().stream().noneMatch(EventTrackerStatus::isErrorState);
        if (well) {
            liveness.alive();
        }
        if (isRunning() && deadLetters.size() > 0) {
            invoker.processAny();
        }
    }

    @Override
    public void start() {
        processor.start();
    }

    /** What is under way may end; where it waits for a database that is gone, nobody waits for it. */
    @Override
    public void stop() {
        try {
            processor.shutdownAsync().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the reactions did not end in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }
}
