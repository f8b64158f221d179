package asterism.query.projecting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One build of a projection's tables and how far it has come.
 *
 * @param number    counts from 1 within the projection
 * @param version   of the fold that fills it
 * @param applied   all facts up to this position are folded
 * @param appliedAt when the last of them was recorded
 * @param demo      the journal holds a demo world
 * @param stoppedAt position of the fact it cannot get past
 * @param filling   its rows come from the feed and are not all there yet
 * @param held      it does not take over by itself
 * @param edition   counts changes of its rows that do not move the position
 * @param since     when it was begun
 */
record Build(
        String projection, int number, int version, long applied, @Nullable Instant appliedAt, boolean demo, @Nullable Long stoppedAt,
        @Nullable String stoppedBecause, boolean filling, boolean held, long edition, Instant since) {

    String schema() {
        return schema(projection, number);
    }

    static String schema(String projection, int number) {
        return "p_" + projection + "_" + number;
    }

    /** It takes facts, as they come. */
    boolean follows() {
        return !filling && stoppedAt == null;
    }

    Build at(long position, @Nullable Instant recordedAt, boolean demoWorld) {
        return new Build(projection, number, version, position, recordedAt, demoWorld, null, null, filling, held, edition, since);
    }

    Build stopped(long at, String because) {
        return new Build(projection, number, version, applied, appliedAt, demo, at, because, filling, held, edition, since);
    }

    /** Rows folded for that one may be written to this one, which is what is stored. */
    boolean standsAs(Build known) {
        return applied == known.applied && edition == known.edition && filling == known.filling;
    }
}
