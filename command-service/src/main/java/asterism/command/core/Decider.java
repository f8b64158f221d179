package asterism.command.core;

import asterism.events.Envelope;
import asterism.events.Event;

/**
 * How one capability decides and remembers.
 *
 * @param <C> its commands
 * @param <S> what it remembers of one subject
 * @param <F> its facts
 * @param <G> the circumstances: who asks, on which day, and what other subjects say
 */
public interface Decider<C extends Command, S, F extends Event, G> {

    /** The state of a subject without any fact. */
    S initial();

    Decision decide(S state, C command, G given);

    /** The state after one more fact. Who acted stands in the envelope alone, and some guards must remember it. */
    S evolve(S state, F fact, Envelope envelope);

    Class<F> facts();
}
