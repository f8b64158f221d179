package asterism.command.house;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import asterism.command.house.HouseCommand.RotateLogKey;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The house itself over HTTP. */
@RestController
class HouseApi {
    private final Commands commands;

    HouseApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping("/api/v1/log-key/rotation")
    @Door(summary = "Let a new key sign the log's checkpoints; the one that signs now names it", example = """
            {"reason": "once a year"}""")
    Answer rotate(RotateLogKey command, Ask ask) {
        return commands.send(command, ask);
    }
}
