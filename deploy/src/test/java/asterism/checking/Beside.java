package asterism.checking;

import asterism.journal.Checkpoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a journal and must agree with it. Empty where nothing is known of it; then nothing is shown of it either.
 *
 * @param asked       the commands that people sent, answered or not; none where that is not known
 * @param answers     each success that was answered, as often as it was
 * @param checkpoints all that were ever saved, whose signatures hold
 * @param builds      of the projections, after everything came to rest
 * @param stars       as they are shown then
 * @param poison      the branches of facts that were planted unreadable, by their position; the empty text for a fact of no branch
 */
public record Beside(@Nullable Set<UUID> asked, List<Acknowledged> answers, List<Checkpoint> checkpoints, List<Built> builds,
        List<Shown> stars, Map<Long, String> poison) {
    /** A journal alone. */
    public static final Beside NOTHING = new Beside(null, List.of(), List.of(), List.of(), List.of(), Map.of());

    /**
     * A command that was answered with success.
     *
     * @param position of its last fact, where it has facts
     * @param facts    wire names of what was recorded, in order
     */
    public record Acknowledged(UUID command, long position, List<String> facts) {
        public Acknowledged {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A build of a projection.
     *
     * @param way      how its facts came: by the topic, by the feed
     * @param trouble  why it does not follow; none where it does
     * @param parked   facts that wait, in each branch
     * @param contents what its rows amount to; builds of one projection must amount to the same. None where it was not read
     */
    public record Built(String projection, String way, long applied, @Nullable String trouble, Map<String, Integer> parked,
            @Nullable String contents) {
    }

    /** The star shown for a day; none for unrated. */
    public record Shown(String branch, LocalDate day, @Nullable String level) {
    }
}
