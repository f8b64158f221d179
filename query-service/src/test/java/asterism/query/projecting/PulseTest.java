package asterism.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** A projector that stands still does not do so silently, however lively it looks. */
class PulseTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Pulse pulse = new Pulse(Duration.ofSeconds(1), meters);

    private static Build at(long position, @Nullable Long stoppedAt) {
        return new Build("rating", 1, 1, position, Instant.EPOCH, false, stoppedAt, stoppedAt == null ? null : "poison", false, true, 0,
                Instant.EPOCH);
    }

    private double gauge(String name) {
        return meters.get("asterism.projection." + name).tags("projection", "rating", "build", "1").gauge().value();
    }

    @Test
    void aBuildThatTakesNothingAlthoughItCouldIsNotReadyAndSaysSince() {
        pulse.head(5);
        pulse.moved(at(5, null), 0);
        pulse.beat();
        assertThat(pulse.health().getStatus()).isEqualTo(Status.UP);

        pulse.head(9);
        assertThat(gauge("lag")).isEqualTo(4);
        await().until(() -> {
            pulse.beat();
            return pulse.health().getStatus().equals(Status.DOWN);
        });
        assertThat(pulse.health().getDetails()).containsEntry("p_rating_1", "stands still at 5");
        assertThat(gauge("behind")).isGreaterThan(1);

        pulse.moved(at(7, null), 2);
        assertThat(pulse.health().getStatus()).as("far behind, but moving").isEqualTo(Status.UP);
        assertThat(gauge("parked")).isEqualTo(2);
        pulse.moved(at(9, null), 0);
        assertThat(gauge("lag") + gauge("behind") + gauge("parked")).isZero();
    }

    @Test
    void aBuildThatCannotGetPastAFactIsAnAlarmAndTheOthersAnswer() {
        pulse.head(9);
        pulse.moved(at(5, 6L), 0);
        pulse.beat();
        assertThat(gauge("stopped")).isEqualTo(1);
        assertThat(pulse.health().getStatus()).isEqualTo(Status.UP);
        assertThat(pulse.health().getDetails()).containsEntry("p_rating_1", "stopped at 6: poison");
        pulse.gone(at(5, 6L));
        assertThat(meters.find("asterism.projection.stopped").gauges()).isEmpty();
    }

    @Test
    void aProjectorOfWhichNothingIsHeardIsNotReady() {
        await().until(() -> pulse.health().getStatus().equals(Status.DOWN));
        pulse.beat();
        assertThat(pulse.health().getStatus()).isEqualTo(Status.UP);
    }
}
