package asterism.command.round;

import asterism.command.application.ApplicationState;
import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Confirmed;
import asterism.command.application.ApplicationState.Decided;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.Verdict;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Reading;
import asterism.command.round.Round.Given;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.standing.Standing;
import asterism.events.BranchId;
import asterism.events.Level;
import asterism.events.Ranking;
import asterism.events.Ranking.Place;
import asterism.events.StreamId;
import asterism.policy.Tie;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which seats of a quota are free, and who was displaced by it. */
final class Freed {
    private Freed() {
    }

    static Given seats(ReallocateQuota wish, Round.State.GivenOut round, Asked asked, Reading reading) {
        Rules rules = RuleBook.rules(round.as().pin(), reading::document);
        Optional<Level> stake = rules.stake(wish.quota());
        if (stake.isEmpty()) {
            return new Given.Nothing(asked);
        }
        Map<StreamId, ApplicationState> applications = RoundCapability.applications(round.as().round(), reading);
        int inside = (int) applications.entrySet().stream()
                .flatMap(at -> Stream.ofNullable(level(branch(at.getValue()), at.getValue(), reading)))
                .filter(level -> rules.limits(wish.quota(), level)).count();
        List<Place> displaced = Ranking.of(reading.document(round.out().ranking()).orElseThrow()).places().stream()
                .filter(place -> place.computed().reason().equals(wish.quota()))
                .filter(place -> mayBeDecidedAnew(applications.get(StreamId.of(place.application())))).toList();
        LocalDate since = RoundCapability.since(rules, asked);
        boolean tied = Actors.of(asked).stream().anyMatch(person -> wish.to().stream().anyMatch(branch -> reading.directory()
                .tie(person, branch, since, asked.today()).filter(tie -> tie != Tie.PARENT_UNIT).isPresent()));
        return new Given.ForReallocation(asked, stake.get(), inside, displaced, tied);
    }

    private static BranchId branch(ApplicationState state) {
        return state.file().orElseThrow().application().branch();
    }

    /** What a branch has of the round now: what was allocated, then decided, then what stands of the award; none where it has nothing. */
    private static @Nullable Level level(BranchId branch, ApplicationState state, Reading reading) {
        return switch (state.place()) {
            case Allocated(_, var placing, _) -> placing.computed().level();
            case Decided(_, _, Verdict(_, var level)) -> level;
            case Notice(_, _, Verdict(_, var level), _, _) -> level;
            case Confirmed(_, Verdict(_, var level)) -> level;
            case Awarded(_, Verdict verdict) -> standing(branch, verdict, reading);
            case ApplicationState _ -> null;
        };
    }

    /** An award that has not reached the ledger yet counts as it was given. */
    private static @Nullable Level standing(BranchId branch, Verdict verdict, Reading reading) {
        Standing.State star = reading.state(new Standing(), StreamId.standing(branch));
        Optional<Entry> entry = star.ledger().entry(verdict.decision());
        return entry.isPresent() && entry.get().struck() ? null : verdict.level();
    }

    private static boolean mayBeDecidedAnew(@Nullable ApplicationState state) {
        return state instanceof Allocated || state instanceof Decided || state instanceof Awarded;
    }
}
