package asterism.query.projecting;

import asterism.events.Event;
import asterism.events.Fact;
import java.util.List;
import java.util.Set;

/** One question's fold. Pure: what it changes depends on the fact and the rows alone, so live and rebuilt rows are the same. */
public interface Projection {
    /** Stable; names its schema together with the number of the build. */
    String name();

    /** Counts up with every change of the fold or the tables: a newer version is built beside and then takes over. */
    int version();

    List<Table<?>> tables();

    /** The facts it folds, as types of the sealed hierarchy; all others pass it by undecoded. */
    Set<Class<? extends Event>> reads();

    void fold(Fact fact, Rows rows);
}
