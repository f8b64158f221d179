package asterism.command.application;

import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StagePaused;
import org.jspecify.annotations.Nullable;

/**
 * The time a stage has.
 *
 * @param due    its last day; none where it has none, stands still, or its lateness is recorded
 * @param paused how it stood when it was stopped; none while it runs
 * @param late   its last day is over, and that is recorded
 */
record Clock(@Nullable StageDue due, @Nullable StagePaused paused, boolean late) {
    static final Clock NONE = new Clock(null, null, false);

    Clock runs(StageDue until) {
        return new Clock(until, null, false);
    }

    Clock isLate() {
        return new Clock(null, null, true);
    }

    Clock stops(StagePaused at) {
        return new Clock(null, at, late);
    }

    /** Nothing is due, and what was known of the stage stays known. */
    Clock still() {
        return new Clock(null, paused, late);
    }
}
