package asterism.command.standing;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import asterism.command.standing.StandingCommand.CloseFollowUp;
import asterism.command.standing.StandingCommand.CloseSurveillance;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.EndPairing;
import asterism.command.standing.StandingCommand.EffectAward;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.NotePoints;
import asterism.command.standing.StandingCommand.OpenSurveillance;
import asterism.command.standing.StandingCommand.PairBranch;
import asterism.command.standing.StandingCommand.RecheckCorrection;
import asterism.command.standing.StandingCommand.RecognisePractice;
import asterism.command.standing.StandingCommand.RecordPastLevel;
import asterism.command.standing.StandingCommand.RecordPlaqueReturned;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.command.standing.StandingCommand.ReinstateStar;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.ReviewDecision;
import asterism.command.standing.StandingCommand.ShowCorrection;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.command.standing.StandingCommand.UpholdComplaint;
import asterism.command.standing.StandingCommand.WithdrawStar;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about a star that stands, and what is noted beside it, over HTTP. */
@RestController
@RequestMapping("/api/v1/branches/{branch}")
class StandingApi {
    private final Commands commands;

    StandingApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/provisional-level")
    @Door(summary = "Give a branch a level until it is assessed", example = """
            {"round": "r2026", "level": "3", "ground": "split", "from": "2026-04-01", "lastDay": "2027-03-31", "reason": "…"}""")
    Answer grantProvisionally(GrantProvisionalLevel command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/past-levels")
    @Door(summary = "Record a level of the time before the house kept its facts", example = """
            {"round": "r2026", "level": "3", "source": "县星评〔2023〕8号", "from": "2023-12-20", "lastDay": "2024-12-19"}""")
    Answer recordPast(RecordPastLevel command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/award-effect")
    @Door(summary = "Let an award take effect that was refused, also one that rises further than the scheme allows", example = """
            {"application": "r2026.b017", "from": "2026-12-20", "reason": "…"}""")
    Answer effectAward(EffectAward command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/downgrade")
    @Door(summary = "Lower the star of a branch with cause", example = """
            {"to": "3", "ground": "discipline", "factOn": "2026-03-01", "from": "2026-04-01", "reason": "…"}""")
    Answer downgrade(Downgrade command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/suspension")
    @Door(summary = "Suspend the star of a branch; without a last day, for as long as the scheme allows", example = """
            {"ground": "investigation", "factOn": "2026-03-01", "from": "2026-04-01", "lastDay": "2026-06-30", "reason": "…"}""")
    Answer suspend(SuspendStar command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/reinstatement")
    @Door(summary = "Put a suspended star in force again", example = """
            {"from": "2026-05-10", "reason": "…"}""")
    Answer reinstate(ReinstateStar command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/star-withdrawal")
    @Door(summary = "Withdraw the star of a branch with cause", example = """
            {"ground": "fraud", "factOn": "2026-03-01", "from": "2026-04-01", "reason": "…"}""")
    Answer withdraw(WithdrawStar command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/plaque-return")
    @Door(summary = "Record that the plaque of a withdrawn star came back", example = """
            {"on": "2026-04-10"}""")
    Answer plaqueReturned(RecordPlaqueReturned command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/correction")
    @Door(summary = "Require something to be put right by a day", example = """
            {"ground": "finding", "demand": "…", "factOn": "2026-03-01", "dueOn": "2026-04-10", "reason": "…"}""")
    Answer require(RequireCorrection command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/correction/evidence")
    @Door(summary = "Show that what was demanded is put right", example = """
            {"evidence": [], "statement": "…"}""")
    Answer show(ShowCorrection command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/correction/recheck")
    @Door(summary = "Say what a second look found", example = """
            {"cured": true, "finding": "…"}""")
    Answer recheck(RecheckCorrection command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/surveillance")
    @Door(summary = "Put the star under review: yearly, drawn by lot, or triggered", example = """
            {"surveillance": "yearly_recheck", "occasion": "TRIGGER", "trigger": "complaint"}""")
    Answer openSurveillance(OpenSurveillance command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/surveillance/finding")
    @Door(summary = "Close the review with its finding", example = """
            {"outcome": "CONFIRMED", "finding": "…"}""")
    Answer closeSurveillance(CloseSurveillance command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/vetoes")
    @Door(summary = "Record an event that bars a star", example = """
            {"veto": "discipline", "factOn": "2026-03-01", "evidence": [], "statement": "…"}""")
    Answer recordVeto(RecordVeto command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/complaints")
    @Door(summary = "Record that a complaint about the branch is right", example = """
            {"matter": "fees", "factOn": "2026-03-01", "finding": "…"}""")
    Answer upholdComplaint(UpholdComplaint command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/points")
    @Door(summary = "Note points earned or lost through the year", example = """
            {"item": "deductions", "points": "-1.5", "factOn": "2026-03-01", "statement": "…"}""")
    Answer notePoints(NotePoints command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/practices")
    @Door(summary = "Recognise how the branch works as an example", example = """
            {"item": "base", "title": "…", "evidence": []}""")
    Answer recognisePractice(RecognisePractice command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/pairings")
    @Door(summary = "Pair the branch with a strong one", example = """
            {"strong": "b018", "purpose": "…", "from": "2026-04-01"}""")
    Answer pair(PairBranch command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/pairings/{strong}/end")
    @Door(summary = "End a pairing and say what came of it", example = """
            {"result": "…"}""")
    Answer endPairing(EndPairing command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/decisions/{decision}/review")
    @Door(summary = "Say whether a decision stands that was made in view of one struck out since", example = """
            {"stands": true, "finding": "…"}""")
    Answer review(ReviewDecision command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/follow-ups/{action}/end")
    @Door(summary = "Say what came of what the scheme foresees for the level", example = """
            {"finding": "…"}""")
    Answer closeFollowUp(CloseFollowUp command, Ask ask) {
        return commands.send(command, ask);
    }
}
