package asterism.rating.round;

import asterism.events.ApplicationEvent.Computed;
import asterism.events.Level;
import asterism.rating.Outcome;
import asterism.rating.TraceLine;
import asterism.rating.UnitRating;
import java.util.List;

/**
 * An outcome with its account, as facts carry it.
 *
 * @param trace JSON lines
 */
public record Rated(Computed computed, List<String> trace) {
    public static Rated of(UnitRating unit) {
        Outcome outcome = unit.outcome();
        Level level = outcome instanceof Outcome.Rated rated ? new Level(rated.level()) : null;
        return new Rated(new Computed(outcome.word(), level, outcome.reason()), unit.trace().stream().map(TraceLine::json).toList());
    }
}
