package asterism.command.wiring.reacting;

import asterism.command.wiring.Liveness;
import asterism.command.wiring.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;

/** The processor of all reactions: runs while the house stands, tries its dead letters again, and says how far it is. */
public final class Reactions implements SmartLifecycle {
    private final PooledStreamingEventProcessor processor;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final JdbcSequencedDeadLetterQueue<?> deadLetters;
    private final Journal journal;
    private final Liveness liveness;

    Reactions(PooledStreamingEventProcessor processor, DeadLetteringEventHandlerInvoker invoker,
            JdbcSequencedDeadLetterQueue<?> deadLetters,
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

    @Override
    public void stop() {
        processor.shutDown();
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }
}
