package asterism.query.reading;

import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.InvalidValue;
import asterism.events.Level;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parameters of questions, refused by their name where they are malformed. */
public final class Params {
    private Params() {
    }

    /** @throws Refused where it is no id */
    public static @Nullable String branch(String field, @Nullable String value) {
        return checked(field, value, BranchId::new);
    }

    /** @throws Refused where it is no id */
    public static @Nullable String body(String field, @Nullable String value) {
        return checked(field, value, BodyId::new);
    }

    /** @throws Refused where it is no level's code */
    public static @Nullable String level(String field, @Nullable String value) {
        return checked(field, value, Level::new);
    }

    /** @throws Refused where it is not 1 to {@link Page#MOST} */
    public static int limit(int value) {
        if (value < 1 || value > Page.MOST) {
            throw Refused.bad("limit", "limit.out-of-range", "A page has 1 to " + Page.MOST + " items.");
        }
        return value;
    }

    private static @Nullable String checked(String field, @Nullable String value, Function<String, Object> check) {
        if (value != null) {
            try {
                var _ = check.apply(value);
            } catch (InvalidValue e) {
                throw Refused.bad(field, e.code(), e.getMessage() == null ? e.code() : e.getMessage());
            }
        }
        return value;
    }
}
