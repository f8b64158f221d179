package asterism.checking;

import asterism.command.wiring.journal.Journal;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.ways.LegalWays;

/** Holds a journal that processes really wrote against the tables of legal ways, which were written by hand from the procedure. */
public final class Ways {
    private Ways() {
    }

    /** @throws IllegalStateException at the first fact that may not follow the ones before */
    public static void check(Journal journal) {
        LegalWays.check(journal.after(0, Integer.MAX_VALUE).stream()
                .map(fact -> EventJson.read(fact.type(), fact.payload(), Keys.NONE)));
    }
}
