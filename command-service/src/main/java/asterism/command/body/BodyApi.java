package asterism.command.body;

import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.DeclareRelation;
import asterism.command.body.BodyCommand.DelegatePost;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.EndQualification;
import asterism.command.body.BodyCommand.EndRelation;
import asterism.command.body.BodyCommand.ErasePersonalValues;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RecordQualification;
import asterism.command.body.BodyCommand.RecordRelation;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.body.BodyCommand.RevokeDelegation;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Commands;
import asterism.command.core.Door;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bodies, people, posts and what is said of people over HTTP. */
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

    @PostMapping("/{body}/delegations")
    @Door(summary = "Let another act on your behalf in a post you hold", example = """
            {"to": "p18", "post": "DESK_REVIEWER", "commands": ["CompleteDeskReview"], "from": "2026-02-01", "until": "2026-02-14"}""")
    Answer delegate(DelegatePost command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/delegations/revocation")
    @Door(summary = "Let them act on your behalf no more", example = """
            {"to": "p18", "post": "DESK_REVIEWER"}""")
    Answer revoke(RevokeDelegation command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/qualifications")
    @Door(summary = "Record what somebody is able to judge: a kind of unit or an indicator", example = """
            {"person": "p17", "field": "agency", "from": "2026-01-01", "until": "2028-12-31"}""")
    Answer qualify(RecordQualification command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/qualifications/end")
    @Door(summary = "End a qualification", example = """
            {"person": "p17", "field": "agency", "until": "2026-06-30"}""")
    Answer endQualification(EndQualification command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/relations")
    @Door(summary = "Declare what ties you to a branch or to another person", example = """
            {"branch": "b017", "statement": "…"}""")
    Answer declare(DeclareRelation command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/relations/found")
    @Door(summary = "Record what ties somebody to a branch or to another person", example = """
            {"person": "p17", "other": "p18", "statement": "…"}""")
    Answer relate(RecordRelation command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/relations/end")
    @Door(summary = "Record that such a tie is no more", example = """
            {"person": "p17", "branch": "b017"}""")
    Answer endRelation(EndRelation command, Ask ask) {
        return commands.send(command, ask);
    }

    @PostMapping("/{body}/posts/end")
    @Door(summary = "End a post", example = """
            {"person": "p17", "post": "DESK_REVIEWER", "until": "2026-12-31"}""")
    Answer end(EndPost command, Ask ask) {
        return commands.send(command, ask);
    }
}
