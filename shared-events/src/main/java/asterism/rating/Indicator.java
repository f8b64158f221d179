package asterism.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scored item of a rubric; always a number between floor and max. */
public record Indicator(String id, String part, Method method, Exact max, Exact floor, @Nullable Integer scale,
        WhenMissing missing, Label label) {

    public sealed interface Method {
        /** Points as given; {@code by} is the assessor group, null for a single value. */
        record Given(@Nullable String by) implements Method {
        }

        /** Max less what was found, not below the floor. */
        record Deducted(List<Item> items, boolean freePoints) implements Method {
        }

        /** Floor plus what was found, not above max. */
        record Collected(List<Item> items, boolean freePoints) implements Method {
        }
    }

    public record Item(String id, Exact points, Label label) {
    }

    /** The group that scores this indicator, or null. */
    public @Nullable String by() {
        return method instanceof Method.Given(String group) ? group : null;
    }
}
