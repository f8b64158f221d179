package asterism.query.projecting;

import asterism.checking.Beside.Built;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalUnavailable;
import asterism.command.wiring.journal.Tree;
import asterism.journal.Framed;
import asterism.journal.Recorded;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Constructor;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The projecting machinery over a real journal, without web and pages: all projections of the product. */
public final class ProjectingDesk implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int ROWS = 50_000;
    private final HikariDataSource source = new HikariDataSource();
    private final Journal journal;
    private final Builds builds;
    private final Filling filling;
    private final Projector projector;
    private final Upkeep upkeep;
    private final Dump dump;

    public ProjectingDesk(String url, String user, String password, Journal journal) {
        this.journal = journal;
        source.setJdbcUrl(url);
        source.setUsername(user);
        source.setPassword(password);
        source.setMaximumPoolSize(4);
        source.setMinimumIdle(0);
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        JdbcClient sql = JdbcClient.create(jdbc);
        builds = new Builds(sql, transaction);
        Track.Means means = new Track.Means(sql, transaction, builds, new Writing(jdbc));
        Pulse pulse = new Pulse(Duration.ofMinutes(1), new SimpleMeterRegistry());
        List<Projection> projections = all();
        filling = new Filling(source, this::feed, projections, pulse, ROWS);
        Stride stride = new Stride(means, pulse, Duration.ofSeconds(5), Propagator.NOOP);
        projector = new Projector(projections, this::feed, means, stride, filling, pulse, BATCH);
        upkeep = new Upkeep(projector, means, filling, new Parking(means), new Comparison(sql, builds, pulse, transactions), pulse);
        dump = new Dump(projections, builds, jdbc, transaction);
    }

    /** Makes the tables, once for a database. */
    public void migrate() {
        Flyway.configure().dataSource(source).locations("classpath:db/query").load().migrate();
    }

    /** Waits until all builds are filled and follow. */
    public void open() {
        projector.open();
        filled();
    }

    private void filled() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50)).ignoreExceptions().until(() -> {
            projector.look(); // as the service does now and then: what was cut off is begun again
            return builds.all().stream().noneMatch(build -> build.filling() && build.stoppedAt() == null);
        });
        projector.look();
        projector.lookAtFeed();
    }

    /** Builds all anew from the feed, beside what answers. */
    public void rebuild() {
        upkeep.rebuild(Upkeep.ALL, true);
        filled();
    }

    Projector projector() {
        return projector;
    }

    /** The position that all builds have come to. */
    public long applied() {
        return builds.all().stream().mapToLong(Build::applied).min().orElse(0);
    }

    /** How every build stands: those that answer came by the topic, those beside them from the feed. */
    public List<Built> built() {
        Map<String, String> contents = dump.digests();
        return builds.all().stream().sorted(Comparator.comparing(Build::schema)).map(build -> new Built(build.projection(),
                build.number() == 1 ? "topic" : "feed", build.applied(), build.filling() ? "it is being filled" : build.stoppedBecause(),
                builds.parked(build), contents.get(build.schema()))).toList();
    }

    private Optional<Framed.Frame.End> feed(long after, Predicate<Recorded> taker) throws IOException {
        try {
            return read(after, taker);
        } catch (JournalUnavailable cut) {
            throw new IOException(cut);
        }
    }

    private Optional<Framed.Frame.End> read(long after, Predicate<Recorded> taker) {
        long read = after;
        while (true) {
            Tree tree = journal.tree();
            for (Recorded fact : journal.after(read, BATCH)) {
                if (fact.position() > tree.size()) {
                    break;
                }
                if (!taker.test(fact)) {
                    return Optional.empty();
                }
                read = fact.position();
            }
            if (read >= tree.size()) {
                return Optional.of(new Framed.Frame.End(tree.size(), tree.root()));
            }
        }
    }

    private static List<Projection> all() {
        return new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("asterism.query").stream()
                .map(found -> type(String.valueOf(found.getBeanClassName())))
                .filter(type -> Projection.class.isAssignableFrom(type) && type.isAnnotationPresent(Component.class))
                .map(type -> (Projection) made(type)).sorted(Comparator.comparing(Projection::name)).toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not made of nothing", e);
        }
    }

    @Override
    public void close() {
        filling.stop();
        source.close();
    }
}
