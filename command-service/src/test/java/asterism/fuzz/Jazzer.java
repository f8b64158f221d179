package asterism.fuzz;

import asterism.embedded.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets Jazzer look for bytes that a reader falls over, where the reader's own code leads it; what it learns it keeps in {@code target}. */
final class Jazzer {
    private static final Path RESULTS = Path.of("fuzz-results.csv");
    private static final String HEAD = "reader,commit,seconds,inputs,covered,fell_over\n";

    private Jazzer() {
    }

    /** Looks for so long, and writes down how far it came; answers what it said, where something fell over. */
    static String run(Target target, int seconds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(Path.of("target/fuzz", target.name().toLowerCase(Locale.ROOT)));
        List<byte[]> known = new ArrayList<>(target.known());
        known.addAll(target.found());
        for (int i = 0; i < known.size(); i++) {
            Files.write(corpus.resolve("known-" + i), known.get(i));
        }
        Path said = Path.of("target/fuzz-" + target.name().toLowerCase(Locale.ROOT) + ".log");
        List<String> command = TestJvm.of("com.code_intelligence.jazzer.Jazzer", "-Xmx1g", "-XX:+EnableDynamicAgentLoading");
        command.addAll(List.of("--target_class=" + Fuzzed.class.getName(), "--target_args=" + target,
                "--instrumentation_includes=asterism.**",
                "-max_total_time=" + seconds, "-timeout=60", "-rss_limit_mb=3000", "-artifact_prefix=target/", corpus.toString()));
        int ended = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        String words = Files.readString(said);
        if (!Files.exists(RESULTS)) {
            Files.writeString(RESULTS, HEAD);
        }
        Files.writeString(RESULTS, "%s,%s,%d,%s,%s,%d%n".formatted(target, commit(), seconds, last(words, "Done (\\d+) runs"),
                last(words, "cov: (\\d+)"), ended == 0 ? 0 : 1), StandardOpenOption.APPEND);
        return ended == 0 ? "" : words.substring(Math.max(0, words.length() - 4_000));
    }

    private static String last(String words, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(words);
        String last = "";
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }

    private static String commit() throws IOException {
        String built = System.getProperty("commit");
        if (built != null) {
            return built;
        }
        try (var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start().inputReader()) {
            return String.valueOf(git.readLine());
        }
    }
}
