package asterism.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rates units by the versions of one scheme: a pure function of document and rows.
 *
 * <pre>{@code
 * Rating rating = Rating.by(SchemeReader.read(text).orThrow());
 * UnitRating proposal = rating.rateUnit(new Row(Map.of("branch", "B01", "base", "99;97;98", …)));   // without the cohort's quotas
 * CohortRating round  = rating.rate(rows);                                                          // with them
 * }</pre>
 */
public final class Rating {
    private final List<Scheme> versions;
    private final @Nullable LocalDate validAt;
    private final boolean traced;

    private Rating(List<Scheme> versions, @Nullable LocalDate validAt, boolean traced) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a scheme has at least one version");
        }
        this.versions = List.copyOf(versions);
        this.validAt = validAt;
        this.traced = traced;
    }

    /** By the version in force on the row's version date; at least one version must be given. */
    public static Rating by(List<Scheme> versions) {
        return new Rating(versions, null, true);
    }

    public static Rating by(Scheme version) {
        return by(List.of(version));
    }

    /** The same, with the version in force on this day for every row, whatever its version date says. */
    public Rating validAt(LocalDate day) {
        return new Rating(versions, day, traced);
    }

    /** The same without the account of each unit. */
    public Rating withoutTrace() {
        return new Rating(versions, validAt, false);
    }

    /** Whether any version has rules about sets of units, so that units cannot be rated one by one. */
    public boolean needsCohort() {
        return versions.stream().anyMatch(version -> version.cohort() != null);
    }

    /** Rates one unit as far as it goes without the others: quotas are not applied. */
    public UnitRating rateUnit(Row row) {
        return unit(row).rating();
    }

    /** Whether that holds of a unit once it is rated as far as it goes without the others; a value that is missing makes it false. */
    public boolean holds(Predicate what, Row row) {
        return unit(row).holds(what);
    }

    /** Rates all units, then applies the quotas of each cohort. The order of the rows decides nothing but the order of the result. */
    public CohortRating rate(List<Row> rows) {
        List<RatedUnit> units = rows.stream().map(this::unit).toList();
        List<CohortRating.QuotaUse> uses = versions.stream().filter(version -> version.cohort() != null)
                .flatMap(version -> Quotas.apply(version, units.stream().filter(unit -> version.equals(unit.scheme())).toList()).stream())
                .toList();
        return new CohortRating(units.stream().map(RatedUnit::rating).toList(), uses);
    }

    private RatedUnit unit(Row row) {
        Trace trace = new Trace(traced);
        Trace.Line line = new Trace.Line("read", "read");
        for (Scheme version : versions) {
            Optional<Outcome> bad = versionFault(version, row, line);
            if (bad.isPresent()) {
                return ended(version, row, trace, line.scheme(version), bad.get());
            }
            if (covers(version, row)) {
                return unit(version, row, trace, line.scheme(version));
            }
        }
        return ended(null, row, trace, line, new Outcome.Undetermined("NO_VERSION"));
    }

    private Optional<Outcome> versionFault(Scheme version, Row row, Trace.Line line) {
        String column = version.rows().versionDate();
        if (column == null || validAt != null) {
            return Optional.empty();
        }
        String text = row.cell(column);
        line.readsText(column, text);
        if (text.isEmpty()) {
            return Optional.of(new Outcome.Undetermined("MISSING:" + column));
        }
        return CellReader.day(text).isPresent() ? Optional.empty() : Optional.of(new Outcome.Undetermined("INVALID:" + column));
    }

    private boolean covers(Scheme version, Row row) {
        String column = version.rows().versionDate();
        return validAt != null ? version.valid().contains(validAt)
                : column == null || version.valid().contains(CellReader.day(row.cell(column)).orElseThrow());
    }

    private RatedUnit unit(Scheme scheme, Row row, Trace trace, Trace.Line line) {
        String column = scheme.rows().kind();
        String kind = column == null ? null : row.cell(column);
        if (kind != null && !scheme.kinds().containsKey(kind)) {
            line.readsText(java.util.Objects.requireNonNull(column), kind);
            return ended(scheme, row, trace, line, new Outcome.Undetermined((kind.isEmpty() ? "MISSING:" : "INVALID:") + column));
        }
        Map<String, Cell> cells = CellReader.read(scheme, kind, row);
        List<Indicator> rubric = scheme.rubric(kind);
        Values values = new Values(scheme, cells, rubric.stream().collect(Collectors.toMap(Indicator::id, it -> it, (a, _) -> a)), trace);
        trace.unit(row.cell(scheme.rows().unit()));
        Optional<Map.Entry<String, Cell>> unreadable = cells.entrySet().stream().filter(cell -> cell.getValue() instanceof Cell.Unreadable)
                .findFirst();
        if (unreadable.isPresent()) {
            line.readsText(unreadable.get().getKey(), row.cell(unreadable.get().getKey()));
            return ended(scheme, row, trace, line, new Outcome.Undetermined("INVALID:" + unreadable.get().getKey()));
        }
        trace.add(line);
        return new RatedUnit(row.cell(scheme.rows().unit()), scheme, values, trace, new Pipeline(scheme, rubric, values, trace).run());
    }

    private RatedUnit ended(@Nullable Scheme scheme, Row row, Trace trace, Trace.Line line, Outcome outcome) {
        String unit = row.cell((scheme == null ? versions.getFirst() : scheme).rows().unit());
        trace.unit(unit);
        trace.add(line.effect("stopped").outcome(outcome));
        return new RatedUnit(unit, scheme, null, trace, outcome);
    }
}
