package asterism.query.projecting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How the projector is: lag is how far behind it stands, liveness is whether it moves. Readiness follows liveness: a projector
 * that is far behind but moving serves, one that has had neither topic nor feed nor database for a while does not.
 */
@Component("projections")
class Pulse implements HealthIndicator {
    private final Duration patience;
    private final MeterRegistry meters;
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong beatAt = new AtomicLong(System.nanoTime());
    private final Map<String, Build> builds = new ConcurrentHashMap<>();
    private final DistributionSummary batches;
    private final Counter overtaken;
    private final Counter refills;
    private volatile CompletableFuture<Void> move = new CompletableFuture<>();

    Pulse(@Value("${asterism.projecting.patience:30s}") Duration patience, MeterRegistry meters) {
        this.patience = patience;
        this.meters = meters;
        this.batches = DistributionSummary.builder("asterism.projection.batch").description("facts in a transaction").register(meters);
        this.overtaken = Counter.builder("asterism.projection.overtaken").description("batches given up to another projector")
                .register(meters);
        this.refills = Counter.builder("asterism.projection.refills").description("readings of the feed").register(meters);
        Gauge.builder("asterism.projection.silence", this::silenceSeconds).baseUnit("seconds")
                .description("since the projector last did or found nothing to do").register(meters);
    }

    void head(long position) {
        head.accumulateAndGet(position, Math::max);
    }

    /** All is well at this moment: something was applied, or somebody who must know said there is nothing. */
    void beat() {
        beatAt.set(System.nanoTime());
    }

    void applied(int facts) {
        batches.record(facts);
    }

    void overtaken() {
        overtaken.increment();
    }

    void refilled() {
        refills.increment();
    }

    void moved(Build build) {
        if (builds.put(build.schema(), build) == null) {
            Gauge.builder("asterism.projection.lag", () -> lag(build.schema())).tag("projection", build.projection())
                    .tag("build", Integer.toString(build.number())).baseUnit("facts").register(meters);
            Gauge.builder("asterism.projection.stopped", () -> stopped(build.schema()) ? 1 : 0).tag("projection", build.projection())
                    .tag("build", Integer.toString(build.number())).register(meters);
        }
        CompletableFuture<Void> made = move;
        move = new CompletableFuture<>();
        made.complete(null);
    }

    /** Waits until some build has moved, at most that long. */
    void await(Duration atMost) {
        move.copy().completeOnTimeout(null, atMost.toNanos(), TimeUnit.NANOSECONDS).join();
    }

    private long lag(String schema) {
        Build build = builds.get(schema);
        return build == null ? 0 : Math.max(0, head.get() - build.applied());
    }

    private boolean stopped(String schema) {
        Build build = builds.get(schema);
        return build != null && build.stoppedAt() != null;
    }

    private double silenceSeconds() {
        return (System.nanoTime() - beatAt.get()) / 1e9;
    }

    @Override
    public Health health() {
        Health.Builder health = silenceSeconds() > patience.toSeconds() ? Health.down() : Health.up();
        health.withDetail("head", head.get()).withDetail("silenceSeconds", Math.round(silenceSeconds()));
        builds.values().forEach(build -> health.withDetail(build.schema(),
                build.stoppedAt() == null ? build.applied() : "stopped at " + build.stoppedAt() + ": " + build.stoppedBecause()));
        return health.build();
    }
}
