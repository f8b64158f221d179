package asterism.command.core;

import asterism.events.PersonId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way into the house for whoever wishes something: HTTP, the demo county, a reaction, a timer. */
public interface Commands {

    /** Decides, records, answers. Waits until the facts are durable. */
    Answer send(Command command, Ask ask);

    /**
     * Who asks.
     *
     * @param id         the same id again gets the same answer again
     * @param actor      {@code person/<id>}, {@code system/<name>}, {@code survey/<id>} or {@code public}
     * @param cause      the fact that made the system ask
     * @param ifVersion  the version of the subject the asker has seen; none to take it as it is
     */
    record Ask(UUID id, String actor, @Nullable PersonId onBehalfOf, @Nullable String reason, @Nullable UUID cause,
               @Nullable Long ifVersion) {
    }

    /** What came of it. */
    sealed interface Answer {

        /**
         * Recorded, now or when the same id was asked before.
         *
         * @param version  of the subject after it
         * @param position of the last fact; of the newest fact where there was nothing to record
         * @param facts    wire names of what was recorded
         */
        record Done(String stream, long version, long position, List<String> facts) implements Answer {
        }

        /**
         * Worked out and not recorded.
         *
         * @param sha256 under which the text is kept, so that a later command may name it
         */
        record Told(String stream, long version, String sha256, String text) implements Answer {
        }

        record Refused(Refusal refusal, long version) implements Answer {
        }

        /**
         * Somebody else was first.
         *
         * @param stale the asker named a version that no longer stands; else it could not be settled
         */
        record Conflict(String stream, long version, boolean stale) implements Answer {
        }

        /** The same id was used for another command. */
        record OtherCommand() implements Answer {
        }
    }
}
