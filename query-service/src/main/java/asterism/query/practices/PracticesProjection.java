package asterism.query.practices;

import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.query.branches.Branches;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each practice, and one for each state of a pairing. */
@Component
class PracticesProjection implements Projection {
    static final String NAME = "practices";
    static final Table<Practice> PRACTICE = Table.of("practice", Practice.class, 1, "branch");
    static final Table<Pairing> PAIRING = Table.of("pairing", Pairing.class, 3);
    private static final Table<Pinned> PINNED = Table.of("pinned", Pinned.class, 1);
    private static final Table<Rated> RATED = Table.of("rated", Rated.class, 1);
    private static final Table<Helped> HELPED = Table.of("helped", Helped.class, 2);

    /**
     * @param scheme   the rules that know the item, and their version; none where the round of the star is not known
     * @param evidence how many files show it
     */
    record Practice(String practice, String branch, String item, @Nullable String scheme, @Nullable String version, String title,
                    int evidence, LocalDate recognisedOn, long position, Instant recordedAt) {
    }

    record Pairing(String branch, String strong, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
                   String purpose, LocalDate fromDay, @Nullable LocalDate endedOn, @Nullable String result)
            implements Known.Version<Pairing> {

        @Override
        public Pairing known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Pairing(branch, strong, from, fromAt, to, toAt, purpose, fromDay, endedOn, result);
        }

        Pairing ended(LocalDate on, @Nullable String how) {
            return new Pairing(branch, strong, knownFrom, knownFromAt, knownTo, knownToAt, purpose, fromDay, on, how);
        }
    }

    /** The rules of a round. */
    record Pinned(String round, String scheme, String version) {
    }

    /** The round that the star of a branch comes from. */
    record Rated(String branch, String round) {
    }

    /** A branch that another helps, or helped once. */
    record Helped(String strong, String branch) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Branches.TABLE, PRACTICE, PAIRING, PINNED, RATED, HELPED);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Branches.read(PracticeRecognised.class, BranchPaired.class, PairingEnded.class, BranchEnded.class, RoundOpened.class,
                LevelGranted.class, ProvisionalGranted.class, PastLevelRecorded.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case RoundOpened opened -> rows.put(PINNED, new Pinned(opened.round().value(), opened.pin().scheme().value(),
                    opened.pin().version()));
            case LevelGranted granted -> rated(granted.branch(), granted.application().round(), rows);
            case ProvisionalGranted granted -> rated(granted.branch(), granted.round(), rows);
            case PastLevelRecorded past -> rated(past.branch(), past.round(), rows);
            case PracticeRecognised practice -> rows.put(PRACTICE, practice(practice, fact, rows));
            case BranchPaired paired -> {
                rows.put(HELPED, new Helped(paired.strong().value(), paired.branch().value()));
                Known.begin(PAIRING, new Pairing(paired.branch().value(), paired.strong().value(), 0, fact.at().recordedAt(), null, null,
                        paired.purpose(), paired.from(), null, null), fact.at(), rows);
            }
            case PairingEnded ended -> end(ended.branch().value(), ended.strong().value(), ended.on(), ended.result(), fact, rows);
            case BranchEnded gone -> gone(gone.branch().value(), gone.from(), fact, rows);
            case Event other -> Branches.fold(other, rows);
        }
    }

    private static void rated(BranchId branch, RoundId round, Rows rows) {
        rows.put(RATED, new Rated(branch.value(), round.value()));
    }

    private static Practice practice(PracticeRecognised practice, Fact fact, Rows rows) {
        Optional<Pinned> pinned = rows.find(RATED, practice.branch().value()).flatMap(rated -> rows.find(PINNED, rated.round()));
        return new Practice(practice.practice().value(), practice.branch().value(), practice.item(),
                pinned.map(Pinned::scheme).orElse(null), pinned.map(Pinned::version).orElse(null), practice.title(),
                practice.evidence().size(), fact.at().effectiveOn(), fact.at().position(), fact.at().recordedAt());
    }

    /** Who is no more helps nobody, and is helped by nobody. */
    private static void gone(String branch, LocalDate from, Fact fact, Rows rows) {
        rows.of(HELPED, branch).forEach(helped -> end(helped.branch(), branch, from, null, fact, rows));
        Known.now(PAIRING, branch, rows).stream().map(Pairing::strong).distinct()
                .forEach(strong -> end(branch, strong, from, null, fact, rows));
    }

    private static void end(String branch, String strong, LocalDate on, @Nullable String result, Fact fact, Rows rows) {
        Known.now(PAIRING, branch, rows).stream().filter(was -> was.strong().equals(strong) && was.endedOn() == null)
                .forEach(was -> Known.replace(PAIRING, was, was.ended(on, result), fact.at(), rows));
    }
}
