package asterism.house;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The house rules that a compiler does not know, each with the reason it exists. */
final class HouseRules {

    /**
     * A rule about the lines of a file.
     *
     * @param files  which files it is for
     * @param broken finds the faults in a file's text, in words
     */
    record Rule(String name, String reason, Predicate<String> files, Faults broken) {
    }

    /** Finds faults in a file. */
    @FunctionalInterface
    interface Faults {
        Stream<String> in(String path, String text);
    }

    private static final Predicate<String> JAVA = path -> path.endsWith(".java");
    private static final Predicate<String> TESTS = JAVA.and(path -> path.contains("/src/test/"));
    private static final Predicate<String> MAIN = JAVA.and(path -> path.contains("/src/main/"));
    private static final int LONGEST_LINE = 140;
    private static final int LONGEST_FUNCTION = 70;
    private static final int LONGEST_MODULE_POM = 60;
    private static final Pattern FUNCTION_STARTS =
            Pattern.compile("^(    |        )(?!(return|throw|new|else|case)\\b)[^ /*@}].*\\)[^;]*\\{$");

    static final List<Rule> ALL = List.of(
            new Rule("lines fit", "two files stand side by side on a screen", JAVA, lines(line -> line.length() > LONGEST_LINE)),
            new Rule("no tabs", "a tab is as wide as each reader's editor says", JAVA, lines(line -> line.contains("\t"))),
            new Rule("nothing left to do", "what is left to do belongs in the tracker, not in the code", JAVA,
                    lines(line -> line.matches(".*\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b.*"))),
            new Rule("tests do not sleep", "a sleep is too long on a good day and too short on a bad one", TESTS,
                    lines(line -> line.contains("Thread." + "sleep("))),
            new Rule("tests are not disabled silently", "a skipped test has one of two reasons: no browser, no rating data", TESTS,
                    lines(line -> line.contains("@Dis" + "abled"))),
            new Rule("functions end", "a function longer than a screen hides its shape", JAVA, HouseRules::longFunctions),
            new Rule("no clock in decisions", "time comes from the edge, so that a decision can be replayed",
                    MAIN.and(path -> path.contains("/asterism/command/") && !path.contains("/wiring/")),
                    lines(line -> line.matches(".*\\b(Instant|LocalDate|LocalDateTime|Clock)\\.(now|system)\\w*\\(.*"))),
            new Rule("no default over facts", "a new fact must be a compile error wherever it is folded",
                    MAIN.and(path -> path.matches(".*/asterism/(command/(?!wiring|core)|standing/|query/(?!web|projecting)).*")),
                    lines(line -> line.strip().startsWith("default ->"))),
            new Rule("module poms are short", "versions and plugins stand once, in the root",
                    path -> path.endsWith("/pom.xml"), (path, text) ->
                    text.lines().count() > LONGEST_MODULE_POM ? Stream.of(path + " has more than 60 lines") : Stream.empty()));

    private HouseRules() {
    }

    private static Faults lines(Predicate<String> bad) {
        return (path, text) -> {
            List<String> lines = text.lines().toList();
            return IntStream.range(0, lines.size()).filter(i -> bad.test(lines.get(i))).mapToObj(i -> path + ":" + (i + 1));
        };
    }

    private static Stream<String> longFunctions(String path, String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> FUNCTION_STARTS.matcher(lines.get(i)).matches()
                        && !lines.get(i).matches(".*\\b(class|record|interface|enum) .*"))
                .filter(i -> length(lines, i) > LONGEST_FUNCTION)
                .mapToObj(i -> path + ":" + (i + 1) + " is a function of " + length(lines, i) + " lines");
    }

    /** Lines until the closing brace at the same indent. */
    private static int length(List<String> lines, int start) {
        String close = " ".repeat(lines.get(start).length() - lines.get(start).stripLeading().length()) + "}";
        return (int) lines.stream().skip(start + 1L).takeWhile(line -> !line.startsWith(close)).count() + 2;
    }
}
