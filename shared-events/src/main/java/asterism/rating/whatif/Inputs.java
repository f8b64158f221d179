package asterism.rating.whatif;

import asterism.events.ApplicationEvent;
import asterism.events.BranchEvent;
import asterism.events.Event;
import asterism.events.RoundEvent;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.StandingEvent;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import java.time.LocalDate;
import java.util.List;

/**
 * All that the rating of a round looks at.
 *
 * @param scheme    the version it is pinned to
 * @param procedure of that version, completed by the pinned local rules
 * @param facts     of the round, its applications, their branches and those they came out of, by position
 * @param ranked    position at which the seats were given out; of the last fact where they are not yet
 * @param day       on which stars held count as held before
 */
public record Inputs(RoundId round, Scheme scheme, Procedure procedure, List<Known> facts, long ranked, LocalDate day) {

    public Inputs {
        facts = List.copyOf(facts);
    }

    /**
     * As the round was rated; as it would be rated today where its seats are not given out yet.
     *
     * @param facts by position; those of other rounds, or about something else, are passed over
     * @param head  position up to which the facts go
     * @param today the day it would be rated on
     */
    public static Inputs of(RoundId round, Scheme scheme, Procedure procedure, List<Known> facts, long head, LocalDate today) {
        List<Known> own = facts.stream().filter(fact -> isOf(round, fact.event())).toList();
        return own.stream().filter(fact -> fact.event() instanceof QuotaAllocated).findFirst()
                .map(fact -> new Inputs(round, scheme, procedure, own, fact.position(), fact.validOn()))
                .orElseGet(() -> new Inputs(round, scheme, procedure, own, head, today));
    }

    private static boolean isOf(RoundId round, Event event) {
        return switch (event) {
            case ApplicationEvent application -> application.application().round().equals(round);
            case RoundEvent other -> other.round().equals(round);
            case BranchEvent _, StandingEvent _ -> true;
            case Event _ -> false;
        };
    }

    /** The year in which the round opened; that of its rating where the facts do not say. */
    int year() {
        return facts.stream().map(Known::event).filter(RoundOpened.class::isInstance).map(RoundOpened.class::cast)
                .map(opened -> opened.opensOn().getYear()).findFirst().orElse(day.getYear());
    }
}
