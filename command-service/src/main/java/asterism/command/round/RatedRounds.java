package asterism.command.round;

import asterism.command.core.Reading;
import asterism.command.round.Round.State;
import asterism.command.rules.Rules;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StreamId;
import asterism.rating.Exact;
import asterism.rating.impact.Cuts;
import asterism.rating.impact.Impact;
import asterism.rating.round.Roster;
import java.util.Comparator;
import java.util.Optional;

/** Rounds whose seats are given out, as what a change of their scheme can be tried on. */
public final class RatedRounds {

    private RatedRounds() {
    }

    /** @param inputs names all that the round was rated on */
    public record Last(RoundId round, String inputs) {
    }

    /**
     * Other rules tried on a round.
     *
     * @param inputs  names all that the round was rated on
     * @param cutMove the greatest move of a cut point
     */
    public record Trial(String inputs, Impact impact, Exact cutMove) {
    }

    /** The scheme's round that opened last among those that are rated. */
    public static Optional<Last> last(SchemeId scheme, Reading reading) {
        return reading.range(new Round(), StreamId.ROUNDS).values().stream().flatMap(round -> rated(round, scheme).stream())
                .max(Comparator.comparing(RoundOpened::opensOn))
                .map(as -> new Last(as.round(), roster(as, reading.state(new Round(), StreamId.of(as.round())), reading).sha256()));
    }

    /**
     * What other rules would have done to the units of a round, each judged by what was established in it.
     *
     * @return empty where that is no such round of the scheme
     */
    public static Optional<Trial> trial(SchemeId scheme, RoundId round, Rules later, Reading reading) {
        State state = reading.state(new Round(), StreamId.of(round));
        return rated(state, scheme).map(as -> {
            Roster roster = roster(as, state, reading);
            return new Trial(roster.sha256(), Impact.between(roster.rate(), roster.under(later.scheme()).rate()),
                    Cuts.greatestMove(roster.scheme(), later.scheme()));
        });
    }

    private static Roster roster(RoundOpened as, State round, Reading reading) {
        return RoundCapability.rated(as, Round.votes(round), reading);
    }

    private static Optional<RoundOpened> rated(State round, SchemeId scheme) {
        return round instanceof State.Allocated || round instanceof State.Closed
                ? round.opened().filter(as -> as.pin().scheme().equals(scheme)) : Optional.empty();
    }
}
