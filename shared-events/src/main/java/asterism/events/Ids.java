package asterism.events;

import java.util.regex.Pattern;

/** The one rule for ids: small letters, digits, hyphens; they appear in addresses, streams and letters, so nothing needs escaping. */
final class Ids {
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private Ids() {
    }

    static String plain(String what, String value) {
        if (!PLAIN.matcher(value).matches()) {
            throw new InvalidValue("id.malformed", what + " must be 1 to 64 small letters, digits or hyphens");
        }
        return value;
    }
}
