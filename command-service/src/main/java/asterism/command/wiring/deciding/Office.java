package asterism.command.wiring.deciding;

import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Documents;
import asterism.events.Keys;

/** What every desk works with. */
record Office(
        Journal journal, HouseClock clock, Keys keys, Documents documents, States states, Directories directories, Gate gate,
        Outcomes outcomes, GuardBook guardLog) {

    Look look() {
        return new Look(states, journal, documents, directories.current(), clock.zone());
    }
}
