package asterism.query.worklist;

import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchId;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.ReorganisationToJudge;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.StarOwnerReminded;
import asterism.events.StandingEvent.StarReminderSet;
import asterism.events.StandingEvent.StarToJudge;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StandingEvent;
import asterism.events.StreamId;
import asterism.query.projecting.Rows;
import asterism.query.worklist.WorklistProjection.Item;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps that are open about a star, named by the command that takes them. */
final class StarSteps {
    private static final String SHOW = "ShowCorrection";
    private static final String RECHECK = "RecheckCorrection";
    private static final String JUDGE = "Downgrade";
    private static final String REINSTATE = "ReinstateStar";
    private static final String PLAQUE = "RecordPlaqueReturned";
    private static final String REVIEW = "CloseSurveillance";
    private static final String PAIR = "PairBranch";
    private static final String PRACTICE = "RecognisePractice";
    private static final String AWARD = "EffectAward";
    private static final String AGAIN = "ReviewDecision";
    private static final String CORRECT = "RequireCorrection";
    private static final String FOLLOW = "CloseFollowUp";

    private final Rows rows;
    private final String subject;
    private final String branch;
    private final LocalDate on;

    private StarSteps(Rows rows, BranchId branch, LocalDate on) {
        this.rows = rows;
        this.subject = StreamId.standing(branch).toString();
        this.branch = branch.value();
        this.on = on;
    }

    /** @param on the day of the fact */
    static void fold(StandingEvent event, LocalDate on, Rows rows) {
        StarSteps steps = new StarSteps(rows, event.branch(), on);
        steps.fold(event);
        steps.escalate(event);
    }

    /** A branch is no more, whether it had a star or not: nobody reviews it, nor asks of it what its level asked for. */
    static void fold(BranchEnded event, LocalDate on, Rows rows) {
        StarSteps steps = new StarSteps(rows, event.branch(), on);
        steps.done(REVIEW);
        steps.otherLevel();
    }

    private void fold(StandingEvent event) {
        switch (event) {
            case LevelGranted granted -> granted(granted);
            case ProvisionalGranted _, PastLevelRecorded _ -> done(REINSTATE, JUDGE);
            case Downgraded _ -> {
                done(JUDGE);
                otherLevel();
            }
            case Suspended suspended -> {
                done(JUDGE);
                open(REINSTATE, suspended.lastDay());
            }
            case Reinstated _, Expired _ -> done(REINSTATE);
            case StarEnded _ -> {
                done(REINSTATE, JUDGE, SHOW, RECHECK, REVIEW);
                otherLevel();
            }
            case ReorganisationToJudge _, StarToJudge _ -> open(JUDGE, null);
            case Withdrawn withdrawn -> {
                done(REINSTATE, JUDGE);
                otherLevel();
                if (withdrawn.plaqueBy() != null) {
                    open(PLAQUE, withdrawn.plaqueBy());
                }
            }
            case PlaqueReturned _, PlaqueDeclaredVoid _ -> done(PLAQUE);
            case CorrectionRequired required -> {
                done(RECHECK, JUDGE, CORRECT);
                open(SHOW, required.dueOn());
            }
            case CorrectionShown _ -> open(RECHECK, done(SHOW));
            case CorrectionRechecked checked when checked.cured() -> done(RECHECK, JUDGE);
            case CorrectionEnded _ -> done(SHOW, RECHECK, JUDGE);
            case CorrectionRechecked _ -> open(SHOW, done(RECHECK));
            case CorrectionMissed missed when missed.escalatedTo() != null -> open(JUDGE, null);
            case StarOwnerReminded reminded -> steps(reminded.counted()).forEach(step -> item(step).ifPresent(item ->
                    rows.put(WorklistProjection.ITEM, item.reminded(on))));
            case SurveillanceOpened _ -> open(REVIEW, null);
            case SurveillanceClosed _ -> done(REVIEW);
            case FollowUpDue due when due.action().equals("pairing") -> open(PAIR, null);
            case FollowUpDue due when due.action().equals("practice_library") -> open(PRACTICE, null);
            case FollowUpDue due when due.action().equals("rectify") -> open(CORRECT, null);
            case FollowUpDue due -> put(FOLLOW + " " + due.action(), FOLLOW, null);
            case FollowUpClosed closed -> {
                rows.remove(WorklistProjection.ITEM, subject, FOLLOW + " " + closed.action());
                done(switch (closed.action()) {
                    case "pairing" -> PAIR;
                    case "practice_library" -> PRACTICE;
                    case "rectify" -> CORRECT;
                    case String _ -> FOLLOW;
                });
            }
            case DecisionStruckOut struck -> struck.dependants().forEach(decision -> put(AGAIN + " " + decision, AGAIN, null));
            case DecisionReviewed reviewed -> rows.remove(WorklistProjection.ITEM, subject, AGAIN + " " + reviewed.decision());
            case LastDayRecounted day -> recounted(day);
            case LevelReplaced _ -> otherLevel();
            case BranchPaired _ -> done(PAIR);
            case PracticeRecognised _ -> done(PRACTICE);
            case AwardNotEffected _ -> open(AWARD, null);
            case CorrectionMissed _, SuspensionOverdue _, DecisionStayed _, StayLifted _, VetoRecorded _,
                    ComplaintUpheld _, PointsNoted _, PairingEnded _, StarReminderSet _, ApplicationsToHold _ -> {
            }
        }
    }

    /** What a level asks for stays open while the level stays. */
    private void granted(LevelGranted granted) {
        done(REINSTATE, JUDGE, AWARD);
        if (granted.change() != Change.RETAINED) {
            otherLevel();
        }
    }

    private void recounted(LastDayRecounted day) {
        steps(day.counted()).forEach(step -> item(step).ifPresent(item -> rows.put(WorklistProjection.ITEM, item.due(day.lastDay()))));
    }

    /** What a last day is the last day of. */
    private static List<String> steps(Counted counted) {
        return switch (counted) {
            case CORRECTION -> List.of(SHOW, RECHECK);
            case SUSPENSION -> List.of(REINSTATE);
            case PLAQUE -> List.of(PLAQUE);
        };
    }

    private Optional<Item> item(String step) {
        return rows.find(WorklistProjection.ITEM, subject, step);
    }

    /** The body above looks after it until somebody has decided. */
    private void escalate(StandingEvent event) {
        switch (event) {
            case CorrectionMissed missed -> escalate(missed.escalatedTo(), missed.dueOn());
            case SuspensionOverdue late -> escalate(late.escalatedTo(), late.lastDay());
            case StarToJudge judge -> escalate(judge.escalatedTo(), null);
            case StandingEvent _ -> {
            }
        }
    }

    private void escalate(@Nullable BodyId to, @Nullable LocalDate dueOn) {
        if (to != null) {
            rows.put(WorklistProjection.ITEM, Item.superior(subject, branch, to.value(), dueOn, on));
        }
    }

    /** What the level before asked for. */
    private void otherLevel() {
        done(PAIR, PRACTICE, CORRECT);
        rows.of(WorklistProjection.ITEM, subject).stream().filter(item -> item.step().equals(FOLLOW))
                .forEach(item -> rows.remove(WorklistProjection.ITEM, subject, item.slot()));
    }

    private void open(String step, @Nullable LocalDate dueOn) {
        put(step, step, dueOn);
    }

    private void put(String slot, String step, @Nullable LocalDate dueOn) {
        rows.put(WorklistProjection.ITEM, new Item(subject, slot, branch, step, null, null, dueOn, null, on));
    }

    /** Ends what is open of these steps; the day the last of them was due on. */
    private @Nullable LocalDate done(String... steps) {
        LocalDate dueOn = null;
        if (Arrays.asList(steps).contains(JUDGE) || Arrays.asList(steps).contains(REINSTATE)) {
            rows.remove(WorklistProjection.ITEM, subject, WorklistQuestion.SEE_TO);
        }
        for (String step : steps) {
            dueOn = rows.find(WorklistProjection.ITEM, subject, step).map(Item::dueOn).orElse(dueOn);
            rows.remove(WorklistProjection.ITEM, subject, step);
        }
        return dueOn;
    }
}
