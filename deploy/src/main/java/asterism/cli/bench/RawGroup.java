package asterism.cli.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** The raw line of great loads: one writer inserts for all who wait by one autocommit statement. No order kept, no hashes. */
final class RawGroup implements Work {
    private static final int MOST = 2_000;
    private static final String INSERT = """
            insert into fact (stream, version, metadata, payload)
            select * from unnest(?::text[], ?::bigint[], ?::bytea[], ?::bytea[])""";

    private final HikariDataSource source;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;

    @SuppressWarnings("ArrayRecordComponent") // exact bytes, handed through, never compared
    private record Waiting(String stream, byte[] metadata, byte[] payload, CompletableFuture<Integer> done) {
    }

    private RawGroup(HikariDataSource source) {
        this.source = source;
        this.writer = Thread.ofPlatform().name("group-writer").start(this::write);
    }

    static RawGroup open(Database database, int callers) throws SQLException {
        var source = database.pool(2, true);
        Database.run(source, RawInsert.TABLE);
        return new RawGroup(source);
    }

    @Override
    public int once() {
        var waiting = new Waiting(Samples.stream(), Samples.metadata(), Samples.payload(), new CompletableFuture<>());
        queue.add(waiting);
        return waiting.done().join();
    }

    private void write() {
        var batch = new ArrayList<Waiting>(MOST);
        try (var connection = source.getConnection()) {
            while (true) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, MOST - 1);
                insert(connection, batch);
                batch.forEach(waiting -> waiting.done().complete(1));
            }
        } catch (InterruptedException _) {
            // closed
        } catch (SQLException e) {
            batch.forEach(waiting -> waiting.done().completeExceptionally(e));
        }
    }

    private static void insert(Connection connection, List<Waiting> batch) throws SQLException {
        var versions = new Long[batch.size()];
        Arrays.fill(versions, 1L);
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("text", batch.stream().map(Waiting::stream).toArray()));
            insert.setArray(2, connection.createArrayOf("bigint", versions));
            insert.setArray(3, connection.createArrayOf("bytea", batch.stream().map(Waiting::metadata).toArray(byte[][]::new)));
            insert.setArray(4, connection.createArrayOf("bytea", batch.stream().map(Waiting::payload).toArray(byte[][]::new)));
            insert.executeUpdate();
        }
    }

    @Override
    public long stored() throws SQLException {
        return Database.number(source, "select count(*) from fact");
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
