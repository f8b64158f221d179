package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.RecheckCorrection;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.ShowCorrection;
import asterism.command.standing.Watch.Action;
import asterism.events.Event;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.Suspended;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something must be put right by a day, is shown and looked at again, or is missed: then what the scheme says, or the body above. */
final class Correcting {
    private static final String GROUND = "missed_correction";
    private static final String TRIGGERED = "rectification";
    private static final String DEMAND = "按评定办法须整改 · The scheme requires this to be put right";

    private Correcting() {
    }

    static Decision require(State state, RequireCorrection wish, Given given) {
        return Weighing.byPerson(given, () -> {
            Action open = state.file().watch().action();
            if (!(state instanceof State.Rated) && !(state instanceof State.Suspended)) {
                return Weighing.unrated();
            }
            if (open != null && !open.missed()) {
                return refuse("standing.correction-open", "a corrective action is open until " + open.as().dueOn());
            }
            return wish.factOn().isAfter(given.asked().today())
                    ? invalid("factOn", "standing.fact-not-yet", "the fact behind a decision cannot lie after today")
                    : due(wish, given);
        });
    }

    private static Decision due(RequireCorrection wish, Given given) {
        Optional<LastDay> latest = given.terms().correctionBy(given.asked().today());
        LocalDate dueOn = wish.dueOn();
        if (dueOn == null) {
            return latest.map(last -> accept(required(wish, last.day(), last.provisional(), given)))
                    .orElseGet(() -> invalid("dueOn", "standing.last-day-needed",
                            "the scheme sets no limit, so the decision must say the last day"));
        }
        if (dueOn.isBefore(given.asked().today())) {
            return invalid("dueOn", "standing.due-in-the-past", "what is to be put right is due today or later");
        }
        return latest.filter(last -> dueOn.isAfter(last.day())).isPresent()
                ? invalid("dueOn", "standing.due-too-late", "the scheme allows time until " + latest.get().day())
                : accept(required(wish, dueOn, false, given));
    }

    /** The same decision; where the scheme requires a corrective action of a branch that is rated so, and none is open, with that. */
    static Decision triggered(State state, Decision granting, Given given) {
        Action open = state.file().watch().action();
        if (!given.terms().corrects() || open != null || !(granting instanceof Decision.Accepted(var facts, var documents))) {
            return granting;
        }
        LocalDate today = given.asked().today();
        return new Decision.Accepted(Stream.concat(facts.stream(), given.terms().correctionBy(today).stream()
                .map(last -> new CorrectionRequired(given.branch(), Weighing.decision(given), TRIGGERED, DEMAND, today, last.day(),
                        last.provisional()))).toList(), documents);
    }

    private static CorrectionRequired required(RequireCorrection wish, LocalDate dueOn, boolean provisional, Given given) {
        return new CorrectionRequired(wish.branch(), Weighing.decision(given), wish.ground(), wish.demand(), wish.factOn(), dueOn,
                provisional);
    }

    /** Late is better than never: also after the last day, as long as nothing was cured. */
    static Decision show(State state, ShowCorrection wish) {
        return open(state, action -> accept(new CorrectionShown(wish.branch(), action.as().action(), wish.evidence(), wish.statement())));
    }

    static Decision recheck(State state, RecheckCorrection wish, Given given) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        return open(state, action -> {
            if (!action.waits()) {
                return refuse("standing.nothing-shown", "the branch has shown nothing since");
            }
            CorrectionRechecked checked = new CorrectionRechecked(wish.branch(), action.as().action(), wish.cured(), wish.finding());
            boolean late = given.asked().today().isAfter(action.as().dueOn());
            return wish.cured() || action.missed() || !late ? accept(checked) : missed(state, action, checked, given);
        });
    }

    private static Decision open(State state, Function<Action, Decision> then) {
        Action action = state.file().watch().action();
        return action == null ? refuse("standing.no-correction", "no corrective action is open") : then.apply(action);
    }

    /** Nothing where it was cured, or was shown in time and waits to be looked at: the branch does not answer for the office. */
    static Decision miss(State state, MissCorrection wish, Given given) {
        return Weighing.byHouse(given, () -> {
            Action action = state.file().watch().action();
            return action == null || action.missed() || action.waits() || !given.asked().today().isAfter(action.as().dueOn())
                    ? accept() : missed(state, action, null, given);
        });
    }

    /** What the scheme lets follow takes effect where there is a star in force; everything else the body above must judge. */
    private static Decision missed(State state, Action action, @Nullable CorrectionRechecked checked, Given given) {
        CorrectionRequired as = action.as();
        LocalDate today = given.asked().today();
        Optional<Event> effect = given.terms().afterMissed().flatMap(missed -> state.ledger().on(today).map(Entry::level)
                .flatMap(was -> Effects.of(missed, was, GROUND, as.dueOn(), given)));
        CorrectionMissed fact = new CorrectionMissed(as.branch(), as.action(), as.dueOn(),
                effect.isPresent() ? null : given.superior().orElse(null));
        return accept(Stream.of(Stream.<Event>ofNullable(checked), Stream.<Event>of(fact), effect.stream())
                .flatMap(facts -> facts).toArray(Event[]::new));
    }
}
