package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A level by its code in the scheme, such as {@code 5} or {@code RI}. Which is better, only the scheme knows. */
public record Level(@JsonValue String code) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    @JsonCreator
    public Level {
        if (!CODE.matcher(code).matches()) {
            throw new InvalidValue("level.malformed", "a level code has 1 to 32 letters, digits, hyphens or underscores");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
