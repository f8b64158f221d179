package asterism.cli.bench;

import java.util.Set;

/**
 * One way to do a piece of work.
 *
 * @param part    what it is about: {@code append}, {@code command}, {@code projection}, {@code rebuilding}, {@code rating},
 *                {@code what-if}, {@code proof}, {@code relay}, {@code start} or {@code growing}
 * @param name    short, without blanks
 * @param callers how many do it at once
 * @param worker  how it is done
 */
record Line(String part, String name, int callers, Worker worker) {
    private static final Set<String> SHARED = Set.of("command", "conflicts", "projector", "lag", "rebuild", "lookup", "as-of",
            "as-of-all", "no-op", "page-branches", "page-branch", "page-overview", "page-history", "grown-append", "grown-check");

    /** Sets the work up. */
    @FunctionalInterface
    interface Worker {

        /** Goes on where an earlier window of the same line left this database; the first finds it empty. */
        Work open(Database database, int callers) throws Exception;
    }

    String id() {
        return name + "@" + callers;
    }

    /** Each line has a database of its own; but all that ask one house share its. */
    String database() {
        return part + "-" + (SHARED.contains(name) ? "house" : id());
    }
}
