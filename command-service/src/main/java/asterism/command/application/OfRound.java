package asterism.command.application;

import asterism.command.round.Round;
import asterism.events.BodyId;
import asterism.events.Pin;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an application needs to know of its round.
 *
 * @param office            the body whose branches take part
 * @param applicationsUntil last day on which an application may be submitted
 * @param sealed            who takes part in the allocation is fixed
 */
public record OfRound(Pin pin, BodyId office, LocalDate opensOn, LocalDate applicationsUntil, boolean sealed) {

    /** Empty where the round was never opened. */
    static Optional<OfRound> of(Round.State state) {
        return state.opened().map(as -> new OfRound(as.pin(), as.office(), as.opensOn(), as.applicationsUntil(),
                !(state instanceof Round.State.Open)));
    }
}
