package asterism.command.wiring.journal;

import asterism.journal.Recorded;
import java.util.List;

/** What became of an append. */
public sealed interface Outcome {

    /** The facts stand, durably, as given. */
    record Appended(List<Recorded> facts) implements Outcome {
    }

    /** The command was recorded before: these are its facts as they stand, and nothing was added. */
    record Repeated(List<Recorded> facts) implements Outcome {
    }

    /** The command id was used before with another body; nothing was added. */
    record OtherBody() implements Outcome {
    }

    /**
     * A stream written or read has moved on; nothing was added.
     *
     * @param actual where each stream of the append stood right after
     */
    record Conflict(List<StreamVersion> actual) implements Outcome {
    }
}
