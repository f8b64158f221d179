package asterism.command.round;

import asterism.command.core.Reading;
import asterism.command.round.Round.State;
import asterism.command.rules.Rules;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StreamId;
import asterism.rating.impact.Impact;
import java.util.Optional;

/** Rounds whose seats are given out, as what a change of their scheme can be tried on. */
public final class RatedRounds {

    private RatedRounds() {
    }

    /** The scheme has such a round. */
    public static boolean any(SchemeId scheme, Reading reading) {
        return reading.range(new Round(), StreamId.ROUNDS).values().stream().anyMatch(round -> rated(round, scheme).isPresent());
    }

    /**
     * What other rules would have done to the units of a round, each judged by what was established in it.
     *
     * @return empty where that is no such round of the scheme
     */
    public static Optional<Impact> impact(SchemeId scheme, RoundId round, Rules later, Reading reading) {
        State state = reading.state(new Round(), StreamId.of(round));
        return rated(state, scheme).map(as -> RoundCapability.rated(as, Round.votes(state), reading).impact(later));
    }

    private static Optional<RoundOpened> rated(State round, SchemeId scheme) {
        return round instanceof State.Allocated || round instanceof State.Closed
                ? round.opened().filter(as -> as.pin().scheme().equals(scheme)) : Optional.empty();
    }
}
