package asterism.command.wiring.journal;

import asterism.command.wiring.journal.Verified.Fault;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Uuids;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the journal row by row: places, times, ids, leaves and tree. Every column is either under the leaf or follows from one that
 * is.
 */
final class Verification {
    private final Frontier frontier = new Frontier();
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<UUID> commands = new HashSet<>();
    private Instant recordedAt = Instant.EPOCH;
    private @Nullable Row last;
    private @Nullable Fault fault;

    void take(Row row) {
        if (fault == null) {
            fault = fault(row);
        }
        if (fault != null) {
            return;
        }
        frontier.add(row.leaf());
        versions.merge(row.fact().stream(), 1L, Long::sum);
        commands.add(row.commandId());
        recordedAt = row.fact().recordedAt();
        last = row;
    }

    /** What is wrong with this row as the next one. */
    @Nullable Fault fault(Row row) {
        var expected = frontier.size() + 1;
        var wrong = wrong(row, expected);
        return wrong == null ? null : new Fault(Math.min(expected, row.fact().position()), wrong);
    }

    /** @param head as it stood in the same snapshot as the rows */
    Verified against(Head head) {
        var tree = new Tree(frontier.size(), frontier.root());
        if (fault != null || fits(head)) {
            return new Verified(tree, Optional.ofNullable(fault));
        }
        return new Verified(tree, Optional.of(new Fault(frontier.size() + 1, "the head says " + head.size()
                + " facts and another root, time or frontier than the " + frontier.size() + " rows give")));
    }

    /** Whether every row taken so far follows from itself and those before it. */
    boolean rowsAreSound() {
        return fault == null;
    }

    private boolean fits(Head head) {
        return head.size() == frontier.size() && Arrays.equals(head.root(), frontier.root())
                && Arrays.equals(head.frontier().bytes(), frontier.bytes()) && head.recordedAt().equals(recordedAt);
    }

    private @Nullable String wrong(Row row, long expected) {
        var fact = row.fact();
        if (fact.position() != expected) {
            return fact.position() > expected ? "the fact is missing" : "there is a fact before the first position";
        }
        if (fact.version() != versions.getOrDefault(fact.stream(), 0L) + 1) {
            return "version " + fact.version() + " is out of turn in " + fact.stream();
        }
        if (!inTurn(row)) {
            return "the fact's command or its place therein is not what it was";
        }
        if (!fact.eventId().equals(Uuids.event(row.commandId(), row.ordinal(), row.digest()))) {
            return "the event id does not follow from command, place and digest";
        }
        if (fact.recordedAt().isBefore(recordedAt)) {
            return "the fact is recorded earlier than the one before it";
        }
        return Arrays.equals(row.leaf(), Leaf.hash(fact)) ? null : "the leaf does not follow from the fact";
    }

    /** A command's facts stand together, 0, 1, 2 …, under one digest, and a command has them once. */
    private boolean inTurn(Row row) {
        if (last != null && last.commandId().equals(row.commandId())) {
            return row.ordinal() == last.ordinal() + 1 && Arrays.equals(row.digest(), last.digest());
        }
        return row.ordinal() == 0 && !commands.contains(row.commandId());
    }
}
