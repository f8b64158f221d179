package asterism.cli.bench;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The product's live projections: the whole query-service follows the topic, and the facts count once every projection has them. */
final class ProjectorFollow implements Work {
    static final String TOPIC = "bench-projector";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final DataSource source;
    private final Grants grants;
    private boolean sent;

    private ProjectorFollow(DataSource source, Grants grants) {
        this.source = source;
        this.grants = grants;
    }

    static ProjectorFollow open(Services services, Database database) throws SQLException {
        var source = pages(services, database).getBean(DataSource.class);
        return new ProjectorFollow(source, Grants.after(applied(source), services, TOPIC));
    }

    /** The service that follows this line's topic. */
    static ConfigurableApplicationContext pages(Services services, Database database) {
        services.kafka().createTopic(TOPIC);
        return services.pages(database, TOPIC, "");
    }

    @Override
    public int once() throws Exception {
        sent = true;
        var until = stored() + grants.records().size();
        grants.send();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (stored() < until) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("the projections stand at " + stored() + ", not at " + until);
            }
            Thread.sleep(LOOK);
        }
        return grants.records().size();
    }

    @Override
    public boolean more() {
        return !sent;
    }

    @Override
    public long stored() throws SQLException {
        return applied(source);
    }

    private static long applied(DataSource source) throws SQLException {
        return Database.number(source, "select coalesce(min(applied), 0) from build");
    }

    /** The service goes on. */
    @Override
    public void close() {
        grants.close();
    }
}
