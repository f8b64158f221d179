package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.core.Actors;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.LiftStay;
import asterism.command.standing.StandingCommand.Replace;
import asterism.command.standing.StandingCommand.ReviewDecision;
import asterism.command.standing.StandingCommand.StayDecision;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.events.AppealId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.StayLifted;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an appeal does to the ledger. It never restores anything: the ledger is folded without what no longer counts. */
final class Appealing {
    private Appealing() {
    }

    /** Nothing where the ledger does not hold it: a refusal gave no star, and falls in its application. */
    static Decision strikeOut(State state, StrikeOut wish) {
        return state.ledger().entry(wish.decision()).filter(entry -> !isStruckOut(state, entry))
                .map(_ -> accept(struckOut(state, wish.branch(), wish.decision(), wish.appeal()))).orElseGet(Decision::accept);
    }

    /** The new decision holds from the first day of the one it replaces; what was decided later stands until somebody looks at it. */
    static Decision replace(State state, Replace wish) {
        return entry(state, wish.decision(), entry -> isStruckOut(state, entry) ? accept()
                : accept(struckOut(state, wish.branch(), wish.decision(), wish.appeal()), new LevelReplaced(wish.branch(), wish.by(),
                        wish.decision(), wish.appeal(), wish.level(), entry.from(), lastDay(state, entry))));
    }

    /** Of a star as it was granted, also where the replaced decision left none in force. */
    private static @Nullable LocalDate lastDay(State state, Entry entry) {
        return entry.lastDay() != null ? entry.lastDay()
                : state.ledger().on(entry.from().minusDays(1)).map(Entry::lastDay).orElse(null);
    }

    static Decision stay(State state, StayDecision wish) {
        return entry(state, wish.decision(), entry -> entry.struck() ? accept()
                : accept(new DecisionStayed(wish.branch(), wish.decision(), wish.appeal())));
    }

    /** A suspension whose last day went by while it was stayed ends in the same decision: its alarm has rung. */
    static Decision lift(State state, LiftStay wish, Given given) {
        if (!state.file().stayed().contains(wish.decision())) {
            return accept();
        }
        StayLifted lifted = new StayLifted(wish.branch(), wish.decision(), wish.appeal());
        return Suspending.end(Standing.of(state.file().with(lifted)), new EndSuspension(wish.branch()), given)
                instanceof Decision.Accepted(var facts, _)
                ? accept(Stream.concat(Stream.of(lifted), facts.stream()).toArray(Event[]::new)) : accept(lifted);
    }

    /** Not by whoever made the decision that is looked at. */
    static Decision review(State state, ReviewDecision wish, Given given) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        if (!state.file().duties().reviews().contains(wish.decision())) {
            return refuse("standing.no-review-due", "no decision of that id is to be looked at again");
        }
        return Collections.disjoint(state.deciders(wish.decision()), Actors.of(given.asked()))
                ? accept(new DecisionReviewed(wish.branch(), wish.decision(), wish.stands(), wish.finding()))
                : guard("recusal.own-decision", "nobody looks again at what they decided themselves");
    }

    private static boolean isStruckOut(State state, Entry entry) {
        return entry.struck() && !state.file().stayed().contains(entry.because());
    }

    private static DecisionStruckOut struckOut(State state, BranchId branch, DecisionId decision, AppealId appeal) {
        return new DecisionStruckOut(branch, decision, appeal, state.ledger().dependants(decision));
    }

    private static Decision entry(State state, DecisionId decision, Function<Entry, Decision> then) {
        Optional<Entry> entry = state.ledger().entry(decision);
        return entry.isEmpty() ? unknown("standing.decision-unknown", "the ledger holds no such decision") : then.apply(entry.get());
    }
}
