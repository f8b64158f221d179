package asterism.command.wiring;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether something that should move all the time still does. */
public final class Liveness implements HealthIndicator {
    private final Duration patience;
    private volatile long last = System.nanoTime();

    public Liveness(Duration patience) {
        this.patience = patience;
    }

    /** It moved, or looked and found nothing to do. */
    public void alive() {
        last = System.nanoTime();
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
