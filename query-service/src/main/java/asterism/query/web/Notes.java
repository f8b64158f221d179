package asterism.query.web;

import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.Note;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.ReorganisationToJudge;
import asterism.events.StandingEvent.StarOwnerReminded;
import asterism.events.StandingEvent.StarReminderSet;
import asterism.events.StandingEvent.StarToJudge;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion.Told;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is noted beside the ledger of a star: corrections, points, pairings, practices, reviews.
 *
 * @param said what was written with it; nothing where nothing was
 * @param due  a day by which something is due; none where nothing is
 */
public record Notes(Line line, String said, @Nullable LocalDate due) {

    /** All of them, the newest first. */
    static List<Notes> of(List<Told> standing, Words words) {
        return standing.reversed().stream().filter(told -> told.event() instanceof Note)
                .map(told -> new Notes(told.line(), said((Note) told.event(), words), due((Note) told.event()))).toList();
    }

    private static String said(Note note, Words words) {
        return switch (note) {
            case CorrectionRequired required -> required.demand();
            case CorrectionShown shown -> shown.statement();
            case CorrectionRechecked checked -> checked.finding();
            case SurveillanceClosed closed -> closed.finding();
            case VetoRecorded veto -> veto.statement();
            case ComplaintUpheld complaint -> complaint.finding();
            case PointsNoted points -> points.item() + " " + points.points() + " (= " + points.balance() + ") " + points.statement();
            case PracticeRecognised practice -> practice.title();
            case BranchPaired paired -> paired.strong() + ": " + paired.purpose();
            case PairingEnded ended -> ended.strong() + ": " + ended.result();
            case AwardNotEffected refused -> refused.sentence();
            case SurveillanceOpened opened -> opened.surveillance();
            case StarToJudge judge -> words.ground(judge.code());
            case DecisionReviewed reviewed -> reviewed.finding();
            case FollowUpClosed closed -> closed.finding();
            case FollowUpDue followUp -> words.name(followUp.label());
            case ApplicationsToHold held -> held.linked();
            case CorrectionMissed _, CorrectionEnded _, SuspensionOverdue _, StarReminderSet _, StarOwnerReminded _, PlaqueReturned _,
                 PlaqueDeclaredVoid _, ReorganisationToJudge _ -> "";
        };
    }

    private static @Nullable LocalDate due(Note note) {
        return note instanceof CorrectionRequired required ? required.dueOn() : null;
    }
}
