package asterism.rating.lint;

import asterism.rating.Cohort;
import asterism.rating.Ending;
import asterism.rating.Input;
import asterism.rating.Result;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.StopAt;
import asterism.rating.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is declared and never used (L105), and decisions that are no decisions (L333). */
final class UsageRules {
    private final Scheme scheme;
    private final Report report;

    private UsageRules(Scheme scheme, Report report) {
        this.scheme = scheme;
        this.report = report;
    }

    static void check(Scheme scheme, Report report) {
        UsageRules rules = new UsageRules(scheme, report);
        rules.inputs();
        rules.reasons();
        rules.tables();
        rules.decisions();
    }

    private void inputs() {
        Set<String> read = Reads.all(scheme);
        scheme.inputs().keySet().stream().filter(name -> !read.contains(name))
                .forEach(name -> report.warn("L105", "inputs." + name, "the input " + name + " is never used"));
    }

    private void reasons() {
        Set<String> used = new HashSet<>();
        scheme.inputs().values().forEach(input -> note(input.missing(), used));
        scheme.rubrics().values().forEach(rubric -> rubric.forEach(indicator -> note(indicator.missing(), used)));
        scheme.assessors().values().forEach(group -> note(group.tooFew(), used));
        scheme.steps().forEach(step -> verb(step.verb(), used));
        if (scheme.cohort() != null) {
            scheme.cohort().quotas().forEach(quota -> {
                if (quota instanceof Cohort.Hard hard && hard.displaced().to() instanceof Ending to) {
                    note(to, used);
                }
            });
        }
        scheme.reasons().keySet().stream().filter(code -> !used.contains(code))
                .forEach(code -> report.warn("L105", "reasons." + code, "the reason " + code + " is never used"));
    }

    private static void verb(Verb verb, Set<String> used) {
        if (verb instanceof Verb.Stop(StopAt at)) {
            note(at, used);
            if (at instanceof StopAt.AtLevel level) {
                used.add(level.because());
            }
        } else if (verb instanceof Verb.Decide decide) {
            decide.rows().forEach(row -> note(row.result(), used));
            note(decide.otherwise(), used);
        } else if (verb instanceof Verb.Band(String _, Verb.Cutting.Rows(List<Verb.BandRow> rows, Result otherwise), String _)) {
            rows.forEach(row -> note(row.result(), used));
            note(otherwise, used);
        } else if (verb instanceof Verb.Band(String _, Verb.Cutting.Cuts cuts, String _)) {
            note(cuts.noRow(), used);
        }
    }

    private static void note(Object maybe, Set<String> used) {
        if (maybe instanceof Ending ending) {
            used.add(ending.code());
        }
    }

    private void tables() {
        Set<String> used = new HashSet<>();
        for (Step step : scheme.steps()) {
            if (step.verb() instanceof Verb.Band(String _, Verb.Cutting.Cuts cuts, String _)) {
                used.add(cuts.table());
            }
        }
        if (scheme.cohort() != null) {
            scheme.cohort().quotas().forEach(quota -> {
                if (quota.head().share() instanceof Cohort.Share.FromTable share) {
                    used.add(share.table());
                }
            });
        }
        scheme.tables().keySet().stream().filter(name -> !used.contains(name))
                .forEach(name -> report.warn("L105", "tables." + name, "the table " + name + " is never used"));
    }

    private void decisions() {
        Set<String> judged = scheme.steps().stream().filter(step -> step.verb() instanceof Verb.Judge)
                .map(step -> ((Verb.Judge) step.verb()).decision()).collect(Collectors.toSet());
        Set<String> voted = Reads.ofCohort(scheme);
        scheme.inputs().values().stream().filter(input -> input.source() == Input.Source.DECISION)
                .filter(input -> !judged.contains(input.name()) && !voted.contains(input.name()))
                .forEach(input -> report.error("L333", "inputs." + input.name(), "no judgement and no tie uses the decision "
                        + input.name()));
        for (Step step : scheme.steps()) {
            Input input = step.verb() instanceof Verb.Judge judge ? scheme.inputs().get(judge.decision()) : null;
            if (input != null && input.source() != Input.Source.DECISION) {
                report.error("L333", "steps." + step.id() + ".judge.decision", input.name() + " is not of source decision");
            }
        }
    }
}
