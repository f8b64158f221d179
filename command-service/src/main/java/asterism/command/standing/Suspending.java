package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.core.Decision;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.ReinstateStar;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.events.Level;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Optional;

/** A star is out of force for a while: never without end. */
final class Suspending {
    private Suspending() {
    }

    static Decision suspend(File file, SuspendStar wish, Given given) {
        return Weighing.ruling(file, wish, given, () -> file.ledger().on(wish.from()).map(Entry::level)
                .map(was -> suspend(wish, was, given)).orElseGet(Weighing::unrated));
    }

    private static Decision suspend(SuspendStar wish, Level was, Given given) {
        Optional<LastDay> longest = given.terms().longestSuspension(wish.from());
        LocalDate lastDay = wish.lastDay();
        if (lastDay == null) {
            return longest.map(last -> accept(suspended(wish, was, last.day(), last.provisional(), given)))
                    .orElseGet(() -> invalid("lastDay", "standing.last-day-needed",
                            "the scheme sets no limit, so the decision must say the last day"));
        }
        if (lastDay.isBefore(wish.from())) {
            return invalid("lastDay", "standing.ends-before-it-begins", "the last day lies before the first");
        }
        return longest.filter(last -> lastDay.isAfter(last.day())).isPresent()
                ? invalid("lastDay", "standing.suspended-too-long", "the scheme allows a suspension until " + longest.get().day())
                : accept(suspended(wish, was, lastDay, false, given));
    }

    private static Suspended suspended(SuspendStar wish, Level was, LocalDate lastDay, boolean provisional, Given given) {
        return new Suspended(wish.branch(), Weighing.decision(given), was, wish.ground(), wish.factOn(), wish.from(), lastDay, provisional);
    }

    static Decision reinstate(State.Suspended star, ReinstateStar wish, Given given) {
        return Weighing.byPerson(given, () -> Weighing.begins(star.file(), wish.from(), given, () -> star.isOver(wish.from())
                ? refuse("standing.expired", "the last day of the star is over; only a new award brings one")
                : accept(new Reinstated(wish.branch(), Weighing.decision(given), star.as().was(), wish.from()))));
    }

    /** Nothing where the suspension was lifted, struck out, or followed by another decision. */
    static Decision end(State state, EndSuspension wish, Given given) {
        return Weighing.byHouse(given, () -> state instanceof State.Suspended star && given.asked().today().isAfter(star.as().lastDay())
                ? end(star, wish, given) : accept());
    }

    private static Decision end(State.Suspended star, EndSuspension wish, Given given) {
        LocalDate lastDay = star.as().lastDay();
        LocalDate after = lastDay.plusDays(1);
        return switch (given.terms().afterSuspension()) {
            case "reinstate" -> accept(new Reinstated(wish.branch(), Weighing.decision(given), star.as().was(), after));
            case "withdraw" -> accept(Lowering.withdrawn("suspension-not-lifted", lastDay, after, null, star.as().was(), given));
            case String _ -> accept(new SuspensionOverdue(wish.branch(), star.as().decision(), lastDay,
                    given.superior().orElse(null)));
        };
    }
}
