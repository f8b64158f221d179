package asterism.query.projecting;

import asterism.events.EventTypes;
import asterism.events.HouseEvent.DemoWorldOpened;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One build of one projection on its way along the journal. Used by one thread at a time. */
final class Track {
    private static final int SUBJECTS_KEPT = 50_000;
    private static final String DEMO = EventTypes.nameOf(DemoWorldOpened.class);
    private final Projection projection;
    private final Means means;
    private Build build;
    private Rows rows;
    private Folding folding;

    /** What every track needs. */
    @Component
    record Means(JdbcClient sql, TransactionTemplate transaction, Builds builds, Writing writing) {
    }

    Track(Projection projection, Build build, Means means) {
        this.projection = projection;
        this.means = means;
        this.build = build;
        this.rows = new Rows(this::load);
        this.folding = new Folding(projection, rows, parkedBranches());
    }

    Build build() {
        return build;
    }

    Projection projection() {
        return projection;
    }

    long next() {
        return build.applied() + 1;
    }

    /**
     * Applies facts whose positions follow the applied one without a gap; rows and position are written together. The commit need
     * not be waited for: what a crash takes back is applied again.
     *
     * @return false where somebody else has moved this build meanwhile, so that nothing was applied and its state was read anew
     */
    boolean apply(List<Incoming> facts) {
        try {
            return Boolean.TRUE.equals(means.transaction().execute(_ -> {
                means.sql().sql("set local synchronous_commit = off").update();
                Build stored = means.builds().locked(build);
                if (stored.applied() != build.applied()) {
                    reset(stored);
                    return false;
                }
                Build after = fold(facts);
                means.writing().write(build.schema(), rows.changes());
                means.builds().advance(after);
                build = after;
                return true;
            })) && settled();
        } catch (RuntimeException e) {
            reset(build.applied() >= facts.getFirst().position() ? back(facts) : build);
            throw e;
        }
    }

    /** The commit itself failed: as far as is known, nothing was applied. */
    private Build back(List<Incoming> facts) {
        return new Build(build.projection(), build.number(), build.version(), facts.getFirst().position() - 1, build.appliedAt(),
                build.demo(), null, null);
    }

    private boolean settled() {
        rows.settle(SUBJECTS_KEPT);
        return true;
    }

    private Build fold(List<Incoming> facts) {
        facts.forEach(folding::take);
        return after(facts.getLast(), facts.getFirst());
    }

    private Build after(Incoming last, Incoming first) {
        boolean demo = build.demo() || (first.position() == 1 && first.at().type().equals(DEMO));
        return new Build(build.projection(), build.number(), build.version(), last.position(), last.at().recordedAt(), demo, null, null);
    }

    /** Notes for everybody to see that this build cannot get past a fact. */
    void stopped(Folding.Stopped stopped) {
        means.builds().stop(build, stopped.position(), stopped.reason());
        build = new Build(build.projection(), build.number(), build.version(), build.applied(), build.appliedAt(), build.demo(),
                stopped.position(), stopped.reason());
    }

    /** Another projector has moved this build since; what it wrote is read anew. */
    boolean movedByAnother() {
        Build stored = means.builds().found(build);
        boolean moved = stored.applied() != build.applied();
        if (moved) {
            reset(stored);
        }
        return moved;
    }

    private void reset(Build to) {
        build = to;
        rows = new Rows(this::load);
        folding = new Folding(projection, rows, parkedBranches());
    }

    private Set<String> parkedBranches() {
        return new HashSet<>(means.sql().sql("select distinct branch from " + build.schema() + ".parked").query(String.class).list());
    }

    private <R extends Record> List<R> load(Table<R> table, Object subject) {
        return means.sql().sql("select * from %s.%s where %s = ?".formatted(
                build.schema(), table.name(), table.columns().getFirst().name())).param(subject).query(table).list();
    }
}
