package asterism.query.difference;

import asterism.rating.Exact;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Scheme;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Keeps a score that nobody gave within what the scheme allows. */
final class Scales {
    private static final int FINEST = 4;

    private Scales() {
    }

    /** The cell moved by so much: within the range of its input, with as many decimals as that allows. */
    static String within(Scheme scheme, String input, String cell, Exact by) {
        Exact given = Exact.parse(cell).orElse(null);
        if (given == null || by.signum() == 0) {
            return cell;
        }
        Indicator indicator = scheme.indicators().get(input);
        if (indicator != null) {
            return bounded(given.plus(by), indicator.floor(), indicator.max(), indicator.scale());
        }
        Input known = scheme.inputs().get(input);
        return known != null && known.type() instanceof Input.Type.Numeric number
                ? bounded(given.plus(by), number.least(), number.most(), number.scale()) : cell;
    }

    private static String bounded(Exact value, @Nullable Exact least, @Nullable Exact most, @Nullable Integer scale) {
        Exact rounded = value.round(scale == null ? FINEST : scale, RoundingMode.HALF_UP);
        Exact above = least == null ? rounded : rounded.max(least);
        return (most == null ? above : above.min(most)).toString();
    }
}
