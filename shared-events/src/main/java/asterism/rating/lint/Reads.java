package asterism.rating.lint;

import asterism.rating.Cohort;
import asterism.rating.Indicator;
import asterism.rating.Operand;
import asterism.rating.Predicate;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.rating.Stated;
import asterism.rating.Step;
import asterism.rating.StopAt;
import asterism.rating.Verb;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which names the parts of a scheme read. */
final class Reads {
    private Reads() {
    }

    static Set<String> all(Scheme scheme) {
        Set<String> names = new LinkedHashSet<>();
        scheme.steps().forEach(step -> of(scheme, step).forEach(names::add));
        names.addAll(ofCohort(scheme));
        Procedure it = scheme.procedure();
        if (it != null && it.rectification() instanceof Stated.Is<Procedure.Rectification>(var rule)
                && rule.trigger() instanceof Stated.Is<Predicate>(var trigger)) {
            of(trigger).forEach(names::add);
        }
        return names;
    }

    static Set<String> ofCohort(Scheme scheme) {
        Set<String> names = new LinkedHashSet<>();
        Cohort cohort = scheme.cohort();
        if (cohort == null) {
            return names;
        }
        names.addAll(cohort.scope());
        cohort.quotas().forEach(quota -> {
            if (quota.head().share() instanceof Cohort.Share.FromTable(String _, List<String> by, String _)) {
                names.addAll(by);
            }
            if (quota instanceof Cohort.Hard hard) {
                Stream.concat(hard.rankBy().stream(), hard.ties().thenBy().stream()).map(Cohort.Key::name).forEach(names::add);
                if (hard.protection() != null) {
                    of(hard.protection().when()).forEach(names::add);
                }
            }
        });
        return names;
    }

    static Stream<String> of(Scheme scheme, Step step) {
        Stream<String> condition = step.condition() == null ? Stream.empty() : of(step.condition());
        return Stream.concat(condition, switch (step.verb()) {
            case Verb.Stop(StopAt.AtLevel(Operand level, String _)) -> of(level);
            case Verb.Stop _ -> Stream.empty();
            case Verb.Add add -> parts(scheme, add.parts()).stream();
            case Verb.Count(Verb.Counted.Where(Verb.Parts parts, List<Predicate.Test> tests)) ->
                    Stream.concat(parts(scheme, parts).stream(), tests.stream().flatMap(Reads::of));
            case Verb.Count(Verb.Counted.Conditions(List<Predicate> of)) -> of.stream().flatMap(Reads::of);
            case Verb.Take take -> take.of().stream();
            case Verb.Band(String of, Verb.Cutting.Cuts cuts, String _) -> Stream.concat(Stream.of(of), cuts.by().stream());
            case Verb.Band band -> Stream.of(band.of());
            case Verb.Decide decide -> decide.rows().stream().flatMap(row -> of(row.when()));
            case Verb.Move move -> Stream.concat(Stream.of(move.on()), move.rules().stream().flatMap(rule -> of(rule.when())));
            case Verb.Limit limit -> Stream.concat(Stream.of(limit.on()), operands(limit).flatMap(Reads::of));
            case Verb.Judge judge -> Stream.concat(Stream.of(judge.decision()), options(judge).stream().flatMap(Reads::of));
        });
    }

    static Stream<Operand> operands(Verb.Limit limit) {
        return Stream.concat(optional(limit.atMost()), optional(limit.atLeast()));
    }

    private static Stream<Operand> optional(@Nullable Operand operand) {
        return operand == null ? Stream.empty() : Stream.of(operand);
    }

    static List<Operand> options(Verb.Judge judge) {
        return judge.options() == null ? List.of() : judge.options();
    }

    static List<String> parts(Scheme scheme, Verb.Parts parts) {
        return switch (parts) {
            case Verb.Parts.Named(List<Verb.Weighted> of) -> of.stream().map(Verb.Weighted::name).toList();
            case Verb.Parts.OfPart(String part) -> scheme.rubrics().values().stream().flatMap(List::stream)
                    .filter(it -> it.part().equals(part))
                    .map(Indicator::id).distinct().toList();
        };
    }

    static Stream<String> of(Operand operand) {
        return operand instanceof Operand.Name(String name, Operand.Shift _) ? Stream.of(name) : Stream.empty();
    }

    static Stream<String> of(Predicate predicate) {
        return switch (predicate) {
            case Predicate.All(List<Predicate> of) -> of.stream().flatMap(Reads::of);
            case Predicate.Any(List<Predicate> of) -> of.stream().flatMap(Reads::of);
            case Predicate.Not(Predicate of) -> of(of);
            case Predicate.Compare(String name, List<Predicate.Test> tests) -> Stream.concat(Stream.of(name),
                    tests.stream().flatMap(Reads::of));
        };
    }

    static Stream<String> of(Predicate.Test test) {
        return switch (test) {
            case Predicate.Test.Missing _ -> Stream.empty();
            case Predicate.Test.Against(Predicate.Op _, Operand operand) -> of(operand);
            case Predicate.Test.In(List<Operand> operands) -> operands.stream().flatMap(Reads::of);
        };
    }
}
