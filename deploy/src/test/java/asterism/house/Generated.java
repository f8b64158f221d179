package asterism.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that is generated: between {@code <!-- name -->} and {@code <!-- /name -->}. */
public final class Generated {
    private Generated() {
    }

    /** Fails where the document says something else; with {@code -Ddocs.write=true} writes it instead. */
    public static void check(Path document, String name, String text) throws IOException {
        String open = "<!-- " + name + " -->";
        String close = "<!-- /" + name + " -->";
        String now = Files.readString(document);
        int from = now.indexOf(open) + open.length();
        int to = now.indexOf(close);
        assertThat(to).as("%s has the markers of %s", document, name).isGreaterThan(from - 1);
        String wanted = now.substring(0, from) + "\n" + text.strip() + "\n" + now.substring(to);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(document, wanted);
        }
        assertThat(Files.readString(document)).as("%s: write it anew with -Ddocs.write=true", document).isEqualTo(wanted);
    }
}
