package asterism.command.branch;

import asterism.command.branch.BranchCommand.AbolishBranch;
import asterism.command.branch.BranchCommand.MergeBranches;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.branch.BranchCommand.RenameBranch;
import asterism.command.branch.BranchCommand.SplitBranch;
import asterism.command.branch.BranchCommand.TransferBranch;
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

    @PostMapping("/{branch}/names")
    @Door(summary = "Record that a branch has another name", example = """
            {"name": {"zh": "县行政审批局党支部", "en": "Approvals Office Branch"}, "approval": "Order 12 of 2025", "from": "2025-03-01"}""")
    Answer rename(RenameBranch command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{branch}/transfers")
    @Door(summary = "Record that a branch belongs to another body", example = """
            {"body": "finance", "approval": "Order 12 of 2025", "from": "2025-03-01"}""")
    Answer transfer(TransferBranch command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{branch}/mergers")
    @Door(summary = "Record that other branches end in this one", example = """
            {"of": ["b018"], "approval": "Order 12 of 2025", "from": "2025-03-01"}""")
    Answer merge(MergeBranches command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{branch}/splits")
    @Door(summary = "Record that a branch becomes several", example = """
            {"into": ["b017", "b118"], "approval": "Order 12 of 2025", "from": "2025-03-01"}""")
    Answer split(SplitBranch command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{branch}/abolitions")
    @Door(summary = "Record that a branch is no more", example = """
            {"approval": "Order 12 of 2025", "from": "2025-03-01"}""")
    Answer abolish(AbolishBranch command, Ask ask) {
        return commands.send(command, ask);
    }
}
