package asterism.query.why;

import asterism.events.Fact;
import asterism.query.why.Node.Kind;
import asterism.rating.TraceLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rating engine's account as a tree. The steps that had to do with the level stand side by side in their order; under each stands
 * what it looked at, down to what came from outside.
 *
 * @param fact   that carries the account
 * @param inputs the node of something that came from outside, by its name and the value that was read
 */
record Account(List<TraceLine> lines, Clauses clauses, Fact fact, BiFunction<String, @Nullable String, Node> inputs) {
    private static final String LEVEL = "level";
    private static final Set<String> ABOUT_SEATS = Set.of("quota");

    static Account of(List<String> trace, Clauses clauses, Fact fact, BiFunction<String, @Nullable String, Node> inputs) {
        return new Account(trace.stream().map(TraceLine::parse).toList(), clauses, fact, inputs);
    }

    /** What the unit's own figures came to. */
    List<Node> steps() {
        return nodes(false);
    }

    /** What the seats of the round made of it. */
    List<Node> quotas() {
        return nodes(true);
    }

    private List<Node> nodes(boolean seats) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            TraceLine line = lines.get(i);
            boolean aboutLevel = LEVEL.equals(line.name()) || line.outcome() != null || line.effect().equals("skipped");
            if (ABOUT_SEATS.contains(line.verb()) == seats && (seats || aboutLevel)) {
                nodes.add(step(i, new HashSet<>()));
            }
        }
        return nodes;
    }

    private Node step(int at, Set<Integer> above) {
        TraceLine line = lines.get(at);
        boolean quota = ABOUT_SEATS.contains(line.verb());
        Set<Integer> path = new HashSet<>(above);
        path.add(at);
        Node node = clauses.cite(Node.of(quota ? Kind.QUOTA : Kind.STEP, line.step(), line.after()).was(line.before()), line.step())
                .detail("writes", line.name()).detail("verb", line.verb()).detail("effect", line.effect()).detail("row", line.row())
                .detail("outcome", line.outcome()).detail("reason", line.reason()).detail("share", line.share())
                .detail("base", line.base()).detail("seats", line.seats()).detail("have", line.have()).detail("rank", line.rank());
        return node.said(fact).because(reads(line).entrySet().stream().filter(read -> !read.getKey().equals(LEVEL))
                .map(read -> quota ? compared(read.getKey(), read.getValue()) : read(read.getKey(), read.getValue(), at, path)).toList());
    }

    /** What units were ranked by; how it came about stands under the proposal. */
    private Node compared(String name, @Nullable String value) {
        return clauses.cite(Node.of(clauses.isInput(name) ? Kind.INPUT : Kind.STEP, name, value), name).said(fact);
    }

    private Node read(String name, @Nullable String value, int at, Set<Integer> above) {
        for (int i = at - 1; i >= 0; i--) {
            TraceLine line = lines.get(i);
            boolean wrote = name.equals(line.name()) && !line.effect().equals("skipped");
            if (wrote && !above.contains(i) && !clauses.isInput(name)) {
                return step(i, above);
            }
        }
        return clauses.isInput(name) ? inputs.apply(name, value) : compared(name, value);
    }

    private static Map<String, @Nullable String> reads(TraceLine line) {
        return line.reads() == null ? Map.of() : line.reads();
    }
}
