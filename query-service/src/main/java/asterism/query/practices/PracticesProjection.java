package asterism.query.practices;

import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.query.branches.Branches;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each practice, and one for each state of a pairing. */
@Component
class PracticesProjection implements Projection {
    static final String NAME = "practices";
    static final Table<Practice> PRACTICE = Table.of("practice", Practice.class, 1, "branch");
    static final Table<Pairing> PAIRING = Table.of("pairing", Pairing.class, 3);

    /** @param evidence how many files show it */
    record Practice(String practice, String branch, String item, String title, int evidence, LocalDate recognisedOn, long position,
                    Instant recordedAt) {
    }

    record Pairing(String branch, String strong, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
                   String purpose, LocalDate fromDay, @Nullable LocalDate endedOn, @Nullable String result)
            implements Known.Version<Pairing> {

        @Override
        public Pairing known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Pairing(branch, strong, from, fromAt, to, toAt, purpose, fromDay, endedOn, result);
        }

        Pairing ended(PairingEnded how) {
            return new Pairing(branch, strong, knownFrom, knownFromAt, knownTo, knownToAt, purpose, fromDay, how.on(), how.result());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Branches.TABLE, PRACTICE, PAIRING);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Branches.read(PracticeRecognised.class, BranchPaired.class, PairingEnded.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case PracticeRecognised practice -> rows.put(PRACTICE, new Practice(practice.practice().value(), practice.branch().value(),
                    practice.item(), practice.title(), practice.evidence().size(), fact.at().effectiveOn(), fact.at().position(),
                    fact.at().recordedAt()));
            case BranchPaired paired -> Known.begin(PAIRING, new Pairing(paired.branch().value(), paired.strong().value(), 0,
                    fact.at().recordedAt(), null, null, paired.purpose(), paired.from(), null, null), fact.at(), rows);
            case PairingEnded ended -> Known.now(PAIRING, ended.branch().value(), rows).stream()
                    .filter(was -> was.strong().equals(ended.strong().value()) && was.endedOn() == null)
                    .forEach(was -> Known.replace(PAIRING, was, was.ended(ended), fact.at(), rows));
            case Event other -> Branches.fold(other, rows);
        }
    }
}
