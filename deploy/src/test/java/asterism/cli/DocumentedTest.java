package asterism.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the documents tell people to type is understood; and each way of running anything is gone by a test. */
class DocumentedTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> DOCUMENTS = List.of("README.md", "deploy/README.md", "deploy/operating.md", "deploy/bench/README.md",
            "command-service/README.md", "query-service/README.md", "shared-events/README.md", ".github/CONTRIBUTING.md");
    /** Who types it. A table in the documents is run as it stands there. */
    private static final Map<String, String> RUN_BY = Map.ofEntries(
            entry("run", "local/HouseProcess"), entry("rate", "cli/RateCommandTest"),
            entry("lint", "cli/MainTest"), entry("impact", "cli/ImpactCommandTest"), entry("what-if", "cli/WhatIfCommandTest"),
            entry("import", "local/Tables"), entry("export", "local/HouseCrashIT"), entry("verify", "local/HouseCrashIT"),
            entry("projection", "local/LocalHouseIT"), entry("projection list", "local/LocalHouseIT"),
            entry("projection rebuild", "local/LocalHouseIT"), entry("projection diff", "local/LocalHouseIT"),
            entry("projection promote", "local/LocalHouseIT"), entry("projection rollback", "local/LocalHouseIT"),
            entry("projection retire", "local/LocalHouseIT"), entry("projection parked", "local/LocalHouseIT"),
            entry("projection retry", "local/LocalHouseIT"), entry("witness", "cli/WitnessCommandTest"),
            entry("bench", "cli/bench/BenchIT"), entry("bench page", "cli/bench/PageCommandTest"));
    /** In a passage set as code, which may go over lines, or on a line of its own, which goes on after a stroke. */
    private static final Pattern TYPED = Pattern.compile("`(?:\\./)?(?:deploy/)?(?:asterism|mvnw) [^`]+`|"
            + "^ *(?:\\./)?(?:deploy/)?(?:asterism|mvnw) (?:[^#\\\\\\n]|\\\\\\n)+", Pattern.MULTILINE);

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words after the program's name. */
    private static List<String> typed(String program) {
        return DOCUMENTS.stream().flatMap(file -> TYPED.matcher(text(file)).results()).map(found -> found.group().replace("`", "").strip())
                .filter(line -> line.matches("(?s)(\\./)?(deploy/)?" + program + " .*")).map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Test
    void theProgramHasEachCommandAndEachOption() {
        List<String> typed = typed("asterism");
        assertThat(typed).hasSizeGreaterThan(30);
        assertThat(typed.stream().flatMap(words -> amiss(Main.commandLine(), words, List.of(words.split("[\\s\\[\\]=]+"))))).isEmpty();
    }

    /** What of these words the program does not know. */
    private static Stream<String> amiss(CommandLine command, String words, List<String> left) {
        List<String> names = left.isEmpty() ? List.of() : List.of(left.getFirst().split("\\|"));
        if (!names.isEmpty() && command.getSubcommands().keySet().containsAll(names)) {
            return names.stream().map(name -> Objects.requireNonNull(command.getSubcommands().get(name)))
                    .flatMap(named -> amiss(named, words, left.subList(1, left.size())));
        }
        List<String> wrong = new ArrayList<>();
        if (command.getParent() == null) {
            wrong.add("there is no such command: " + words);
        }
        left.stream().filter(word -> word.startsWith("--") && !command.getCommandSpec().optionsMap().containsKey(word))
                .forEach(word -> wrong.add("there is no " + word + ": " + words));
        return wrong.stream();
    }

    @Test
    void eachCommandIsToldOfAndTyped() {
        List<String> all = commands("", Main.commandLine()).toList();
        assertThat(all).containsExactlyInAnyOrderElementsOf(RUN_BY.keySet());
        String told = String.join("\n", DOCUMENTS.stream().map(DocumentedTest::text).toList());
        assertThat(RUN_BY).allSatisfy((command, test) -> {
            String last = command.substring(command.lastIndexOf(' ') + 1);
            assertThat(told).containsPattern("asterism [a-z |]*\\b" + last);
            assertThat(text("deploy/src/test/java/asterism/" + test + ".java")).as(command).containsPattern("(?i)[\" ]" + last
                    + "\\b|" + last.replace("-", "") + "Command");
        });
    }

    private static Stream<String> commands(String before, CommandLine line) {
        return line.getSubcommands().entrySet().stream().flatMap(each -> Stream.concat(Stream.of(before + each.getKey()),
                commands(before + each.getKey() + " ", each.getValue())));
    }

    @Test
    void whatMavenIsToldIsThere() {
        List<String> typed = typed("mvnw");
        assertThat(typed).hasSizeGreaterThan(5);
        String pom = text("pom.xml");
        assertThat(typed).allSatisfy(words -> {
            named("-P(\\S+)", words).forEach(profile -> assertThat(pom).as(words).contains("<id>" + profile + "</id>"));
            named("-pl (\\S+)", words).flatMap(modules -> Stream.of(modules.split(","))).forEach(module ->
                    assertThat(ROOT.resolve(module).resolve("pom.xml")).as(words).exists());
            named("-D(?:it\\.)?test=(\\w+)", words).filter(test -> !test.equalsIgnoreCase("none")).forEach(test ->
                    assertThat(sources()).as(words).contains(test + ".java"));
        });
    }

    private static Stream<String> named(String pattern, String words) {
        return Pattern.compile(pattern).matcher(words).results().map(found -> found.group(1));
    }

    private static List<String> sources() {
        return Stream.of("shared-events", "command-service", "query-service", "deploy").flatMap(module -> {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                return files.map(file -> file.getFileName().toString()).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }
}
