package asterism.command.application;

import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Closed;
import asterism.command.application.ApplicationState.Confirmed;
import asterism.command.application.ApplicationState.Decided;
import asterism.command.application.ApplicationState.DeskReview;
import asterism.command.application.ApplicationState.Draft;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.ApplicationState.Moderation;
import asterism.command.application.ApplicationState.None;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.Ranked;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.application.ApplicationState.SiteVisit;
import asterism.command.application.ApplicationState.Submitted;
import asterism.command.core.Decision;

/** The answer to a step that does not fit where the application stands. */
final class NotNow {
    private NotNow() {
    }

    static Decision refuse(ApplicationState state) {
        return switch (state) {
            case None _ -> Decision.unknown("application.unknown", "there is no such application");
            case Draft _ -> at("it is still a draft");
            case Submitted _ -> at("it waits for acceptance");
            case DeskReview _ -> at("it is in desk review");
            case Returned _ -> at("it was returned for completion");
            case SiteVisit _ -> at("it waits for the site visit");
            case Scoring _ -> at("it is being scored");
            case Moderation _ -> at("its score is being moderated");
            case Ranked _ -> at("it waits for the round's allocation");
            case Allocated _ -> at("it waits for the decision");
            case Decided _ -> at("it was decided");
            case Notice _ -> at("it is under public notice");
            case Confirmed _ -> at("its notice is over");
            case Held _ -> at("it is on hold");
            case Awarded _ -> at("its star was awarded");
            case Refused _ -> at("no star was granted");
            case Closed(_, var end) -> at(switch (end) {
                case DECLINED -> "it was declined";
                case LAPSED -> "it lapsed";
                case ENDED_WITH_BRANCH -> "it ended with its branch";
                case READDRESSED -> "another branch took it over";
                case WITHDRAWN -> "it was withdrawn";
            });
        };
    }

    private static Decision at(String where) {
        return Decision.refuse("application.not-now", "this step is not open to the application: " + where);
    }
}
