package asterism.query.reading;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where an answer stands.
 *
 * @param build      the build of the projection that answered
 * @param position   of the last fact it knows
 * @param recordedAt when that fact was recorded
 * @param today      the day it takes for today: that of the last fact in a demo world, else the calendar's
 */
public record At(String build, long position, Instant recordedAt, LocalDate today) {
}
