package asterism.rating.whatif;

import asterism.events.Event;
import java.time.LocalDate;

/**
 * A fact on its two clocks.
 *
 * @param position since which it is known
 * @param validOn  the day from which it holds
 */
public record Known(long position, LocalDate validOn, Event event) {
}
