package asterism.command.scheme;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
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

    @PostMapping("/local-rules")
    @Door(summary = "Adopt local rules that fill what a version leaves unsaid", example = """
            {"version": "2022", "document": "…"}""")
    Answer adopt(AdoptLocalRules command, Ask ask) {
        return commands.send(command, ask);
    }
}
