package asterism.query.projecting;

import asterism.embedded.TestServers;
import asterism.journal.Framed;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
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

/** The projecting machinery alone, on a database of its own: no web, no topic; the journal is a list. */
public final class Desk implements AutoCloseable {
    private final HikariDataSource source = new HikariDataSource();
    private final List<Recorded> journal;
    private final Filling filling;
    private final Projector projector;
    private final Upkeep upkeep;
    private final Dump dump;
    private final Live live;
    private final JdbcClient sql;

    /**
     * @param journal all facts there are, which the feed hands out
     * @param batch   facts in one transaction
     * @param rows    held in memory while a build is filled
     */
    public Desk(List<Projection> projections, List<Recorded> journal, int batch, int rows) {
        this.journal = journal;
        source.setJdbcUrl(TestServers.postgres().jdbcUrl(TestServers.newDatabase()));
        source.setUsername(TestServers.postgres().username());
        source.setPassword(TestServers.postgres().password());
        source.setMaximumPoolSize(4);
        source.setMinimumIdle(0);
        Flyway.configure().dataSource(source).locations("classpath:db/query").load().migrate();
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        JdbcTemplate jdbc = new JdbcTemplate(source);
        sql = JdbcClient.create(jdbc);
        Builds builds = new Builds(sql, transaction);
        Track.Means means = new Track.Means(sql, transaction, builds, new Writing(jdbc));
        Pulse pulse = new Pulse(Duration.ofMinutes(1), new SimpleMeterRegistry());
        filling = new Filling(source, this::feed, projections, pulse, rows);
        Stride stride = new Stride(means, pulse, Duration.ofSeconds(5), Propagator.NOOP);
        projector = new Projector(projections, this::feed, means, stride, filling, pulse, batch);
        upkeep = new Upkeep(projector, means, filling, new Parking(means), new Comparison(sql, builds, pulse, transactions), pulse);
        dump = new Dump(projections, builds, jdbc, transaction);
        live = new Live(jdbc, transactions, projections, pulse, ZoneId.of("Asia/Shanghai"));
    }

    /** The product's own projections, in order of their names. */
    public static List<Projection> all() {
        return new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents("asterism.query").stream()
                .map(found -> type(String.valueOf(found.getBeanClassName())))
                .filter(type -> Projection.class.isAssignableFrom(type) && type.isAnnotationPresent(Component.class))
                .map(type -> (Projection) made(type)).sorted((one, other) -> one.name().compareTo(other.name())).toList();
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

    private Optional<Framed.Frame.End> feed(long after, Predicate<Recorded> taker) {
        Frontier frontier = new Frontier();
        for (Recorded fact : List.copyOf(journal)) {
            frontier.add(Leaf.hash(fact));
            if (fact.position() > after && !taker.test(fact)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Framed.Frame.End(frontier.size(), frontier.root()));
    }

    /** Makes builds that nothing has filled: what comes next must come by {@link #accept} or {@link #follow}. */
    public Desk openEmpty() {
        projector.open();
        filled();
        return this;
    }

    /** Takes facts as the topic brings them. */
    public void accept(Collection<Recorded> facts) {
        try {
            projector.accept(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings all builds up to the journal's end by the feed. */
    public Desk follow() {
        projector.lookAtFeed();
        return this;
    }

    /** Builds all anew beside what answers. */
    public Desk rebuild() {
        upkeep.rebuild(Upkeep.ALL, true);
        filled();
        return this;
    }

    private void filled() {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> upkeep.standing(Upkeep.ALL).stream()
                .noneMatch(build -> build.filling() && build.stoppedAt() == null));
        projector.look();
        projector.lookAtFeed();
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    public Dump dump() {
        return dump;
    }

    public Live live() {
        return live;
    }

    public JdbcClient sql() {
        return sql;
    }

    Projector projector() {
        return projector;
    }

    @Override
    public void close() {
        filling.stop();
        source.close();
    }
}
