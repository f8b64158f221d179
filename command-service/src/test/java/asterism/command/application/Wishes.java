package asterism.command.application;

import static asterism.command.application.Road.APPLICATION;
import static asterism.command.application.Road.marks;

import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CastBallot;
import asterism.command.application.ApplicationCommand.CloseNotice;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CommentOnDraft;
import asterism.command.application.ApplicationCommand.CompleteDeskReview;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.CountBallots;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.DeclineApplication;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.EndApplication;
import asterism.command.application.ApplicationCommand.EraseStatement;
import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.ApplicationCommand.MigrateCase;
import asterism.command.application.ApplicationCommand.ModerateScore;
import asterism.command.application.ApplicationCommand.OpenSurvey;
import asterism.command.application.ApplicationCommand.PlaceInRound;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.PutOnHold;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.RateReview;
import asterism.command.application.ApplicationCommand.ReaddressApplication;
import asterism.command.application.ApplicationCommand.RecordOverdue;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.RecountDays;
import asterism.command.application.ApplicationCommand.RemindOwner;
import asterism.command.application.ApplicationCommand.ReopenDecision;
import asterism.command.application.ApplicationCommand.ReplyToFindings;
import asterism.command.application.ApplicationCommand.ResumeApplication;
import asterism.command.application.ApplicationCommand.ReturnForCompletion;
import asterism.command.application.ApplicationCommand.ReviseEvidence;
import asterism.command.application.ApplicationCommand.ShareDraft;
import asterism.command.application.ApplicationCommand.StandByScores;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationCommand.TakeOverApplication;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.application.ApplicationCommand.WithdrawApplication;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.Level;
import asterism.events.PersonId;
import java.time.LocalDate;
import java.util.List;

/** One good command of every kind. */
final class Wishes {
    static final StartApplication START = new StartApplication(APPLICATION);
    static final RecordSelfAssessment ASSESS = new RecordSelfAssessment(APPLICATION, marks("appraisal", "88"), List.of(), "all there");
    static final SubmitApplication SUBMIT = new SubmitApplication(APPLICATION, null);
    static final WithdrawApplication WITHDRAW = new WithdrawApplication(APPLICATION);
    static final AcceptApplication ACCEPT = new AcceptApplication(APPLICATION);
    static final DeclineApplication DECLINE = new DeclineApplication(APPLICATION);
    static final ReturnForCompletion RETURN = new ReturnForCompletion(APPLICATION, List.of("minutes of June"), Road.RETURNED_UNTIL);
    static final CompleteDeskReview REVIEW = new CompleteDeskReview(APPLICATION, "complete");
    static final AssignAssessors ASSIGN = new AssignAssessors(APPLICATION, Road.PANEL, Road.PANEL.getFirst());
    static final CompleteSiteVisit VISIT = new CompleteSiteVisit(APPLICATION, LocalDate.of(2026, 10, 20), "as said",
            marks("deductions", "0", "appraisal", "86"));
    static final CloseSurvey SURVEY = new CloseSurvey(APPLICATION, 40, 36, marks("satisfaction", "88.0"));
    static final SubmitScores SCORE = new SubmitScores(APPLICATION, 1, marks("base", "91"));
    static final ModerateScore MODERATE = new ModerateScore(APPLICATION, new PersonId("a2"), "base", "95");
    static final ConfirmScore CONFIRM = new ConfirmScore(APPLICATION);
    static final PlaceInRound PLACE = new PlaceInRound(APPLICATION, Road.FOUR_BY_POINTS, Road.RANKING, List.of());
    static final Decide DECIDE = decide("4");
    static final ReopenDecision REOPEN = new ReopenDecision(APPLICATION, Road.DECISION, new AppealId("ap-1"));
    static final PostNotice POST = new PostNotice(APPLICATION);
    static final RaiseObjection OBJECT = new RaiseObjection(APPLICATION, "the minutes were written afterwards");
    static final EraseStatement ERASE = new EraseStatement(APPLICATION, "objection/" + Road.OBJECTION);
    static final DismissObjection DISMISS = new DismissObjection(APPLICATION, Road.OBJECTION, null, null);
    static final UpholdObjection UPHOLD = new UpholdObjection(APPLICATION, Road.OBJECTION, null, null);
    static final EndApplication END = new EndApplication(APPLICATION, Reorganisation.MERGE, List.of(), "Order 12");
    static final EndApplication GO_ON = new EndApplication(APPLICATION, Reorganisation.MERGE, List.of(Road.SUCCESSOR), "Order 12");
    static final PutOnHold HOLD = new PutOnHold(APPLICATION, HoldCause.COMPLAINT, "complaint 7");
    static final ResumeApplication RESUME = new ResumeApplication(APPLICATION);
    static final ReaddressApplication READDRESS = new ReaddressApplication(APPLICATION, Road.SUCCESSOR, LocalDate.of(2027, 1, 31));
    static final TakeOverApplication TAKE_OVER = new TakeOverApplication(APPLICATION, ApplicationId.of("r2026.b00"),
            Road.RETURNED_UNTIL);
    static final RecordOverdue OVERDUE = new RecordOverdue(APPLICATION);
    static final RemindOwner REMIND = new RemindOwner(APPLICATION);
    static final RecountDays RECOUNT = new RecountDays(APPLICATION);
    static final CloseNotice CLOSE = new CloseNotice(APPLICATION);
    static final Award AWARD = new Award(APPLICATION);

    static final ReviseEvidence REVISE = new ReviseEvidence(APPLICATION, Road.FILES);
    static final ShareDraft SHARE = new ShareDraft(APPLICATION, Road.CODES);
    static final CommentOnDraft COMMENT = new CommentOnDraft(APPLICATION, "code-1", "the visit of May is missing");
    static final OpenSurvey OPEN_SURVEY = new OpenSurvey(APPLICATION, Road.CODES);
    static final CastBallot BALLOT = ballot("code-1", "88.0");
    static final CountBallots COUNT = new CountBallots(APPLICATION);
    static final JudgePart JUDGE_PART = new JudgePart(APPLICATION, "conduct", 1, marks("deductions", "0"));
    static final StandByScores STAND_BY = new StandByScores(APPLICATION, 2);
    static final MigrateCase MIGRATE = new MigrateCase(APPLICATION, "2023");
    static final ReplyToFindings REPLY = new ReplyToFindings(APPLICATION, "the minutes of June were handed in since");
    static final RateReview RATE = new RateReview(APPLICATION, new PersonId("a2"), 4);

    static final List<ApplicationCommand> ALL = List.of(START, ASSESS, SUBMIT, WITHDRAW, ACCEPT, DECLINE, RETURN, REVIEW, ASSIGN, VISIT,
            SURVEY, SCORE, MODERATE, CONFIRM, PLACE, DECIDE, POST, OBJECT, DISMISS, UPHOLD, OVERDUE, END, CLOSE, AWARD,
            HOLD, RESUME, READDRESS, TAKE_OVER, RECOUNT, REVISE, SHARE, COMMENT, OPEN_SURVEY, BALLOT, COUNT, JUDGE_PART, STAND_BY, MIGRATE,
            REPLY, RATE, REMIND, REOPEN, ERASE);

    private Wishes() {
    }

    static CastBallot ballot(String code, String satisfaction) {
        return new CastBallot(APPLICATION, code, marks("satisfaction", satisfaction));
    }

    static Decide decide(String level) {
        return new Decide(APPLICATION, new Level(level), Road.COMMITTEE);
    }
}
