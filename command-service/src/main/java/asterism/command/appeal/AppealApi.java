package asterism.command.appeal;

import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.appeal.AppealCommand.SubmitAppealEvidence;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Commands;
import asterism.command.core.Door;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appeals over HTTP. */
@RestController
@RequestMapping("/api/v1/appeals")
class AppealApi {
    private final Commands commands;

    AppealApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Door(summary = "Lodge an appeal against a decision", example = """
            {"appeal": "ap-1", "branch": "b017", "contested": "4a67ff87-d99c-58e1-b8fa-6d080d543966", "ground": "facts",
             "items": ["base"], "statement": "…"}""")
    Answer lodge(LodgeAppeal command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{appeal}/admission")
    @Door(summary = "Admit the appeal and name its panel", example = """
            {"panel": ["j1", "j2", "j3"]}""")
    Answer admit(AdmitAppeal command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{appeal}/inadmissibility")
    @Door(summary = "Find the appeal inadmissible", example = """
            {"code": "no-ground", "reason": "…"}""")
    Answer refuse(FindInadmissible command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{appeal}/dismissal")
    @Door(summary = "Dismiss the appeal", example = """
            {"reason": "…"}""")
    Answer dismiss(DismissAppeal command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{appeal}/upholding")
    @Door(summary = "Uphold the appeal; the contested decision is struck out", example = """
            {"reason": "…"}""")
    Answer uphold(UpholdAppeal command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{appeal}/replacement")
    @Door(summary = "Strike the contested decision out and put another in its place", example = """
            {"level": "4", "marks": [{"input": "base", "cell": "91"}], "reason": "…"}""")
    Answer replace(ReplaceDecision command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{appeal}/evidence")
    @Door(summary = "Support the appeal by files", example = """
            {"evidence": [], "statement": "…"}""")
    Answer support(SubmitAppealEvidence command, Ask ask) {
        return commands.send(command, ask);
    }
}
