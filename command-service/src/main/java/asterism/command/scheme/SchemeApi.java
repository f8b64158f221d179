package asterism.command.scheme;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishCalibrationCase;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.command.scheme.SchemeCommand.ReportImpact;
import asterism.command.scheme.SchemeCommand.TakeCalibration;
import asterism.command.scheme.SchemeCommand.ValidateSchemeVersion;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schemes and local rules over HTTP. */
@RestController
@RequestMapping("/api/v1/schemes/{scheme}")
class SchemeApi {
    private final Commands commands;

    SchemeApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/versions")
    @Door(summary = "Publish a version of a scheme", example = """
            {"document": "language: 1 …", "acknowledged": []}""")
    Answer publish(PublishSchemeVersion command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/validations")
    @Door(summary = "Ask whether a version of a scheme could be published, without publishing it", example = """
            {"document": "language: 1 …", "acknowledged": ["L601"]}""")
    Answer validate(ValidateSchemeVersion command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/impacts")
    @Door(summary = "Record what a version would do to the units of a rated round", example = """
            {"version": "2023", "round": "r2026"}""")
    Answer impact(ReportImpact command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/calibration-cases")
    @Door(summary = "Publish a case with a known answer for assessors to show on that they score as others do", example = """
            {"version": "2022", "name": "case-1", "kind": "agency", "material": "…",
             "answer": [{"input": "organisation", "cell": "12.5"}]}""")
    Answer publish(PublishCalibrationCase command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/calibration-cases/{name}/attempts")
    @Door(summary = "Score a case with a known answer; once", example = """
            {"marks": [{"input": "organisation", "cell": "12.5"}]}""")
    Answer take(TakeCalibration command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/activations")
    @Door(summary = "Put a published version in force for rounds that open on that day or later", example = """
            {"version": "2023", "from": "2026-10-01"}""")
    Answer activate(ActivateSchemeVersion command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/local-rules")
    @Door(summary = "Adopt local rules that fill what a version leaves unsaid", example = """
            {"version": "2023", "document": "language: 1 …"}""")
    Answer adopt(AdoptLocalRules command, Ask ask) {
        return commands.send(command, ask);
    }
}
