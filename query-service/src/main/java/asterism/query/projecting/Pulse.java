package asterism.query.projecting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How the projector is: lag is how far behind it stands, liveness is whether it moves. Readiness follows liveness: a projector
 * that is far behind but moving serves. One that has had neither topic nor feed nor database for a while does not, nor one of whose
 * builds has stood still for that long although there are facts it could take.
 */
@Component("projections")
class Pulse implements HealthIndicator {
    private final Duration patience;
    private final MeterRegistry meters;
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong beatAt = new AtomicLong(System.nanoTime());
    private final Map<String, Seen> builds = new ConcurrentHashMap<>();
    private final DistributionSummary batches;
    private final Counter overtaken;
    private final Counter refills;
    private volatile CompletableFuture<Void> move = new CompletableFuture<>();

    /**
     * A build as it was last seen.
     *
     * @param movedAt  when it last moved
     * @param levelAt  when it last stood at the head
     */
    private record Seen(Build build, int parked, long movedAt, long levelAt, List<Meter> meters) {
    }

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

    /** There are facts up to that position. */
    void head(long position) {
        long before = head.getAndAccumulate(position, Math::max);
        if (position > before) {
            long now = System.nanoTime();
            builds.replaceAll((_, seen) -> seen.build().applied() < before ? seen
                    : new Seen(seen.build(), seen.parked(), seen.movedAt(), now, seen.meters()));
        }
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

    /** A build was moved, or is seen for the first time. */
    void moved(Build build, int parked) {
        long now = System.nanoTime();
        builds.compute(build.schema(), (schema, before) -> new Seen(build, parked, now,
                before == null || build.applied() >= head.get() ? now : before.levelAt(),
                before == null ? gauges(schema, build) : before.meters()));
        CompletableFuture<Void> made = move;
        move = new CompletableFuture<>();
        made.complete(null);
    }

    /** A build is followed no more. */
    void gone(Build build) {
        Seen seen = builds.remove(build.schema());
        if (seen != null) {
            seen.meters().forEach(meters::remove);
        }
    }

    private List<Meter> gauges(String schema, Build build) {
        return List.of(
                gauge(schema, build, "lag", "facts", "that it has yet to take", this::lag),
                gauge(schema, build, "behind", "seconds", "since it last stood at the head", this::behindSeconds),
                gauge(schema, build, "parked", "facts", "that wait, with those before them in their branch", Seen::parked),
                gauge(schema, build, "stopped", "builds", "that cannot get past a fact", seen -> seen.build().stoppedAt() == null ? 0 : 1));
    }

    private Meter gauge(String schema, Build build, String name, String unit, String what, ToDoubleFunction<Seen> of) {
        return Gauge.builder("asterism.projection." + name, () -> {
            Seen seen = builds.get(schema);
            return seen == null ? 0 : of.applyAsDouble(seen);
        }).tag("projection", build.projection()).tag("build", Integer.toString(build.number())).baseUnit(unit).description(what)
                .register(meters);
    }

    /** Waits until some build has moved, at most that long. */
    void await(Duration atMost) {
        move.copy().completeOnTimeout(null, atMost.toNanos(), TimeUnit.NANOSECONDS).join();
    }

    private double lag(Seen seen) {
        return Math.max(0, head.get() - seen.build().applied());
    }

    private double behindSeconds(Seen seen) {
        return lag(seen) == 0 ? 0 : seconds(seen.levelAt());
    }

    /** It could take facts, and has taken none for too long. */
    private boolean standsStill(Seen seen) {
        return lag(seen) > 0 && seen.build().follows() && seconds(Math.max(seen.movedAt(), seen.levelAt())) > patience.toSeconds();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private double silenceSeconds() {
        return seconds(beatAt.get());
    }

    /** The last position that is known to be there. */
    long head() {
        return head.get();
    }

    @Override
    public Health health() {
        boolean still = silenceSeconds() > patience.toSeconds() || builds.values().stream().anyMatch(this::standsStill);
        Health.Builder health = still ? Health.down() : Health.up();
        health.withDetail("head", head.get()).withDetail("silenceSeconds", Math.round(silenceSeconds()));
        builds.forEach((schema, seen) -> health.withDetail(schema, words(seen)));
        return health.build();
    }

    private String words(Seen seen) {
        Build build = seen.build();
        return build.stoppedAt() != null ? "stopped at " + build.stoppedAt() + ": " + build.stoppedBecause()
                : (standsStill(seen) ? "stands still at " : "") + build.applied();
    }
}
