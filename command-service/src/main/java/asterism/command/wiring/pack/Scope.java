package asterism.command.wiring.pack;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pack holds.
 *
 * @param kind whole, one branch, one round, or all branches under a body
 * @param id   of the branch, round or body; empty for the whole
 */
public record Scope(Kind kind, String id) {
    private static final Pattern TEXT = Pattern.compile("(branch|round|body):([A-Za-z0-9][A-Za-z0-9_-]{0,63})");

    /** How much. */
    public enum Kind { WHOLE, BRANCH, ROUND, BODY }

    public static final Scope WHOLE = new Scope(Kind.WHOLE, "");

    /** Reads {@code whole}, {@code branch:b017}, {@code round:2025} or {@code body:finance}; empty where it is none of them. */
    public static Optional<Scope> of(String text) {
        Matcher parts = TEXT.matcher(text);
        return text.equals("whole") ? Optional.of(WHOLE)
                : parts.matches() ? Optional.of(new Scope(Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), parts.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return kind == Kind.WHOLE ? "whole" : kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
