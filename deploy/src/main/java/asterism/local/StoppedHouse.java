package asterism.local;

import asterism.embedded.EmbeddedPostgres;
import asterism.embedded.ServerFailure;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A house that does not run, with its databases open to be read. Nobody starts it meanwhile. */
public final class StoppedHouse implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedPostgres postgres;

    private StoppedHouse(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** @throws CannotRun when it runs, or is none */
    public static StoppedHouse open(Path data) {
        if (!data.resolve("postgresql").toFile().isDirectory()) {
            throw new CannotRun("There is no house in " + data.toAbsolutePath().normalize() + ".");
        }
        DataFolder folder = DataFolder.open(data, 0);
        try {
            return new StoppedHouse(folder, EmbeddedPostgres.start(folder.postgresql(), 0));
        } catch (ServerFailure e) {
            close(folder);
            throw new CannotRun("PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /** The command-service's database. */
    public DataSource commands() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl("command"));
        source.setUser(postgres.username());
        source.setPassword(postgres.password());
        return source;
    }

    /** The key that signs checkpoints. */
    public Path logKey() {
        return folder.logKey();
    }

    @Override
    public void close() {
        postgres.close();
        close(folder);
    }

    private static void close(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new CannotRun("The data folder " + folder.path() + " cannot be let go: " + e, e);
        }
    }
}
