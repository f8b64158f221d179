package asterism.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rating of one unit.
 *
 * @param unit    its id, as the row gives it
 * @param scheme  the version it was rated by; null where no version was in force
 * @param outcome what became of it
 * @param trace   the whole account, from which the outcome can be recomputed by hand; empty when switched off
 */
public record UnitRating(String unit, @Nullable Scheme scheme, Outcome outcome, List<TraceLine> trace) {
    /** The account as JSON lines, each ended by a line feed. */
    public String traceJson() {
        StringBuilder json = new StringBuilder();
        trace.forEach(line -> json.append(line.json()).append('\n'));
        return json.toString();
    }
}
