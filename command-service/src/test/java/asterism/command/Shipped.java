package asterism.command;

import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.events.Pin;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The 70/30 scheme with its local rules, as pinned by a round. */
public final class Shipped {
    private static final String SCHEME = text("../deploy/schemes/zoucheng-70-30.yaml");
    private static final String LOCAL_RULES = text("../deploy/schemes/zoucheng-70-30.local-rules.yaml");
    private static final Map<String, String> DOCUMENTS = Map.of(Sha256.of(SCHEME), SCHEME, Sha256.of(LOCAL_RULES), LOCAL_RULES);

    public static final Pin PIN = new Pin(new SchemeId("zoucheng-70-30"), "2023", Sha256.of(SCHEME), Sha256.of(LOCAL_RULES));
    public static final Rules RULES = RuleBook.rules(PIN, sha256 -> Optional.ofNullable(DOCUMENTS.get(sha256)));

    private Shipped() {
    }

    /** @param path from the module's folder */
    public static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
