package asterism.command.branch;

import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Branches as organisations over HTTP. */
@RestController
@RequestMapping("/api/v1/branches")
class BranchApi {
    private final Commands commands;

    BranchApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Door(summary = "Register a branch", example = """
            {"branch": "b017", "body": "education", "kind": "agency", "name": {"zh": "机关第一党支部", "en": "First Branch"},
             "foundedOn": "2012-07-01"}""")
    Answer register(RegisterBranch command, Ask ask) {
        return commands.send(command, ask);
    }
}
