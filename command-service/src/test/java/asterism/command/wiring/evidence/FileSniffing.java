package asterism.command.wiring.evidence;

import asterism.command.wiring.http.Trouble;
import java.io.IOException;
import java.nio.file.Path;

/** For whoever tries strange files. */
public final class FileSniffing {
    private FileSniffing() {
    }

    /** Says what a file is, or turns it away. */
    public static void sniff(Path file) throws IOException {
        try {
            var _ = Sniffing.ending(Sniffing.typeOf(file));
        } catch (Trouble refused) {
            var _ = refused.getMessage();
        }
    }
}
