package asterism.command.scheme;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.round.RatedRounds;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishCalibrationCase;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.command.scheme.SchemeCommand.ReportImpact;
import asterism.command.scheme.SchemeCommand.TakeCalibration;
import asterism.command.scheme.SchemeCommand.ValidateSchemeVersion;
import asterism.document.Finding;
import asterism.events.Envelope;
import asterism.events.PersonId;
import asterism.events.SchemeEvent;
import asterism.events.SchemeEvent.CalibrationCasePublished;
import asterism.events.SchemeEvent.CalibrationTaken;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeEvent.LocalRulesAdopted;
import asterism.events.SchemeEvent.SchemeVersionActivated;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import asterism.rating.Exact;
import asterism.rating.Outcome;
import asterism.rating.Procedure.ImpactLimit;
import asterism.rating.SchemeReader;
import asterism.rating.impact.Change;
import asterism.rating.impact.Change.Way;
import asterism.rating.impact.Impact;
import asterism.rating.lint.Linter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scheme and its versions. */
public final class Scheme implements Decider<SchemeCommand, Scheme.State, SchemeEvent, Scheme.Given> {

    /**
     * @param versions by the name the document gives itself; none before the first is published
     * @param impacts  the last report of each version
     * @param inForce  the version that takes the place of the one before, by the first day of rounds it holds for
     * @param cases    with known answers, by their names
     * @param taken    who took each case, and passed or not
     */
    public record State(Map<String, Version> versions, Map<String, ImpactReported> impacts, NavigableMap<LocalDate, String> inForce,
                        Map<String, CalibrationCasePublished> cases, Map<String, Map<PersonId, Boolean>> taken) {

        /** The person passed a case with a known answer. */
        public boolean isCalibrated(PersonId person) {
            return taken.values().stream().anyMatch(results -> results.getOrDefault(person, false));
        }

        /** Whether that version is the one for rounds that open on that day. */
        public boolean isInForce(String version, LocalDate day) {
            return Optional.ofNullable(inForce.floorEntry(day)).filter(entry -> entry.getValue().equals(version)).isPresent();
        }

        /** Another version is in force on that day, so this one would take its place. */
        boolean replacesAnother(String version, LocalDate day) {
            return Optional.ofNullable(inForce.floorEntry(day)).filter(entry -> !entry.getValue().equals(version)).isPresent();
        }

        /** What was reported of a version as it reads now, local rules and all. */
        Optional<ImpactReported> impact(String name, Version version) {
            return Optional.ofNullable(impacts.get(name)).filter(report -> report.sha256().equals(version.sha256())
                    && report.localRules().equals(version.localRules()));
        }

        /** The version of that name, once published. */
        public Optional<Version> version(String name) {
            return Optional.ofNullable(versions.get(name));
        }
    }

    /**
     * A published version.
     *
     * @param sha256     of its text
     * @param localRules SHA-256 of the local rules adopted for it last; none before the first
     */
    public record Version(String sha256, String document, @Nullable String localRules) {
    }

    /** What a scheme looks at, by what is asked of it. */
    public sealed interface Given {
        Asked asked();

        /** Its own state is all it needs. */
        record Alone(Asked asked) implements Given {
        }

        /**
         * @param limits of what it may do; empty where the scheme sets none
         * @param last   the scheme's last rated round; empty where none was rated, so that no effect can be told
         */
        record ForActivating(Asked asked, Optional<ImpactLimit> limits, Optional<RatedRounds.Last> last) implements Given {
        }

        /** @param trial empty where the round is unknown, of another scheme, or its seats are not given out */
        record ForReporting(Asked asked, Optional<RatedRounds.Trial> trial) implements Given {
        }

        /** @param rules of the version that the case is of; empty where it is not there or its local rules are not */
        record ForCalibrating(Asked asked, Optional<Rules> rules) implements Given {
        }
    }

    @Override
    public State initial() {
        return new State(Map.of(), Map.of(), new TreeMap<>(), Map.of(), Map.of());
    }

    @Override
    public Decision decide(State state, SchemeCommand command, Given given) {
        return switch (command) {
            case PublishSchemeVersion publish -> publish(state, publish);
            case ValidateSchemeVersion validate -> validated(publish(state,
                    new PublishSchemeVersion(validate.scheme(), validate.document(), validate.acknowledged())));
            case ActivateSchemeVersion activate -> state.version(activate.version())
                    .map(version -> activate(state, version, activate, given))
                    .orElseGet(() -> unknown("scheme.version-unknown", "the scheme has no such version"));
            case ReportImpact report -> state.version(report.version()).map(version -> report(version, report, given))
                    .orElseGet(() -> unknown("scheme.version-unknown", "the scheme has no such version"));
            case PublishCalibrationCase publish -> Calibrating.publish(state, publish, given);
            case TakeCalibration take -> Calibrating.take(state, take, given);
            case AdoptLocalRules adopt -> state.version(adopt.version()).map(version -> adopt(version, adopt))
                    .orElseGet(() -> unknown("scheme.version-unknown", "the scheme has no such version"));
        };
    }

    /** The same answer, without its facts. */
    private static Decision validated(Decision publishing) {
        return publishing instanceof Decision.Accepted ? Decision.accept() : publishing;
    }

    private static Decision activate(State state, Version version, ActivateSchemeVersion activate, Given given) {
        if (version.localRules() == null) {
            return refuse("scheme.no-local-rules", "local rules must be adopted for the version before it comes into force");
        }
        if (state.isInForce(activate.version(), activate.from())) {
            return Decision.accept();
        }
        if (activate.from().isBefore(given.asked().today())) {
            return invalid("from", "scheme.activation-in-the-past", "a version comes into force today or later");
        }
        return tooMuch(state, version, activate, given).orElseGet(() -> Decision.accept(
                new SchemeVersionActivated(activate.scheme(), activate.version(), version.sha256(), activate.from())));
    }

    /** What keeps a version from taking the place of another: nobody told its effect, or it is too great and nobody stands for it. */
    private static Optional<Decision> tooMuch(State state, Version version, ActivateSchemeVersion activate, Given given) {
        if (!(given instanceof Given.ForActivating on) || on.last().isEmpty()
                || !state.replacesAnother(activate.version(), activate.from())) {
            return Optional.empty();
        }
        Optional<ImpactReported> report = state.impact(activate.version(), version);
        if (report.isEmpty()) {
            return Optional.of(refuse("scheme.impact-not-reported",
                    "its effect on the last rated round must be reported before it comes into force"));
        }
        RatedRounds.Last last = on.last().get();
        if (!report.get().round().equals(last.round()) || !report.get().inputs().equals(last.inputs())) {
            return Optional.of(refuse("scheme.impact-stale", "its effect was reported on something else than what "
                    + last.round() + ", the last round, was rated on; report it again"));
        }
        return on.asked().reason() != null ? Optional.empty()
                : on.limits().flatMap(limits -> beyond(limits, report.get()));
    }

    private static Optional<Decision> beyond(ImpactLimit limits, ImpactReported report) {
        int moving = report.rising() + report.falling() + report.otherwise();
        Exact cutMove = Exact.parse(report.cutMove()).orElseThrow();
        return limits.mostFalling().value().filter(share -> isMore(report.falling(), share, report.units()))
                .map(_ -> "%d of %d units would fall".formatted(report.falling(), report.units()))
                .or(() -> limits.mostMoving().value().filter(share -> isMore(moving, share, report.units()))
                        .map(_ -> "%d of %d units would move".formatted(moving, report.units())))
                .or(() -> limits.mostCutMove().value().filter(most -> cutMove.compareTo(most) > 0)
                        .map(_ -> "a cut point moves by " + cutMove))
                .map(what -> refuse("scheme.impact-too-great", what + ", which is more than the scheme allows; who stands for it gives"
                        + " a reason"));
    }

    private static boolean isMore(int units, Exact share, int of) {
        return Exact.of(units).compareTo(share.times(Exact.of(of))) > 0;
    }

    private static Decision report(Version version, ReportImpact report, Given given) {
        if (version.localRules() == null) {
            return refuse("scheme.no-local-rules", "local rules must be adopted for the version before its effect can be told");
        }
        if (!(given instanceof Given.ForReporting on) || on.trial().isEmpty()) {
            return refuse("scheme.round-not-rated", "the round must be one of the scheme, with its seats given out");
        }
        RatedRounds.Trial trial = on.trial().get();
        Impact impact = trial.impact();
        String changes = impact.changes().stream().map(Scheme::line).collect(Collectors.joining());
        return Decision.accept(List.of(changes), new ImpactReported(report.scheme(), report.version(), version.sha256(),
                version.localRules(), report.round(), impact.units(), count(impact, Way.UP, Way.RATED),
                count(impact, Way.DOWN, Way.UNRATED), count(impact, Way.RENAMED, Way.OTHER_REASON), trial.cutMove().toString(),
                trial.inputs(), Sha256.of(changes)));
    }

    private static int count(Impact impact, Way... ways) {
        return (int) impact.changes().stream().filter(change -> List.of(ways).contains(change.way())).count();
    }

    /** One line a unit: which, from, to, and the steps that make the difference. */
    private static String line(Change change) {
        return change.unit() + "," + text(change.from()) + "," + text(change.to()) + ","
                + change.causes().stream().map(cause -> cause.step() + ":" + cause.kind()).collect(Collectors.joining(";")) + "\n";
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Rated rated ? rated.level() : outcome.word() + ":" + outcome.reason();
    }

    private static Decision publish(State state, PublishSchemeVersion publish) {
        List<Finding> findings = new Linter().lint(publish.document());
        Optional<Finding> error = findings.stream().filter(Finding::isError).findFirst();
        if (error.isPresent()) {
            return invalid("document", "scheme.has-errors", error.get().toString());
        }
        Optional<Finding> silent = findings.stream().filter(finding -> !publish.acknowledged().contains(finding.code())).findFirst();
        if (silent.isPresent()) {
            return invalid("acknowledged", "scheme.warning-not-acknowledged", silent.get().toString());
        }
        List<asterism.rating.Scheme> versions = SchemeReader.read(publish.document()).orThrow();
        return versions.size() == 1
                ? publish(state, publish, versions.getFirst())
                : invalid("document", "scheme.several-versions", "versions are published one at a time");
    }

    private static Decision publish(State state, PublishSchemeVersion publish, asterism.rating.Scheme version) {
        SchemeId named = new SchemeId(version.id());
        if (!named.equals(publish.scheme())) {
            return invalid("document", "scheme.another-scheme", "the document is a version of " + named);
        }
        Optional<Version> before = state.version(version.version());
        String text = version.document().text();
        if (before.isPresent()) {
            return before.get().document().equals(text)
                    ? Decision.accept()
                    : refuse("scheme.version-published", "a version of that name is published already, and a version never changes");
        }
        return Decision.accept(List.of(text), new SchemeVersionPublished(publish.scheme(), version.version(), Sha256.of(text), text,
                publish.acknowledged()));
    }

    private static Decision adopt(Version version, AdoptLocalRules adopt) {
        Optional<String> fault = RuleBook.fault(version.document(), adopt.document());
        if (fault.isPresent()) {
            return invalid("document", "scheme.local-rules-unfit", fault.get());
        }
        String sha256 = Sha256.of(adopt.document());
        return sha256.equals(version.localRules())
                ? Decision.accept()
                : Decision.accept(List.of(adopt.document()), new LocalRulesAdopted(adopt.scheme(), adopt.version(), sha256,
                        adopt.document()));
    }

    @Override
    public State evolve(State state, SchemeEvent fact, Envelope envelope) {
        Map<String, Version> versions = new HashMap<>(state.versions());
        Map<String, ImpactReported> impacts = new HashMap<>(state.impacts());
        NavigableMap<LocalDate, String> inForce = new TreeMap<>(state.inForce());
        Map<String, CalibrationCasePublished> cases = new HashMap<>(state.cases());
        Map<String, Map<PersonId, Boolean>> taken = new HashMap<>(state.taken());
        switch (fact) {
            case CalibrationCasePublished published -> cases.put(published.name(), published);
            case CalibrationTaken one -> {
                Map<PersonId, Boolean> results = new HashMap<>(taken.getOrDefault(one.name(), Map.of()));
                results.put(one.person(), one.passed());
                taken.put(one.name(), Map.copyOf(results));
            }
            case SchemeVersionPublished published ->
                    versions.put(published.version(), new Version(published.sha256(), published.document(), null));
            case LocalRulesAdopted adopted -> versions.computeIfPresent(adopted.version(),
                    (_, version) -> new Version(version.sha256(), version.document(), adopted.sha256()));
            case ImpactReported reported -> impacts.put(reported.version(), reported);
            case SchemeVersionActivated activated -> {
                inForce.tailMap(activated.from(), true).clear();
                inForce.put(activated.from(), activated.version());
            }
        }
        return new State(Map.copyOf(versions), Map.copyOf(impacts), Collections.unmodifiableNavigableMap(inForce),
                Map.copyOf(cases), Map.copyOf(taken));
    }

    @Override
    public Class<SchemeEvent> facts() {
        return SchemeEvent.class;
    }
}
