package asterism.rating.lint;

import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.LocalRules;
import asterism.rating.Procedure.Missed;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.rating.Stated;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Silences and gaps of the procedure (L601 to L613). */
final class ProcedureRules {
    /** What may start a period besides a stage of the scheme. */
    private static final Set<String> EVENTS = Set.of("application", "submission", "acceptance", "return", "report", "draft_report",
            "final_report",
            "publication", "announcement", "notice", "notice_end", "result", "objection", "objection_answer", "decision", "award", "appeal",
            "appeal_outcome",
            "downgrade", "suspension", "withdrawal", "rectification", "round_opened", "round_closed", "receipt", "finding");
    private static final List<String> INVOLVED = List.of("scored", "visited", "decided");

    private static final Set<Input.Source> ESTABLISHED = Set.of(Input.Source.SCORE, Input.Source.FACT, Input.Source.STATUS);

    private final Scheme scheme;
    private final Procedure procedure;
    private final Report report;

    private ProcedureRules(Scheme scheme, Procedure procedure, Report report) {
        this.scheme = scheme;
        this.procedure = procedure;
        this.report = report;
    }

    static void check(Scheme scheme, Procedure procedure, Set<String> calendars, Report report) {
        ProcedureRules rules = new ProcedureRules(scheme, procedure, report);
        LocalRules.none(scheme).ifPresent(silent -> silent.notStated()
                .forEach(path -> report.warn("L601", "procedure." + path,
                        "the text is silent: a local rule must say this before a round is opened")));
        rules.decision();
        rules.periods();
        rules.recusal();
        rules.effects();
        rules.joint();
        rules.skipped();
        rules.order();
        rules.holding();
        ProcedureWords.unknown(procedure).forEach((path, message) -> report.error("L613", "procedure." + path, message));
        if (procedure.calendar() instanceof Stated.Is<String>(String calendar) && !calendars.contains(calendar)) {
            report.error("L605", "procedure.calendar", "no calendar is called " + calendar);
        }
    }

    private void decision() {
        if (!(procedure.decision() instanceof Stated.Is<List<Procedure.Decision>>(var rows))) {
            return;
        }
        scheme.levels().forEach(level -> {
            long covering = rows.stream().filter(row -> known(row.levels())).filter(row -> row.levels().contains(scheme, level.code()))
                    .count();
            if (covering != 1) {
                report.error("L602", "procedure.decision", covering == 0 ? "nobody decides the level " + level.code()
                        : covering + " rows decide the level " + level.code());
            }
        });
    }

    private boolean known(Procedure.Levels levels) {
        return !(levels instanceof Procedure.Levels.Some(var _, String code)) || scheme.rank(code).isPresent();
    }

    private void periods() {
        Set<String> known = new HashSet<>(EVENTS);
        if (procedure.stages() instanceof Stated.Is<List<Procedure.Stage>>(var stages)) {
            stages.forEach(stage -> known.add(stage.id()));
            stages.forEach(stage -> {
                if (stage.due() instanceof Stated.Is<Procedure.Due>(Procedure.Due.Within(Procedure.Period period))) {
                    period("procedure.stages." + stage.id() + ".due", period, known);
                }
            });
        }
        if (procedure.objection() instanceof Stated.Is<Procedure.Objection>(var it)) {
            if (it.within() instanceof Stated.Is<Procedure.Within>(Procedure.Within.APeriod(Procedure.Period period))) {
                period("procedure.objection.within", period, known);
            }
            period("procedure.objection.answer", it.answer(), known);
        }
        if (procedure.appeal() instanceof Stated.Is<List<Procedure.Instance>>(var instances)) {
            instances.forEach(instance -> known.add(instance.id()));
            instances.forEach(instance -> {
                period("procedure.appeal." + instance.id() + ".within", instance.within(), known);
                period("procedure.appeal." + instance.id() + ".answer", instance.answer(), known);
            });
        }
        if (procedure.suspension() instanceof Stated.Is<Procedure.Suspension>(var it)) {
            period("procedure.suspension.max", it.max(), known);
        }
        if (procedure.plaque() instanceof Stated.Is<Procedure.Plaque>(var it)) {
            period("procedure.plaque.return_within", it.returnWithin(), known);
        }
    }

    private void period(String path, Stated<Procedure.Period> stated, Set<String> known) {
        if (stated instanceof Stated.Is<Procedure.Period>(Procedure.Period period)) {
            period(path, period, known);
        }
    }

    private void period(String path, Procedure.Period period, Set<String> known) {
        if (period.from() instanceof Stated.Is<String>(String from) && !known.contains(from)) {
            report.error("L603", path + ".from", "no stage and no event is called " + from + "; events are "
                    + String.join(", ", new TreeSet<>(EVENTS)));
        }
    }

    /** Of two effects of the same happening the first is the one that acts. */
    private void effects() {
        Set<String> seen = new HashSet<>();
        procedure.effects().value().stream().flatMap(List::stream).forEach(effect -> {
            List<String> codes = effect.codes().value().orElse(List.of());
            Stream<String> all = codes.isEmpty() ? Stream.of("any") : codes.stream();
            all.filter(code -> seen.contains(effect.on() + " any") || !seen.add(effect.on() + " " + code)).forEach(code ->
                    report.warn("L606", "procedure.effects", "an effect of " + effect.on().name().toLowerCase(Locale.ROOT) + " (" + code
                            + ") never acts: one before it does"));
        });
        if (procedure.effects().value().stream().flatMap(List::stream).anyMatch(effect -> effect.then().equals(new Missed.Word("suspend")))
                && !(procedure.suspension() instanceof Stated.Is<Procedure.Suspension>)) {
            report.error("L607", "procedure.effects", "a star is suspended, but procedure.suspension does not say for how long at most");
        }
    }

    private void joint() {
        if (!(procedure.joint() instanceof Stated.Is<List<Procedure.Joint>>(var parts))) {
            return;
        }
        Set<String> once = new HashSet<>();
        parts.forEach(part -> part.of().forEach(name -> {
            if (!once.add(name)) {
                report.error("L608", "procedure.joint." + part.id() + ".of", name + " has two parts that judge it");
            } else if (!isEstablished(name)) {
                report.error("L608", "procedure.joint." + part.id() + ".of", name + " is no input or indicator that is established of a"
                        + " branch: assessors, the survey or the committee give it, or nobody knows it");
            }
        }));
    }

    private void skipped() {
        if (!(procedure.skip() instanceof Stated.Is<List<Procedure.Kind>>(var skipped))) {
            return;
        }
        if (procedure.stages() instanceof Stated.Is<List<Procedure.Stage>>(var stages)) {
            stages.stream().filter(stage -> stage.kind().filter(skipped::contains).isPresent()).forEach(stage ->
                    report.error("L609", "procedure.stages." + stage.id(), "the scheme skips what is done in this stage"));
        }
        if (skipped.contains(Procedure.Kind.SITE_VISIT)) {
            Set<String> given = new HashSet<>();
            if (procedure.joint() instanceof Stated.Is<List<Procedure.Joint>>(var parts)) {
                parts.forEach(part -> given.addAll(part.of()));
            }
            Stream.concat(scheme.indicators().keySet().stream(), scheme.inputs().keySet().stream()).sorted()
                    .filter(name -> isEstablished(name) && !given.contains(name)).forEach(name -> report.error("L610", "procedure.skip",
                            "without a site visit nobody gives " + name + ", unless a department does"));
        }
    }

    /** What is done in a stage rests on what was done in those before it, so the house takes the kinds in one order. */
    private void order() {
        Procedure.Kind before = null;
        for (Procedure.Stage stage : procedure.stages().value().orElse(List.of())) {
            if (stage.kind().isPresent() && before != null && stage.kind().get().compareTo(before) < 0) {
                report.warn("L611", "procedure.stages." + stage.id(), "what is done in it comes before "
                        + before.name().toLowerCase(Locale.ROOT) + ", wherever the document lists it");
            }
            before = stage.kind().orElse(before);
        }
    }

    private void holding() {
        if (procedure.objection() instanceof Stated.None<Procedure.Objection>
                && procedure.notice() instanceof Stated.Is<Procedure.Notice>(var notice)
                && notice.holdsOnObjection() instanceof Stated.Is<Boolean>(var holds) && holds) {
            report.warn("L612", "procedure.notice.holds_on_objection", "no notice is ever held: the scheme knows no objections");
        }
    }

    private boolean isEstablished(String name) {
        Indicator indicator = scheme.indicators().get(name);
        Input input = scheme.inputs().get(name);
        return indicator != null ? indicator.by() == null : input != null && ESTABLISHED.contains(input.source())
                && !(input.type() instanceof Input.Type.Numeric number && number.by() != null);
    }

    private void recusal() {
        if (procedure.objection() instanceof Stated.Is<Procedure.Objection>(var it)) {
            recusal("procedure.objection", it.recusal());
        }
        if (procedure.appeal() instanceof Stated.Is<List<Procedure.Instance>>(var instances)) {
            instances.forEach(instance -> recusal("procedure.appeal." + instance.id(), instance.recusal()));
        }
    }

    private void recusal(String path, Stated<List<String>> stated) {
        List<String> missing = switch (stated) {
            case Stated.Is<List<String>>(var who) -> INVOLVED.stream().filter(it -> !who.contains(it)).toList();
            case Stated.None<List<String>> _ -> INVOLVED;
            case Stated.NotStated<List<String>> _ -> List.of();
        };
        if (!missing.isEmpty()) {
            report.warn("L604", path + ".recusal", "whoever " + String.join(" or ", missing)
                    + " would sit here by the text; they stand back all the same");
        }
    }
}
