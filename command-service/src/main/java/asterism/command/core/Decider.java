package asterism.command.core;

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

    S evolve(S state, F fact);

    Class<F> facts();
}
