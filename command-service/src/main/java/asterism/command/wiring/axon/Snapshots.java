package asterism.command.wiring.axon;

import asterism.command.wiring.journal.NewFact;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The latest snapshot of each of Axon's aggregates: a short cut, not a truth, and so outside the journal. */
public final class Snapshots {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient database;

    public Snapshots(JdbcClient database) {
        this.database = database;
    }

    void store(NewFact snapshot, String aggregate, long sequence) {
        database.sql("""
                insert into desk.snapshot (aggregate, sequence, written, payload) values (?, ?, ?, ?)
                on conflict (aggregate) do update set sequence = excluded.sequence, written = excluded.written, payload = excluded.payload
                where desk.snapshot.sequence < excluded.sequence""")
                .params(aggregate, sequence, new String(snapshot.metadata(), StandardCharsets.UTF_8), snapshot.payload()).update();
    }

    Optional<DomainEventData<?>> find(String aggregate) {
        return database.sql("select written, payload from desk.snapshot where aggregate = ?").param(aggregate)
                .<DomainEventData<?>>query((row, _) -> JSON.readValue(row.getString(1), Written.class).entry(row.getBytes(2))).optional();
    }
}
