package asterism.query.projecting;

import asterism.events.EventTypes;
import asterism.events.HouseEvent.DemoWorldOpened;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills an empty build: folds in memory and copies the rows in at the end, with the position they stand for. */
final class Bulk {
    private static final String DEMO = EventTypes.nameOf(DemoWorldOpened.class);
    private final Build build;
    private final Track.Means means;
    private final Rows rows = Rows.empty();
    private final Folding folding;
    private boolean demo;
    private @Nullable Incoming last;
    private Folding.@Nullable Stopped stopped;

    Bulk(Projection projection, Build empty, Track.Means means) {
        this.build = empty;
        this.means = means;
        this.folding = new Folding(projection, rows, Set.of());
    }

    void take(Incoming fact) {
        if (stopped != null) {
            return;
        }
        demo |= fact.position() == 1 && fact.at().type().equals(DEMO);
        try {
            folding.take(fact);
            last = fact;
        } catch (Folding.Stopped e) {
            stopped = e;
        }
    }

    /** Writes what was folded; where somebody else has begun to fill the build, nothing. */
    Build finish() {
        Incoming to = last;
        if (to == null) {
            return build;
        }
        Build filled = new Build(build.projection(), build.number(), build.version(), to.position(), to.at().recordedAt(),
                demo, null, null);
        return means.transaction().execute(_ -> {
            Build stored = means.builds().locked(build);
            if (stored.applied() != 0) {
                return stored;
            }
            means.writing().copy(build.schema(), rows.changes());
            means.builds().advance(filled);
            return filled;
        });
    }
}
