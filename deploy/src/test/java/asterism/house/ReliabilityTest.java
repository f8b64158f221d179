package asterism.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which test shows what must not break. A row that no test names as its tag fails here, unless it is admitted to be open. */
class ReliabilityTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(\\w+)\"\\)");

    private static final Pattern NAMED = Pattern.compile("^\\s*(?:public |final |abstract )*(?:void (\\w+)\\(|class \\w+)");

    /** What no test shows yet. */
    private static final Set<String> OPEN = Set.of();

    private record Row(String id, String happens, String expected) {
        static Row of(String line) {
            String[] cells = line.split(" \\| ", -1);
            return new Row(cells[0], cells[1], cells[2]);
        }
    }

    @Test
    void everyRowIsShownByATestOrAdmittedToBeOpen() throws IOException {
        Map<String, Set<String>> shown = shown(sources());
        List<String> ids = rows().map(Row::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(shown.keySet()).as("tags that name no row").isSubsetOf(ids);
        assertThat(ids.stream().filter(id -> !shown.containsKey(id)).collect(Collectors.toSet())).as("rows without a test").isEqualTo(OPEN);
        StringBuilder table = new StringBuilder("| | what happens | what is expected | shown by |\n|---|---|---|---|\n");
        rows().forEach(row -> table.append("| %s | %s | %s | %s |\n".formatted(row.id(), row.happens(), row.expected(),
                shown.containsKey(row.id()) ? String.join("<br>", shown.get(row.id())) : "**nothing yet**")));
        Generated.check(Path.of("what-must-not-break.md"), "rows", table.toString());
    }

    @Test
    void aTagIsFoundOverAMethodAndOverAClass() {
        assertThat(tags("""
                @Tag("F1")
                class A {
                    @Test
                    @Tag("F2") @Tag("F3")
                    void b() throws Exception {
                    }

                    @ParameterizedTest
                    @Tag("B1")
                    @CsvSource(delimiter = '|', textBlock = \"""
                            a;{b | c
                            \""")
                    void c(String d) {
                    }
                }
                """, "A")).isEqualTo(Map.of("F1", Set.of("A"), "F2", Set.of("A.b"), "F3", Set.of("A.b"), "B1", Set.of("A.c")));
    }

    private static Map<String, Set<String>> shown(List<Path> tests) throws IOException {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (Path test : tests) {
            String name = Objects.requireNonNull(test.getFileName(), "a file has a name").toString().replace(".java", "");
            tags(Files.readString(test), name).forEach((id, by) -> shown.computeIfAbsent(id, _ -> new TreeSet<>()).addAll(by));
        }
        return shown;
    }

    private static Map<String, Set<String>> tags(String source, String name) {
        Map<String, Set<String>> tags = new TreeMap<>();
        List<String> open = new ArrayList<>();
        for (String line : source.lines().toList()) {
            Matcher tag = TAG.matcher(line);
            while (line.stripLeading().startsWith("@") && tag.find()) {
                open.add(tag.group(1));
            }
            Matcher named = NAMED.matcher(line);
            if (named.find()) {
                String by = named.group(1) == null ? name : name + "." + named.group(1);
                open.forEach(id -> tags.computeIfAbsent(id, _ -> new TreeSet<>()).add(by));
                open.clear();
            }
        }
        return tags;
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/house/reliability.txt")).stream()
                .filter(line -> !line.startsWith("#")).map(Row::of);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().replace('\\', '/').matches(".*/src/test/java/.*\\.java"))
                    .filter(file -> !file.endsWith("ReliabilityTest.java")).filter(file -> !file.toString().contains("/target/")).toList();
        }
    }
}
