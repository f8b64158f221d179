package asterism.query.upkeep;

import asterism.events.PersonId;
import asterism.events.Post;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Projector;
import asterism.query.projecting.Projector.Standing;
import asterism.query.reading.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The builds of all projections: administrators and auditors see them, administrators build them anew. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionsApi {
    private final Projector projector;
    private final WhoIsWho people;

    ProjectionsApi(Projector projector, WhoIsWho people) {
        this.projector = projector;
        this.people = people;
    }

    @Operation(summary = "How every build of every projection stands")
    @GetMapping
    List<Standing> standing(Principal person) {
        permit(person, Set.of(Post.ADMINISTRATOR, Post.AUDITOR));
        return projector.standing();
    }

    /** Builds a projection anew beside the one that answers, which it replaces once it has come as far; parked facts are tried again. */
    @Operation(summary = "Builds a projection anew beside the one that answers")
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.CREATED)
    List<Standing> rebuild(@PathVariable String name, Principal person) {
        permit(person, Set.of(Post.ADMINISTRATOR));
        if (!projector.names().contains(name)) {
            throw Refused.unknown("projection.unknown", "There is no such projection.");
        }
        projector.rebuild(name);
        return projector.standing().stream().filter(build -> build.projection().equals(name)).toList();
    }

    private void permit(Principal person, Set<Post> posts) {
        boolean holds = people.directory().everHeld(new PersonId(person.getName())).stream()
                .anyMatch(held -> held.until() == null && posts.contains(held.post()));
        if (!holds) {
            throw Refused.forbidden("policy.denied", "Only those who keep the house may do this.");
        }
    }
}
