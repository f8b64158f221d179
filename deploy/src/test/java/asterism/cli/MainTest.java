package asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    private Path folder = Path.of("");

    /** It is a slip of whoever typed it, and nothing to report. */
    @Test
    void a_file_that_is_not_there_or_cannot_be_written_is_named_in_a_sentence() throws Exception {
        String missing = folder.resolve("people.csv").toString();
        String token = Files.writeString(folder.resolve("token"), "t").toString();
        assertThat(said("import", "people", missing, "--token-file", token)).isEqualTo("1 There is no file " + missing + ".");
        assertThat(said("bench", "page", missing)).isEqualTo("1 There is no file " + missing + ".");
        String figures = Files.writeString(folder.resolve("figures"), "{}").toString();
        assertThat(said("bench", "page", figures, "--to", token)).startsWith("1 " + token + " cannot be read or written: ");
    }

    @Test
    void lint_names_what_is_wrong_with_a_scheme_and_ends_so() throws Exception {
        Path scheme = Path.of("schemes", "zoucheng-70-30.yaml");
        assertThat(said("lint", scheme.toString())).isEqualTo("0 ");
        String broken = Files.writeString(folder.resolve("broken.yaml"), Files.readString(scheme).replace("below: 60", "below: sixty"))
                .toString();
        assertThat(said("lint", broken)).startsWith("1");
        assertThat(said("lint", folder.resolve("none.yaml").toString())).startsWith("2").contains("none.yaml");
    }

    private static String said(String... words) {
        StringWriter err = new StringWriter();
        CommandLine commands = Main.commandLine().setErr(new PrintWriter(err));
        return commands.execute(words) + " " + err.toString().strip();
    }
}
