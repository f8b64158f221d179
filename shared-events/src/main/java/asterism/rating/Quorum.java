package asterism.rating;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many must take part: {@code 5}, {@code 2/3} of the members, or {@code majority}.
 *
 * @param above more than the share is needed, not just the share
 */
public record Quorum(int of, int share, boolean above) {
    private static final Pattern SHARE = Pattern.compile("([1-9][0-9]{0,2})/([1-9][0-9]{0,2})");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final int NO_SHARE = 0;

    /** Empty where the text says none of these. */
    public static Optional<Quorum> of(String text) {
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            return Optional.of(new Quorum(Integer.parseInt(share.group(1)), Integer.parseInt(share.group(2)), false));
        }
        if (text.equals("majority")) {
            return Optional.of(new Quorum(1, 2, true));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(new Quorum(Integer.parseInt(text), NO_SHARE, false)) : Optional.empty();
    }

    public boolean reached(int present, int members) {
        if (share == NO_SHARE) {
            return present >= of;
        }
        long have = (long) present * share;
        long need = (long) members * of;
        return above ? have > need : have >= need;
    }
}
