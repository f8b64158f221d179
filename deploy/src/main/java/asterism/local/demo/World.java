package asterism.local.demo;

import asterism.command.core.Commands;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.Instant;
import java.util.Optional;

/** What the story needs of the house it is played in. */
public interface World {

    Commands commands();

    /** Sets the demo world's clock, never back. */
    void advanceTo(Instant instant);

    /** Waits until every alarm that is due has rung and every reaction has run. */
    void settle();

    /** The latest fact of this kind in a stream. */
    <F extends Event> Optional<F> latest(StreamId stream, Class<F> kind);

    /** Says in one line how far the story is. */
    void tell(String line);
}
