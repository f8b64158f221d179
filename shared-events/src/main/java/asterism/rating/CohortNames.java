package asterism.rating;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of cohort and procedure; asks {@link Names}, which knows all values by then. */
final class CohortNames {
    private final Scheme scheme;
    private final Names names;

    CohortNames(Scheme scheme, Names names) {
        this.scheme = scheme;
        this.names = names;
    }

    void check() {
        if (scheme.cohort() != null) {
            scheme.cohort().scope().forEach(name -> names.name("cohort.scope", name));
            Set<String> ids = new HashSet<>();
            scheme.cohort().quotas().forEach(quota -> {
                if (!ids.add(quota.id()) || scheme.steps().stream().anyMatch(step -> step.id().equals(quota.id()))) {
                    names.error("L103", path(quota), "the id " + quota.id() + " stands twice");
                }
                quota(quota);
            });
        }
        if (scheme.procedure() != null) {
            procedure(scheme.procedure());
        }
    }

    private static String path(Cohort.Quota quota) {
        return "cohort.quotas." + quota.id();
    }

    private void quota(Cohort.Quota quota) {
        names.level(path(quota) + ".levels", quota.head().levels().level());
        if (quota.head().share() instanceof Cohort.Share.FromTable(String name, List<String> by, String column)) {
            by.forEach(key -> names.name(path(quota) + ".share", key));
            names.table(path(quota) + ".share", name, by).ifPresent(table -> names.numbers(path(quota) + ".share", table, column, false));
        }
        if (quota instanceof Cohort.Hard hard) {
            hard.rankBy().forEach(key -> names.name(path(quota) + ".rank_by", key.name()));
            hard.ties().thenBy().forEach(key -> names.name(path(quota) + ".ties", key.name()));
            if (hard.protection() != null) {
                names.predicate(path(quota) + ".protected", hard.protection().when());
            }
            if (hard.displaced().to() instanceof Result.ToLevel(String code)) {
                names.level(path(quota) + ".displaced", code);
            } else if (hard.displaced().to() instanceof Ending ending) {
                names.ending(path(quota) + ".displaced", ending);
            }
        }
    }

    private void procedure(Procedure procedure) {
        if (procedure.stages() instanceof Stated.Is<List<Procedure.Stage>>(var stages)) {
            Set<String> ids = new HashSet<>();
            stages.forEach(stage -> {
                levels("procedure.stages." + stage.id(), stage.levels());
                if (!ids.add(stage.id())) {
                    names.error("L103", "procedure.stages." + stage.id(), "the stage " + stage.id() + " stands twice");
                }
            });
        }
        if (procedure.decision() instanceof Stated.Is<List<Procedure.Decision>>(var rows)) {
            for (int i = 0; i < rows.size(); i++) {
                levels("procedure.decision[" + (i + 1) + "].levels", rows.get(i).levels());
            }
        }
        if (procedure.rectification() instanceof Stated.Is<Procedure.Rectification>(var it)
                && it.trigger() instanceof Stated.Is<Predicate>(var trigger)) {
            names.predicate("procedure.rectification.trigger", trigger);
        }
    }

    private void levels(String path, Procedure.Levels levels) {
        if (levels instanceof Procedure.Levels.Some(Predicate.Op _, String code)) {
            names.level(path, code);
        }
    }
}
