package asterism.query.course;

import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.CaseMigrated;
import asterism.events.ApplicationEvent.DecisionReopened;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.DraftCommented;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.DraftShared;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.FormerPartsOpened;
import asterism.events.ApplicationEvent.FormerScoresOpened;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.ObjectionVoted;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.OwnerReminded;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ReminderSet;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.ReviewPassedOn;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationEvent.StageSkipped;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationEvent.StatementErased;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.ApplicationEvent.SurveyTallied;
import java.util.Optional;

/** Where an application stands; on hold, where it goes on. */
public enum Stage {
    DRAFT, SUBMITTED, DESK_REVIEW, RETURNED, SITE_VISIT, SCORING, MODERATION, RANKED, DECISION, DECIDED, PUBLIC_NOTICE, CONFIRMED, AWARDED,
    DECLINED, LAPSED, WITHDRAWN, ENDED_WITH_BRANCH, READDRESSED, NOT_GRANTED;

    /** The application has not come to its end. */
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SUBMITTED, DESK_REVIEW, RETURNED, SITE_VISIT, SCORING, MODERATION, RANKED, DECISION, DECIDED, PUBLIC_NOTICE,
                 CONFIRMED -> true;
            case AWARDED, DECLINED, LAPSED, WITHDRAWN, ENDED_WITH_BRANCH, READDRESSED, NOT_GRANTED -> false;
        };
    }

    /** It was handed in, and its round has no place for it yet. */
    public boolean isReviewed() {
        return switch (this) {
            case SUBMITTED, DESK_REVIEW, RETURNED, SITE_VISIT, SCORING, MODERATION -> true;
            case DRAFT, RANKED, DECISION, DECIDED, PUBLIC_NOTICE, CONFIRMED, AWARDED, DECLINED, LAPSED, WITHDRAWN, ENDED_WITH_BRANCH,
                 READDRESSED, NOT_GRANTED -> false;
        };
    }

    /** It has a place in its round, and no star or end yet. */
    public boolean isPlaced() {
        return isOpen() && !isReviewed() && this != DRAFT;
    }

    /** The stage a fact leads to; empty where it leaves the application where it was. */
    public static Optional<Stage> after(ApplicationEvent fact) {
        return switch (fact) {
            case ApplicationStarted _ -> Optional.of(DRAFT);
            case ApplicationSubmitted _ -> Optional.of(SUBMITTED);
            case ApplicationAccepted _ -> Optional.of(DESK_REVIEW);
            case ApplicationDeclined _ -> Optional.of(DECLINED);
            case ApplicationReaddressed _ -> Optional.of(READDRESSED);
            case ApplicationReturned _, ApplicationTakenOver _ -> Optional.of(RETURNED);
            case ApplicationLapsed _ -> Optional.of(LAPSED);
            case ApplicationEnded _ -> Optional.of(ENDED_WITH_BRANCH);
            case ApplicationWithdrawn _ -> Optional.of(WITHDRAWN);
            case StageSkipped skipped -> switch (skipped.stage()) {
                case DESK_REVIEW -> Optional.of(SITE_VISIT);
                case SITE_VISIT -> Optional.of(SCORING);
                case MODERATION -> Optional.empty();
            };
            case DeskReviewCompleted _ -> Optional.of(SITE_VISIT);
            case SiteVisitCompleted _ -> Optional.of(SCORING);
            case ScoreComputed _ -> Optional.of(MODERATION);
            case LevelProposed _ -> Optional.of(RANKED);
            case LevelAllocated _, ObjectionUpheld _, DecisionReopened _ -> Optional.of(DECISION);
            case LevelDecided decided -> Optional.of(decided.level() == null ? NOT_GRANTED : DECIDED);
            case NoticePosted _ -> Optional.of(PUBLIC_NOTICE);
            case NoticeClosed _ -> Optional.of(CONFIRMED);
            case StarAwarded _ -> Optional.of(AWARDED);
            case DraftDue _, ReviewPassedOn _, SelfAssessmentRecorded _, AssessorsAssigned _, SurveyClosed _, ScoresSubmitted _,
                 ScoresOpened _,
                 ScoreModerated _,
                 ObjectionRaised _, ObjectionDismissed _, StageDue _, StagePaused _, StageOverdue _, ReminderSet _, OwnerReminded _,
                 NoticeRecounted _, NoticePaused _, NoticeResumed _, ObjectionsUntil _, ObjectionVoted _,
                 ApplicationHeld _, ApplicationResumed _,
                 EvidenceRevised _, DraftShared _, DraftCommented _, SurveyOpened _, BallotCast _, SurveyTallied _, ScoresStoodBy _,
                 FormerPartsOpened _, FormerScoresOpened _, PartsAsked _, PartJudged _, PartsOpened _, CaseMigrated _, ReplyRecorded _,
                 ReviewRated _, StatementErased _
                    -> Optional.empty();
        };
    }
}
