package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.application.ApplicationState.SiteVisit;
import asterism.command.core.Decision;
import asterism.command.rules.Marks.Giver;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.PersonId;
import asterism.events.Secret;
import asterism.rating.Exact;
import asterism.rating.round.Rated;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Site visit, survey and scores. What an assessor gave stays sealed until the last assessor has given theirs and the survey,
 * where the scheme asks for one, is closed; then all is opened and the score worked out in the same decision.
 */
final class Assessing {
    private Assessing() {
    }

    /** Assessors may be exchanged until the scores are open, except those who gave theirs. */
    static Decision assign(ApplicationState state, AssignAssessors assign, Given given) {
        return state instanceof SiteVisit || state instanceof Scoring
                ? state.file().map(dossier -> wrong(dossier, assign, given).orElseGet(() -> then(
                        dossier.assigned(assign.assessors(), assign.lead()), state instanceof Scoring, given,
                        new AssessorsAssigned(assign.application(), assign.assessors(), assign.lead())))).orElseThrow()
                : NotNow.refuse(state);
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
        return people.containsAll(dossier.scores().keySet()) ? Optional.empty() : Optional.of(
                refuse("application.assessor-has-scored", "an assessor who gave their scores cannot be taken off the panel"));
    }

    static Decision visit(ApplicationState state, CompleteSiteVisit visit, Given given) {
        if (!(state instanceof SiteVisit(var dossier))) {
            return NotNow.refuse(state);
        }
        if (dossier.lead() == null) {
            return refuse("application.no-assessors", "assessors must be assigned before the visit");
        }
        if (given.asked().person().filter(dossier.lead()::equals).isEmpty()) {
            return refuse("application.not-the-lead", "the assessor who leads the visit completes it");
        }
        if (visit.visitedOn().isAfter(given.asked().today())) {
            return invalid("visitedOn", "application.visit-not-yet", "a visit cannot lie after today");
        }
        return given.marks().wrong(Giver.VISIT, visit.marks()).orElseGet(() -> Decision.accept(
                new SiteVisitCompleted(visit.application(), visit.visitedOn(), visit.findings(), visit.marks())));
    }

    static Decision survey(ApplicationState state, CloseSurvey close, Given given) {
        return state instanceof SiteVisit(var dossier) ? survey(dossier, false, close, given)
                : state instanceof Scoring(var dossier) ? survey(dossier, true, close, given)
                : NotNow.refuse(state);
    }

    private static Decision survey(Dossier dossier, boolean scoring, CloseSurvey close, Given given) {
        if (!given.marks().asks(Giver.SURVEY)) {
            return refuse("application.no-survey", "the scheme asks for no survey");
        }
        if (dossier.surveyed()) {
            return refuse("application.survey-closed", "the survey is closed already");
        }
        Optional<Exact> least = given.pinned().leastAnswered();
        if (least.isPresent() && Exact.of(close.answered()).compareTo(least.get().times(Exact.of(close.invited()))) < 0) {
            return refuse("application.survey-turnout", "the scheme counts a survey only where a share of " + least.get()
                    + " of those invited has answered; " + close.answered() + " of " + close.invited() + " did");
        }
        return given.marks().wrong(Giver.SURVEY, close.marks()).orElseGet(() -> then(dossier.surveyed(close.marks()), scoring, given,
                new SurveyClosed(close.application(), close.invited(), close.answered(), close.marks())));
    }

    static Decision score(ApplicationState state, SubmitScores submit, Given given) {
        if (!(state instanceof Scoring(var dossier))) {
            return NotNow.refuse(state);
        }
        Optional<PersonId> assessor = given.asked().person().filter(dossier.assessors()::contains);
        if (assessor.isEmpty()) {
            return refuse("application.not-on-the-panel", "only those who were assigned score this application");
        }
        if (dossier.scores().containsKey(assessor.get())) {
            return refuse("application.scored-already", "your scores are in and sealed");
        }
        if (submit.judged() != dossier.assessed()) {
            return refuse("application.judged-another-version", "the self-assessment to be judged is version " + dossier.assessed());
        }
        return given.marks().wrong(Giver.ASSESSOR, submit.marks())
                .or(() -> Optional.of(submit.marks()).filter(_ -> given.pinned().reasonForLess()).flatMap(given.marks()::unexplained))
                .orElseGet(() -> then(dossier.scored(assessor.get(), submit.marks()), true, given, new ScoresSubmitted(
                        submit.application(), assessor.get(), submit.judged(), Secret.of(submit.application(), submit.marks()))));
    }

    /** The fact, and all that follows from it where nothing is missing any more. */
    private static Decision then(Dossier after, boolean scoring, Given given, ApplicationEvent fact) {
        boolean complete = scoring && after.marked().allScored() && (after.surveyed() || !given.marks().asks(Giver.SURVEY));
        return Decision.accept(Stream.concat(Stream.of(fact), complete ? opened(after, given) : Stream.empty())
                .toArray(ApplicationEvent[]::new));
    }

    private static Stream<ApplicationEvent> opened(Dossier dossier, Given given) {
        return Stream.of(new ScoresOpened(dossier.application(), dossier.marked().opened()), computed(dossier, given));
    }

    static ScoreComputed computed(Dossier dossier, Given given) {
        Rated rated = given.pinned().rate(dossier.rated(given.unit().kind(), given.unit().held()));
        return new ScoreComputed(dossier.application(), rated.computed(), rated.trace());
    }
}
