package asterism.query.projecting;

import asterism.events.EventTypes;
import asterism.events.HouseEvent.DemoWorldOpened;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One build of one projection on its way along the journal. Used by one thread at a time. */
final class Track {
    private static final int ROWS_KEPT = 30_000;
    private static final String DEMO = EventTypes.nameOf(DemoWorldOpened.class);
    private final Projection projection;
    private final Means means;
    private Build build;
    private @Nullable Memory memory;

    /** What every track needs. */
    @Component
    record Means(JdbcClient sql, TransactionTemplate transaction, Builds builds, Writing writing) {

        /** Loads the rows of a build's tables. */
        Rows.Loader loader(Build build) {
            return new Rows.Loader() {
                @Override
                public <R extends Record> List<R> load(Table<R> table, Collection<Object> subjects) {
                    Column first = table.columns().getFirst();
                    return sql.sql("select * from %s.%s where %s = any(?::%s[])"
                            .formatted(build.schema(), table.name(), first.name(), first.element()))
                            .param(subjects.stream().map(first::element).toArray(first::elements)).query(table).list();
                }
            };
        }
    }

    /** Rows as they are after the facts folded so far, stored or not. */
    private record Memory(Rows rows, Folding folding) {
    }

    Track(Projection projection, Build build, Means means) {
        this.projection = projection;
        this.means = means;
        this.build = build;
    }

    Build build() {
        return build;
    }

    Projection projection() {
        return projection;
    }

    /** How many facts wait. */
    int parked() {
        return memory().folding().parked();
    }

    /** Whether a batch of the topic begins with the fact that says so. */
    static boolean opensDemoWorld(Incoming fact) {
        return fact.position() == 1 && fact.at().type().equals(DEMO);
    }

    /**
     * Folds facts that follow without a gap, in memory alone.
     *
     * @param subjects what they are about
     * @return the build as it will stand once that is written
     */
    Build fold(List<Incoming> facts, List<Set<String>> subjects) {
        Memory in = memory();
        in.rows().expect(subjects);
        Build after = build;
        for (Incoming fact : facts) {
            try {
                in.folding().take(fact);
            } catch (Folding.Stopped stopped) {
                return after.stopped(stopped.position(), stopped.reason());
            }
            after = after.at(fact.position(), fact.at().recordedAt(), after.demo() || opensDemoWorld(fact));
        }
        return after;
    }

    /** Lets one fact wait that cannot even be written. */
    Build park(Incoming fact, String reason) {
        try {
            memory().folding().parkOrStop(fact, reason);
            return build.at(fact.position(), fact.at().recordedAt(), build.demo());
        } catch (Folding.Stopped stopped) {
            return build.stopped(stopped.position(), stopped.reason());
        }
    }

    /** Within the transaction that moves the build. */
    void write() {
        means.writing().write(build.schema(), memory().rows().changes());
    }

    /** What was folded is written. */
    void settled(Build after) {
        build = after;
        memory().rows().settle(ROWS_KEPT);
    }

    /** What is in memory counts no more. */
    void forget() {
        memory = null;
    }

    /**
     * Reads anew how the build stands, and forgets its rows where somebody else has changed them.
     *
     * @return whether somebody has
     */
    boolean look() {
        Build stored = means.builds().found(build).orElse(build);
        boolean moved = !stored.standsAs(build);
        if (moved) {
            memory = null;
        }
        build = stored;
        return moved;
    }

    private Memory memory() {
        Memory now = memory;
        if (now == null) {
            Rows rows = new Rows(means.loader(build));
            now = new Memory(rows, new Folding(projection, rows, means.builds().parked(build)));
            memory = now;
        }
        return now;
    }
}
