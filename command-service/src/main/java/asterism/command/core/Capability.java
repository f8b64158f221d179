package asterism.command.core;

import asterism.events.Event;

/** A capability as the wiring binds it: its commands, its decider, and what its decisions look at beyond their own subject. */
public interface Capability<C extends Command, S, F extends Event, G> {

    Class<C> commands();

    Decider<C, S, F, G> decider();

    /** Gathers the circumstances. Every state read becomes a condition of the append. */
    G given(C command, S state, Asked asked, Reading reading);
}
