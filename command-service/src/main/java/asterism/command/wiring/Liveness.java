package asterism.command.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether something that should move all the time still does. */
public final class Liveness implements HealthIndicator, MeterBinder {
    private final String worker;
    private final Duration patience;
    private volatile long last = System.nanoTime();

    /**
     * @param worker   its name in the metrics
     * @param patience how long it may show no sign of life
     */
    public Liveness(String worker, Duration patience) {
        this.worker = worker;
        this.patience = patience;
    }

    /** It moved, or looked and found nothing to do. */
    public void alive() {
        last = System.nanoTime();
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        TimeGauge.builder("asterism.liveness", () -> since().toMillis(), TimeUnit.MILLISECONDS).tag("worker", worker)
                .description("since the last sign of life").register(metrics);
    }

    /** How long ago that was. */
    public Duration since() {
        return Duration.ofNanos(System.nanoTime() - last);
    }

    @Override
    public Health health() {
        Duration since = since();
        return (since.compareTo(patience) < 0 ? Health.up() : Health.down()).withDetail("secondsSinceLastSign", since.toSeconds()).build();
    }
}
