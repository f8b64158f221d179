package asterism.query.reading;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to give as {@code after} for the page that follows; none on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** The most items on a page. */
    public static final int MOST = 500;

    /** A page of rows of which one more than the limit was asked for. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
        return found.size() <= limit ? new Page<>(found, null)
                : new Page<>(List.copyOf(found.subList(0, limit)), key.apply(found.get(limit - 1)));
    }
}
