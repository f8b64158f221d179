package asterism.query.projecting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of the builds: which there are, how far each has come, which one is live. */
@Component
class Builds {
    private static final String FOUND =
            "select projection, number, version, applied, applied_at, demo, stopped_at, stopped_because from build ";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Builds(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** The newest build of the projection by its present version. */
    Optional<Build> newest(Projection projection) {
        return sql.sql(FOUND + "where projection = ? and version = ? order by number desc limit 1")
                .params(projection.name(), projection.version()).query(Build.class).optional();
    }

    Build create(Projection projection) {
        return transaction.execute(_ -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('build ' || ?))").param(projection.name()).query().singleValue();
            int number = sql.sql("select coalesce(max(number), 0) + 1 from build where projection = ?")
                    .param(projection.name()).query(Integer.class).single();
            String schema = Build.schema(projection.name(), number);
            sql.sql("drop schema if exists " + schema + " cascade").update();
            sql.sql("create schema " + schema).update();
            tables(projection).flatMap(table -> table.ddl(schema).stream()).forEach(ddl -> sql.sql(ddl).update());
            sql.sql("insert into build (projection, number, version) values (?, ?, ?)")
                    .params(projection.name(), number, projection.version()).update();
            return new Build(projection.name(), number, projection.version(), 0, null, false, null, null);
        });
    }

    static Stream<Table<?>> tables(Projection projection) {
        return Stream.concat(projection.tables().stream(), Stream.of(Folding.PARKED));
    }

    /** The build as it stands, its row locked until the transaction ends. */
    Build locked(Build build) {
        return sql.sql(FOUND + "where projection = ? and number = ? for update").params(build.projection(), build.number())
                .query(Build.class).single();
    }

    Build found(Build build) {
        return sql.sql(FOUND + "where projection = ? and number = ?").params(build.projection(), build.number())
                .query(Build.class).single();
    }

    void advance(Build to) {
        sql.sql("update build set applied = ?, applied_at = ?::timestamptz, demo = ?, stopped_at = null, stopped_because = null "
                        + "where projection = ? and number = ?")
                .param(to.applied()).param(Column.text(to.appliedAt())).param(to.demo()).param(to.projection()).param(to.number()).update();
    }

    void stop(Build build, long position, String reason) {
        sql.sql("update build set stopped_at = ?, stopped_because = ? where projection = ? and number = ?")
                .params(position, reason, build.projection(), build.number()).update();
    }

    Optional<Build> live(String projection) {
        return sql.sql(FOUND + "join live using (projection, number) where projection = ?").param(projection).query(Build.class).optional();
    }

    List<Build> all() {
        return sql.sql(FOUND + "order by projection, number").query(Build.class).list();
    }

    long parked(Build build) {
        return sql.sql("select count(*) from " + build.schema() + ".parked").query(Long.class).single();
    }

    /** Makes that build answer, unless it is behind the one that answers now. */
    boolean promote(Build build) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            long behind = live(build.projection()).map(Build::applied).orElse(0L);
            if (locked(build).applied() < behind) {
                return false;
            }
            sql.sql("insert into live values (?, ?) on conflict (projection) do update set number = excluded.number")
                    .params(build.projection(), build.number()).update();
            return true;
        }));
    }
}
