package asterism.command.core;

import asterism.events.StreamId;

/** A wish. Sealed per capability. */
public interface Command {

    /** The subject it is about. */
    StreamId stream();
}
