package asterism.cli.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** The raw line of small loads: every caller inserts its fact by itself, in autocommit, into a plain table. No order, no hashes. */
record RawInsert(HikariDataSource source) implements Work {
    static final String TABLE = """
            create table if not exists fact (
                position bigint generated always as identity primary key,
                stream text collate "C" not null, version bigint not null, metadata bytea not null, payload bytea not null,
                unique (stream, version))""";

    static RawInsert open(Database database, int callers) throws SQLException {
        var source = database.pool(callers, true);
        Database.run(source, TABLE);
        return new RawInsert(source);
    }

    @Override
    public int once() throws SQLException {
        try (var connection = source.getConnection();
                var insert = connection.prepareStatement("insert into fact (stream, version, metadata, payload) values (?, ?, ?, ?)")) {
            insert.setString(1, Samples.stream());
            insert.setLong(2, 1);
            insert.setBytes(3, Samples.metadata());
            insert.setBytes(4, Samples.payload());
            return insert.executeUpdate();
        }
    }

    @Override
    public long stored() throws SQLException {
        return Database.number(source, "select count(*) from fact");
    }

    @Override
    public void close() {
        source.close();
    }
}
