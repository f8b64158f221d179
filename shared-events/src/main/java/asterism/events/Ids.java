package asterism.events;

/** The one rule for ids: small letters, digits, hyphens; they appear in addresses, streams and letters, so nothing needs escaping. */
final class Ids {
    private static final int LONGEST = 64;

    private Ids() {
    }

    static String plain(String what, String value) {
        boolean plain = !value.isEmpty() && value.length() <= LONGEST && value.charAt(0) != '-';
        for (int i = 0; plain && i < value.length(); i++) { // every fact that is read passes here some times
            char sign = value.charAt(i);
            plain = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-';
        }
        if (!plain) {
            throw new InvalidValue("id.malformed", what + " must be 1 to 64 small letters, digits or hyphens");
        }
        return value;
    }
}
