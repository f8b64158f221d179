package asterism.command.standing;

import static asterism.command.core.Decision.accept;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.core.Decision;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.Watch.Action;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Last days that were counted before their year's calendar was published are counted again, from the day they began. */
final class Recounting {
    private Recounting() {
    }

    /** Nothing where the days stay as they were said. */
    static Decision recount(State state, Given given) {
        return given.known() ? accept(Stream.of(correction(state, given), suspension(state, given), plaque(state, given))
                .flatMap(Optional::stream).toArray(Event[]::new)) : accept();
    }

    private static Optional<LastDayRecounted> correction(State state, Given given) {
        Action open = state.file().watch().action();
        return open == null || open.missed() || !open.as().provisional() ? Optional.empty()
                : given.begun().flatMap(given.terms()::correctionBy)
                .flatMap(last -> recounted(given, open.as().action(), Counted.CORRECTION, open.as().dueOn(), last));
    }

    private static Optional<LastDayRecounted> suspension(State state, Given given) {
        return state instanceof State.Suspended(_, var as) && as.provisional() ? given.terms().longestSuspension(as.from())
                .flatMap(last -> recounted(given, as.decision(), Counted.SUSPENSION, as.lastDay(), last)) : Optional.empty();
    }

    private static Optional<LastDayRecounted> plaque(State state, Given given) {
        if (!(state instanceof State.Withdrawn star) || !star.plaqueIsOut() || star.as().was() == null) {
            return Optional.empty();
        }
        LocalDate said = star.as().plaqueBy();
        return given.terms().plaqueBy(star.as().was(), star.as().from()).filter(day -> said != null && !day.equals(said))
                .map(day -> new LastDayRecounted(given.branch(), star.as().decision(), Counted.PLAQUE, day, false));
    }

    private static Optional<LastDayRecounted> recounted(Given given, DecisionId decision, Counted counted, LocalDate said, LastDay last) {
        return last.provisional() && last.day().equals(said) ? Optional.empty()
                : Optional.of(new LastDayRecounted(given.branch(), decision, counted, last.day(), last.provisional()));
    }

    /** The last day where that fact says it anew. */
    static @Nullable LocalDate day(Event fact, Counted what) {
        return fact instanceof LastDayRecounted day && day.counted() == what ? day.lastDay() : null;
    }

    static CorrectionRequired with(CorrectionRequired as, LastDayRecounted day) {
        return new CorrectionRequired(as.branch(), as.action(), as.ground(), as.demand(), as.factOn(), day.lastDay(), day.provisional());
    }

    static Ruling with(Ruling ruling, LastDayRecounted day) {
        return switch (ruling) {
            case Suspended as -> new Suspended(as.branch(), as.decision(), as.was(), as.ground(), as.factOn(), as.from(), day.lastDay(),
                    day.provisional());
            case Withdrawn as -> new Withdrawn(as.branch(), as.decision(), as.was(), as.ground(), as.factOn(), as.from(), day.lastDay(),
                    as.reentryFrom());
            case Ruling as -> as;
        };
    }
}
