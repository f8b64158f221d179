package asterism.command.application;

import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.CastBallot;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CountBallots;
import asterism.command.application.ApplicationCommand.OpenSurvey;
import asterism.command.core.Decision;
import asterism.command.rules.Marks.Giver;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.ApplicationEvent.SurveyTallied;
import asterism.events.Mark;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.rating.Exact;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The survey: by anonymous ballots, or on paper with its figures brought in. A ballot needs a code and nothing else; codes are known
 * by their hashes alone, and nobody knows who has which.
 */
final class Surveying {
    /** With fewer ballots, how often each value was given would tell who gave it. */
    private static final int DISCREET = 5;

    private Surveying() {
    }

    static Decision open(ApplicationState state, OpenSurvey open, Given given) {
        return unsurveyed(state, given).orElseGet(() -> {
            if (state.file().orElseThrow().survey().takesBallots()) {
                return refuse("application.survey-open", "the survey is open already");
            }
            return given.marks().countable() ? Decision.accept(new SurveyOpened(open.application(), open.codes()))
                    : refuse("application.survey-not-countable",
                            "the scheme asks the survey for more than numbers; close it with its figures");
        });
    }

    static Decision cast(ApplicationState state, CastBallot ballot, Given given) {
        Optional<Survey> survey = Assessing.judged(state).map(Dossier::survey).filter(Survey::takesBallots);
        if (survey.isEmpty()) {
            return noBallots();
        }
        String code = Sha256.of(ballot.code());
        if (!survey.get().unused().contains(code)) {
            return codeUnknown();
        }
        return given.marks().wrong(Giver.SURVEY, ballot.marks()).orElseGet(() -> Decision.accept(
                new BallotCast(ballot.application(), code, Secret.of(ballot.application(), ballot.marks()))));
    }

    static Decision codeUnknown() {
        return refuse("application.code-unknown", "this code was not given out, or it has served already");
    }

    private static Decision noBallots() {
        return refuse("application.no-ballots-taken", "no survey of this application takes ballots now");
    }

    static Decision count(ApplicationState state, CountBallots count, Given given) {
        Optional<Dossier> dossier = Assessing.judged(state).filter(file -> file.survey().takesBallots());
        return dossier.map(file -> count(state, file, count, given)).orElseGet(Surveying::noBallots);
    }

    private static Decision count(ApplicationState state, Dossier dossier, CountBallots count, Given given) {
        Survey survey = dossier.survey();
        if (survey.answered() == 0) {
            return refuse("application.no-ballots", "nobody has answered yet");
        }
        return tooFew(survey.invited(), survey.answered(), given).orElseGet(() -> {
            List<Mark> marks = new TreeMap<>(survey.counts()).entrySet().stream()
                    .map(input -> new Mark(input.getKey(), given.marks().mean(input.getKey(), input.getValue()))).toList();
            SurveyClosed closed = new SurveyClosed(count.application(), survey.invited(), survey.answered(), marks);
            Stream<ApplicationEvent> facts = survey.answered() < DISCREET ? Stream.of(closed)
                    : Stream.of(closed, new SurveyTallied(count.application(), survey.tallies()));
            return Assessing.then(state, given, dossier.established(marks).survey(survey.close()), facts.toArray(ApplicationEvent[]::new));
        });
    }

    static Decision close(ApplicationState state, CloseSurvey close, Given given) {
        return unsurveyed(state, given).orElseGet(() -> {
            Dossier dossier = state.file().orElseThrow();
            if (dossier.survey().takesBallots()) {
                return refuse("application.survey-by-ballots", "the survey takes ballots, so they are counted");
            }
            return tooFew(close.invited(), close.answered(), given).or(() -> given.marks().wrong(Giver.SURVEY, close.marks()))
                    .orElseGet(() -> Assessing.then(state, given, dossier.established(close.marks()).survey(dossier.survey().close()),
                            new SurveyClosed(close.application(), close.invited(), close.answered(), close.marks())));
        });
    }

    /** Why there is no survey to be opened or closed. */
    private static Optional<Decision> unsurveyed(ApplicationState state, Given given) {
        Optional<Dossier> dossier = Assessing.judged(state);
        if (dossier.isEmpty()) {
            return Optional.of(NotNow.refuse(state));
        }
        if (!given.marks().asks(Giver.SURVEY)) {
            return Optional.of(refuse("application.no-survey", "the scheme asks for no survey"));
        }
        return dossier.get().survey().closed()
                ? Optional.of(refuse("application.survey-closed", "the survey is closed already")) : Optional.empty();
    }

    private static Optional<Decision> tooFew(int invited, int answered, Given given) {
        return given.pinned().leastAnswered().filter(least -> Exact.of(answered).compareTo(least.times(Exact.of(invited))) < 0)
                .map(least -> refuse("application.survey-turnout", "the scheme counts a survey only where a share of " + least
                        + " of those invited has answered; " + answered + " of " + invited + " did"));
    }
}
