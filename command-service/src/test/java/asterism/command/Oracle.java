package asterism.command;

import asterism.events.Post;
import asterism.policy.Policy.Relation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may ask for what, and whom a decision turns away, as {@code small-world/guards.txt} says. */
record Oracle(Map<String, Row> rows) {

    /** What keeps somebody from judging. */
    enum Conflict { OWN, FORMER, DECLARED, PARENT, DESK, ASSESSED, MODERATED, DECIDED, SELF }

    /** Ways of being tied to a branch that the table does not tell apart. */
    private static final Set<Conflict> TIED = Set.of(Conflict.OWN, Conflict.FORMER, Conflict.DECLARED);

    /**
     * @param posts  each with how far it reaches: {@code round-office below}; {@code house} or {@code anybody} alone
     * @param asking who is turned away when they ask
     * @param named  who is turned away when they are put into a part
     */
    record Row(List<String> posts, Set<Conflict> asking, Set<Conflict> named) {
        boolean anybody() {
            return posts.contains("anybody");
        }

        boolean permits(Post post, Relation relation) {
            return anybody() || permits(post.name().toLowerCase(Locale.ROOT).replace('_', '-'), relation) || permits("any-post", relation);
        }

        private boolean permits(String post, Relation relation) {
            return posts.contains(post + " anywhere") || (posts.contains(post + " below") && relation != Relation.FOREIGN)
                    || (posts.contains(post + " own") && relation == Relation.OWN);
        }
    }

    static Oracle read() {
        Map<String, Row> rows = new TreeMap<>();
        Shipped.text("src/test/resources/small-world/guards.txt").lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
                    String[] cells = line.split("\\|", -1);
                    rows.put(cells[0].strip(), new Row(list(cells[1]).toList(), conflicts(cells[2]), conflicts(cells[3])));
                });
        return new Oracle(rows);
    }

    Row row(String command) {
        return Objects.requireNonNull(rows.get(command), () -> "small-world/guards.txt has no row for " + command);
    }

    private static Set<Conflict> conflicts(String cell) {
        Set<Conflict> conflicts = EnumSet.noneOf(Conflict.class);
        list(cell).filter(word -> !word.equals("-")).forEach(word -> conflicts.addAll(
                word.equals("tied") ? TIED : Set.of(Conflict.valueOf(word.toUpperCase(Locale.ROOT)))));
        return conflicts;
    }

    private static Stream<String> list(String cell) {
        return Arrays.stream(cell.split(",", -1)).map(String::strip);
    }
}
