package asterism.command.application;

import asterism.events.ApplicationEvent.Count;
import asterism.events.ApplicationEvent.Tally;
import asterism.events.Mark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The survey: by ballots, or on paper.
 *
 * @param unused  SHA-256 of codes that may still be used
 * @param invited how many codes were given out; 0 where none were
 * @param counts  how often each value was given, by input
 * @param closed  nothing more comes in
 */
record Survey(Set<String> unused, int invited, Map<String, Map<String, Integer>> counts, boolean closed) {
    static final Survey NONE = new Survey(Set.of(), 0, Map.of(), false);

    static Survey opened(List<String> codes) {
        return new Survey(Set.copyOf(codes), codes.size(), Map.of(), false);
    }

    boolean takesBallots() {
        return invited > 0 && !closed;
    }

    int answered() {
        return invited - unused.size();
    }

    Survey cast(String code, List<Mark> marks) {
        Set<String> left = new HashSet<>(unused);
        left.remove(code);
        Map<String, Map<String, Integer>> more = new HashMap<>(counts);
        marks.forEach(mark -> {
            Map<String, Integer> given = new HashMap<>(more.getOrDefault(mark.input(), Map.of()));
            given.merge(mark.cell(), 1, Integer::sum);
            more.put(mark.input(), Map.copyOf(given));
        });
        return new Survey(Set.copyOf(left), invited, Map.copyOf(more), closed);
    }

    /** The ballots themselves are not needed any more. */
    Survey close() {
        return new Survey(Set.of(), invited, Map.of(), true);
    }

    List<Tally> tallies() {
        return new TreeMap<>(counts).entrySet().stream().map(input -> new Tally(input.getKey(), new TreeMap<>(input.getValue())
                .entrySet().stream().map(cell -> new Count(cell.getKey(), cell.getValue())).toList())).toList();
    }
}
