package asterism.standing;

import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StandingEvent;
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
 * first day, the one recorded later. A star whose last day is over holds no more, whatever was or was not recorded since. So an
 * upheld appeal does not "set four stars": it strikes out a decision, and what stands without it, stands.
 */
public record Ledger(List<Entry> entries) {
    public static final Ledger EMPTY = new Ledger(List.of());

    /** What kind of decision an entry is. */
    public enum Kind { AWARD, PROVISIONAL, PAST, DOWNGRADE, SUSPENSION, REINSTATEMENT, WITHDRAWAL, EXPIRY, REORGANISATION, REPLACEMENT }

    /**
     * One decision about the star.
     *
     * @param because the decision it rests on
     * @param level   the level in force; none where the decision left the branch without one
     * @param from    first day
     * @param lastDay last day of the star as it was granted; none where time alone does not end it
     * @param struck  it does not count: it was struck out, or is stayed while an appeal is pending
     */
    public record Entry(
            DecisionId because, Kind kind, @Nullable Level level, LocalDate from, @Nullable LocalDate lastDay, boolean struck) {

        boolean over(LocalDate day) {
            return level != null && lastDay != null && day.isAfter(lastDay);
        }

        /** The first day without it; its own first day where it took the last day from a star that was over by then. */
        LocalDate afterwards(LocalDate last) {
            return last.isBefore(from) ? from : last.plusDays(1);
        }

        private Entry counting(boolean counts) {
            return new Entry(because, kind, level, from, lastDay, !counts);
        }
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
            case Ruling ruling -> plus(entry(ruling));
            case DecisionStruckOut struck -> counting(struck.struck(), false);
            case DecisionStayed stayed -> counting(stayed.stayed(), false);
            case StayLifted lifted -> counting(lifted.stayed(), true);
            case StandingEvent.Note _, StandingEvent.LastDayRecounted _ -> this;
        };
    }

    /** What follows a star keeps the star's last day. */
    private Entry entry(Ruling ruling) {
        LocalDate end = upTo(ruling.from()).map(Entry::lastDay).orElse(null);
        return switch (ruling) {
            case LevelGranted granted -> entry(ruling, Kind.AWARD, granted.level(), granted.lastDay());
            case ProvisionalGranted granted -> entry(ruling, Kind.PROVISIONAL, granted.level(), granted.lastDay());
            case PastLevelRecorded past -> entry(ruling, Kind.PAST, past.level(), past.lastDay());
            case Downgraded down -> entry(ruling, Kind.DOWNGRADE, down.to(), end);
            case Suspended _ -> entry(ruling, Kind.SUSPENSION, null, end);
            case Reinstated back -> entry(ruling, Kind.REINSTATEMENT, back.level(), end);
            case Withdrawn _ -> entry(ruling, Kind.WITHDRAWAL, null, null);
            case Expired _ -> entry(ruling, Kind.EXPIRY, null, null);
            case StarEnded _ -> entry(ruling, Kind.REORGANISATION, null, null);
            case LevelReplaced replaced -> entry(ruling, Kind.REPLACEMENT, replaced.level(), replaced.lastDay());
        };
    }

    private static Entry entry(Ruling ruling, Kind kind, @Nullable Level level, @Nullable LocalDate lastDay) {
        return new Entry(ruling.decision(), kind, level, ruling.from(), lastDay, false);
    }

    /** The star's whole history as it is known now: adjoining stretches from the first day on, oldest first. */
    public List<Interval> intervals() {
        List<Entry> standing = standing().toList();
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < standing.size(); i++) {
            add(standing.get(i), i + 1 < standing.size() ? standing.get(i + 1).from() : null, intervals);
        }
        return List.copyOf(intervals);
    }

    private static void add(Entry entry, @Nullable LocalDate next, List<Interval> intervals) {
        LocalDate over = entry.level() == null || entry.lastDay() == null ? next : earlier(entry.afterwards(entry.lastDay()), next);
        if (!entry.from().equals(over)) {
            intervals.add(new Interval(entry.level(), entry.because(), entry.from(), over));
        }
        if (over != null && !over.equals(next)) {
            intervals.add(new Interval(null, entry.because(), over, next));
        }
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isBefore(day) ? other : day;
    }

    /** What holds on a day; empty before the first entry, and where the last day of the star is over. */
    public Optional<Entry> on(LocalDate day) {
        return upTo(day).filter(entry -> !entry.over(day));
    }

    /** What holds in the end: the entry with the latest first day. */
    public Optional<Entry> last() {
        return standing().reduce((_, later) -> later);
    }

    private Optional<Entry> upTo(LocalDate day) {
        return standing().filter(entry -> !entry.from().isAfter(day)).reduce((_, later) -> later);
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

    private Ledger counting(DecisionId because, boolean counts) {
        return new Ledger(entries.stream()
                .map(entry -> entry.because().equals(because) ? entry.counting(counts) : entry)
                .toList());
    }
}
