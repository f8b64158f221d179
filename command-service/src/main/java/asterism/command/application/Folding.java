package asterism.command.application;

import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Closed;
import asterism.command.application.ApplicationState.Confirmed;
import asterism.command.application.ApplicationState.Decided;
import asterism.command.application.ApplicationState.DeskReview;
import asterism.command.application.ApplicationState.Draft;
import asterism.command.application.ApplicationState.End;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.ApplicationState.Moderation;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.NoticeDays;
import asterism.command.application.ApplicationState.Placing;
import asterism.command.application.ApplicationState.Ranked;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.application.ApplicationState.Reopened;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.application.ApplicationState.SiteVisit;
import asterism.command.application.ApplicationState.Submitted;
import asterism.command.application.ApplicationState.Underway;
import asterism.command.application.ApplicationState.Verdict;
import asterism.command.core.Actors;
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
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ObjectionVoted;
import asterism.events.ApplicationEvent.ObjectionsUntil;
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
import asterism.events.Envelope;
import asterism.events.ObjectionId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where an application stands after one more fact. */
final class Folding {
    private Folding() {
    }

    static ApplicationState with(ApplicationState state, ApplicationEvent fact, Envelope envelope) {
        if (fact instanceof ApplicationStarted started) {
            return new Draft(Dossier.open(started.application(), started.pin()), null);
        }
        if (fact instanceof ApplicationTakenOver over) {
            return new Returned(Dossier.open(over.application(), over.pin()), over.dueOn());
        }
        return state instanceof Underway underway ? next(timed(underway, fact), fact, envelope) : state;
    }

    private static Underway timed(Underway state, ApplicationEvent fact) {
        Clock clock = state.dossier().clock();
        return !Schedule.moves(fact) ? state : with(state, state.dossier().clock(Schedule.pauses(fact) ? clock.still() : Clock.NONE));
    }

    /** What is on hold stays on hold until it is resumed or has come to an end. */
    private static ApplicationState held(Held state, ApplicationEvent fact, Envelope envelope) {
        if (fact instanceof ApplicationResumed resumed) {
            return switch (state.at()) {
                case Returned(var dossier, var dueOn) ->
                        new Returned(dossier, resumed.completeBy() == null ? dueOn : resumed.completeBy());
                case Notice notice -> resumed.noticeUntil() == null ? notice : notice.until(resumed.noticeUntil(), null);
                case Underway at -> at;
            };
        }
        if (fact instanceof ApplicationHeld again) {
            return new Held(state.at(), again);
        }
        ApplicationState inside = next(state.at(), fact, envelope);
        return inside.isUnderway() && inside instanceof Underway at ? new Held(at, state.hold()) : inside;
    }

    private static ApplicationState next(Underway state, ApplicationEvent fact, Envelope envelope) {
        if (state instanceof Held held) {
            return held(held, fact, envelope);
        }
        Dossier dossier = state.dossier();
        return switch (fact) {
            case ApplicationStarted _, ApplicationTakenOver _, ApplicationResumed _, ReminderSet _, OwnerReminded _ -> state;
            case ApplicationHeld hold -> new Held(state, hold);
            case ApplicationReaddressed _ -> new Closed(dossier, End.READDRESSED);
            case DraftDue due -> state instanceof Draft ? new Draft(dossier, due.dueOn()) : state;
            case EvidenceRevised revised -> with(state, dossier.assessed(revised.version()));
            case DraftShared shared -> with(state, dossier.members(Set.copyOf(shared.codes())));
            case DraftCommented comment -> with(state, dossier.members(without(dossier.members(), comment.code()))
                    .voices(dossier.voices().with(comment.statement().key())));
            case SurveyOpened opened -> with(state, dossier.survey(Survey.opened(opened.codes())));
            case BallotCast ballot -> with(state, dossier.survey(dossier.survey()
                    .cast(ballot.code(), ballot.marks().value().orElse(List.of()))));
            case SurveyTallied _, PartsAsked _, ObjectionVoted _, FormerPartsOpened _, FormerScoresOpened _ -> state;
            case ScoresStoodBy stays -> with(state, dossier.panel(dossier.panel().scored(stays.assessor(),
                    dossier.panel().sheet(stays.assessor()).of(stays.judged()))));
            case PartJudged part -> with(state, dossier.took(Stage.ASSESSMENT, envelope).panel(dossier.panel()
                    .gave(part.part(), new Sheet(part.judged(), part.marks().value().orElse(List.of())))));
            case PartsOpened opened -> with(state, dossier.panel(dossier.panel().openedParts(opened.parts())));
            case StageSkipped skipped -> switch (skipped.stage()) {
                case DESK_REVIEW -> new SiteVisit(dossier);
                case SITE_VISIT -> new Scoring(dossier);
                case MODERATION -> state instanceof Moderation(var _, var computed) ? new Ranked(dossier, computed) : state;
            };
            case CaseMigrated migrated -> with(state, dossier.under(migrated.to()));
            case ReplyRecorded _ -> with(state, dossier.voices(dossier.voices().withReply()));
            case ReviewRated rated -> with(state, dossier.voices(dossier.voices().withRated(rated.assessor())));
            case StagePaused paused -> with(state, dossier.clock(dossier.clock().stops(paused)));
            case SelfAssessmentRecorded recorded -> with(state, dossier.assessed(recorded.version()));
            case ApplicationSubmitted _ -> state instanceof Returned ? new DeskReview(dossier, List.of()) : new Submitted(dossier);
            case ApplicationAccepted _ -> new DeskReview(dossier, List.of());
            case ApplicationDeclined _ -> new Closed(dossier, End.DECLINED);
            case ApplicationReturned returned -> new Returned(dossier.took(Stage.DESK_REVIEW, envelope), returned.dueOn());
            case StageDue due -> with(state, dossier.clock(dossier.clock().runs(due)));
            case StageOverdue _ -> with(state, dossier.clock(dossier.clock().isLate()));
            case ApplicationLapsed _ -> new Closed(dossier, End.LAPSED);
            case ApplicationEnded _ -> new Closed(dossier, End.ENDED_WITH_BRANCH);
            case ApplicationWithdrawn _ -> new Closed(dossier, End.WITHDRAWN);
            case ReviewPassedOn _ -> passedOn(state, envelope);
            case DeskReviewCompleted _ -> new SiteVisit(dossier.took(Stage.DESK_REVIEW, envelope));
            case AssessorsAssigned assigned -> with(state, dossier.panel(dossier.panel().assigned(assigned.assessors(), assigned.lead())));
            case SiteVisitCompleted visit -> new Scoring(dossier.established(visit.marks()));
            case SurveyClosed survey -> with(state, dossier.established(survey.marks()).survey(dossier.survey().close()));
            case ScoresSubmitted scores -> with(state, dossier.panel(dossier.panel()
                    .gave(scores.assessor(), new Sheet(scores.judged(), scores.marks().value().orElse(List.of())))));
            case ScoresOpened opened -> with(state, dossier.panel(dossier.panel().opened(opened.scores())));
            case ScoreComputed computed -> new Moderation(dossier, computed.computed());
            case ScoreModerated moderated -> with(state, dossier.took(Stage.MODERATION, envelope)
                    .panel(dossier.panel().moderated(moderated.assessor(), moderated.input(), moderated.after())));
            case LevelProposed proposed -> state instanceof Ranked ? state
                    : new Ranked(dossier.took(Stage.MODERATION, envelope), proposed.computed());
            case LevelAllocated allocated -> new Allocated(dossier, new Placing(allocated.computed(), allocated.ranking()), null);
            case LevelDecided decided -> decided(state, decided, envelope);
            case DecisionReopened _ -> state instanceof Refused refused
                    ? new Allocated(dossier, refused.placing(), new Reopened(null)) : state;
            case NoticePosted posted -> posted(state, posted);
            case ObjectionRaised raised -> open(Objecting.signed(raised) ? state
                    : with(state, dossier.voices(dossier.voices().with(raised.statement().key()))), open -> open.add(raised.objection()));
            case StatementErased erased -> with(state, dossier.voices(dossier.voices().without(erased.statement())));
            case ObjectionDismissed dismissed -> open(state, open -> open.remove(dismissed.objection()));
            case NoticeRecounted _, NoticePaused _, NoticeResumed _, ObjectionsUntil _, ObjectionUpheld _, NoticeClosed _ ->
                    state instanceof Notice notice ? after(notice, fact) : state;
            case StarAwarded star -> new Awarded(dossier, new Verdict(star.decision(), star.level()));
        };
    }

    private static ApplicationState passedOn(Underway state, Envelope envelope) {
        return state instanceof DeskReview(var dossier, var passed) ? new DeskReview(dossier.took(Stage.DESK_REVIEW, envelope),
                Stream.concat(passed.stream(), Stream.of(Actors.of(envelope))).toList()) : state;
    }

    private static Set<String> without(Set<String> codes, String used) {
        Set<String> left = new HashSet<>(codes);
        left.remove(used);
        return left;
    }

    private static ApplicationState decided(Underway state, LevelDecided fact, Envelope envelope) {
        Dossier dossier = state.dossier().took(Stage.DECISION, envelope).took(Stage.DECISION, Set.copyOf(fact.present()));
        if (!(state instanceof Allocated(_, var placing, _))) {
            return state;
        }
        return fact.level() == null ? new Refused(dossier, placing, fact.decision())
                : new Decided(dossier, placing, new Verdict(fact.decision(), fact.level()));
    }

    private static ApplicationState posted(Underway state, NoticePosted posted) {
        return state instanceof Decided(var dossier, var placing, var verdict)
                ? new Notice(dossier, placing, verdict, new NoticeDays(posted.lastDay(), null, null), Set.of()) : state;
    }

    private static ApplicationState after(Notice notice, ApplicationEvent fact) {
        return switch (fact) {
            case ObjectionUpheld _ -> new Allocated(notice.dossier(), notice.placing(), new Reopened(notice.verdict().level()));
            case NoticeClosed _ -> new Confirmed(notice.dossier(), notice.verdict());
            case NoticeRecounted recounted -> notice.until(recounted.lastDay(), notice.days().pausedOn());
            case NoticePaused paused -> notice.until(paused.lastDay(), paused.pausedOn());
            case NoticeResumed resumed -> notice.until(resumed.lastDay(), null);
            case ObjectionsUntil until -> notice.objectionsUntil(until.lastDay());
            case ApplicationEvent _ -> notice;
        };
    }

    private static ApplicationState open(Underway state, Consumer<Set<ObjectionId>> change) {
        if (!(state instanceof Notice notice)) {
            return state;
        }
        Set<ObjectionId> open = new HashSet<>(notice.open());
        change.accept(open);
        return notice.open(open);
    }

    /** The same place with more in the file. */
    private static Underway with(Underway state, Dossier dossier) {
        return switch (state) {
            case Draft draft -> new Draft(dossier, draft.dueOn());
            case Submitted _ -> new Submitted(dossier);
            case DeskReview review -> new DeskReview(dossier, review.passed());
            case Returned returned -> new Returned(dossier, returned.dueOn());
            case SiteVisit _ -> new SiteVisit(dossier);
            case Scoring _ -> new Scoring(dossier);
            case Moderation moderation -> new Moderation(dossier, moderation.computed());
            case Ranked ranked -> new Ranked(dossier, ranked.proposed());
            case Allocated allocated -> new Allocated(dossier, allocated.placing(), allocated.reopened());
            case Decided decided -> new Decided(dossier, decided.placing(), decided.verdict());
            case Notice notice -> new Notice(dossier, notice.placing(), notice.verdict(), notice.days(), notice.open());
            case Confirmed confirmed -> new Confirmed(dossier, confirmed.verdict());
            case Held held -> new Held(with(held.at(), dossier), held.hold());
            case Awarded awarded -> new Awarded(dossier, awarded.verdict());
            case Refused refused -> new Refused(dossier, refused.placing(), refused.decision());
            case Closed closed -> new Closed(dossier, closed.end());
        };
    }
}
