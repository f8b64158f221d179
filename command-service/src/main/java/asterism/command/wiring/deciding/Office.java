package asterism.command.wiring.deciding;

import asterism.command.core.Command;
import asterism.command.core.Evidenced;
import asterism.command.core.Refusal;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.evidence.EvidenceFiles;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Documents;
import asterism.events.Keys;
import asterism.journal.KeyChange;
import java.util.Optional;
import java.util.function.Supplier;

/** What every desk works with. */
record Office(
        Journal journal, HouseClock clock, Keys keys, Documents documents, States states, Directories directories, Gate gate,
        Outcomes outcomes, GuardBook guardLog, EvidenceFiles files, Supplier<KeyChange> nextLogKey) {

    /** What is wrong with the files a command names. */
    Optional<Refusal> wrongFiles(Command command) {
        return command instanceof Evidenced evidenced
                ? Optional.ofNullable(directories.subject(command).branch())
                        .flatMap(branch -> files.firstUnknown(branch, evidenced.evidence()))
                        .map(place -> new Refusal(Refusal.Kind.INVALID, "evidence.unknown-file",
                                "no such file about this branch is kept; hand it in first", "evidence[" + place + "].sha256"))
                : Optional.empty();
    }

    Look look() {
        return new Look(states, journal, documents, directories.current(), nextLogKey, clock.zone());
    }
}
