package asterism.cli.bench;

import java.sql.SQLException;

/** Work under way, done by many callers at once. */
interface Work extends AutoCloseable {

    /**
     * Does it once; returns only when it is durable.
     *
     * @return how many facts that were
     */
    int once() throws Exception;

    /** Whether it can be done again; work that is prepared beforehand cannot. */
    default boolean more() {
        return true;
    }

    /** How many facts the database holds, by its own count. */
    long stored() throws Exception;

    @Override
    void close() throws SQLException;
}
