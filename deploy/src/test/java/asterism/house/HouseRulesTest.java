package asterism.house;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.house.HouseRules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("shared-events", "command-service", "query-service", "deploy");

    /** A bad file for each rule: a rule that cannot fail is not a rule. */
    private static final Map<String, Map.Entry<String, String>> PLANTED = Map.of(
            "no tabs", Map.entry("a/src/main/java/A.java", "\tint a;"),
            "nothing left to do", Map.entry("a/src/main/java/A.java", "// TO" + "DO later"),
            "tests do not sleep", Map.entry("a/src/test/java/A.java", "Thread." + "sleep(5);"),
            "tests are not disabled silently", Map.entry("a/src/test/java/A.java", "@Dis" + "abled"),
            "functions end", Map.entry("a/src/main/java/A.java", "    void a() {\n" + "        b();\n".repeat(70) + "    }\n"),
            "no clock in decisions", Map.entry("c/src/main/java/asterism/command/appeal/A.java", "return LocalDate" + ".now();"),
            "no default over facts", Map.entry("c/src/main/java/asterism/command/appeal/A.java", "            default -> state;"),
            "module poms are short", Map.entry("deploy/pom.xml", "<a/>\n".repeat(61)));

    static List<Rule> rules() {
        return HouseRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsItsRules(Rule rule) throws IOException {
        List<Path> files = sources();
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(files.stream().filter(file -> rule.files().test(name(file)))
                .flatMap(file -> rule.broken().in(name(file), read(file)))).as(rule.name() + ": " + rule.reason()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleCatchesItsPlantedFault(Rule rule) {
        Map.Entry<String, String> bad = Objects.requireNonNull(PLANTED.get(rule.name()), "a planted fault for " + rule.name());
        assertThat(rule.files().test(bad.getKey())).isTrue();
        assertThat(rule.broken().in(bad.getKey(), bad.getValue())).isNotEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> MODULES.contains(ROOT.relativize(file).getName(0).toString()))
                    .filter(file -> !name(file).matches(".*(/target/|/node_modules/).*"))
                    .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith("pom.xml"))
                    .filter(Files::isRegularFile).toList();
        }
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
