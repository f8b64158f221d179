package asterism.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to the star of a branch: a ledger whose entries say because of which decision they stand. */
public sealed interface StandingEvent extends Event {

    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.standing(branch());
    }

    @Override
    default Optional<BranchId> about() {
        return Optional.of(branch());
    }

    /** A decision about the star itself: an entry of the ledger. */
    sealed interface Ruling extends StandingEvent {

        DecisionId decision();

        /** First day. */
        LocalDate from();

        @Override
        default LocalDate effectiveOn(LocalDate today) {
            return from();
        }
    }

    /** What is noted beside the ledger and changes no entry of it. */
    sealed interface Note extends StandingEvent {
    }

    /** How an award compares with the star held before. */
    enum Change { FIRST, PROMOTED, RETAINED, LOWERED }

    /**
     * @param application where the star was decided
     * @param from        first day of the star
     * @param lastDay     last day of the star by the scheme's validity; none where the next round or nothing ends it
     */
    @Wire("standing.level-granted/1")
    record LevelGranted(BranchId branch, DecisionId decision, ApplicationId application, Level level, Change change, LocalDate from,
                        @Nullable LocalDate lastDay) implements Ruling {
    }

    /**
     * A level until the branch is assessed: it is new, or came out of others.
     *
     * @param round   whose scheme orders the levels
     * @param ground  why it holds, by its code
     * @param from    first day
     * @param lastDay last day; none where only an assessment ends it
     */
    @Wire("standing.provisional-granted/1")
    record ProvisionalGranted(BranchId branch, DecisionId decision, RoundId round, Level level, @Open String ground, LocalDate from,
                              @Nullable LocalDate lastDay) implements Ruling {
    }

    /**
     * A level the branch was given before the house kept its facts, as papers of that time say.
     *
     * @param round   whose scheme orders the levels
     * @param source  the paper, such as {@code 县星评〔2023〕8号}
     * @param from    first day
     * @param lastDay last day; none where only the next assessment ended it
     */
    @Wire("standing.past-level-recorded/1")
    record PastLevelRecorded(BranchId branch, DecisionId decision, RoundId round, Level level, @Open String source, LocalDate from,
                             @Nullable LocalDate lastDay) implements Ruling {

        /** Whoever recorded it, and when. */
        public boolean saysTheSame(PastLevelRecorded other) {
            return equals(new PastLevelRecorded(other.branch, decision, other.round, other.level, other.source, other.from, other.lastDay));
        }
    }

    /**
     * The star's last day is over and nothing renewed it.
     *
     * @param was  the level that ended; none where it was suspended to the last
     * @param from first day without a star
     */
    @Wire("standing.expired/1")
    record Expired(BranchId branch, DecisionId decision, @Nullable Level was, LocalDate from) implements Ruling {
    }

    /**
     * The branch was reorganised and its star ends with that.
     *
     * @param was  the level that ended; none where it was suspended to the last
     * @param from first day without a star
     */
    @Wire("standing.ended-by-reorganisation/1")
    record StarEnded(BranchId branch, DecisionId decision, @Nullable Level was, BranchEvent.Reorganisation because, LocalDate from)
            implements Ruling {
    }

    /**
     * Nobody can compute what becomes of the star after a reorganisation, or the scheme leaves it to the body: somebody must decide.
     *
     * @param of the branches it came out of
     */
    @Wire("standing.reorganisation-to-judge/1")
    record ReorganisationToJudge(BranchId branch, DecisionId decision, BranchEvent.Reorganisation because, List<BranchId> of)
            implements Note {
    }

    /**
     * An award could not take effect; what stands is unchanged and someone must look at it.
     *
     * @param code the refusal's code
     */
    @Wire("standing.award-not-effected/1")
    record AwardNotEffected(BranchId branch, DecisionId decision, @Open String code, @Open String sentence) implements Note {
    }

    /**
     * @param to     none where the branch is unrated from now on
     * @param ground the rule it rests on, by its code
     * @param factOn the day of the fact that led to it
     * @param from   first day of the lower star
     */
    @Wire("standing.downgraded/1")
    record Downgraded(
            BranchId branch, DecisionId decision, Level was, @Nullable Level to, @Open String ground, LocalDate factOn, LocalDate from)
            implements Ruling {
    }

    /**
     * The star is not in force for a while.
     *
     * @param was         the level that comes back with the reinstatement
     * @param ground      the rule it rests on, by its code
     * @param factOn      the day of the fact that led to it
     * @param from        first day
     * @param lastDay     by then it must be lifted or the star decided on
     * @param provisional the calendar of the last day's year is not yet published
     */
    @Wire("standing.suspended/1")
    record Suspended(BranchId branch, DecisionId decision, Level was, @Open String ground, LocalDate factOn, LocalDate from,
                     LocalDate lastDay, boolean provisional) implements Ruling {
    }

    /** @param from first day on which the star is in force again */
    @Wire("standing.reinstated/1")
    record Reinstated(BranchId branch, DecisionId decision, Level level, LocalDate from) implements Ruling {
    }

    /**
     * @param was          the level taken; none where the branch was suspended
     * @param ground       the rule it rests on, by its code
     * @param factOn       the day of the fact that led to it
     * @param from         first day without the star
     * @param plaqueBy     last day to give the plaque back; none where there is none to give back
     * @param reentryFrom  first day on which the branch may apply again; none where it may at once
     */
    @Wire("standing.withdrawn/1")
    record Withdrawn(BranchId branch, DecisionId decision, @Nullable Level was, @Open String ground, LocalDate factOn, LocalDate from,
                     @Nullable LocalDate plaqueBy, @Nullable LocalDate reentryFrom) implements Ruling {
    }

    /**
     * A decision no longer counts and the ledger is folded without it. Nothing else changes by itself.
     *
     * @param struck     the decision that no longer counts
     * @param dependants later decisions that looked at it: each is to be reviewed
     */
    @Wire("standing.decision-struck-out/1")
    record DecisionStruckOut(BranchId branch, DecisionId struck, AppealId appeal, List<DecisionId> dependants) implements StandingEvent {
    }

    /**
     * Something was recorded that the scheme lets the body judge: somebody must decide what becomes of the star.
     *
     * @param code        of the veto, or of the matter of complaint
     * @param escalatedTo the body above, which sees to it; none where no body stands above
     */
    @Wire("standing.star-to-judge/1")
    record StarToJudge(BranchId branch, @Open String code, @Nullable BodyId escalatedTo) implements Note {
    }

    /** What a last day is counted for. */
    enum Counted { CORRECTION, SUSPENSION, PLAQUE }

    /**
     * A last day was counted again, now that the calendar of its year is published.
     *
     * @param decision    the corrective action, the suspension or the withdrawal
     * @param provisional the calendar is still not published so far
     */
    @Wire("standing.last-day-recounted/1")
    record LastDayRecounted(BranchId branch, DecisionId decision, Counted counted, LocalDate lastDay, boolean provisional)
            implements StandingEvent {
    }

    /**
     * Before a last day somebody is to be reminded of it.
     *
     * @param decision the corrective action, the suspension or the withdrawal
     * @param remindOn the day, before the last one
     */
    @Wire("standing.reminder-set/1")
    record StarReminderSet(BranchId branch, DecisionId decision, Counted counted, LocalDate lastDay, LocalDate remindOn) implements Note {
    }

    /** The day had come, and what is due was not done yet. */
    @Wire("standing.owner-reminded/1")
    record StarOwnerReminded(BranchId branch, DecisionId decision, Counted counted, LocalDate lastDay) implements Note {
    }

    /** A decision does not count while an appeal against it is pending. */
    @Wire("standing.decision-stayed/1")
    record DecisionStayed(BranchId branch, DecisionId stayed, AppealId appeal) implements StandingEvent {
    }

    /** The appeal was dismissed and the decision counts again, from its own first day. */
    @Wire("standing.stay-lifted/1")
    record StayLifted(BranchId branch, DecisionId stayed, AppealId appeal) implements StandingEvent {
    }

    /**
     * An appeal put another decision in the place of one that it struck out.
     *
     * @param level   none where the branch is to have none
     * @param from    first day: that of the decision struck out
     * @param lastDay last day of the star; none where time alone does not end it
     */
    @Wire("standing.level-replaced/1")
    record LevelReplaced(BranchId branch, DecisionId decision, DecisionId struck, AppealId appeal, @Nullable Level level, LocalDate from,
                         @Nullable LocalDate lastDay) implements Ruling {
    }

    /**
     * A decision made in view of one that was struck out was looked at again.
     *
     * @param stands otherwise the body decides anew, apart
     */
    @Wire("standing.decision-reviewed/1")
    record DecisionReviewed(BranchId branch, DecisionId decision, boolean stands, @Open String finding) implements Note {
    }

    /** @param action what the scheme foresaw for the level of the branch, by its code */
    @Wire("standing.follow-up-closed/1")
    record FollowUpClosed(BranchId branch, @Open String action, @Open String finding) implements Note {
    }

    /**
     * The last day of a suspension is over and the scheme leaves it to the body to judge: somebody must decide.
     *
     * @param escalatedTo the body above, which sees to it; none where no body stands above
     */
    @Wire("standing.suspension-overdue/1")
    record SuspensionOverdue(BranchId branch, DecisionId suspension, LocalDate lastDay, @Nullable BodyId escalatedTo) implements Note {
    }

    @Wire("standing.plaque-returned/1")
    record PlaqueReturned(BranchId branch, DecisionId withdrawal, LocalDate on) implements Note {
    }

    /** The plaque was not given back in time: it is void, and that is announced. */
    @Wire("standing.plaque-declared-void/1")
    record PlaqueDeclaredVoid(BranchId branch, DecisionId withdrawal, LocalDate dueOn) implements Note {
    }

    /**
     * The branch must put something right by a day.
     *
     * @param action     the decision, named by what follows it
     * @param ground     the rule it rests on, by its code
     * @param demand     what is to be put right
     * @param factOn     the day of the fact that led to it
     * @param dueOn      last day to show it
     * @param provisional the calendar of the last day's year is not yet published
     */
    @Wire("standing.correction-required/1")
    record CorrectionRequired(BranchId branch, DecisionId action, @Open String ground, @Open String demand, LocalDate factOn,
                              LocalDate dueOn, boolean provisional) implements Note {
    }

    @Wire("standing.correction-shown/1")
    record CorrectionShown(BranchId branch, DecisionId action, List<Evidence> evidence, @Open String statement) implements Note {
    }

    /** @param cured the action is closed; otherwise it stays open */
    @Wire("standing.correction-rechecked/1")
    record CorrectionRechecked(BranchId branch, DecisionId action, boolean cured, @Open String finding) implements Note {
    }

    /**
     * The last day is over and nothing, or nothing sufficient, was shown.
     *
     * @param escalatedTo the body that must now judge; none where the scheme itself says what follows, or no body stands above
     */
    @Wire("standing.correction-missed/1")
    record CorrectionMissed(BranchId branch, DecisionId action, LocalDate dueOn, @Nullable BodyId escalatedTo) implements Note {
    }

    /** The branch was reorganised and is no more, or begins without a star: it owes nothing of what was to be put right. */
    @Wire("standing.correction-ended/1")
    record CorrectionEnded(BranchId branch, DecisionId action, BranchEvent.Reorganisation because) implements Note {
    }

    /** Why a star is looked at between two rounds. */
    enum Occasion { YEARLY, SAMPLE, TRIGGER }

    /**
     * The star is under review; it holds meanwhile.
     *
     * @param surveillance by its id in the scheme
     * @param trigger      what triggered it, by its code in the scheme; none for the other occasions
     * @param on           the day
     */
    @Wire("standing.surveillance-opened/1")
    record SurveillanceOpened(BranchId branch, @Open String surveillance, Occasion occasion, @Nullable @Open String trigger, LocalDate on)
            implements Note {
    }

    /** What came of a surveillance. */
    enum Outcome { CONFIRMED, CORRECTION_NEEDED, STAR_IN_DOUBT }

    @Wire("standing.surveillance-closed/1")
    record SurveillanceClosed(BranchId branch, @Open String surveillance, Outcome outcome, @Open String finding) implements Note {
    }

    /**
     * Something happened that bars a star by the scheme; what becomes of the star is decided apart.
     *
     * @param veto   by its code in the scheme
     * @param factOn the day it happened
     */
    @Wire("standing.veto-recorded/1")
    record VetoRecorded(BranchId branch, @Open String veto, LocalDate factOn, List<Evidence> evidence, @Open String statement)
            implements Note {

        @Override
        public LocalDate effectiveOn(LocalDate today) {
            return factOn;
        }
    }

    /**
     * A complaint about the branch was found to be right.
     *
     * @param matter by its code
     * @param factOn the day of what was complained about
     */
    @Wire("standing.complaint-upheld/1")
    record ComplaintUpheld(BranchId branch, @Open String matter, LocalDate factOn, @Open String finding) implements Note {

        @Override
        public LocalDate effectiveOn(LocalDate today) {
            return factOn;
        }
    }

    /**
     * Something about the branch is to be looked into, and meanwhile its applications wait.
     *
     * @param linked       the veto or the matter of complaint, by its code
     * @param applications those that were underway
     */
    @Wire("standing.applications-to-hold/1")
    record ApplicationsToHold(BranchId branch, ApplicationEvent.HoldCause cause, @Open String linked, List<ApplicationId> applications)
            implements Note {
    }

    /**
     * Points for or against the branch, noted when they fall due.
     *
     * @param item    the indicator or input of the scheme
     * @param points  decimal, below zero for a deduction
     * @param factOn  the day they were earned or lost
     * @param balance all points noted for that calendar year, these among them
     */
    @Wire("standing.points-noted/1")
    record PointsNoted(BranchId branch, @Open String item, @Open String points, LocalDate factOn, @Open String balance,
                       @Open String statement) implements Note {

        @Override
        public LocalDate effectiveOn(LocalDate today) {
            return factOn;
        }
    }

    /**
     * How the branch works is an example to others.
     *
     * @param practice named by the command that recognised it
     * @param item     the indicator or input of the scheme in which it excels
     */
    @Wire("standing.practice-recognised/1")
    record PracticeRecognised(BranchId branch, DecisionId practice, @Open String item, @Open String title, List<Evidence> evidence)
            implements Note {
    }

    /**
     * A strong branch helps this one.
     *
     * @param from first day
     */
    @Wire("standing.branch-paired/1")
    record BranchPaired(BranchId branch, BranchId strong, @Open String purpose, LocalDate from) implements Note {
    }

    @Wire("standing.pairing-ended/1")
    record PairingEnded(BranchId branch, BranchId strong, LocalDate on, @Open String result) implements Note {
    }

    /**
     * The scheme foresees something for branches of the level that a decision led to.
     *
     * @param action by its code in the scheme, such as {@code practice_library}, {@code pairing} or {@code rectify}
     */
    @Wire("standing.follow-up-due/1")
    record FollowUpDue(BranchId branch, DecisionId decision, Level level, @Open String action, Label label) implements Note {
    }
}
