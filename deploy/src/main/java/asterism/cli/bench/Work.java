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

    /** How many facts the database holds, by its own count. */
    long stored() throws Exception;

    @Override
    void close() throws SQLException;
}
