package asterism.rating.lint;

import asterism.rating.Assessors;
import asterism.rating.Exact;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Rounding;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.Verb;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums, means and assessor groups: weights, divisions without rounding, double rounding (L201, L202, L204 to L206). */
final class SumRules {
    private final Scheme scheme;
    private final Report report;
    private final Map<String, Step> numbers;

    private SumRules(Scheme scheme, Report report) {
        this.scheme = scheme;
        this.report = report;
        this.numbers = scheme.steps().stream().filter(step -> step.verb() instanceof Verb.Add)
                .collect(Collectors.toMap(Step::id, Function.identity(), (a, _) -> a));
    }

    static void check(Scheme scheme, Report report) {
        SumRules rules = new SumRules(scheme, report);
        scheme.assessors().values().forEach(rules::group);
        for (Step step : scheme.steps()) {
            if (step.verb() instanceof Verb.Add add) {
                rules.add("steps." + step.id() + ".add", add);
            } else if (step.verb() instanceof Verb.Band band && rules.roundings(band.of(), 0) > 1) {
                report.warn("L205", "steps." + step.id(), band.of() + " is rounded more than once on its way to this band");
            }
        }
    }

    private void group(Assessors group) {
        String path = "assessors." + group.name();
        boolean divides = !(group.combine() instanceof Assessors.Combine.Committee);
        if (divides && group.round() instanceof Rounding.Exactly) {
            report.error("L202", path + ".round", "a mean or median divides; say how it is rounded");
        }
        if (group.combine() instanceof Assessors.Combine.Trimmed(int drop) && group.min() <= 2 * drop) {
            report.error("L206", path + ".min", "with " + group.min() + " scores nothing is left once " + drop
                    + " of each end are dropped");
        }
    }

    private void add(String path, Verb.Add add) {
        List<Optional<Exact>> weights = weights(add);
        boolean weighted = weights.stream().anyMatch(Optional::isPresent);
        Exact sum = weights.stream().map(weight -> weight.orElse(Exact.ONE)).reduce(Exact.ZERO, Exact::plus);
        if (add.mean() && weighted && !sum.equals(Exact.ONE)) {
            report.error("L201", path + ".of", "the weights sum to " + sum + ", not to 1");
        }
        boolean divides = add.mean() && (add.missingParts() == Verb.MissingParts.RENORMALISE || !sum.equals(Exact.ONE));
        if (divides && add.round() instanceof Rounding.Exactly) {
            report.error("L202", path + ".round", "this mean divides; say how it is rounded");
        }
        Set<String> groups = Reads.parts(scheme, add.parts()).stream().map(this::group).flatMap(Optional::stream)
                .collect(Collectors.toSet());
        boolean totals = groups.stream().map(scheme.assessors()::get).filter(Objects::nonNull)
                .anyMatch(group -> group.on() == Assessors.On.TOTAL);
        if (totals && groups.size() > 1) {
            report.error("L204", path, "parts of different groups (" + String.join(", ", groups.stream().sorted().toList())
                    + ") cannot be added up per assessor");
        }
    }

    private List<Optional<Exact>> weights(Verb.Add add) {
        return switch (add.parts()) {
            case Verb.Parts.Named(List<Verb.Weighted> of) -> of.stream().map(part -> Optional.ofNullable(part.weight())).toList();
            case Verb.Parts.OfPart _ -> Reads.parts(scheme, add.parts()).stream().map(_ -> Optional.<Exact>empty()).toList();
        };
    }

    private Optional<String> group(String name) {
        Input input = scheme.inputs().get(name);
        Indicator indicator = scheme.indicators().get(name);
        return input != null && input.type() instanceof Input.Type.Numeric type ? Optional.ofNullable(type.by())
                : Optional.ofNullable(indicator).flatMap(it -> Optional.ofNullable(it.by()));
    }

    /** The most roundings on any way from the row to this name. */
    private int roundings(String name, int depth) {
        Step step = numbers.get(name);
        if (step != null && depth <= scheme.steps().size()) {
            Verb.Add add = (Verb.Add) step.verb();
            Stream<String> parts = Reads.parts(scheme, add.parts()).stream();
            return rounds(add.round()) + parts.mapToInt(part -> roundings(part, depth + 1)).max().orElse(0);
        }
        return group(name).map(scheme.assessors()::get).map(group -> rounds(group.round())).orElse(0);
    }

    private static int rounds(Rounding rounding) {
        return rounding instanceof Rounding.To ? 1 : 0;
    }
}
