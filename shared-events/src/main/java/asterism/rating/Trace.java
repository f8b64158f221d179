package asterism.rating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account of one unit while it is being written. Switched off, it costs nothing. */
final class Trace {
    private final boolean on;
    private String unit = "";
    private final List<TraceLine> lines = new ArrayList<>();

    Trace(boolean on) {
        this.on = on;
    }

    void unit(String id) {
        unit = id;
    }

    boolean isOn() {
        return on;
    }

    List<TraceLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    void add(Line line) {
        if (on) {
            lines.add(line.done(unit, lines.size() + 1));
        }
    }

    /** A line being put together. */
    static final class Line {
        private final String step;
        private final String verb;
        private final Map<String, @Nullable String> reads = new LinkedHashMap<>();
        private String effect = "set";
        private @Nullable String name;
        private @Nullable String before;
        private @Nullable String after;
        private @Nullable String row;
        private @Nullable List<@Nullable String> perAssessor;
        private @Nullable List<String> options;
        private @Nullable Outcome outcome;
        private @Nullable Seats seats;
        private @Nullable String rank;
        private @Nullable Scheme scheme;

        Line(String step, String verb) {
            this.step = step;
            this.verb = verb;
        }

        Line reads(String read, @Nullable Value value) {
            reads.putIfAbsent(read, text(value));
            return this;
        }

        Line readsText(String read, String text) {
            reads.putIfAbsent(read, text);
            return this;
        }

        Line effect(String word) {
            effect = word;
            return this;
        }

        Line wrote(String target, @Nullable Value from, @Nullable Value to) {
            name = target;
            before = text(from);
            after = text(to);
            return this;
        }

        Line row(String which) {
            row = which;
            return this;
        }

        Line perAssessor(List<@Nullable Exact> each) {
            List<@Nullable String> texts = new ArrayList<>();
            each.forEach(score -> texts.add(score == null ? null : score.toString()));
            perAssessor = Collections.unmodifiableList(texts);
            return this;
        }

        Line options(List<String> each) {
            options = each;
            return this;
        }

        Line outcome(Outcome end) {
            outcome = end;
            return this;
        }

        Line seats(Seats figures, @Nullable Integer place) {
            seats = figures;
            rank = place == null ? null : place.toString();
            return this;
        }

        Line scheme(Scheme read) {
            scheme = read;
            return this;
        }

        private TraceLine done(String unit, int seq) {
            return new TraceLine(unit, seq, step, verb, effect, reads.isEmpty() ? null : Collections.unmodifiableMap(reads), name,
                    before, after, row,
                    perAssessor, options, outcome == null ? null : outcome.word(), outcome == null ? null : outcome.reason(),
                    seats == null ? null : seats.quota(), seats == null ? null : seats.share().toString(),
                    seats == null ? null : number(seats.base()),
                    seats == null ? null : number(seats.seats()), seats == null ? null : number(seats.have()), rank,
                    scheme == null ? null : scheme.id(), scheme == null ? null : scheme.version(),
                    scheme == null ? null : scheme.document().hash());
        }

        private static String number(int number) {
            return Integer.toString(number);
        }

        private static @Nullable String text(@Nullable Value value) {
            return value == null ? null : value.text();
        }
    }

    /** The figures of a quota in one cohort. */
    record Seats(String quota, Exact share, int base, int seats, int have) {
    }
}
