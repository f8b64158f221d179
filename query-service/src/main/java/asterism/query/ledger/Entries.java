package asterism.query.ledger;

import asterism.events.DecisionId;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import asterism.standing.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of the ledger, a row each, in the order they were recorded. */
public final class Entries {
    public static final Table<Entry> TABLE = Table.of("entry", Entry.class, 2);

    /** What kind of decision an entry rests on. */
    public enum Kind { AWARD, DOWNGRADE }

    /**
     * A decision about a star.
     *
     * @param seq         counts from 1 within the branch
     * @param level       none where it left the branch unrated
     * @param fromDay     first day
     * @param struck      it no longer counts
     * @param change      how an award compares with the star before; of a downgrade, its ground
     * @param application where an award was decided
     * @param position    of the fact
     */
    public record Entry(
            String branch, int seq, String because, @Nullable String level, LocalDate fromDay, boolean struck, Kind kind, String change,
            @Nullable String application, long position, LocalDate effectiveOn, Instant recordedAt) {

        Ledger.Entry toLedger() {
            return new Ledger.Entry(new DecisionId(because), level == null ? null : new Level(level), fromDay, struck);
        }

        Entry withStruck() {
            return new Entry(branch, seq, because, level, fromDay, true, kind, change, application, position, effectiveOn, recordedAt);
        }
    }

    private Entries() {
    }

    /** Takes a fact into the rows and gives the branch's entries after it. */
    public static List<Entry> record(Fact fact, StandingEvent event, Rows rows) {
        String branch = event.branch().value();
        List<Entry> before = rows.of(TABLE, branch);
        switch (event) {
            case LevelGranted granted -> rows.put(TABLE, new Entry(branch, before.size() + 1, granted.decision().value(),
                    granted.level().code(), granted.from(), false, Kind.AWARD, granted.change().name(), granted.application().toString(),
                    fact.at().position(), fact.at().effectiveOn(), fact.at().recordedAt()));
            case Downgraded down -> rows.put(TABLE, new Entry(branch, before.size() + 1, down.decision().value(),
                    down.to() == null ? null : down.to().code(), down.from(), false, Kind.DOWNGRADE, down.ground(), null,
                    fact.at().position(), fact.at().effectiveOn(), fact.at().recordedAt()));
            case DecisionStruckOut struck -> before.stream().filter(entry -> entry.because().equals(struck.struck().value()))
                    .forEach(entry -> rows.put(TABLE, entry.withStruck()));
            case AwardNotEffected _ -> {
            }
        }
        return rows.of(TABLE, branch);
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
