package asterism.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A look-up table of a scheme: a row is found by its keys, numbers by their value, all else by its text. */
public final class Table {
    private final String name;
    private final List<String> keys;
    private final List<String> columns;
    private final List<Line> rows;
    private final Map<List<String>, List<Line>> index = new HashMap<>();

    /** One row: the texts of its keys and of its columns, in their declared order; an empty cell is empty text. */
    public record Line(List<String> keys, List<String> cells) {
    }

    public Table(String name, List<String> keys, List<String> columns, List<Line> rows) {
        this.name = name;
        this.keys = List.copyOf(keys);
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.rows.forEach(row -> index.computeIfAbsent(folded(row.keys), _ -> new ArrayList<>()).add(row));
    }

    public String name() {
        return name;
    }

    public List<String> keys() {
        return keys;
    }

    public List<String> columns() {
        return columns;
    }

    public List<Line> rows() {
        return rows;
    }

    /** The row with these keys, in the order of {@link #keys}. */
    public Optional<Line> find(List<? extends Value> wanted) {
        return index.getOrDefault(folded(wanted.stream().map(Value::text).toList()), List.of()).stream()
                .filter(row -> sameKeys(row.keys, wanted)).findFirst();
    }

    /**
     * The text of one cell.
     *
     * @throws IllegalArgumentException when the table has no such column
     */
    public String cell(Line row, String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("table " + name + " has no column " + column);
        }
        return row.cells.get(at);
    }

    private static boolean sameKeys(List<String> texts, List<? extends Value> values) {
        for (int i = 0; i < texts.size(); i++) {
            if (!(values.get(i) instanceof Value.Num) && !texts.get(i).equals(values.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> folded(List<String> texts) {
        return texts.stream().map(text -> Exact.parse(text).map(Exact::toString).orElse(text)).toList();
    }
}
