package asterism.rating.lint;

import asterism.rating.Operand;
import asterism.rating.Predicate;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.StopAt;
import asterism.rating.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be missing where it is needed (L203, L331, L332), and levels nobody reaches or limits that do nothing (L321 to L324). */
final class FlowRules {
    private final Scheme scheme;
    private final Report report;
    private final Presence presence;
    private final Reach reach;

    private FlowRules(Scheme scheme, Report report) {
        this.scheme = scheme;
        this.report = report;
        this.presence = new Presence(scheme);
        this.reach = new Reach(scheme, report);
    }

    static void check(Scheme scheme, Report report) {
        FlowRules rules = new FlowRules(scheme, report);
        for (Step step : scheme.steps()) {
            rules.step(step, "steps." + step.id());
            rules.presence.passed(step);
            rules.reach.step(step);
        }
        rules.reach.end();
    }

    private void step(Step step, String path) {
        Set<String> ensured = new HashSet<>();
        if (step.condition() != null) {
            predicate(path + ".if", step.condition(), ensured);
            Presence.ensured(step.condition()).forEach(ensured::add);
        }
        String verb = path + "." + step.verb().word();
        switch (step.verb()) {
            case Verb.Add add -> add(verb, add, ensured);
            case Verb.Stop(StopAt.AtLevel(Operand level, String _)) -> operand(verb, level, ensured);
            case Verb.Limit limit -> Reads.operands(limit).forEach(operand -> operand(verb, operand, ensured));
            case Verb.Judge judge -> Reads.options(judge).forEach(option -> operand(verb, option, ensured));
            case Verb.Count(Verb.Counted.Conditions(List<Predicate> of)) ->
                    of.forEach(condition -> predicate(verb, condition, copy(ensured)));
            case Verb.Count(Verb.Counted.Where(Verb.Parts parts, List<Predicate.Test> tests)) ->
                    Reads.parts(scheme, parts).forEach(name -> compare(verb, name, tests, copy(ensured)));
            case Verb.Decide decide -> decide.rows().forEach(row -> predicate(verb, row.when(), copy(ensured)));
            case Verb.Move move -> move.rules().forEach(rule -> predicate(verb, rule.when(), copy(ensured)));
            case Verb.Stop _, Verb.Take _, Verb.Band _ -> { }
        }
        Reach.rows(step).forEach(rows -> alwaysBefore(verb, rows));
    }

    private static Set<String> copy(Set<String> names) {
        return new HashSet<>(names);
    }

    private void add(String path, Verb.Add add, Set<String> ensured) {
        if (add.missingParts() == Verb.MissingParts.NEVER) {
            Reads.parts(scheme, add.parts()).stream().filter(name -> presence.mayBeMissing(name) && !ensured.contains(name))
                    .forEach(name -> report.error("L203", path + ".missing_parts", name + " may be missing; say what then"));
        }
    }

    private void operand(String path, Operand operand, Set<String> ensured) {
        Reads.of(operand).filter(name -> presence.mayBeMissing(name) && !ensured.contains(name)).forEach(name -> report.warn("L332", path,
                name + " may be missing here; the unit then becomes UNDETERMINED MISSING:" + name));
    }

    /** Reads the parts from left to right, as the rating does, and keeps what they make sure of. */
    private void predicate(String path, Predicate predicate, Set<String> ensured) {
        switch (predicate) {
            case Predicate.All(List<Predicate> of) -> of.forEach(part -> {
                predicate(path, part, ensured);
                Presence.ensured(part).forEach(ensured::add);
            });
            case Predicate.Any(List<Predicate> of) -> of.forEach(part -> predicate(path, part, copy(ensured)));
            case Predicate.Not(Predicate of) -> {
                Set<String> maybe = asked(of).filter(name -> presence.mayBeMissing(name) && !ensured.contains(name))
                        .collect(Collectors.toSet());
                maybe.stream().sorted().forEach(name -> report.warn("L331", path, "not holds where " + name + " is missing, too"));
                predicate(path, of, copy(ensured));
            }
            case Predicate.Compare(String name, List<Predicate.Test> tests) -> compare(path, name, tests, ensured);
        }
    }

    /** The names whose absence makes this false. */
    private static java.util.stream.Stream<String> asked(Predicate predicate) {
        return switch (predicate) {
            case Predicate.All(List<Predicate> of) -> of.stream().flatMap(FlowRules::asked);
            case Predicate.Any(List<Predicate> of) -> of.stream().flatMap(FlowRules::asked);
            case Predicate.Not(Predicate of) -> asked(of);
            case Predicate.Compare(String name, List<Predicate.Test> tests) ->
                    tests.stream().anyMatch(Predicate.Test.Missing.class::isInstance) ? java.util.stream.Stream.empty()
                    : java.util.stream.Stream.of(name);
        };
    }

    private void compare(String path, String name, List<Predicate.Test> tests, Set<String> ensured) {
        boolean guarded = ensured.contains(name) || tests.contains(new Predicate.Test.Missing(false));
        for (Predicate.Test test : tests) {
            if (test instanceof Predicate.Test.Against(Predicate.Op op, Operand operand)) {
                if (op == Predicate.Op.IS_NOT && presence.mayBeMissing(name) && !guarded) {
                    report.warn("L331", path, "is_not is false where " + name + " is missing");
                }
                operand(path, operand, ensured);
            } else if (test instanceof Predicate.Test.In(List<Operand> operands)) {
                operands.forEach(operand -> operand(path, operand, ensured));
            }
        }
    }

    private void alwaysBefore(String path, List<Predicate> rows) {
        for (int i = 0; i < rows.size() - 1; i++) {
            if (reach.alwaysHolds(rows.get(i), presence)) {
                report.warn("L323", path + ".rows[" + (i + 2) + "]", "row " + (i + 1) + " always holds, so this row is never asked");
                return;
            }
        }
    }
}
