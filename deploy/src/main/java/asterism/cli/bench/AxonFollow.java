package asterism.cli.bench;

import asterism.cli.bench.RawStars.Granted;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * The peer of the projections: Axon's pooled processor with batches of 500 follows Axon's stock event store, and a handler upserts the
 * rows of each event, as people write it; rows and token in one transaction.
 */
final class AxonFollow implements Work {
    private static final int EVENTS = 2_000;
    private static final int BRANCHES = 200;
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Axon axon;
    private final int events;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
    private final PooledStreamingEventProcessor processor;
    private boolean done;

    /** Writes what an event says, on the connection of the transaction. */
    private record Handler(ConnectionProvider connections, RawStars stars) {
        @EventHandler
        @SuppressWarnings("UnusedMethod") // Axon calls it
        void on(Granted granted) throws SQLException {
            var rows = new RawRows();
            stars.fold(granted, rows);
            rows.upsert(connections.getConnection());
        }
    }

    private AxonFollow(Axon axon, int events, ConnectionProvider connections, JdbcTokenStore tokens) {
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(axon.source()));
        this.axon = axon;
        this.events = events;
        this.processor = PooledStreamingEventProcessor.builder().name("stars").messageSource(axon.store()).tokenStore(tokens)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(new Handler(connections, new RawStars())).build())
                .transactionManager(transactions).coordinatorExecutor(threads).workerExecutor(threads)
                .initialSegmentCount(1).initialToken(StreamableMessageSource::createTailToken).batchSize(BATCH).build();
    }

    static AxonFollow open(Services services, Database database) throws SQLException {
        var axon = Axon.open(database, 4);
        var connections = new SpringDataSourceConnectionProvider(axon.source());
        var tokens = JdbcTokenStore.builder().connectionProvider(connections).serializer(JacksonSerializer.defaultSerializer()).build();
        if (Database.number(axon.source(), "select count(*) from pg_tables where tablename = 'tokenentry'") == 0) {
            new SpringTransactionManager(new DataSourceTransactionManager(axon.source()))
                    .executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
            Database.run(axon.source(), RawStars.TABLES);
        }
        return new AxonFollow(axon, services.sized(EVENTS), connections, tokens).published();
    }

    @Override
    public int once() throws Exception {
        done = true;
        var until = stored() + events;
        processor.start();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (stored() < until) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("Axon's processor stands at " + stored() + ", not at " + until);
            }
            Thread.sleep(LOOK);
        }
        return events;
    }

    @Override
    public boolean more() {
        return !done;
    }

    /** Publishes what is followed next, before the time counts. */
    private AxonFollow published() throws SQLException {
        var after = stored();
        for (var i = 0; i < events; i += BATCH) {
            publish(LongStream.rangeClosed(after + i + 1, after + Math.min(i + BATCH, events)).mapToObj(AxonFollow::event).toList());
        }
        return this;
    }

    private void publish(List<? extends EventMessage<?>> batch) {
        var unit = DefaultUnitOfWork.startAndGet(batch.getFirst());
        unit.execute(() -> axon.store().publish(batch));
    }

    private static EventMessage<?> event(long position) {
        var place = (position - 1) % (10 * BRANCHES);
        var branch = "b%d-%d".formatted((position - 1) / (10 * BRANCHES), place % BRANCHES);
        var turn = place / BRANCHES;
        var granted = new Granted(branch, "2020-%02d-01".formatted(turn + 1), "S" + (turn % 5 + 1), "d" + position, position,
                "standing.level-granted/1", "system/bench", "2026-01-01T00:00:00Z");
        return new GenericDomainEventMessage<>("standing", "standing/" + branch, turn, granted,
                Map.of("actor", "system/bench", "asked", "GrantLevel", "reason", "as decided"));
    }

    @Override
    public long stored() throws SQLException {
        return Database.number(axon.source(), "select position from applied");
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdownNow();
        axon.close();
    }
}
