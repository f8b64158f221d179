package asterism.query.schemes;

import asterism.document.MalformedException;
import asterism.rating.LocalRules;
import java.util.Optional;

/** Reads a local-rules document where it can be read. */
final class LocalRulesText {
    private LocalRulesText() {
    }

    static Optional<LocalRules> read(String text) {
        try {
            return Optional.of(LocalRules.read(text));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
