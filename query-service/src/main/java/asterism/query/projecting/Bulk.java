package asterism.query.projecting;

import asterism.journal.Frontier;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a build that nobody reads: folds in memory and copies the rows in, in as few portions as memory allows. */
final class Bulk {
    private final Projection projection;
    private final Track.Means means;
    private final Rows rows;
    private final Folding folding;
    private Build stored;
    private Build build;

    Bulk(Projection projection, Build build, Track.Means means) {
        this.projection = projection;
        this.stored = build;
        this.build = build;
        this.means = means;
        this.rows = build.applied() == 0 ? Rows.emptyAtFirst(means.loader(build)) : new Rows(means.loader(build));
        this.folding = new Folding(projection, rows, build.applied() == 0 ? Map.of() : means.builds().parked(build));
    }

    Build build() {
        return build;
    }

    /** How many rows it holds in memory. */
    int held() {
        return rows.held();
    }

    /** @param subjects what the facts are about */
    void take(List<Incoming> facts, List<Set<String>> subjects) {
        rows.expect(subjects);
        for (Incoming fact : facts) {
            if (build.stoppedAt() != null) {
                return;
            }
            try {
                folding.take(fact);
                build = build.at(fact.position(), fact.at().recordedAt(), build.demo() || Track.opensDemoWorld(fact));
            } catch (Folding.Stopped stopped) {
                build = build.stopped(stopped.position(), stopped.reason());
            }
        }
    }

    /**
     * Writes what was folded, and how far that is, so that a fill that is cut off can go on.
     *
     * @param done nothing more comes
     * @throws IllegalStateException where the build is not as it was left: somebody else fills it, or it is retired
     */
    void flush(Frontier frontier, boolean done) {
        means.transaction().executeWithoutResult(_ -> {
            Build now = means.builds().locked(List.of(stored)).get(stored.schema());
            if (now == null || !now.standsAs(stored)) {
                throw new IllegalStateException(stored.schema() + " is not as it was left");
            }
            means.writing().fill(build.schema(), rows.changes());
            means.builds().advance(List.of(build));
            if (build.stoppedAt() == null) {
                means.builds().frontier(build, frontier);
            }
            if (done) {
                means.builds().filled(projection, build);
            }
        });
        stored = build;
        rows.settle(Integer.MAX_VALUE);
    }

    /** Lets go of the half of its rows that was looked at longest ago, all being written. */
    void halve() {
        rows.settle(rows.held() / 2);
    }

    /** Ends the fill where it was written last. */
    void followInstead() {
        means.builds().filled(projection, stored);
    }
}
