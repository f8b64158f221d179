package asterism.query.web;

import asterism.events.Post;
import asterism.query.applications.FactsQuestion;
import asterism.query.projecting.Projector;
import asterism.query.projecting.Projector.Standing;
import asterism.query.reading.Refused;
import asterism.query.web.Me.Person;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How the house itself stands: where each projection is, what is parked, and building one anew. */
@Controller
class OperationsPage {
    private final Projector projector;
    private final FactsQuestion facts;
    private final Logbook logbook;
    private final Me me;

    OperationsPage(Projector projector, FactsQuestion facts, Logbook logbook, Me me) {
        this.projector = projector;
        this.facts = facts;
        this.logbook = logbook;
        this.me = me;
    }

    @GetMapping("/operations")
    String operations(Principal principal, Model model) {
        Person person = permitted(principal, Set.of(Post.ADMINISTRATOR, Post.AUDITOR));
        List<Standing> builds = projector.standing();
        model.addAttribute("builds", builds).addAttribute("head", builds.stream().mapToLong(Standing::applied).max().orElse(0))
                .addAttribute("mayRebuild", person.holds(Post.ADMINISTRATOR)).addAttribute("checkpoint", logbook.checkpoint().orElse(null));
        return "operations";
    }

    @PostMapping("/operations/{name}/rebuild")
    String rebuild(@PathVariable String name, Principal principal) {
        permitted(principal, Set.of(Post.ADMINISTRATOR));
        if (!projector.names().contains(name)) {
            throw Refused.unknown("projection.unknown", "There is no such projection.");
        }
        projector.rebuild(name);
        return "redirect:/operations";
    }

    private Person permitted(Principal principal, Set<Post> posts) {
        Person person = me.on(principal, today());
        if (person.held().stream().noneMatch(posts::contains)) {
            throw Refused.forbidden("policy.denied", "Only those who keep the house may do this.");
        }
        return person;
    }

    private LocalDate today() {
        return facts.streams("round/", "round.opened/1").at().today();
    }
}
