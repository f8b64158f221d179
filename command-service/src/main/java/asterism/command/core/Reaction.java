package asterism.command.core;

import asterism.events.Event;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One fact, one wish: {@code WhenStarAwardedGrantLevel}. Pure; asked again for the same fact it wishes the same.
 *
 * @param <F> the fact it waits for
 */
public interface Reaction<F extends Event> {

    Class<F> when();

    /**
     * The wishes, in order.
     *
     * @param documents finds a document by its SHA-256
     */
    List<Command> wish(F happened, Fact fact, Function<String, Optional<String>> documents);

    /** What is recorded where the wish is refused, so that nothing fails in silence; empty where the refusal says all is well. */
    Optional<Command> refused(F happened, Command wish, Refusal refusal);
}
