package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.ApplicationCommand.RateReview;
import asterism.command.application.ApplicationCommand.ReplyToFindings;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ReviewRated;

/** What the branch says of its own rating: once to the findings, in public, and in the end how far each review helped it. */
final class Replying {
    private Replying() {
    }

    static Decision reply(ApplicationState state, ReplyToFindings reply) {
        boolean open = switch (state) {
            case ApplicationState.Moderation _, ApplicationState.Ranked _, ApplicationState.Allocated _, ApplicationState.Decided _,
                 ApplicationState.Notice _, ApplicationState.Confirmed _, Awarded _, Refused _ -> true;
            case ApplicationState _ -> false;
        };
        if (!open) {
            return NotNow.refuse(state);
        }
        return state.file().orElseThrow().voices().replied()
                ? refuse("application.replied", "the branch has replied already")
                : Decision.accept(new ReplyRecorded(reply.application(), reply.statement()));
    }

    /** Only when all is over, so that nobody judges with an eye to it. */
    static Decision rate(ApplicationState state, RateReview rate) {
        if (!(state instanceof Awarded) && !(state instanceof Refused)) {
            return NotNow.refuse(state);
        }
        Dossier dossier = state.file().orElseThrow();
        if (!dossier.panel().assessors().contains(rate.assessor())) {
            return invalid("assessor", "application.assessor-unknown", "that person did not score this application");
        }
        return dossier.voices().rated().contains(rate.assessor())
                ? refuse("application.review-rated", "the branch has rated this review already")
                : Decision.accept(new ReviewRated(rate.application(), rate.assessor(), rate.helpful()));
    }
}
