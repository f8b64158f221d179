package asterism.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import asterism.embedded.TestJvm;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Helm in a process of its own: its library brings the runtime of Go, whose signal handlers hang a JVM that goes on to do other
 * things. The first argument is {@code lint} or {@code template}; names and values to set follow.
 */
final class Chart {
    private static final Path CHART = Path.of("helm", "asterism");

    private Chart() {
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        if (args[0].equals("lint")) {
            LintResult lint = new Helm(CHART).lint().strict().call();
            lint.getMessages().forEach(out::println);
            Runtime.getRuntime().halt(lint.isFailed() ? 1 : 0);
        }
        var template = new Helm(CHART).template().withName("stars").withKubeVersion("1.29.0");
        for (int i = 1; i < args.length; i += 2) {
            template.set(args[i], args[i + 1]);
        }
        out.println(template.call());
        Runtime.getRuntime().halt(0);
    }

    /** @throws IllegalStateException with Helm's words, where it refuses */
    static String ask(String... args) {
        List<String> command = TestJvm.of(Chart.class.getName());
        command.addAll(List.of(args));
        try {
            Process helm = new ProcessBuilder(command).redirectErrorStream(true).start();
            String words = new String(helm.getInputStream().readAllBytes(), UTF_8);
            if (helm.waitFor() != 0) {
                throw new IllegalStateException(words);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
