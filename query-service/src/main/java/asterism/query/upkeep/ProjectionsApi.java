package asterism.query.upkeep;

import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Policy;
import asterism.query.directory.WhoIsWho;
import asterism.query.projecting.Difference;
import asterism.query.projecting.Upkeep;
import asterism.query.projecting.Upkeep.Standing;
import asterism.query.projecting.Upkeep.Waiting;
import asterism.query.reading.Page;
import asterism.query.reading.Params;
import asterism.query.reading.Refused;
import asterism.query.security.HouseToken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The builds of all projections: administrators and auditors see them and what they differ in, administrators build them anew, let
 * another one answer, and try parked facts again. So may whoever holds the house's own token. {@code all} names all projections.
 */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionsApi {
    private static final Set<Post> KEEPERS = Set.of(Post.ADMINISTRATOR);
    private final Upkeep upkeep;
    private final WhoIsWho people;

    ProjectionsApi(Upkeep upkeep, WhoIsWho people) {
        this.upkeep = upkeep;
        this.people = people;
    }

    @Operation(summary = "How every build of every projection stands")
    @GetMapping
    List<Standing> standing(Authentication who) {
        permit(who, Policy.OVERSEERS);
        return upkeep.standing(Upkeep.ALL);
    }

    /** @param hold the build waits to be compared and promoted; else it takes over once it has come as far */
    @Operation(summary = "Builds a projection anew beside the one that answers, while that goes on")
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.CREATED)
    List<Standing> rebuild(@PathVariable String name, @RequestParam(defaultValue = "false") boolean hold, Authentication who) {
        permit(who, KEEPERS);
        upkeep.rebuild(name, hold);
        return upkeep.standing(name);
    }

    @Operation(summary = "In what a build differs from the one that answers: each table counted, and the rows by pages")
    @GetMapping("/{name}/diff")
    Difference compare(@PathVariable String name, @RequestParam(required = false) @Nullable Integer build,
                       @RequestParam(required = false) @Nullable String table, @RequestParam(required = false) @Nullable String after,
                       @RequestParam(defaultValue = "100") int limit, Authentication who) {
        permit(who, Policy.OVERSEERS);
        return upkeep.compare(name, build, table, after, Params.limit(limit));
    }

    @Operation(summary = "Lets a build answer; the one it replaces is kept current")
    @PostMapping("/{name}/promote")
    List<Standing> promote(@PathVariable String name, @RequestParam(required = false) @Nullable Integer build, Authentication who) {
        permit(who, KEEPERS);
        upkeep.promote(name, build);
        return upkeep.standing(name);
    }

    @Operation(summary = "Lets the build answer that answered before")
    @PostMapping("/{name}/rollback")
    List<Standing> rollBack(@PathVariable String name, Authentication who) {
        permit(who, KEEPERS);
        upkeep.rollBack(name);
        return upkeep.standing(name);
    }

    @Operation(summary = "Gives up a build, or all that do not answer")
    @PostMapping("/{name}/retire")
    List<Standing> retire(@PathVariable String name, @RequestParam(required = false)
            @Parameter(description = "number of the build; where none, all but the one that answers") @Nullable Integer build,
            Authentication who) {
        permit(who, KEEPERS);
        upkeep.retire(name, build);
        return upkeep.standing(name);
    }

    @Operation(summary = "The facts that wait because they, or an earlier one of their branch, cannot be folded")
    @GetMapping("/{name}/parked")
    Page<Waiting> parked(@PathVariable String name, @RequestParam(required = false) @Nullable Integer build,
                         @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit, Authentication who) {
        permit(who, Policy.OVERSEERS);
        return upkeep.parked(name, build, after, Params.limit(limit));
    }

    @Operation(summary = "Tries parked facts again, and what a build could not get past")
    @PostMapping("/{name}/retry")
    Map<String, Integer> retry(@PathVariable String name, Authentication who) {
        permit(who, KEEPERS);
        return Map.of("folded", upkeep.retry(name));
    }

    private void permit(Authentication who, Set<Post> posts) {
        boolean may = HouseToken.holds(who) || people.directory().everHeld(new PersonId(who.getName())).stream()
                .anyMatch(held -> held.until() == null && posts.contains(held.post()));
        if (!may) {
            throw Refused.forbidden("policy.denied", "Only those who keep the house may do this.");
        }
    }
}
