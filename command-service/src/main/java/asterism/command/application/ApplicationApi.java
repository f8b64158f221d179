package asterism.command.application;

import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CastBallot;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CommentOnDraft;
import asterism.command.application.ApplicationCommand.CompleteDeskReview;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.CountBallots;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.DeclineApplication;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.EraseStatement;
import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.ApplicationCommand.MigrateCase;
import asterism.command.application.ApplicationCommand.ModerateScore;
import asterism.command.application.ApplicationCommand.OpenSurvey;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.PutOnHold;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.RateReview;
import asterism.command.application.ApplicationCommand.ReaddressApplication;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.ReplyToFindings;
import asterism.command.application.ApplicationCommand.ResumeApplication;
import asterism.command.application.ApplicationCommand.ReturnForCompletion;
import asterism.command.application.ApplicationCommand.ReviseEvidence;
import asterism.command.application.ApplicationCommand.ShareDraft;
import asterism.command.application.ApplicationCommand.StandByScores;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.application.ApplicationCommand.WithdrawApplication;
import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Applications over HTTP, from the branch's first step to its star. */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationApi {
    private final Commands commands;

    ApplicationApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Door(summary = "Start the application of a branch in a round", example = """
            {"application": "r2026.b017"}""")
    Answer start(StartApplication command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/self-assessment")
    @Door(summary = "Record the self-assessment; it replaces the one before", example = """
            {"marks": [{"input": "appraisal", "cell": "88"}], "evidence": [], "statement": "…"}""")
    Answer assess(RecordSelfAssessment command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/submission")
    @Door(summary = "Submit the application, or again what was missing", example = """
            {"target": "5"}""")
    Answer submit(SubmitApplication command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/acceptance")
    @Door(summary = "Accept the application for review")
    Answer accept(AcceptApplication command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/decline")
    @Door(summary = "Decline the application", example = """
            {"reason": "founded less than a year ago"}""")
    Answer decline(DeclineApplication command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/return")
    @Door(summary = "Return the application for completion", example = """
            {"gaps": ["minutes of June"], "dueOn": "2026-02-10"}""")
    Answer giveBack(ReturnForCompletion command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/withdrawal")
    @Door(summary = "Withdraw the application", example = """
            {"reason": "merged with another branch"}""")
    Answer withdraw(WithdrawApplication command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/hold")
    @Door(summary = "Put the application on hold; its clock stops", example = """
            {"cause": "COMPLAINT", "linked": "complaint 7 of 2026", "reason": "the complaint concerns what is to be judged"}""")
    Answer hold(PutOnHold command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/resumption")
    @Door(summary = "Let the application go on, with the days it had left", example = """
            {"reason": "the complaint proved unfounded"}""")
    Answer resume(ResumeApplication command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/readdressing")
    @Door(summary = "Let a branch that came out of the one that applied take the application over", example = """
            {"to": "b018", "dueOn": "2026-02-10"}""")
    Answer readdress(ReaddressApplication command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/desk-review")
    @Door(summary = "Complete the desk review", example = """
            {"findings": "complete and consistent"}""")
    Answer review(CompleteDeskReview command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/assessors")
    @Door(summary = "Assign the assessors", example = """
            {"assessors": ["a1", "a2", "a3"], "lead": "a1"}""")
    Answer assign(AssignAssessors command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/site-visit")
    @Door(summary = "Complete the site visit", example = """
            {"visitedOn": "2026-02-12", "findings": "…",
             "marks": [{"input": "deductions", "cell": "2"}, {"input": "appraisal", "cell": "86"}]}""")
    Answer visit(CompleteSiteVisit command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/evidence")
    @Door(summary = "Exchange or add files while the application is judged; what was judged before must be looked at again", example = """
            {"evidence": [{"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "input": "organisation",
             "title": "minutes of June"}]}""")
    Answer revise(ReviseEvidence command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/draft-sharing")
    @Door(summary = "Share the draft with the members, who comment with a code each", example = """
            {"codes": ["e48d4f1b3060f0d24d398bbf663824368f6b756d97e40d9322da92dd0d975602"]}""")
    Answer share(ShareDraft command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/comments")
    @Door(summary = "Comment on the draft with a code; nobody signs in for it", anonymous = true, example = """
            {"code": "k7Qm-2xTw-9aRf-Lp3c", "statement": "…"}""")
    Answer comment(CommentOnDraft command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/ballot-survey")
    @Door(summary = "Open an anonymous survey with the hashes of the codes that are given out", example = """
            {"codes": ["e48d4f1b3060f0d24d398bbf663824368f6b756d97e40d9322da92dd0d975602"]}""")
    Answer open(OpenSurvey command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/ballots")
    @Door(summary = "Cast a ballot with a code; nobody signs in for it", anonymous = true, example = """
            {"code": "k7Qm-2xTw-9aRf-Lp3c", "marks": [{"input": "satisfaction", "cell": "91"}]}""")
    Answer cast(CastBallot command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/ballot-count")
    @Door(summary = "Close the anonymous survey with what its ballots say")
    Answer count(CountBallots command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/parts/{part}")
    @Door(summary = "Judge the part of the department of the person who asks; it stays sealed until all is in", example = """
            {"judged": 1, "marks": [{"input": "deductions", "cell": "0"}]}""")
    Answer judge(JudgePart command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/scores/confirmation")
    @Door(summary = "Stand by the scores given before the evidence changed", example = """
            {"judged": 2}""")
    Answer standBy(StandByScores command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/survey")
    @Door(summary = "Close the survey with its results", example = """
            {"invited": 40, "answered": 36, "marks": [{"input": "satisfaction", "cell": "91"}]}""")
    Answer survey(CloseSurvey command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/scores")
    @Door(summary = "Submit the scores of the assessor who asks; they stay sealed until all are in", example = """
            {"judged": 1, "marks": [{"input": "base", "cell": "97"}]}""")
    Answer score(SubmitScores command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/moderation")
    @Door(summary = "Replace what one assessor gave", needsVersion = true, example = """
            {"assessor": "a2", "input": "base", "to": "95", "reason": "counted twice"}""")
    Answer moderate(ModerateScore command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/confirmation")
    @Door(summary = "Confirm the score as chair of the panel")
    Answer confirm(ConfirmScore command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/decision")
    @Door(summary = "Decide the level", example = """
            {"level": "5", "present": ["m1", "m2", "m3"]}""")
    Answer decide(Decide command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/notice")
    @Door(summary = "Post the public notice")
    Answer post(PostNotice command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/objections")
    @Door(summary = "Object during the notice; open to everybody", example = """
            {"statement": "…"}""")
    Answer object(RaiseObjection command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/objections/{objection}/dismissal")
    @Door(summary = "Dismiss an objection", example = """
            {"reason": "the claim was checked and is unfounded"}""")
    Answer dismiss(DismissObjection command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/objections/{objection}/upholding")
    @Door(summary = "Uphold an objection; the application goes back to the deciding body", example = """
            {"reason": "the minutes were written afterwards"}""")
    Answer uphold(UpholdObjection command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/statements/erasure")
    @Door(summary = "Erase for good what somebody said without signing in; earlier exports and backups keep what they hold", example = """
            {"statement": "objection/5f0c4a52-6a7e-5d0b-8d43-3c1a2f0e9b11", "reason": "it names people who have no part in this"}""")
    Answer erase(EraseStatement command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/migration")
    @Door(summary = "Let the application go on under another version of its scheme, before anybody has judged it", example = """
            {"version": "2026", "reason": "the version of 2025 asked for a survey that cannot be held"}""")
    Answer migrate(MigrateCase command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/reply")
    @Door(summary = "Reply to the findings, once and in public", example = """
            {"statement": "…"}""")
    Answer reply(ReplyToFindings command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/reviews/{assessor}/helpfulness")
    @Door(summary = "Say how far the review of one assessor helped, from 1 to 5; no score ever looks at it", example = """
            {"helpful": 4}""")
    Answer rate(RateReview command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{application}/award")
    @Door(summary = "Award the star")
    Answer award(Award command, Ask ask) {
        return commands.send(command, ask);
    }
}
