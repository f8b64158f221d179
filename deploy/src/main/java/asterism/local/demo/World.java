package asterism.local.demo;

import asterism.command.core.Commands;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the story needs of the house it is played in. */
public interface World {

    Commands commands();

    /** Sets the demo world's clock, never back. */
    void advanceTo(Instant instant);

    /** Waits until every alarm that is due has rung and every reaction has run. */
    void settle();

    /** The level the round's quotas left to an application; none where it is not rated. */
    @Nullable Level allocated(ApplicationId application);

    /** The decision the star of a branch rests on today. */
    DecisionId because(BranchId branch);

    /** Says in one line how far the story is. */
    void tell(String line);
}
