package asterism.rating.impact;

import asterism.rating.Exact;
import asterism.rating.Scheme;
import asterism.rating.Table;
import asterism.rating.Verb;
import asterism.rating.Verb.Band;
import asterism.rating.Verb.Cutting;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far cut points move from one version of a scheme to another. */
public final class Cuts {
    private Cuts() {
    }

    /**
     * The greatest move of any cut point, in the points of the value it cuts; 0 where none moves. Cut points are the same where the band
     * has the same id and the row the same result, or the table the same keys and column; others are new and do not count.
     */
    public static Exact greatestMove(Scheme from, Scheme to) {
        return from.steps().stream().flatMap(before -> to.steps().stream().filter(after -> after.id().equals(before.id()))
                        .flatMap(after -> moves(from, before.verb(), to, after.verb())))
                .max(Comparator.naturalOrder()).orElse(Exact.ZERO);
    }

    private static Stream<Exact> moves(Scheme from, Verb before, Scheme to, Verb after) {
        if (!(before instanceof Band one) || !(after instanceof Band other)) {
            return Stream.empty();
        }
        if (one.cutting() instanceof Cutting.Rows rows && other.cutting() instanceof Cutting.Rows others) {
            return rows.rows().stream().flatMap(row -> others.rows().stream().filter(same -> same.result().equals(row.result()))
                    .flatMap(same -> Stream.concat(move(row.lower(), same.lower()), move(row.upper(), same.upper()))));
        }
        return one.cutting() instanceof Cutting.Cuts cuts && other.cutting() instanceof Cutting.Cuts others
                ? moves(Objects.requireNonNull(from.tables().get(cuts.table())), cuts.columns(),
                        Objects.requireNonNull(to.tables().get(others.table())), others.columns())
                : Stream.empty();
    }

    private static Stream<Exact> move(Verb.@Nullable Bound from, Verb.@Nullable Bound to) {
        return from == null || to == null ? Stream.empty() : Stream.of(to.at().minus(from.at()).abs());
    }

    private static Stream<Exact> moves(Table from, List<String> columns, Table to, List<String> others) {
        return from.rows().stream().flatMap(row -> to.rows().stream().filter(same -> same.keys().equals(row.keys()))
                .flatMap(same -> IntStream.range(0, Math.min(columns.size(), others.size())).boxed()
                        .flatMap(i -> move(number(from, row, columns.get(i)), number(to, same, others.get(i))))));
    }

    private static Optional<Exact> number(Table table, Table.Line row, String column) {
        return Exact.parse(table.cell(row, column));
    }

    private static Stream<Exact> move(Optional<Exact> from, Optional<Exact> to) {
        return from.flatMap(before -> to.map(after -> after.minus(before).abs())).stream();
    }
}
