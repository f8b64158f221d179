package asterism.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that one log signed with, one after the other, each named by the one before in a fact. The key that a fact names signs
 * every checkpoint that counts this fact, and the one before it signs none of them any more.
 */
public record LogKeys(List<Taken> taken) {
    public static final LogKeys NONE = new LogKeys(List.of());

    /** @param position of the fact that says so */
    public record Taken(long position, KeyChange change) {
    }

    public LogKeys {
        taken = List.copyOf(taken);
    }

    /**
     * With the next one.
     *
     * @throws IllegalArgumentException where it does not go on from the last key
     */
    public LogKeys and(long position, KeyChange change) {
        if (!taken.isEmpty() && !taken.getLast().change().to().equals(change.from())) {
            throw new IllegalArgumentException("the key " + change.from() + " was not the log's when it named another");
        }
        List<Taken> more = new ArrayList<>(taken);
        more.add(new Taken(position, change));
        return new LogKeys(more);
    }

    /** As far as a checkpoint of that size tells. */
    public LogKeys upTo(long size) {
        return new LogKeys(taken.stream().filter(one -> one.position() <= size).toList());
    }

    /** As it is published: a JSON object for each change in a line of its own, position, from, to and statement. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (Taken one : taken) {
            KeyChange change = one.change();
            lines.append("{\"position\":%d,\"from\":\"%s\",\"to\":\"%s\",\"statement\":\"%s\"}\n".formatted(one.position(), change.from(),
                    change.to(), change.statement().encoded().replace("\n", "\\n")));
        }
        return lines.toString();
    }

    /** The key for checkpoints of that size; empty where the log has had no other key than its first. */
    public Optional<VerifierKey> at(long size) {
        return taken.isEmpty() ? Optional.empty() : Optional.of(taken.reversed().stream().filter(one -> one.position() <= size).findFirst()
                .map(one -> one.change().to()).orElse(taken.getFirst().change().from()));
    }
}
