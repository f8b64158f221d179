package asterism.command.body;

import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.ErasePersonalValues;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bodies, people and posts over HTTP. */
@RestController
@RequestMapping("/api/v1/bodies")
class BodyApi {
    private final Commands commands;

    BodyApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Door(summary = "Establish a body", example = """
            {"body": "education", "parent": "work-committee", "kind": "AGENCY", "name": {"zh": "教育局", "en": "Education Bureau"}}""")
    Answer establish(EstablishBody command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/people")
    @Door(summary = "Register a person by the subject of their sign-in", example = """
            {"person": "p17", "name": "王芳"}""")
    Answer register(RegisterPerson command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/people/{person}/erasure")
    @Door(summary = "Erase a person's values for good; earlier exports and backups keep what they hold", example = """
            {"reason": "asked for by the person; no post is held any more"}""")
    Answer erase(ErasePersonalValues command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/posts")
    @Door(summary = "Assign a post to a person", example = """
            {"person": "p17", "post": "DESK_REVIEWER", "from": "2026-01-01"}""")
    Answer assign(AssignPost command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/posts/end")
    @Door(summary = "End a post", example = """
            {"person": "p17", "post": "DESK_REVIEWER", "until": "2026-12-31"}""")
    Answer end(EndPost command, Ask ask) {
        return commands.send(command, ask);
    }
}
