package asterism.command.wiring;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a reader of the journal has come, kept in the database. */
public final class Mark {
    private final JdbcClient database;
    private final String reader;

    public Mark(JdbcClient database, String reader) {
        this.database = database;
        this.reader = reader;
    }

    /** The position it has come to; 0 at first. */
    public long position() {
        return database.sql("select position from desk.mark where reader = ?").param(reader).query(Long.class).optional().orElse(0L);
    }

    /** Moves on; never back, whoever else moves it. */
    public void move(long position) {
        database.sql("""
                insert into desk.mark as mark (reader, position) values (?, ?)
                on conflict (reader) do update set position = greatest(mark.position, excluded.position)""")
                .param(reader).param(position).update();
    }
}
