package asterism.standing;

import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a branch's star, in the order they were recorded.
 *
 * <p>On any day that entry holds which is not struck out and has the latest first day at or before it; of two with the same
 * first day, the one recorded later. So an upheld appeal does not "set four stars": it strikes out a decision, and what stands
 * without it, stands.
 */
public record Ledger(List<Entry> entries) {
    public static final Ledger EMPTY = new Ledger(List.of());

    /**
     * One decision about the star.
     *
     * @param because the decision it rests on
     * @param level   none where the decision left the branch unrated
     * @param from    first day
     * @param struck  it no longer counts
     */
    public record Entry(DecisionId because, @Nullable Level level, LocalDate from, boolean struck) {
    }

    /**
     * A stretch of days with one level.
     *
     * @param until the first day after it; none while it lasts
     */
    public record Interval(@Nullable Level level, DecisionId because, LocalDate from, @Nullable LocalDate until) {
    }

    public Ledger {
        entries = List.copyOf(entries);
    }

    /** The ledger after one more fact. */
    public Ledger with(StandingEvent fact) {
        return switch (fact) {
            case LevelGranted granted -> plus(new Entry(granted.decision(), granted.level(), granted.from(), false));
            case Downgraded down -> plus(new Entry(down.decision(), down.to(), down.from(), false));
            case DecisionStruckOut struck -> without(struck.struck());
            case AwardNotEffected _ -> this;
        };
    }

    /** The star's whole history as it is known now: adjoining stretches from the first day on, oldest first. */
    public List<Interval> intervals() {
        List<Entry> standing = standing().toList();
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            Entry entry = standing.get(i);
            LocalDate until = i + 1 < standing.size() ? standing.get(i + 1).from() : null;
            if (!entry.from().equals(until)) {
                intervals.add(new Interval(entry.level(), entry.because(), entry.from(), until));
            }
        }
        return List.copyOf(intervals);
    }

    /** What holds on a day; empty before the first entry. */
    public Optional<Entry> on(LocalDate day) {
        return standing().filter(entry -> !entry.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    /** The entry of that decision, struck out or not. */
    public Optional<Entry> entry(DecisionId because) {
        return entries.stream().filter(entry -> entry.because().equals(because)).findFirst();
    }

    /** Decisions recorded after that one which are not struck out: made in view of it, so each must be looked at when it falls. */
    public List<DecisionId> dependants(DecisionId because) {
        return entries.stream().dropWhile(entry -> !entry.because().equals(because)).skip(1)
                .filter(entry -> !entry.struck()).map(Entry::because).toList();
    }

    /** A stable sort: entries of the same first day stay in the order they were recorded. */
    private Stream<Entry> standing() {
        return entries.stream().filter(entry -> !entry.struck()).sorted(Comparator.comparing(Entry::from));
    }

    private Ledger plus(Entry entry) {
        return new Ledger(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    private Ledger without(DecisionId because) {
        return new Ledger(entries.stream()
                .map(entry -> entry.because().equals(because) ? new Entry(because, entry.level(), entry.from(), true) : entry)
                .toList());
    }
}
