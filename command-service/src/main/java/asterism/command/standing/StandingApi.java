package asterism.command.standing;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import asterism.command.standing.StandingCommand.Downgrade;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about a star that stands, over HTTP. */
@RestController
@RequestMapping("/api/v1/branches/{branch}")
class StandingApi {
    private final Commands commands;

    StandingApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/downgrade")
    @Door(summary = "Lower the star of a branch with cause", example = """
            {"to": "3", "ground": "discipline", "factOn": "2026-03-01", "from": "2026-04-01", "reason": "…"}""")
    Answer downgrade(Downgrade command, Ask ask) {
        return commands.send(command, ask);
    }
}
