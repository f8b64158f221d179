package asterism.query.projecting;

import asterism.journal.Framed;
import asterism.journal.Recorded;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** The journal as the command-service hands it out: what fills gaps and empty builds. */
@FunctionalInterface
public interface Feed {

    /**
     * Hands on the facts after a position, in order, until there are no more or the taker has enough.
     *
     * @param taker says whether it wants more
     * @return how large the journal was and which root it had; empty where the taker had enough before the end
     * @throws IOException where the feed cannot be reached or is cut off; what was handed on is good
     */
    Optional<Framed.Frame.End> read(long after, Predicate<Recorded> taker) throws IOException;
}
