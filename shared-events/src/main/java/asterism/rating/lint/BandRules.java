package asterism.rating.lint;

import asterism.rating.Exact;
import asterism.rating.Input;
import asterism.rating.Level;
import asterism.rating.Result;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.Table;
import asterism.rating.Value;
import asterism.rating.Verb;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bands that overlap, leave gaps, miss part of the range, never match or turn around; cut tables that do not fit (L301, L312 to L316). */
final class BandRules {
    private final Scheme scheme;
    private final Report report;
    private final Ranges ranges;

    private BandRules(Scheme scheme, Report report) {
        this.scheme = scheme;
        this.report = report;
        this.ranges = new Ranges(scheme);
    }

    static void check(Scheme scheme, Report report) {
        BandRules rules = new BandRules(scheme, report);
        for (Step step : scheme.steps()) {
            if (step.verb() instanceof Verb.Band(String of, Verb.Cutting.Rows(List<Verb.BandRow> rows, Result otherwise), String _)) {
                rules.rows("steps." + step.id() + ".band", rules.ranges.of(of), rows, otherwise instanceof Result.Unset);
            } else if (step.verb() instanceof Verb.Band(String _, Verb.Cutting.Cuts cuts, String _)) {
                rules.cuts("steps." + step.id() + ".band.cuts", cuts);
            }
        }
    }

    /** A row fits or misses whole stretches between bounds, so one number of each stretch tells all. */
    private void rows(String path, Ranges.Range range, List<Verb.BandRow> rows, boolean unset) {
        List<Exact> samples = samples(range, rows);
        List<List<Integer>> fitting = samples.stream().map(number -> IntStream.range(0, rows.size()).filter(i -> rows.get(i).holds(number))
                .boxed().toList()).toList();
        overlaps(path, samples, fitting);
        if (unset) {
            uncovered(path, samples, fitting);
        }
        Set<Integer> matched = new HashSet<>();
        fitting.forEach(matched::addAll);
        IntStream.range(0, rows.size()).filter(i -> !matched.contains(i))
                .forEach(i -> report.warn("L314", path + ".rows[" + (i + 1) + "]", "no number from " + shown(range) + " fits this row"));
        order(path, fitting, rows);
    }

    private void overlaps(String path, List<Exact> samples, List<List<Integer>> fitting) {
        Set<String> said = new HashSet<>();
        for (int i = 0; i < samples.size(); i++) {
            List<Integer> rows = fitting.get(i);
            if (rows.size() > 1 && said.add(rows.toString())) {
                report.error("L301", path + ".rows[" + (rows.get(1) + 1) + "]",
                        samples.get(i) + " fits row " + (rows.get(0) + 1) + " and row " + (rows.get(1) + 1));
            }
        }
    }

    private void uncovered(String path, List<Exact> samples, List<List<Integer>> fitting) {
        int first = IntStream.range(0, samples.size()).filter(i -> !fitting.get(i).isEmpty()).findFirst().orElse(samples.size());
        int last = IntStream.range(0, samples.size()).filter(i -> !fitting.get(i).isEmpty()).max().orElse(-1);
        boolean open = false;
        for (int i = 0; i < samples.size(); i++) {
            boolean empty = fitting.get(i).isEmpty();
            if (empty && !open) {
                boolean inside = i > first && i < last;
                report.error(inside ? "L312" : "L313", path, inside ? "no row for " + samples.get(i) : "the number can be " + samples.get(i)
                        + ", which no row covers");
            }
            open = empty;
        }
    }

    /** Levels may rise or fall with the number, but not turn around on the way. */
    private void order(String path, List<List<Integer>> fitting, List<Verb.BandRow> rows) {
        List<Integer> inOrder = fitting.stream().filter(fit -> !fit.isEmpty()).map(List::getFirst).distinct()
                .filter(row -> place(rows.get(row).result()).isPresent()).toList();
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < inOrder.size(); i++) {
            int step = place(rows.get(inOrder.get(i)).result()).orElseThrow() - place(rows.get(inOrder.get(i - 1)).result()).orElseThrow();
            rises |= step > 0;
            falls |= step < 0;
            if (rises && falls) {
                report.error("L315", path + ".rows[" + (inOrder.get(i) + 1) + "]",
                        "the level turns around here while the number goes on rising");
                return;
            }
        }
    }

    private Optional<Integer> place(Result result) {
        return result instanceof Result.ToLevel(String code) ? scheme.rank(code).map(Value.Rank::place) : Optional.empty();
    }

    private static String shown(Ranges.Range range) {
        return Objects.toString(range.low(), "…") + " to " + Objects.toString(range.high(), "…");
    }

    /** Each bound on the grid, and one number within each stretch between bounds, kept inside the range. */
    private static List<Exact> samples(Ranges.Range range, List<Verb.BandRow> rows) {
        TreeSet<Exact> bounds = new TreeSet<>();
        Stream.concat(rows.stream().map(Verb.BandRow::lower), rows.stream().map(Verb.BandRow::upper)).filter(Objects::nonNull)
                .forEach(bound -> bounds.add(bound.at()));
        Stream.of(Optional.ofNullable(range.low()), Optional.ofNullable(range.high())).flatMap(Optional::stream).forEach(bounds::add);
        List<Exact> candidates = new ArrayList<>();
        @Nullable Exact before = null;
        for (Exact bound : bounds) {
            between(before, bound, range.scale()).ifPresent(candidates::add);
            candidates.add(bound);
            before = bound;
        }
        between(before, null, range.scale()).ifPresent(candidates::add);
        return candidates.stream().filter(range::contains).filter(number -> range.scale() == null || number.fits(range.scale())).toList();
    }

    private static Optional<Exact> between(@Nullable Exact low, @Nullable Exact high, @Nullable Integer scale) {
        if (low == null) {
            return high == null ? Optional.of(Exact.ZERO) : Optional.of(onGrid(high.minus(Exact.ONE), scale));
        }
        if (high == null) {
            return Optional.of(onGrid(low.plus(Exact.ONE), scale));
        }
        Exact inside = scale == null ? low.plus(high).dividedBy(Exact.of(2)) : next(low, scale);
        return inside.compareTo(high) < 0 ? Optional.of(inside) : Optional.empty();
    }

    private static Exact onGrid(Exact number, @Nullable Integer scale) {
        return scale == null ? number : number.round(scale, RoundingMode.FLOOR);
    }

    /** The smallest number of the grid above this one. */
    private static Exact next(Exact number, int scale) {
        Exact step = Exact.ONE;
        for (int i = 0; i < scale; i++) {
            step = step.dividedBy(Exact.of(10));
        }
        return number.round(scale, RoundingMode.FLOOR).plus(step);
    }

    private void cuts(String path, Verb.Cutting.Cuts cuts) {
        Table table = scheme.tables().get(cuts.table());
        if (table == null || !table.columns().containsAll(cuts.columns())) {
            return;
        }
        Set<List<String>> seen = new HashSet<>();
        for (Table.Line row : table.rows()) {
            if (!isMonotone(table, row, cuts)) {
                report.error("L316", "tables." + table.name(), "the cuts of " + String.join("/", row.keys()) + " do not go one way");
            }
            if (!seen.add(row.keys())) {
                report.error("L316", "tables." + table.name(), "two rows for " + String.join("/", row.keys()));
            }
        }
        for (int i = 0; i < Math.min(cuts.by().size(), table.keys().size()); i++) {
            int key = i;
            Set<String> there = new HashSet<>(table.rows().stream().map(row -> row.keys().get(key)).toList());
            known(cuts.by().get(i)).filter(value -> !there.contains(value))
                    .forEach(value -> report.error("L316", path + ".by", "the table has no row for " + cuts.by().get(key) + " " + value));
        }
    }

    private static boolean isMonotone(Table table, Table.Line row, Verb.Cutting.Cuts cuts) {
        boolean higher = cuts.direction() == Verb.Direction.HIGHER
                || (cuts.direction() == Verb.Direction.BY_TABLE && table.columns().contains("direction")
                        && table.cell(row, "direction").equals("higher"));
        List<Exact> written = cuts.columns().stream().map(column -> Exact.parse(table.cell(row, column)))
                .flatMap(Optional::stream).toList();
        return IntStream.range(1, written.size())
                .allMatch(i -> higher ? written.get(i).compareTo(written.get(i - 1)) > 0
                        : written.get(i).compareTo(written.get(i - 1)) < 0);
    }

    private Stream<String> known(String name) {
        Input input = scheme.inputs().get(name);
        return input == null ? Stream.empty() : switch (input.type()) {
            case Input.Type.Choice(List<String> values) -> values.stream();
            case Input.Type.YesNo _ -> Stream.of("true", "false");
            case Input.Type.OfLevel _ -> scheme.levels().stream().map(Level::code);
            case Input.Type.Numeric _, Input.Type.Date _, Input.Type.Text _ -> Stream.empty();
        };
    }
}
