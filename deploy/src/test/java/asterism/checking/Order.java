package asterism.checking;

import asterism.journal.Checkpoint;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** I3: places are dense and unique, and the head says what the facts say. I6: so does every checkpoint that was ever saved. */
final class Order {
    private final Findings findings;
    private final TreeMap<Long, List<Checkpoint>> checkpoints = new TreeMap<>();
    private final Frontier frontier = new Frontier();
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    private long last;
    private Instant recordedAt = Instant.EPOCH;

    Order(List<Checkpoint> saved, Findings findings) {
        this.findings = findings;
        saved.forEach(one -> checkpoints.merge(one.size(), List.of(one),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        reached();
    }

    void take(Recorded fact) {
        if (fact.position() != last + 1) {
            findings.add("I3", fact.position(), "it follows position " + last);
        }
        last = fact.position();
        long version = versions.merge(fact.stream(), 1L, Long::sum);
        if (fact.version() != version) {
            findings.add("I3", fact.position(), "version %d of %s where %d is due".formatted(fact.version(), fact.stream(), version));
        }
        if (!ids.add(fact.eventId())) {
            findings.add("I3", fact.position(), "another fact has the id " + fact.eventId());
        }
        if (fact.recordedAt().isBefore(recordedAt)) {
            findings.add("I3", fact.position(), "it was recorded before the fact in front of it");
        }
        recordedAt = fact.recordedAt();
        frontier.add(Leaf.hash(fact));
        reached();
    }

    private void reached() {
        checkpoints.getOrDefault(frontier.size(), List.of()).stream()
                .filter(saved -> !Arrays.equals(saved.root(), frontier.root()))
                .forEach(saved -> findings.add("I6", saved.size(), "a checkpoint of this size was saved over other facts"));
    }

    long size() {
        return frontier.size();
    }

    void conclude(long size, byte[] root) {
        if (size != frontier.size() || !Arrays.equals(root, frontier.root())) {
            findings.add("I3", frontier.size(), "the head claims %d facts, or another root than the facts give".formatted(size));
        }
        checkpoints.tailMap(frontier.size(), false).keySet()
                .forEach(ahead -> findings.add("I6", ahead, "a checkpoint was saved ahead of the last fact, " + frontier.size()));
    }
}
