package asterism.cli.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon's own event store as people set it up: JDBC engine, embedded store, Jackson, one transaction for each unit of work. */
record Axon(HikariDataSource source, EmbeddedEventStore store) {

    static Axon open(Database database, int callers) throws SQLException {
        System.setProperty("axoniq.update-checker.disabled", "true");
        var source = database.pool(callers, false);
        var serializer = JacksonSerializer.defaultSerializer();
        var engine = JdbcEventStorageEngine.builder().eventSerializer(serializer).snapshotSerializer(serializer)
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(source)))
                .transactionManager(NoTransactionManager.instance())
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .build();
        if (Database.number(source, "select count(*) from pg_tables where tablename = 'domainevententry'") == 0) {
            DefaultUnitOfWork.startAndGet(null).execute(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE)); // it commits
        }
        return new Axon(source, EmbeddedEventStore.builder().storageEngine(engine).build());
    }

    long stored() throws SQLException {
        return Database.number(source, "select count(*) from DomainEventEntry");
    }

    void close() {
        store.shutDown();
        source.close();
    }
}
