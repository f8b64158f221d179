package asterism.cli;

import asterism.rating.Assessors;
import asterism.rating.CohortRating;
import asterism.rating.Input;
import asterism.rating.Level;
import asterism.rating.Outcome;
import asterism.rating.Row;
import asterism.rating.Scheme;
import asterism.rating.UnitRating;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run of {@code rate} did, in a few lines. */
final class Summary {
    private final List<Scheme> versions;
    private final List<String> header;
    private final Map<String, Long> levels = new HashMap<>();
    private final Map<String, Long> notRated = new TreeMap<>();
    private final Map<String, Long> undetermined = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> twice = new LinkedHashSet<>();
    private List<CohortRating.QuotaUse> quotas = List.of();

    Summary(List<Scheme> versions, List<String> header) {
        this.versions = versions;
        this.header = header;
    }

    void add(Row row, UnitRating unit) {
        switch (unit.outcome()) {
            case Outcome.Rated(String level, String _) -> levels.merge(level, 1L, Long::sum);
            case Outcome.NotRated(String reason) -> notRated.merge(reason, 1L, Long::sum);
            case Outcome.Undetermined(String reason) -> undetermined.merge(reason, 1L, Long::sum);
        }
        String date = versions.getFirst().rows().versionDate();
        String key = date == null ? unit.unit() : unit.unit() + " " + row.cell(date);
        if (!seen.add(key)) {
            twice.add(key);
        }
    }

    void quotas(List<CohortRating.QuotaUse> uses) {
        quotas = uses;
    }

    void print(PrintWriter err) {
        err.println("rated " + sum(levels) + ", not rated " + sum(notRated) + ", undetermined " + sum(undetermined));
        Stream<String> codes = versions.getLast().levels().reversed().stream().map(Level::code);
        Stream.concat(codes, levels.keySet().stream().sorted()).distinct().filter(levels::containsKey)
                .forEach(level -> err.println("  level " + level + ": " + levels.get(level)));
        notRated.forEach((reason, count) -> err.println("  not rated " + reason + ": " + count));
        undetermined.forEach((reason, count) -> err.println("  undetermined " + reason + ": " + count));
        quotas.forEach(use -> err.println("  quota " + quota(use)));
        List<String> missing = missingColumns();
        if (!missing.isEmpty()) {
            err.println("  columns missing, counted as missing everywhere: " + String.join(", ", missing));
        }
        if (!twice.isEmpty()) {
            err.println("  units that stand twice, each row rated: " + String.join(", ", twice.stream().limit(10).toList())
                    + (twice.size() > 10 ? " and " + (twice.size() - 10) + " more" : ""));
        }
        err.flush();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What a quota found and did, on one line. */
    static String quota(CohortRating.QuotaUse use) {
        String scope = use.scope().isEmpty() ? "" : " " + use.scope();
        return use.quota() + scope + ": " + use.have() + " inside for " + use.seats() + " seats (" + use.share() + " of "
                + use.base() + "), moved "
                + use.moved() + ", open " + use.open() + ", warned " + use.warned();
    }

    /** Inputs and indicators without a column, in the order of the document. */
    private List<String> missingColumns() {
        Set<String> wanted = new LinkedHashSet<>();
        for (Scheme version : versions) {
            wanted.add(version.rows().unit());
            Stream.of(version.rows().kind(), version.rows().versionDate()).filter(Objects::nonNull).forEach(wanted::add);
            version.rubrics().values().forEach(rubric ->
                    rubric.forEach(indicator -> wanted.add(column(version, indicator.id(), indicator.by()))));
            version.inputs().values().forEach(input -> wanted.add(input.type() instanceof Input.Type.Numeric number
                    ? column(version, input.name(), number.by()) : input.name()));
        }
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(header);
        return missing;
    }

    private static String column(Scheme version, String name, @Nullable String group) {
        Assessors assessors = group == null ? null : version.assessors().get(group);
        return assessors != null && assessors.combine() instanceof Assessors.Combine.Committee ? name + ".agreed" : name;
    }
}
