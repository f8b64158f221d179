package asterism.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a row against the declared types. What cannot be read is kept as such: the unit, not the run, ends there. */
final class CellReader {
    private static final Cell EMPTY = new Cell.Empty();
    private static final String AGREED = ".agreed";

    private final Scheme scheme;
    private final Row row;

    private CellReader(Scheme scheme, Row row) {
        this.scheme = scheme;
        this.row = row;
    }

    /** The cells by name: indicators of the kind's rubric, then inputs, each in the order of the document. */
    static Map<String, Cell> read(Scheme scheme, @Nullable String kind, Row row) {
        CellReader reader = new CellReader(scheme, row);
        Map<String, Cell> cells = LinkedHashMap.newLinkedHashMap(scheme.inputs().size() + 8);
        for (Indicator indicator : scheme.rubric(kind)) {
            cells.put(indicator.id(), reader.cell(indicator));
        }
        for (Input input : scheme.inputs().values()) {
            cells.put(input.name(), reader.cell(input));
        }
        return cells;
    }

    private Cell cell(Input input) {
        String text = row.cell(input.name());
        if (input.type() instanceof Input.Type.Numeric number && number.by() != null) {
            return scores(input.name(), number.by(), number);
        }
        return text.isEmpty() ? EMPTY : value(input.type(), text).<Cell>map(Cell.One::new).orElseGet(() -> new Cell.Unreadable(text));
    }

    private Optional<Value> value(Input.Type type, String text) {
        return switch (type) {
            case Input.Type.Numeric number -> number(number, text).map(Value.Num::new);
            case Input.Type.OfLevel _ -> scheme.rank(text).map(rank -> rank);
            case Input.Type.YesNo _ -> text.equals("true") || text.equals("false")
                    ? Optional.of(new Value.Flag(text.equals("true"))) : Optional.empty();
            case Input.Type.Choice choice -> choice.values().contains(text) ? Optional.of(new Value.Word(text)) : Optional.empty();
            case Input.Type.Date _ -> day(text).map(Value.Day::new);
            case Input.Type.Text _ -> Optional.of(new Value.Word(text));
        };
    }

    private static Optional<Exact> number(Input.Type.Numeric type, String text) {
        return Exact.parse(text).filter(number -> (type.scale() == null || number.fits(type.scale()))
                && (type.least() == null || number.compareTo(type.least()) >= 0)
                && (type.most() == null || number.compareTo(type.most()) <= 0));
    }

    /** A day of a row; a year or a month means its first day. */
    static Optional<LocalDate> day(String text) {
        return switch (text.length()) {
            case 4 -> Operand.day(text + "-01-01");
            case 7 -> Operand.day(text + "-01");
            default -> Operand.day(text);
        };
    }

    private Cell scores(String name, String group, Input.Type.Numeric type) {
        String text = row.cell(name);
        boolean committee = Combining.of(scheme, group).group().combine() instanceof Assessors.Combine.Committee;
        String agreed = committee ? row.cell(name + AGREED) : "";
        if (committee ? agreed.isEmpty() : text.isEmpty()) {
            return EMPTY;
        }
        Optional<Exact> common = committee ? number(type, agreed) : Optional.empty();
        if (committee && common.isEmpty()) {
            return new Cell.Unreadable(agreed);
        }
        if (text.isEmpty()) {
            return new Cell.One(new Value.Num(common.orElseThrow()));
        }
        List<@Nullable Exact> scores = new ArrayList<>();
        for (String score : split(text)) {
            Optional<Exact> read = number(type, score);
            if (!score.isEmpty() && read.isEmpty()) {
                return new Cell.Unreadable(text);
            }
            scores.add(read.orElse(null));
        }
        return new Cell.Scores(text, scores, common.orElse(null));
    }

    /** The parts between the semicolons, empty ones included. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(';'); at >= 0; at = text.indexOf(';', from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private Cell cell(Indicator indicator) {
        Input.Type.Numeric type = new Input.Type.Numeric(indicator.floor(), indicator.max(), indicator.scale(), indicator.by());
        String text = row.cell(indicator.id());
        return switch (indicator.method()) {
            case Indicator.Method.Given(String by) when by != null -> scores(indicator.id(), by, type);
            case Indicator.Method _ when text.isEmpty() -> EMPTY;
            case Indicator.Method.Given _ -> one(number(type, text), text);
            case Indicator.Method.Deducted(List<Indicator.Item> items, boolean free) ->
                    one(points(items, free, indicator.scale(), text).map(found -> indicator.max().minus(found).max(indicator.floor())),
                            text);
            case Indicator.Method.Collected(List<Indicator.Item> items, boolean free) ->
                    one(points(items, free, indicator.scale(), text).map(found -> indicator.floor().plus(found).min(indicator.max())),
                            text);
        };
    }

    private static Cell one(Optional<Exact> number, String text) {
        return number.<Cell>map(it -> new Cell.One(new Value.Num(it))).orElseGet(() -> new Cell.Unreadable(text));
    }

    /** The points of the items listed; a lone {@code 0} is nothing found. */
    private static Optional<Exact> points(List<Indicator.Item> items, boolean free, @Nullable Integer scale, String text) {
        Exact sum = Exact.ZERO;
        for (String part : split(text)) {
            Optional<Exact> item = items.stream().filter(it -> it.id().equals(part)).findFirst().map(Indicator.Item::points);
            Optional<Exact> points = item.or(() -> Exact.parse(part)
                    .filter(number -> number.signum() == 0 || (free && number.signum() > 0 && (scale == null || number.fits(scale)))));
            if (points.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(points.get());
        }
        return Optional.of(sum);
    }
}
