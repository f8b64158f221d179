package asterism.standing;

import asterism.events.Level;
import asterism.events.RoundId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stars a reorganised branch comes from: its own and those of the branches it came out of.
 *
 * @param levels  those in force on the day before
 * @param clouded one of them is suspended or was withdrawn, or one that it came out of had something to put right or was under review
 * @param round   the last one that any of them was rated in
 */
public record Heritage(List<Level> levels, boolean clouded, RoundId round) {

    public Heritage {
        levels = List.copyOf(levels);
    }

    /** A star under a cloud is not washed clean by a merger: somebody decides. So is it with levels of different scales. */
    public Fate fate(Fate ruled, List<Level> scale) {
        return clouded || !scale.containsAll(levels) ? Fate.JUDGE : ruled;
    }

    /** The lowest of the levels; one without a level is no worse than the others, only not assessed. */
    public Optional<Level> lowest(List<Level> scale) {
        return levels.stream().min(Comparator.comparingInt(scale::indexOf));
    }
}
