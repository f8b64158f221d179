package asterism.command.standing;

import static asterism.command.core.Decision.accept;

import asterism.command.core.Decision;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.RemindOfLastDay;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.StarOwnerReminded;
import asterism.events.StandingEvent.StarReminderSet;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever must act is reminded before a last day, as long before as the scheme says. */
final class Reminding {
    private Reminding() {
    }

    /** A last day of the star, and what it is of. */
    record Due(DecisionId decision, Counted counted, LocalDate lastDay) {
    }

    /** The same decision; where something is due by a day from then on, it says when somebody is reminded of it. */
    static Decision with(Decision decision, Given given) {
        return given.known() ? decision.followed(fact -> set(fact, given).stream()) : decision;
    }

    private static Optional<StarReminderSet> set(Event fact, Given given) {
        return begun(fact).flatMap(due -> given.terms().remindOn(due.lastDay(), given.asked().today())
                .map(day -> new StarReminderSet(given.branch(), due.decision(), due.counted(), due.lastDay(), day)));
    }

    /** What is due by a day from that fact on. */
    static Optional<Due> begun(Event fact) {
        return switch (fact) {
            case CorrectionRequired required -> due(required.action(), Counted.CORRECTION, required.dueOn());
            case Suspended suspended -> due(suspended.decision(), Counted.SUSPENSION, suspended.lastDay());
            case Withdrawn withdrawn -> due(withdrawn.decision(), Counted.PLAQUE, withdrawn.plaqueBy());
            case LastDayRecounted day -> due(day.decision(), day.counted(), day.lastDay());
            case Event _ -> Optional.empty();
        };
    }

    private static Optional<Due> due(DecisionId decision, Counted counted, @Nullable LocalDate lastDay) {
        return lastDay == null ? Optional.empty() : Optional.of(new Due(decision, counted, lastDay));
    }

    /** Nothing where it was done, or its last day is over. */
    static Decision remind(State state, RemindOfLastDay wish, Given given) {
        return Weighing.byHouse(given, () -> open(state, wish.counted()).filter(due -> !given.asked().today().isAfter(due.lastDay()))
                .map(due -> accept(new StarOwnerReminded(wish.branch(), due.decision(), due.counted(), due.lastDay())))
                .orElseGet(Decision::accept));
    }

    private static Optional<Due> open(State state, Counted counted) {
        Watch.Action action = state.file().watch().action();
        return switch (counted) {
            case CORRECTION -> action == null || action.missed() || action.waits() ? Optional.empty() : begun(action.as());
            case SUSPENSION -> state instanceof State.Suspended star ? begun(star.as()) : Optional.empty();
            case PLAQUE -> state instanceof State.Withdrawn star && star.plaqueIsOut() ? begun(star.as()) : Optional.empty();
        };
    }
}
