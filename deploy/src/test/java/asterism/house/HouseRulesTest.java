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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("shared-events", "command-service", "query-service", "deploy");

    /** A bad file for each rule: a rule that cannot fail is not a rule. */
    private static final Map<String, Map.Entry<String, String>> PLANTED = Map.of(
            "lines fit", Map.entry("a/src/main/java/A.java", "x".repeat(141)),
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

    @Test
    void everyPackageTellsItsStoryAndRefusesNull() throws IOException {
        assertThat(untold(sources()).map(HouseRulesTest::name)).isEmpty();
    }

    @Test
    void aPackageWithoutAStoryAndOneThatLetsNullInAreCaught(@TempDir Path root) throws IOException {
        Path told = plant(root, "told", "/** A story. */\n@NullMarked\npackage told;\n");
        Path silent = plant(root, "silent", null);
        Path lax = plant(root, "lax", "/** A story. */\npackage lax;\n");
        Path curt = plant(root, "curt", "@NullMarked\npackage curt;\n");
        assertThat(untold(List.of(told, silent, lax, curt)))
                .containsExactlyInAnyOrder(silent.getParent(), lax.getParent(), curt.getParent());
    }

    @Test
    void everyRefusalCodeIsNamedByATest() throws IOException {
        assertThat(unnamed(".*/src/main/.*", ".*/src/test/.*", 200)).isEmpty();
    }

    /** A fact, a place and a wish show it; a server or an example that happens to meet it does not. */
    @Test
    void everyRefusalOfADeciderIsNamedByATestWithoutServers() throws IOException {
        String deciders = "/java/asterism/command/(?!wiring/).*";
        assertThat(unnamed("command-service/src/main" + deciders, "command-service/src/test" + deciders + "Test[.]java", 240)).isEmpty();
    }

    /** Codes that these sources say no with and these tests do not name. */
    private static Stream<String> unnamed(String sources, String tests, int atLeast) throws IOException {
        List<Path> files = sources();
        Set<String> named = files.stream().filter(file -> name(file).matches(tests))
                .flatMap(file -> RefusalCodes.named(read(file)).stream()).collect(Collectors.toSet());
        Map<String, String> codes = new TreeMap<>();
        files.stream().filter(file -> name(file).matches(sources))
                .forEach(file -> RefusalCodes.in(read(file)).forEach(code -> codes.put(code, name(file))));
        assertThat(codes).hasSizeGreaterThan(atLeast);
        return codes.entrySet().stream().filter(code -> !named.contains(code.getKey()))
                .map(code -> "no test is refused with " + code.getKey() + ", which " + code.getValue() + " says");
    }

    @Test
    void aCodeIsFoundHoweverItIsSaidAndATestOfAnotherIsNoTestOfIt() {
        assertThat(RefusalCodes.in("""
                return late ? refuse("a.too-late",
                        "b") : Decision.invalid("field", "a.in-b", "c");
                throw new Trouble(HttpStatus.GONE, "a.gone", null, "d");
                problem.setProperty("code", "a.busy");
                settings.put("server.port", "0");
                """)).containsExactly("a.busy", "a.gone", "a.in-b", "a.too-late");
        assertThat(RefusalCodes.named("assertThat(code).isEqualTo(\"a.too-late\"); | a.in-b | 400")).contains("a.too-late", "a.in-b");
        assertThat(RefusalCodes.named("\"a.too-late-by-far\", \"ba.too-late\"")).doesNotContain("a.too-late");
    }

    private static Path plant(Path root, String name, @Nullable String story) throws IOException {
        Path folder = Files.createDirectory(root.resolve(name));
        if (story != null) {
            Files.writeString(folder.resolve("package-info.java"), story);
        }
        return Files.writeString(folder.resolve("A.java"), "package " + name + ";\nclass A {}\n");
    }

    /** The folders of these sources whose package has no story or is not marked. */
    private static Stream<Path> untold(List<Path> sources) {
        return sources.stream().filter(file -> file.toString().endsWith(".java")).map(HouseRulesTest::folder).distinct().sorted()
                .filter(folder -> !told(folder.resolve("package-info.java")));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent(), "a source stands in a folder");
    }

    private static boolean told(Path story) {
        return Files.exists(story) && read(story).contains("/**") && read(story).contains("@NullMarked");
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
