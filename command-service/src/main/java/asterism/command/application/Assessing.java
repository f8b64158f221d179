package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.application.ApplicationState.SiteVisit;
import asterism.command.core.Decision;
import asterism.command.rules.Marks.Giver;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.FormerPartsOpened;
import asterism.events.ApplicationEvent.FormerScoresOpened;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.BodyId;
import asterism.events.PersonId;
import asterism.events.Secret;
import asterism.rating.Procedure.Joint;
import asterism.rating.round.Rated;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Site visit, scores and the parts of departments. What somebody gave stays sealed until the last has given theirs, of the evidence
 * as it is now, and the survey, where the scheme asks for one, is closed; then all is opened and the score worked out in the same
 * decision.
 */
final class Assessing {
    private Assessing() {
    }

    /** Assessors may be exchanged until the scores are open, except those who gave theirs. */
    static Decision assign(ApplicationState state, AssignAssessors assign, Given given) {
        return judged(state).map(dossier -> wrong(dossier, assign, given).orElseGet(() -> then(state, given,
                        dossier.panel(dossier.panel().assigned(assign.assessors(), assign.lead())),
                        new AssessorsAssigned(assign.application(), assign.assessors(), assign.lead()))))
                .orElseGet(() -> NotNow.refuse(state));
    }

    /** What is being judged: nothing is decided, and the scores are not open. */
    static Optional<Dossier> judged(ApplicationState state) {
        return state instanceof SiteVisit || state instanceof Scoring ? state.file() : Optional.empty();
    }

    private static Optional<Decision> wrong(Dossier dossier, AssignAssessors assign, Given given) {
        List<PersonId> people = assign.assessors();
        if (new HashSet<>(people).size() < people.size()) {
            return Optional.of(invalid("assessors", "application.assessor-twice", "an assessor is named twice"));
        }
        if (!given.assessors().containsAll(people)) {
            return Optional.of(invalid("assessors", "application.not-an-assessor", "only assessors can be assigned"));
        }
        if (!people.contains(assign.lead())) {
            return Optional.of(invalid("lead", "application.lead-not-assigned", "the lead must be one of the assessors"));
        }
        if (people.size() < given.pinned().fewestAssessors()) {
            return Optional.of(refuse("application.too-few-assessors",
                    "the scheme asks for at least " + given.pinned().fewestAssessors() + " assessors"));
        }
        return people.containsAll(dossier.panel().sheets().keySet()) ? Optional.empty() : Optional.of(
                refuse("application.assessor-has-scored", "an assessor who gave their scores cannot be taken off the panel"));
    }

    static Decision visit(ApplicationState state, CompleteSiteVisit visit, Given given) {
        if (!(state instanceof SiteVisit(var dossier))) {
            return NotNow.refuse(state);
        }
        PersonId lead = dossier.panel().lead();
        if (lead == null) {
            return refuse("application.no-assessors", "assessors must be assigned before the visit");
        }
        if (given.asked().person().filter(lead::equals).isEmpty()) {
            return refuse("application.not-the-lead", "the assessor who leads the visit completes it");
        }
        if (visit.visitedOn().isAfter(given.asked().today())) {
            return invalid("visitedOn", "application.visit-not-yet", "a visit cannot lie after today");
        }
        return given.marks().wrong(Giver.VISIT, visit.marks()).orElseGet(() -> then(new Scoring(dossier), given,
                dossier.established(visit.marks()),
                new SiteVisitCompleted(visit.application(), visit.visitedOn(), visit.findings(), visit.marks())));
    }

    static Decision score(ApplicationState state, SubmitScores submit, Given given) {
        if (!(state instanceof Scoring(var dossier))) {
            return NotNow.refuse(state);
        }
        Optional<PersonId> assessor = given.asked().person().filter(dossier.panel().assessors()::contains);
        if (assessor.isEmpty()) {
            return notOnThePanel();
        }
        if (!given.calibrated()) {
            return refuse("application.not-calibrated", "the scheme asks you to score a case with a known answer first");
        }
        if (dossier.panel().sheet(assessor.get()).judged() == dossier.assessed()) {
            return refuse("application.scored-already", "your scores are in and sealed");
        }
        return anotherVersion(dossier, submit.judged())
                .or(() -> given.marks().wrong(Giver.ASSESSOR, submit.marks()))
                .or(() -> Optional.of(submit.marks()).filter(_ -> given.pinned().reasonForLess()).flatMap(given.marks()::unexplained))
                .orElseGet(() -> then(state, given,
                        dossier.panel(dossier.panel().gave(assessor.get(), new Sheet(submit.judged(), submit.marks()))),
                        new ScoresSubmitted(submit.application(), assessor.get(), submit.judged(),
                                Secret.of(submit.application(), submit.marks()))));
    }

    static Decision notOnThePanel() {
        return refuse("application.not-on-the-panel", "only those who were assigned score this application");
    }

    static Optional<Decision> anotherVersion(Dossier dossier, int judged) {
        return judged == dossier.assessed() ? Optional.empty() : Optional.of(
                refuse("application.judged-another-version", "the self-assessment to be judged is version " + dossier.assessed()));
    }

    /** Departments judge at the same time as the assessors, each its own part. */
    static Decision part(ApplicationState state, JudgePart judge, Given given) {
        return judged(state).map(dossier -> part(state, dossier, judge, given)).orElseGet(() -> NotNow.refuse(state));
    }

    private static Decision part(ApplicationState state, Dossier dossier, JudgePart judge, Given given) {
        Optional<Joint> part = given.pinned().joint().stream().filter(one -> one.id().equals(judge.part())).findFirst();
        if (part.isEmpty()) {
            return invalid("part", "application.part-unknown", "the scheme gives no department such a part");
        }
        if (!given.seats().contains(new BodyId(part.get().body().get()))) {
            return refuse("application.not-your-part", "this part is judged by " + part.get().body().get());
        }
        if (dossier.panel().hasJudged(List.of(judge.part()), dossier.assessed())) {
            return refuse("application.part-judged", "this part is judged already");
        }
        return anotherVersion(dossier, judge.judged()).or(() -> given.marks().wrong(part.get(), judge.marks()))
                .orElseGet(() -> then(state, given,
                        dossier.panel(dossier.panel().gave(judge.part(), new Sheet(judge.judged(), judge.marks()))),
                        new PartJudged(judge.application(), judge.part(), judge.judged(), Secret.of(judge.application(), judge.marks()))));
    }

    /** The facts, and all that follows from them where nothing is missing any more. */
    static Decision then(ApplicationState state, Given given, Dossier after, ApplicationEvent... facts) {
        Stream<ApplicationEvent> follows = state instanceof Scoring && complete(after, given) ? opened(after, given) : Stream.empty();
        return Decision.accept(Stream.concat(Stream.of(facts), follows).toArray(ApplicationEvent[]::new));
    }

    private static boolean complete(Dossier dossier, Given given) {
        Panel panel = dossier.panel();
        boolean scored = !given.marks().asks(Giver.ASSESSOR) || (!panel.assessors().isEmpty() && panel.hasScored(dossier.assessed()));
        return scored && (dossier.survey().closed() || !given.marks().asks(Giver.SURVEY))
                && panel.hasJudged(given.pinned().joint().stream().map(Joint::id).toList(), dossier.assessed());
    }

    private static Stream<ApplicationEvent> opened(Dossier dossier, Given given) {
        Panel panel = dossier.panel();
        Stream<ApplicationEvent> parts = panel.parts().isEmpty() ? Stream.empty()
                : Stream.of(new PartsOpened(dossier.application(), panel.openedParts()));
        Stream<ApplicationEvent> formerParts = panel.formerParts().isEmpty() ? Stream.empty()
                : Stream.of(new FormerPartsOpened(dossier.application(), panel.formerParts()));
        Stream<ApplicationEvent> former = panel.former().isEmpty() ? Stream.empty()
                : Stream.of(new FormerScoresOpened(dossier.application(), panel.former()));
        ScoreComputed computed = computed(dossier, given);
        return Stream.of(parts, formerParts, former, Stream.of(new ScoresOpened(dossier.application(), panel.openedScores()), computed),
                Moderating.passed(dossier, computed.computed(), given)).flatMap(facts -> facts);
    }

    static ScoreComputed computed(Dossier dossier, Given given) {
        Rated rated = given.pinned().rate(dossier.rated(given.unit().kind(), given.unit().held()));
        return new ScoreComputed(dossier.application(), rated.computed(), rated.trace());
    }
}
