package asterism.query.projecting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One build of a projection's tables and how far it has come.
 *
 * @param number     counts from 1 within the projection
 * @param version    of the fold that fills it
 * @param applied    all facts up to this position are folded
 * @param appliedAt  when the last of them was recorded
 * @param demo       the journal holds a demo world
 * @param stoppedAt  position of the fact it cannot get past
 */
record Build(
        String projection, int number, int version, long applied, @Nullable Instant appliedAt, boolean demo, @Nullable Long stoppedAt,
        @Nullable String stoppedBecause) {

    String schema() {
        return schema(projection, number);
    }

    static String schema(String projection, int number) {
        return "p_" + projection + "_" + number;
    }
}
