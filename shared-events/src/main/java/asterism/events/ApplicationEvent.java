package asterism.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to the application of one branch in one round. */
public sealed interface ApplicationEvent extends Event {

    ApplicationId application();

    @Override
    default StreamId stream() {
        return StreamId.of(application());
    }

    @Override
    default Optional<BranchId> about() {
        return Optional.of(application().branch());
    }

    @Wire("application.started/1")
    record ApplicationStarted(ApplicationId application, Pin pin) implements ApplicationEvent {
    }

    /**
     * Until when the round takes applications.
     *
     * @param dueOn the last day of the draft
     */
    @Wire("application.draft-due/1")
    record DraftDue(ApplicationId application, LocalDate dueOn) implements ApplicationEvent {
    }

    /** The branch judged itself. Each recording replaces the one before; versions count from 1. */
    @Wire("application.self-assessment-recorded/1")
    record SelfAssessmentRecorded(ApplicationId application, int version, List<Mark> marks, List<Evidence> evidence, @Open String statement)
            implements ApplicationEvent {
    }

    /**
     * Files were exchanged or added after the application was handed in: what was judged before is stale until it is confirmed or
     * given anew.
     *
     * @param version  counted on from the self-assessments
     * @param evidence all files there are now
     */
    @Wire("application.evidence-revised/1")
    record EvidenceRevised(ApplicationId application, int version, List<Evidence> evidence) implements ApplicationEvent {
    }

    /**
     * The draft is shared with the members of the branch for comment. Nobody knows who has which code.
     *
     * @param version of the self-assessment that is shared
     * @param codes   SHA-256 of each code given out
     */
    @Wire("application.draft-shared/1")
    record DraftShared(ApplicationId application, int version, @Open List<String> codes) implements ApplicationEvent {
    }

    /**
     * @param code      SHA-256 of the code, which serves once
     * @param statement under a key of its own
     */
    @Wire("application.draft-commented/1")
    record DraftCommented(ApplicationId application, @Open String code, Personal<String> statement) implements ApplicationEvent {
    }

    /** @param target the level the branch asks for, where the scheme lets it ask */
    @Wire("application.submitted/1")
    record ApplicationSubmitted(ApplicationId application, @Nullable Level target) implements ApplicationEvent {
    }

    @Wire("application.accepted/1")
    record ApplicationAccepted(ApplicationId application) implements ApplicationEvent {
    }

    /** The reason stands in the envelope. */
    @Wire("application.declined/1")
    record ApplicationDeclined(ApplicationId application) implements ApplicationEvent {
    }

    /** @param dueOn last day for handing in what is missing */
    @Wire("application.returned/1")
    record ApplicationReturned(ApplicationId application, @Open List<String> gaps, LocalDate dueOn) implements ApplicationEvent {
    }

    /**
     * A stage has begun, and it has a last day.
     *
     * @param stage       its id in the scheme
     * @param dueOn       its last day in the scheme's zone
     * @param provisional the calendar is not published that far
     */
    @Wire("application.stage-due/1")
    record StageDue(ApplicationId application, @Open String stage, LocalDate dueOn, boolean provisional) implements ApplicationEvent {
    }

    /**
     * The last day of a stage is over and the stage is not.
     *
     * @param stage       its id in the scheme
     * @param escalatedTo the body that is to look after it now; none where the scheme only warns
     */
    @Wire("application.stage-overdue/1")
    record StageOverdue(ApplicationId application, @Open String stage, LocalDate dueOn, @Nullable BodyId escalatedTo)
            implements ApplicationEvent {
    }

    /**
     * A last day is due, and before it whoever must act is to be reminded.
     *
     * @param step     what is due: a stage by its id in the scheme, {@code draft} or {@code completion}
     * @param remindOn the day, before the last one
     */
    @Wire("application.reminder-set/1")
    record ReminderSet(ApplicationId application, @Open String step, LocalDate dueOn, LocalDate remindOn) implements ApplicationEvent {
    }

    /** The day had come, and what is due was not done yet. */
    @Wire("application.owner-reminded/1")
    record OwnerReminded(ApplicationId application, @Open String step, LocalDate dueOn) implements ApplicationEvent {
    }

    /** What the branch had to hand in did not come by its last day; the application has ended. */
    @Wire("application.lapsed/1")
    record ApplicationLapsed(ApplicationId application, LocalDate dueOn) implements ApplicationEvent {
    }

    /** Its branch was merged, split or abolished, and the application ends with it. */
    @Wire("application.ended-with-branch/1")
    record ApplicationEnded(ApplicationId application, BranchEvent.Reorganisation because) implements ApplicationEvent {
    }

    /** Why an application waits. */
    enum HoldCause { VETO, COMPLAINT, REORGANISATION, REQUEST }

    /**
     * The application waits, and its clock with it. The reason stands in the envelope.
     *
     * @param linked     the case it waits for, by its reference; none where there is none
     * @param successors the branches it may go on in; empty unless its own is no more
     * @param heldOn     from that day no time passes for it
     */
    @Wire("application.held/1")
    record ApplicationHeld(ApplicationId application, HoldCause cause, @Nullable @Open String linked, List<BranchId> successors,
                           LocalDate heldOn) implements ApplicationEvent {
    }

    /**
     * The application goes on where it stood, with the days it had left.
     *
     * @param completeBy  the new last day for handing in what is missing; none where nothing is
     * @param noticeUntil the new last day of the notice; none where none is posted
     * @param provisional the calendar is not published that far
     */
    @Wire("application.resumed/1")
    record ApplicationResumed(ApplicationId application, LocalDate resumedOn, @Nullable LocalDate completeBy,
                              @Nullable LocalDate noticeUntil, boolean provisional) implements ApplicationEvent {
    }

    /**
     * The clock of a stage stands still, because the application was returned or is held.
     *
     * @param dueOn    the last day it had
     * @param pausedOn the day the clock stopped
     */
    @Wire("application.stage-paused/1")
    record StagePaused(ApplicationId application, @Open String stage, LocalDate dueOn, LocalDate pausedOn) implements ApplicationEvent {
    }

    /**
     * Its branch is no more; a branch that came out of it takes the application over.
     *
     * @param to    the application it goes on in
     * @param dueOn last day for that branch to hand in what is missing
     */
    @Wire("application.readdressed/1")
    record ApplicationReaddressed(ApplicationId application, ApplicationId to, LocalDate dueOn) implements ApplicationEvent {
    }

    /**
     * A branch takes over the application of one that is no more: it assesses itself and hands in.
     *
     * @param of    the application of the former branch
     * @param dueOn last day for handing in
     */
    @Wire("application.taken-over/1")
    record ApplicationTakenOver(ApplicationId application, ApplicationId of, Pin pin, LocalDate dueOn) implements ApplicationEvent {
    }

    @Wire("application.withdrawn/1")
    record ApplicationWithdrawn(ApplicationId application) implements ApplicationEvent {
    }

    /** What a scheme may leave out. */
    enum Skippable { DESK_REVIEW, SITE_VISIT, MODERATION }

    /** The scheme leaves this stage out, or did not draw the application for it. */
    @Wire("application.stage-skipped/1")
    record StageSkipped(ApplicationId application, Skippable stage) implements ApplicationEvent {
    }

    /** By an explicit decision the application goes on under another version of its scheme. The reason stands in the envelope. */
    @Wire("application.migrated/1")
    record CaseMigrated(ApplicationId application, Pin from, Pin to) implements ApplicationEvent {
    }

    /** What the branch says to the findings about it; once, and published beside the rating. */
    @Wire("application.reply-recorded/1")
    record ReplyRecorded(ApplicationId application, @Open String statement) implements ApplicationEvent {
    }

    /**
     * Afterwards the branch says how far a review helped it. Apart from its score, which it never touches.
     *
     * @param helpful from 1, not at all, to 5, very much
     */
    @Wire("application.review-rated/1")
    record ReviewRated(ApplicationId application, PersonId assessor, int helpful) implements ApplicationEvent {
    }

    /**
     * One of several desks has reviewed the application, and the next begins.
     *
     * @param stage the one that is over, by its id in the scheme
     */
    @Wire("application.review-passed-on/1")
    record ReviewPassedOn(ApplicationId application, @Open String stage, @Open String findings) implements ApplicationEvent {
    }

    /** The desk review, or the last of several, is over. */
    @Wire("application.desk-review-completed/1")
    record DeskReviewCompleted(ApplicationId application, @Open String findings) implements ApplicationEvent {
    }

    /** @param lead one of the assessors, who leads the site visit */
    @Wire("application.assessors-assigned/1")
    record AssessorsAssigned(ApplicationId application, List<PersonId> assessors, PersonId lead) implements ApplicationEvent {
    }

    /** @param marks what the visit itself established, such as deductions */
    @Wire("application.site-visit-completed/1")
    record SiteVisitCompleted(ApplicationId application, LocalDate visitedOn, @Open String findings, List<Mark> marks)
            implements ApplicationEvent {
    }

    /**
     * An anonymous survey has begun. Nobody knows who has which code.
     *
     * @param codes SHA-256 of each code given out; one ballot each
     */
    @Wire("application.survey-opened/1")
    record SurveyOpened(ApplicationId application, @Open List<String> codes) implements ApplicationEvent {
    }

    /**
     * One ballot, cast by the survey itself and by nobody else. What it says stays under the key of the panel.
     *
     * @param code SHA-256 of the code, which serves once
     */
    @Wire("application.ballot-cast/1")
    record BallotCast(ApplicationId application, @Open String code, Secret<List<Mark>> marks) implements ApplicationEvent {
    }

    /** How often each value was given. Recorded only where so many took part that nobody can be made out. */
    @Wire("application.survey-tallied/1")
    record SurveyTallied(ApplicationId application, List<Tally> tallies) implements ApplicationEvent {
    }

    record Tally(@Open String input, List<Count> counts) {
    }

    record Count(@Open String cell, int ballots) {
    }

    /**
     * @param invited how many were asked
     * @param answered how many answered
     */
    @Wire("application.survey-closed/1")
    record SurveyClosed(ApplicationId application, int invited, int answered, List<Mark> marks) implements ApplicationEvent {
    }

    /**
     * One assessor's scores, sealed until all are in.
     *
     * @param judged version of the self-assessment and evidence that was judged
     */
    @Wire("application.scores-submitted/1")
    record ScoresSubmitted(ApplicationId application, PersonId assessor, int judged, Secret<List<Mark>> marks) implements ApplicationEvent {
    }

    /** After the evidence changed an assessor looked again and stands by the scores as they are. */
    @Wire("application.scores-stood-by/1")
    record ScoresStoodBy(ApplicationId application, PersonId assessor, int judged) implements ApplicationEvent {
    }

    /** Departments are asked to judge their parts, each its own, all at the same time. */
    @Wire("application.parts-asked/1")
    record PartsAsked(ApplicationId application, List<PartAsked> parts) implements ApplicationEvent {
    }

    /**
     * @param part its id in the scheme
     * @param body the department that judges it
     */
    record PartAsked(@Open String part, BodyId body) {
    }

    /**
     * A department judged its part; sealed until all is in.
     *
     * @param judged version of the self-assessment and evidence that was judged
     */
    @Wire("application.part-judged/1")
    record PartJudged(ApplicationId application, @Open String part, int judged, Secret<List<Mark>> marks) implements ApplicationEvent {
    }

    /** All parts are in and open. */
    @Wire("application.parts-opened/1")
    record PartsOpened(ApplicationId application, List<PartMarks> parts) implements ApplicationEvent {
    }

    /** What one department gave. */
    record PartMarks(@Open String part, List<Mark> marks) {
    }

    /** What assessors had given before the evidence changed and they gave theirs anew; opened with the scores. */
    @Wire("application.former-scores-opened/1")
    record FormerScoresOpened(ApplicationId application, List<FormerScores> scores) implements ApplicationEvent {
    }

    /** @param judged version of the self-assessment and evidence that was judged */
    record FormerScores(PersonId assessor, int judged, List<Mark> marks) {
    }

    /** What departments had given before the evidence changed and they judged their parts anew; opened with the parts. */
    @Wire("application.former-parts-opened/1")
    record FormerPartsOpened(ApplicationId application, List<FormerPart> parts) implements ApplicationEvent {
    }

    /** @param judged version of the self-assessment and evidence that was judged */
    record FormerPart(@Open String part, int judged, List<Mark> marks) {
    }

    /** All scores are in and open. */
    @Wire("application.scores-opened/1")
    record ScoresOpened(ApplicationId application, List<Scores> scores) implements ApplicationEvent {
    }

    /** What one assessor gave. */
    record Scores(PersonId assessor, List<Mark> marks) {
    }

    /**
     * The score was worked out: before moderation, or again after it.
     *
     * @param trace the rating engine's lines, as written
     */
    @Wire("application.score-computed/1")
    record ScoreComputed(ApplicationId application, Computed computed, @Open List<String> trace) implements ApplicationEvent {
    }

    /**
     * An outcome of the rating engine.
     *
     * @param outcome {@code RATED}, {@code NOT_RATED} or {@code UNDETERMINED}
     * @param level   where the outcome is RATED
     * @param reason  the step that last changed the level, or why there is none
     */
    record Computed(@Open String outcome, @Nullable Level level, @Open String reason) {
    }

    /** The moderator replaced what one assessor gave; the first score stays in the history. The reason stands in the envelope. */
    @Wire("application.score-moderated/1")
    record ScoreModerated(ApplicationId application, PersonId assessor, @Open String input, @Open String before, @Open String after)
            implements ApplicationEvent {
    }

    /** The panel chair confirmed the score: the level proposed before the round's quotas. */
    @Wire("application.level-proposed/1")
    record LevelProposed(ApplicationId application, Computed computed) implements ApplicationEvent {
    }

    /**
     * What the round's quotas made of the proposal.
     *
     * @param ranking SHA-256 of the ranking document
     */
    @Wire("application.level-allocated/1")
    record LevelAllocated(ApplicationId application, Computed computed, @Open String ranking, @Open List<String> trace)
            implements ApplicationEvent {
    }

    /**
     * The deciding body decided. Where the level differs from the proposal, the envelope carries the reason.
     *
     * @param decision what the standing ledger will refer to
     * @param level    none where no rating is granted
     * @param present  the members who took part
     */
    @Wire("application.level-decided/1")
    record LevelDecided(ApplicationId application, DecisionId decision, @Nullable Level level, Computed proposed, List<PersonId> present)
            implements ApplicationEvent {
    }

    /** An appeal against the refusal was upheld: it counts no more, and the body decides again. */
    @Wire("application.decision-reopened/1")
    record DecisionReopened(ApplicationId application, DecisionId decision, AppealId appeal) implements ApplicationEvent {
    }

    /**
     * @param lastDay     last day of the notice
     * @param provisional the calendar of the last day's year is not yet published
     */
    @Wire("application.notice-posted/1")
    record NoticePosted(ApplicationId application, LocalDate postedOn, LocalDate lastDay, boolean provisional) implements ApplicationEvent {
    }

    /** @param statement under the key of the person who objects; a signed-out objector's stands under the objection's own key */
    @Wire("application.objection-raised/1")
    record ObjectionRaised(ApplicationId application, ObjectionId objection, Personal<String> statement) implements ApplicationEvent {
    }

    /** The finding stands in the envelope's reason. */
    @Wire("application.objection-dismissed/1")
    record ObjectionDismissed(ApplicationId application, ObjectionId objection) implements ApplicationEvent {
    }

    /** The finding stands in the envelope's reason; the application goes back to the deciding body. */
    @Wire("application.objection-upheld/1")
    record ObjectionUpheld(ApplicationId application, ObjectionId objection) implements ApplicationEvent {
    }

    /**
     * What somebody said without signing in, an objection or a comment on the draft, is erased for good. The reason stands in the envelope.
     *
     * @param statement the name of its key
     */
    @Wire("application.statement-erased/1")
    record StatementErased(ApplicationId application, @Open String statement) implements ApplicationEvent {
    }

    /** The last day of the notice was counted again, now that the calendar of its year is published. */
    @Wire("application.notice-recounted/1")
    record NoticeRecounted(ApplicationId application, LocalDate lastDay, boolean provisional) implements ApplicationEvent {
    }

    /**
     * The days of the notice stand still, since somebody objected and the scheme gives them back.
     *
     * @param lastDay as it would have been
     */
    @Wire("application.notice-paused/1")
    record NoticePaused(ApplicationId application, LocalDate lastDay, LocalDate pausedOn) implements ApplicationEvent {
    }

    /** No objection waits any more: the notice goes on with the days it had left. */
    @Wire("application.notice-resumed/1")
    record NoticeResumed(ApplicationId application, LocalDate lastDay, boolean provisional) implements ApplicationEvent {
    }

    /** Until when objections are taken, where the scheme gives them a time of their own beside that of the notice. */
    @Wire("application.objections-until/1")
    record ObjectionsUntil(ApplicationId application, LocalDate lastDay, boolean provisional) implements ApplicationEvent {
    }

    /**
     * The answer to an objection was voted on.
     *
     * @param present  who sat over it
     * @param inFavour how many of them were of that answer
     */
    @Wire("application.objection-voted/1")
    record ObjectionVoted(ApplicationId application, ObjectionId objection, List<PersonId> present, int inFavour)
            implements ApplicationEvent {
    }

    @Wire("application.notice-closed/1")
    record NoticeClosed(ApplicationId application) implements ApplicationEvent {
    }

    /** @param from first day of the star */
    @Wire("application.star-awarded/1")
    record StarAwarded(ApplicationId application, DecisionId decision, Level level, LocalDate from) implements ApplicationEvent {
    }
}
