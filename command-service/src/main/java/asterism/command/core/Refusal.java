package asterism.command.core;

import org.jspecify.annotations.Nullable;

/**
 * Why not.
 *
 * @param code     stable, {@code capability.what-is-wrong}
 * @param sentence for people, without personal data
 * @param field    path of the field at fault in the command, such as {@code marks[0].cell}
 */
public record Refusal(Kind kind, String code, String sentence, @Nullable String field) {

    public enum Kind {
        /** The command cannot be meant as it is. */
        INVALID,
        /** A subject it names is not there. */
        UNKNOWN,
        /** It is not for this person to ask. Nothing of it is recorded. */
        DENIED,
        /** The procedure does not allow it now. */
        RULE,
        /** A guard forbids it to this person; the attempt is recorded. */
        GUARD
    }
}
