package asterism.command.rules;

import asterism.document.Finding;
import asterism.document.MalformedException;
import asterism.events.Pin;
import asterism.rating.LocalRules;
import asterism.rating.LocalRules.Effective;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.lint.ProcedureWords;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Pinned documents as rules. What a SHA-256 names never changes, so each pair of documents is read once and remembered. */
public final class RuleBook {
    private static final Map<Pin, Rules> READ = new ConcurrentHashMap<>();

    private RuleBook() {
    }

    /**
     * The rules a pin names.
     *
     * @param documents finds a document by its SHA-256
     * @throws IllegalStateException where a pinned document is missing, or is not what it was when it was pinned
     */
    public static Rules rules(Pin pin, Function<String, Optional<String>> documents) {
        return READ.computeIfAbsent(pin, _ -> read(pin, text(pin.sha256(), documents), text(pin.localRules(), documents)));
    }

    private static String text(String sha256, Function<String, Optional<String>> documents) {
        return documents.apply(sha256).orElseThrow(() -> new IllegalStateException("the pinned document " + sha256 + " is missing"));
    }

    private static Rules read(Pin pin, String scheme, String localRules) {
        Scheme version = SchemeReader.read(scheme).orThrow().stream().filter(one -> one.version().equals(pin.version())).findFirst()
                .orElseThrow(() -> new IllegalStateException("the pinned document does not hold version " + pin.version()));
        Effective effective = LocalRules.read(localRules).effective(version).filter(Effective::isComplete)
                .orElseThrow(() -> new IllegalStateException("the pinned local rules leave something unsaid"));
        return new Rules(version, effective.procedure());
    }

    /** What keeps these local rules from completing that version, first of all; empty where nothing does. */
    public static Optional<String> fault(String scheme, String localRules) {
        try {
            return LocalRules.read(localRules).effective(SchemeReader.read(scheme).orThrow().getFirst()).map(RuleBook::fault)
                    .orElse(Optional.of("the scheme only calculates; it has no procedure to fill"));
        } catch (MalformedException e) {
            return Optional.of(e.finding().toString());
        }
    }

    private static Optional<String> fault(Effective effective) {
        return effective.findings().stream().findFirst().map(Finding::toString)
                .or(() -> effective.notStated().stream().findFirst().map(path -> "neither the scheme nor these rules say " + path))
                .or(() -> ProcedureWords.unknown(effective.procedure()).entrySet().stream().findFirst()
                        .map(word -> word.getKey() + ": " + word.getValue()));
    }
}
