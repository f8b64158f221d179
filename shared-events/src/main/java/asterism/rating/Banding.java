package asterism.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verb {@code band}: from a number to a level, by written rows or by cut points in a table. */
final class Banding {
    private Banding() {
    }

    static Result band(Scheme scheme, Values values, Verb.Band band, Trace.Line line) {
        Exact number = ((Value.Num) values.must(band.of())).number();
        return switch (band.cutting()) {
            case Verb.Cutting.Rows(List<Verb.BandRow> rows, Result otherwise) -> byRows(number, rows, otherwise, line);
            case Verb.Cutting.Cuts cuts -> byCuts(scheme, values, number, cuts, line);
        };
    }

    private static Result byRows(Exact number, List<Verb.BandRow> rows, Result otherwise, Trace.Line line) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).holds(number)) {
                line.row(Integer.toString(i + 1));
                return rows.get(i).result();
            }
        }
        line.row("otherwise");
        return otherwise;
    }

    private static Result byCuts(Scheme scheme, Values values, Exact number, Verb.Cutting.Cuts cuts, Trace.Line line) {
        Table table = java.util.Objects.requireNonNull(scheme.tables().get(cuts.table()));
        List<Value> keys = cuts.by().stream().map(values::must).toList();
        Table.@Nullable Line row = table.find(keys).orElse(null);
        if (row == null) {
            line.row("no_row");
            return cuts.noRow();
        }
        boolean higher = switch (cuts.direction()) {
            case HIGHER -> true;
            case LOWER -> false;
            case BY_TABLE -> table.cell(row, "direction").equals("higher");
        };
        String key = String.join("/", row.keys());
        for (int best = cuts.columns().size() - 1; best >= 0; best--) {
            String cut = table.cell(row, cuts.columns().get(best));
            if (!cut.isEmpty() && reached(number, Exact.parse(cut).orElseThrow(), higher, cuts.included())) {
                line.row(key + ":" + cuts.columns().get(best));
                return new Result.ToLevel(cuts.results().get(best + 1));
            }
        }
        line.row(key);
        return new Result.ToLevel(cuts.results().getFirst());
    }

    private static boolean reached(Exact number, Exact cut, boolean higher, boolean included) {
        int order = higher ? number.compareTo(cut) : cut.compareTo(number);
        return order > 0 || (included && order == 0);
    }
}
