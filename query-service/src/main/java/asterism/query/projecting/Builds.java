package asterism.query.projecting;

import asterism.journal.Frontier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of the builds: which there are, how far each has come, which one is live. */
@Component
class Builds {
    private static final String COLUMNS = """
            projection, number, version, applied, applied_at, demo, stopped_at, stopped_because, filling, held, edition, since\s""";
    private static final String FOUND = "select " + COLUMNS + "from build ";
    private static final String SCHEMA = "'p_' || projection || '_' || number";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Builds(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** The builds of the projection by its present version that are not retired, oldest first. */
    List<Build> kept(Projection projection) {
        return sql.sql(FOUND + "where projection = ? and version = ? and retired_at is null order by number")
                .params(projection.name(), projection.version()).query(Build.class).list();
    }

    /** An empty build, to be filled. */
    Build create(Projection projection, boolean held) {
        return transaction.execute(_ -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('build ' || ?))").param(projection.name()).query().singleValue();
            int number = sql.sql("select coalesce(max(number), 0) + 1 from build where projection = ?")
                    .param(projection.name()).query(Integer.class).single();
            String schema = Build.schema(projection.name(), number);
            sql.sql("drop schema if exists " + schema + " cascade").update();
            sql.sql("create schema " + schema).update();
            tables(projection).forEach(table -> sql.sql(table.create(schema)).update());
            return sql.sql("insert into build (projection, number, version, filling, held) values (?, ?, ?, true, ?) returning " + COLUMNS)
                    .params(projection.name(), number, projection.version(), held).query(Build.class).single();
        });
    }

    static Stream<Table<?>> tables(Projection projection) {
        return Stream.concat(projection.tables().stream(), Stream.of(Folding.PARKED));
    }

    /** The builds as they stand, by schema, their rows locked until the transaction ends; without those that are retired. */
    Map<String, Build> locked(Collection<Build> builds) {
        return sql.sql(FOUND + "where " + SCHEMA + " = any(?) and retired_at is null order by projection, number for update")
                .param(schemas(builds)).query(Build.class).list().stream().collect(Collectors.toMap(Build::schema, Function.identity()));
    }

    private static String[] schemas(Collection<Build> builds) {
        return builds.stream().map(Build::schema).toArray(String[]::new);
    }

    /** The build as it stands; empty once it is retired. */
    Optional<Build> found(Build build) {
        return sql.sql(FOUND + "where projection = ? and number = ? and retired_at is null").params(build.projection(), build.number())
                .query(Build.class).optional();
    }

    /** Writes how far they have come, or what they cannot get past. */
    void advance(List<Build> to) {
        sql.sql("""
                update build b set applied = u.applied, applied_at = u.at::timestamptz, demo = u.demo, stopped_at = u.stopped,
                    stopped_because = u.because
                from unnest(?::text[], ?::int[], ?::bigint[], ?::text[], ?::boolean[], ?::bigint[], ?::text[])
                    as u (projection, number, applied, at, demo, stopped, because)
                where b.projection = u.projection and b.number = u.number""")
                .param(to.stream().map(Build::projection).toArray(String[]::new))
                .param(to.stream().map(Build::number).toArray(Integer[]::new))
                .param(to.stream().map(Build::applied).toArray(Long[]::new))
                .param(to.stream().map(build -> Column.text(build.appliedAt())).toArray(String[]::new))
                .param(to.stream().map(Build::demo).toArray(Boolean[]::new))
                .param(to.stream().map(Build::stoppedAt).toArray(Long[]::new))
                .param(to.stream().map(Build::stoppedBecause).toArray(String[]::new)).update();
    }

    /** The right edge of the tree over the facts a build was filled with so far. */
    Frontier frontier(Build build) {
        byte[] bytes = sql.sql("select coalesce(frontier, '') from build where projection = ? and number = ?")
                .params(build.projection(), build.number()).query(byte[].class).single();
        return Frontier.of(build.applied(), bytes);
    }

    void frontier(Build build, Frontier frontier) {
        sql.sql("update build set frontier = ? where projection = ? and number = ?")
                .params(frontier.bytes(), build.projection(), build.number()).update();
    }

    /** From here on it follows. Its indexes are made now, as that is quicker at once than row by row. */
    void filled(Projection projection, Build build) {
        transaction.executeWithoutResult(_ -> {
            tables(projection).flatMap(table -> table.ready(build.schema())).forEach(ddl -> sql.sql(ddl).update());
            sql.sql("update build set filling = false where projection = ? and number = ?").params(build.projection(), build.number())
                    .update();
        });
    }

    /** Its rows were changed where they stand: whoever holds them in memory reads them anew. It tries again what stopped it. */
    void changed(Build build) {
        sql.sql("""
                update build set edition = edition + 1, stopped_at = null, stopped_because = null
                where projection = ? and number = ?""").params(build.projection(), build.number()).update();
    }

    /** The build that answers where that version of the projection runs. */
    Optional<Build> live(String projection, int version) {
        return sql.sql(FOUND + "join live using (projection, number) where projection = ? and for_version = ?").params(projection, version)
                .query(Build.class).optional();
    }

    /** How far those have come that answer, of whatever version; none where none does yet. */
    Optional<Long> answered(String projection) {
        return sql.sql("select max(applied) from build join live using (projection, number) where projection = ?").param(projection)
                .query(Long.class).optional();
    }

    /** The build that answered there before the one that answers now. */
    Optional<Build> former(String projection, int version) {
        return sql.sql("select " + COLUMNS + """
                from build where retired_at is null
                    and (projection, number) in (select projection, former from live where projection = ? and for_version = ?)""")
                .params(projection, version).query(Build.class).optional();
    }

    List<Build> all() {
        return sql.sql(FOUND + "where retired_at is null order by projection, number").query(Build.class).list();
    }

    /** How many facts wait in each branch. */
    Map<String, Integer> parked(Build build) {
        return sql.sql("select branch, count(*)::int from " + build.schema() + ".parked group by branch")
                .query((found, _) -> Map.entry(found.getString(1), found.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Makes these builds answer where their version runs, all at once, and keeps those they replace; what those had replaced is retired.
     *
     * @return the first that cannot: it is behind one that answers, is being filled, or stands still; then nothing is changed
     */
    Optional<Build> promote(List<Build> builds) {
        return transaction.execute(status -> {
            Map<String, Build> locked = locked(builds);
            for (Build build : builds) {
                Build stored = locked.get(build.schema());
                Optional<Build> live = live(build.projection(), build.version());
                long answered = live.map(Build::applied).or(() -> answered(build.projection())).orElse(0L);
                if (stored == null || !stored.follows() || stored.applied() < answered) {
                    status.setRollbackOnly();
                    return Optional.of(build);
                }
                live.filter(now -> now.number() != build.number()).ifPresentOrElse(now -> replace(now, build), () -> first(build));
            }
            return Optional.empty();
        });
    }

    /** Of earlier versions the one before stays, for the way back. */
    private void first(Build build) {
        sql.sql("insert into live (projection, for_version, number) values (?, ?, ?) on conflict do nothing")
                .params(build.projection(), build.version(), build.number()).update();
        sql.sql("update build set held = true where projection = ? and number = ?").params(build.projection(), build.number()).update();
        sql.sql("""
                with gone as (delete from live where projection = :projection and for_version < (
                    select max(for_version) from live where projection = :projection and for_version < :version) returning for_version)
                update build set retired_at = clock_timestamp()
                where projection = :projection and retired_at is null and version in (select for_version from gone)""")
                .param("projection", build.projection()).param("version", build.version()).update();
    }

    private void replace(Build live, Build by) {
        sql.sql("""
                update build set retired_at = clock_timestamp() where (projection, number) in (
                    select projection, former from live where projection = ? and for_version = ? and former <> ?)""")
                .params(live.projection(), live.version(), by.number()).update();
        sql.sql("update live set number = ?, former = ? where projection = ? and for_version = ?")
                .params(by.number(), live.number(), live.projection(), live.version()).update();
        sql.sql("update build set held = true where projection = ? and number in (?, ?)")
                .params(live.projection(), live.number(), by.number()).update();
    }

    /**
     * @param version that runs; what another version answers from may go
     * @return false where it is the one that answers
     */
    boolean retire(Build build, int version) {
        return sql.sql("""
                with gone as (delete from live where projection = :projection and number = :number and for_version <> :version)
                update build set retired_at = clock_timestamp() where projection = :projection and number = :number and not exists (
                    select from live where projection = :projection and number = :number and for_version = :version)""")
                .param("projection", build.projection()).param("number", build.number()).param("version", version).update() > 0;
    }

    /** Drops what is retired, once nobody can be reading it any more. */
    void sweep() {
        List<String> unread = sql.sql("select " + SCHEMA + " " + """
                from build where retired_at is not null and not dropped and not exists (
                    select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
                        and xact_start < retired_at)""").query(String.class).list();
        for (String schema : unread) {
            sql.sql("drop schema if exists " + schema + " cascade").update();
            sql.sql("update build set dropped = true where " + SCHEMA + " = ?").param(schema).update();
        }
    }
}
