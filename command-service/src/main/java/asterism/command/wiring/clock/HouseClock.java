package asterism.command.wiring.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The time by which the house decides, records and rings, in whole microseconds. */
@Component
public class HouseClock implements InstantSource {
    private final ZoneId zone;
    private volatile @Nullable Set set;

    /** That instant was at that reading of the machine's own counter. */
    private record Set(Instant at, long nanos) {
    }

    HouseClock(@Value("${asterism.zone}") ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        Set from = set;
        Instant now = from == null ? Instant.now() : from.at().plusNanos(System.nanoTime() - from.nanos());
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The zone in which days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return day(instant());
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** From now on it is that time, and it goes on from there. Only {@link DemoClock} may. */
    void set(@Nullable Instant now) {
        set = now == null ? null : new Set(now, System.nanoTime());
    }
}
