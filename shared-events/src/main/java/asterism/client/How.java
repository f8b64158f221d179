package asterism.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a command is sent.
 *
 * @param key    under which it has one effect, however often it is sent; 1 to 255 visible characters
 * @param seen   the version of the subject that was looked at; none to take it as it is
 * @param reason to be published with the fact; must not name persons
 * @param onBehalfOf the person who delegated
 */
public record How(String key, @Nullable Long seen, @Nullable String reason, @Nullable String onBehalfOf) {

    /** Once, whatever version the subject has. */
    public static How once() {
        return under(UUID.randomUUID().toString());
    }

    public static How under(String key) {
        return new How(key, null, null, null);
    }

    public How seeing(long version) {
        return new How(key, version, reason, onBehalfOf);
    }

    public How because(String why) {
        return new How(key, seen, why, onBehalfOf);
    }

    public How onBehalfOf(String person) {
        return new How(key, seen, reason, person);
    }
}
