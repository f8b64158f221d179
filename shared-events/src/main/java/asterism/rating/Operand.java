package asterism.rating;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right side of a comparison, the target of a limit, an option of a judgement. */
public sealed interface Operand {

    /** Text whose type is that of the value it meets; the number and the day it may stand for are read once. */
    record Literal(String text, Optional<Exact> number, Optional<LocalDate> day) implements Operand {
        public static Literal of(String text) {
            return new Literal(text, Exact.parse(text), Operand.day(text));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    record Name(String name, @Nullable Shift plus) implements Operand {
    }

    /** A way along the scale, the number line or the calendar; the unit is null for levels and numbers. */
    record Shift(Exact by, @Nullable Span unit) {
    }

    enum Span { DAYS, MONTHS, YEARS }

    DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** Reads {@code YYYY-MM-DD} in ASCII digits. */
    static Optional<LocalDate> day(String text) {
        if (text.length() != 10 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
