package asterism.query.facts;

import asterism.events.AppealEvent;
import asterism.events.ApplicationEvent;
import asterism.events.BodyEvent;
import asterism.events.BranchEvent;
import asterism.events.CalendarEvent;
import asterism.events.Event;
import asterism.events.GuardEvent;
import asterism.events.HouseEvent;
import asterism.events.RoundEvent;
import asterism.events.SchemeEvent;
import asterism.events.StandingEvent;

/** How much a fact matters to somebody who wants to know what became of a branch. */
public enum Importance {
    /** It decides about a star, or about what may become of it. */
    TURN,
    /** It takes a matter further. */
    STEP,
    /** It is part of a step. */
    DETAIL;

    /** Of any fact. */
    public static Importance of(Event event) {
        return switch (event) {
            case ApplicationEvent application -> of(application);
            case StandingEvent standing -> of(standing);
            case AppealEvent appeal -> of(appeal);
            case RoundEvent round -> of(round);
            case BranchEvent _, SchemeEvent _, HouseEvent _ -> TURN;
            case BodyEvent _, CalendarEvent _, GuardEvent _ -> STEP;
        };
    }

    private static Importance of(ApplicationEvent event) {
        return switch (event) {
            case ApplicationEvent.LevelDecided _, ApplicationEvent.StarAwarded _, ApplicationEvent.ApplicationDeclined _,
                 ApplicationEvent.ApplicationLapsed _, ApplicationEvent.ApplicationEnded _, ApplicationEvent.ApplicationWithdrawn _,
                 ApplicationEvent.ApplicationReaddressed _, ApplicationEvent.ObjectionUpheld _,
                 ApplicationEvent.DecisionReopened _ -> TURN;
            case ApplicationEvent.ApplicationStarted _, ApplicationEvent.ApplicationSubmitted _, ApplicationEvent.ApplicationAccepted _,
                 ApplicationEvent.ApplicationReturned _, ApplicationEvent.DeskReviewCompleted _, ApplicationEvent.SiteVisitCompleted _,
                 ApplicationEvent.ScoresOpened _, ApplicationEvent.ScoreModerated _, ApplicationEvent.LevelProposed _,
                 ApplicationEvent.LevelAllocated _, ApplicationEvent.NoticePosted _, ApplicationEvent.NoticeClosed _,
                 ApplicationEvent.ObjectionRaised _, ApplicationEvent.ObjectionDismissed _, ApplicationEvent.StageOverdue _,
                 ApplicationEvent.ApplicationTakenOver _, ApplicationEvent.ApplicationHeld _, ApplicationEvent.ApplicationResumed _,
                 ApplicationEvent.EvidenceRevised _, ApplicationEvent.StageSkipped _, ApplicationEvent.CaseMigrated _,
                 ApplicationEvent.ReplyRecorded _, ApplicationEvent.PartsOpened _, ApplicationEvent.FormerScoresOpened _,
                 ApplicationEvent.FormerPartsOpened _, ApplicationEvent.ReviewPassedOn _ -> STEP;
            case ApplicationEvent.SelfAssessmentRecorded _, ApplicationEvent.StageDue _, ApplicationEvent.AssessorsAssigned _,
                 ApplicationEvent.DraftDue _,
                 ApplicationEvent.SurveyClosed _, ApplicationEvent.ScoresSubmitted _, ApplicationEvent.ScoreComputed _,
                 ApplicationEvent.StagePaused _, ApplicationEvent.NoticeRecounted _, ApplicationEvent.DraftShared _,
                 ApplicationEvent.NoticePaused _, ApplicationEvent.NoticeResumed _, ApplicationEvent.ObjectionsUntil _,
                 ApplicationEvent.ObjectionVoted _,
                 ApplicationEvent.DraftCommented _, ApplicationEvent.SurveyOpened _, ApplicationEvent.BallotCast _,
                 ApplicationEvent.SurveyTallied _, ApplicationEvent.ScoresStoodBy _, ApplicationEvent.PartsAsked _,
                 ApplicationEvent.PartJudged _, ApplicationEvent.ReviewRated _, ApplicationEvent.ReminderSet _,
                 ApplicationEvent.OwnerReminded _, ApplicationEvent.StatementErased _ -> DETAIL;
        };
    }

    private static Importance of(StandingEvent event) {
        return switch (event) {
            case StandingEvent.Ruling _, StandingEvent.DecisionStruckOut _, StandingEvent.DecisionStayed _, StandingEvent.StayLifted _,
                 StandingEvent.DecisionReviewed _, StandingEvent.StarToJudge _, StandingEvent.AwardNotEffected _,
                 StandingEvent.VetoRecorded _, StandingEvent.ReorganisationToJudge _ -> TURN;
            case StandingEvent.LastDayRecounted _, StandingEvent.StarReminderSet _, StandingEvent.StarOwnerReminded _ -> DETAIL;
            case StandingEvent.Note _ -> STEP;
        };
    }

    private static Importance of(AppealEvent event) {
        return switch (event) {
            case AppealEvent.AppealUpheld _, AppealEvent.AppealDecisionReplaced _, AppealEvent.AppealDismissed _,
                 AppealEvent.AppealFoundInadmissible _ -> TURN;
            case AppealEvent.AppealLodged _, AppealEvent.AppealCarriedFurther _, AppealEvent.AppealAdmitted _,
                 AppealEvent.AppealEffectStayed _, AppealEvent.AppealAnswerOverdue _, AppealEvent.AppealReaddressed _,
                 AppealEvent.RefusalFell _ -> STEP;
            case AppealEvent.AppealEvidenceSubmitted _, AppealEvent.AppealAnswerRecounted _, AppealEvent.AppealReminderSet _,
                 AppealEvent.AppealOwnerReminded _, AppealEvent.AppealAgainstRefusal _, AppealEvent.AppealConfined _ -> DETAIL;
        };
    }

    private static Importance of(RoundEvent event) {
        return switch (event) {
            case RoundEvent.RoundOpened _, RoundEvent.QuotaAllocated _, RoundEvent.QuotaReallocated _, RoundEvent.TieResolved _,
                 RoundEvent.RoundClosed _ -> TURN;
            case RoundEvent.RosterSealed _, RoundEvent.QuotaTied _, RoundEvent.AssignmentCommitted _,
                 RoundEvent.AssignmentRefused _ -> STEP;
        };
    }
}
