package asterism.query.ledger;

import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.Note;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StandingEvent;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import asterism.standing.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of the ledger, a row each, in the order they were recorded. */
public final class Entries {
    public static final Table<Entry> TABLE = Table.of("entry", Entry.class, 2);

    /**
     * A decision about a star.
     *
     * @param seq         counts from 1 within the branch
     * @param level       none where it left the branch without one in force
     * @param fromDay     first day
     * @param lastDay     last day of the star as it was granted; none where time alone does not end it
     * @param struck      it does not count: it was struck out, or is stayed while an appeal is pending
     * @param change      how an award compares with the star before; of any other decision, its ground, or nothing
     * @param application where an award was decided
     * @param position    of the fact
     */
    public record Entry(
            String branch, int seq, String because, @Nullable String level, LocalDate fromDay, @Nullable LocalDate lastDay, boolean struck,
            Ledger.Kind kind, String change, @Nullable String application, long position, LocalDate effectiveOn, Instant recordedAt) {

        Ledger.Entry toLedger() {
            return new Ledger.Entry(new DecisionId(because), kind, level == null ? null : new Level(level), fromDay, lastDay, struck);
        }

        Entry counting(boolean counts) {
            return new Entry(branch, seq, because, level, fromDay, lastDay, !counts, kind, change, application, position, effectiveOn,
                    recordedAt);
        }
    }

    private Entries() {
    }

    /** What a projection of the ledger reads: every decision about a star, those struck out, and these besides. */
    @SafeVarargs
    public static Set<Class<? extends Event>> read(Class<? extends Event>... besides) {
        return Stream.concat(Stream.of(besides), EventTypes.all().stream()
                .filter(type -> Ruling.class.isAssignableFrom(type) || type == DecisionStruckOut.class
                        || type == DecisionStayed.class || type == StayLifted.class)).collect(Collectors.toSet());
    }

    /** Takes a fact into the rows and gives the branch's entries after it. */
    public static List<Entry> record(Fact fact, StandingEvent event, Rows rows) {
        String branch = event.branch().value();
        List<Entry> before = rows.of(TABLE, branch);
        switch (event) {
            case Ruling ruling -> rows.put(TABLE, entry(fact, ruling, before.size() + 1,
                    ledger(before).with(ruling).entries().getLast()));
            case DecisionStruckOut struck -> counting(struck.struck(), false, before, rows);
            case DecisionStayed stayed -> counting(stayed.stayed(), false, before, rows);
            case StayLifted lifted -> counting(lifted.stayed(), true, before, rows);
            case Note _, LastDayRecounted _ -> {
            }
        }
        return rows.of(TABLE, branch);
    }

    private static void counting(DecisionId decision, boolean counts, List<Entry> before, Rows rows) {
        before.stream().filter(entry -> entry.because().equals(decision.value())).forEach(entry -> rows.put(TABLE, entry.counting(counts)));
    }

    private static Entry entry(Fact fact, Ruling ruling, int seq, Ledger.Entry entry) {
        Level level = entry.level();
        return new Entry(ruling.branch().value(), seq, entry.because().value(), level == null ? null : level.code(), entry.from(),
                entry.lastDay(), false, entry.kind(), change(ruling),
                ruling instanceof LevelGranted granted ? granted.application().toString() : null, fact.at().position(),
                fact.at().effectiveOn(), fact.at().recordedAt());
    }

    private static String change(Ruling ruling) {
        return switch (ruling) {
            case LevelGranted granted -> granted.change().name();
            case ProvisionalGranted granted -> granted.ground();
            case PastLevelRecorded past -> past.source();
            case Downgraded down -> down.ground();
            case Suspended suspended -> suspended.ground();
            case Withdrawn withdrawn -> withdrawn.ground();
            case Reinstated _, Expired _, StarEnded _, LevelReplaced _ -> "";
        };
    }

    /** The ledger these entries are. */
    public static Ledger ledger(List<Entry> entries) {
        return new Ledger(entries.stream().map(Entry::toLedger).toList());
    }

    /** The entry that rests on that decision. */
    public static Entry of(List<Entry> entries, DecisionId because) {
        return entries.stream().filter(entry -> entry.because().equals(because.value())).findFirst().orElseThrow();
    }
}
