package asterism.command.wiring.proving;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalUnavailable;
import asterism.command.wiring.journal.Verified;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads every row again, hashes it again, and holds the result against what was signed. What it finds it says until a later look
 * finds nothing; the house goes on, as stopping it would mend nothing.
 */
@Component
public class SelfCheck implements HealthIndicator, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    private final Journal journal;
    private final Checkpoints checkpoints;
    private volatile Found found = new Found(0, 0, "");
    private volatile OptionalLong looked = OptionalLong.empty();

    /**
     * @param size     facts that were looked at without a fault
     * @param position of the first fault; 0 where there is none, or none that a place can be given for
     * @param what     is wrong; empty where nothing is
     */
    public record Found(long size, long position, String what) {
        public boolean sound() {
            return what.isEmpty();
        }
    }

    SelfCheck(Journal journal, Checkpoints checkpoints) {
        this.journal = journal;
        this.checkpoints = checkpoints;
    }

    @Scheduled(initialDelayString = "${asterism.log.check.after}", fixedDelayString = "${asterism.log.check.every}")
    void check() {
        try {
            found = look();
            looked = OptionalLong.of(System.nanoTime());
        } catch (JournalUnavailable e) {
            LOG.warn("the journal could not be checked and will be looked at again", e);
            return;
        }
        if (found.sound()) {
            LOG.info("the journal was checked: {} facts are what they were", found.size());
        } else {
            LOG.error("the journal is not what it was, position {}: {}", found.position(), found.what());
        }
    }

    /** What the last look of this process found; nothing looked at before the first one. */
    public Found found() {
        return found;
    }

    /** How long ago this process looked last; empty where it has not looked yet. */
    public Optional<Duration> since() {
        OptionalLong last = looked;
        return last.isPresent() ? Optional.of(Duration.ofNanos(System.nanoTime() - last.getAsLong())) : Optional.empty();
    }

    private Found look() {
        Verified verified = journal.verify();
        if (verified.fault().isPresent()) {
            Verified.Fault fault = verified.fault().get();
            return new Found(verified.tree().size(), fault.position(), fault.what());
        }
        try {
            checkpoints.now();
            return new Found(verified.tree().size(), 0, "");
        } catch (Checkpoints.Broken e) {
            return new Found(verified.tree().size(), 0, e.sentence());
        }
    }

    @Scheduled(fixedDelayString = "${asterism.log.keep.every}")
    void keepSubtrees() {
        try {
            journal.keepSubtrees();
        } catch (JournalUnavailable | IllegalStateException e) {
            LOG.warn("hashes for proofs could not be kept: {}", e.getMessage());
        }
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("asterism.journal.sound", () -> found.sound() ? 1 : 0)
                .description("1 while the last look at every row found nothing wrong").register(metrics);
        Gauge.builder("asterism.journal.fault.position", () -> found.position())
                .description("the first position at fault; 0 for none").register(metrics);
        Gauge.builder("asterism.journal.checked", () -> found.size()).description("facts found sound").baseUnit("facts").register(metrics);
    }

    @Override
    public Health health() {
        return found.sound() ? Health.up().withDetail("facts", found.size()).build()
                : Health.down().withDetail("position", found.position()).withDetail("what", found.what()).build();
    }
}
