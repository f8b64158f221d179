package asterism.command.round;

import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Commands;
import asterism.command.core.Door;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.CommitAssignment;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rating rounds over HTTP. */
@RestController
@RequestMapping("/api/v1/rounds")
class RoundApi {
    private final Commands commands;

    RoundApi(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Door(summary = "Open a rating round", example = """
            {"round": "r2026", "title": {"zh": "2026年度评定", "en": "Rating of 2026"}, "scheme": "zoucheng-70-30", "version": "2023",
             "calendar": "prc-working-days", "office": "work-committee", "opensOn": "2026-01-05", "applicationsUntil": "2026-01-30"}""")
    Answer open(OpenRound command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{round}/roster")
    @Door(summary = "Fix who takes part in the allocation")
    Answer seal(SealRoster command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{round}/allocation")
    @Door(summary = "Rate the roster and give out the seats, or find the tie to be broken")
    Answer allocate(AllocateQuota command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{round}/tie")
    @Door(summary = "Record the vote of the committee on a tie", example = """
            {"quota": "five_star_share", "order": ["b003", "b017"], "voters": ["m1", "m2", "m3"], "minutes": "2026-11"}""")
    Answer resolve(ResolveTie command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{round}/assignment/proposal")
    @Door(summary = "Ask who could assess what; nothing is recorded", example = """
            {"size": 3, "most": 40}""")
    Answer propose(ProposeAssignment command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{round}/assignment")
    @Door(summary = "Assign the assessors as proposed", example = """
            {"proposal": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
    Answer commit(CommitAssignment command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{round}/reallocations")
    @Door(summary = "Give seats that came free to branches the quota had displaced", example = """
            {"quota": "five_star_share", "to": ["b017"], "minutes": "2026-14", "reason": "the award of another branch was struck out"}""")
    Answer reallocate(ReallocateQuota command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{round}/close")
    @Door(summary = "Close the round")
    Answer close(CloseRound command, Ask ask) {
        return commands.send(command, ask);
    }
}
