package asterism.command.wiring.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which appends of a batch can stand, one after the other, as far as this process knows. What it does not know becomes a condition of the
 * statement. Pure: acts on nothing but itself.
 */
final class Plan {
    private final Versions known;
    private final boolean exact;
    private final Map<String, Long> moved = new HashMap<>();
    private final Map<String, Long> unproven = new HashMap<>();
    private final Set<UUID> commands = new HashSet<>();
    private final List<Pending> standing = new ArrayList<>();
    private final List<Pending> doubtful = new ArrayList<>();
    private boolean unsure;

    /** @param exact whether all streams of these appends are known as they stand, because the head is locked */
    Plan(Versions known, boolean exact, List<Pending> appends) {
        this.known = known;
        this.exact = exact;
        for (var pending : appends) {
            (stands(pending.append()) ? standing : doubtful).add(pending);
        }
    }

    /** The appends to write, in order. */
    List<Pending> standing() {
        return standing;
    }

    /** The appends that were recorded before or conflict; which of the two is to be looked up after the others are written. */
    List<Pending> doubtful() {
        return doubtful;
    }

    /** Where the streams stand once {@link #standing()} is written. */
    Map<String, Long> moved() {
        return moved;
    }

    /** What the statement must find before it writes. */
    Map<String, Long> unproven() {
        return unproven;
    }

    /** Whether somebody knows a later version than this process does: the head must be locked and the streams be looked up. */
    boolean unsure() {
        return unsure;
    }

    /** Whether there is nothing to write that could prove what is remembered. */
    boolean onlyConditions() {
        return !standing.isEmpty() && !hasFacts();
    }

    boolean hasFacts() {
        return standing.stream().anyMatch(p -> !p.append().facts().isEmpty());
    }

    private boolean stands(Append append) {
        var mine = new HashMap<String, Long>();
        var toCheck = new HashMap<String, Long>();
        if (commands.contains(append.commandId())
                || !append.conditions().stream().allMatch(c -> at(c.stream(), c.version(), mine, toCheck))) {
            return false;
        }
        for (var fact : append.facts()) {
            var first = fact.version() == 1 && last(fact.stream(), mine) == null; // the unique (stream, version) is check enough
            if (!first && !at(fact.stream(), fact.version() - 1, mine, toCheck)) {
                return false;
            }
            mine.put(fact.stream(), fact.version());
        }
        if (!append.facts().isEmpty()) {
            commands.add(append.commandId());
        }
        moved.putAll(mine);
        unproven.putAll(toCheck);
        return true;
    }

    private boolean at(String stream, long version, Map<String, Long> mine, Map<String, Long> toCheck) {
        var last = last(stream, mine);
        if (last == null) {
            var checked = toCheck.getOrDefault(stream, unproven.get(stream));
            toCheck.put(stream, version);
            return checked == null || checked == version;
        }
        var later = version > last && !exact;
        unsure |= later;
        return later || version == last;
    }

    private @Nullable Long last(String stream, Map<String, Long> mine) {
        var last = mine.getOrDefault(stream, moved.get(stream));
        return last == null ? known.of(stream) : last;
    }
}
