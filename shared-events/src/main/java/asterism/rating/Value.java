package asterism.rating;

import java.time.LocalDate;

/** What a name stands for while a unit is rated. A missing value is no value at all. */
public sealed interface Value {
    /** The shortest exact text, as the trace and the documents write it. */
    String text();

    record Num(Exact number) implements Value {
        @Override
        public String text() {
            return number.toString();
        }
    }

    /** A level; place 0 is the worst of the scheme. */
    record Rank(int place, String code) implements Value {
        @Override
        public String text() {
            return code;
        }
    }

    record Flag(boolean yes) implements Value {
        @Override
        public String text() {
            return String.valueOf(yes);
        }
    }

    record Day(LocalDate date) implements Value {
        @Override
        public String text() {
            return date.toString();
        }
    }

    /** A choice or a key of a table. */
    record Word(String text) implements Value {
    }
}
