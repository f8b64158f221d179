package asterism.query.web;

import asterism.events.Post;
import asterism.policy.Policy;
import asterism.query.applications.FactsQuestion;
import asterism.query.projecting.Upkeep;
import asterism.query.projecting.Upkeep.Standing;
import asterism.query.projecting.Upkeep.Waiting;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import asterism.query.web.Me.Person;
import asterism.query.web.asking.CommandApi;
import asterism.query.web.asking.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How the house itself stands: what is sent on, due and parked where it is decided, whether the journal is what it was; where each
 * projection is, what is parked there, building one anew, comparing it with the one that answers, and letting either of them answer.
 */
@Controller
class OperationsPage {
    private static final int SHOWN = 50;
    private final Upkeep upkeep;
    private final FactsQuestion facts;
    private final Logbook logbook;
    private final CommandApi commands;
    private final Tokens tokens;
    private final Me me;

    OperationsPage(Upkeep upkeep, FactsQuestion facts, Logbook logbook, CommandApi commands, Tokens tokens, Me me) {
        this.upkeep = upkeep;
        this.facts = facts;
        this.logbook = logbook;
        this.commands = commands;
        this.tokens = tokens;
        this.me = me;
    }

    /** A fact that a projection cannot fold yet. */
    public record Parked(String projection, Waiting fact) {
    }

    @GetMapping("/operations")
    String operations(Principal principal, HttpServletRequest request, HttpServletResponse response, Model model) {
        Person person = permitted(principal, Policy.OVERSEERS);
        List<Standing> builds = upkeep.standing(Upkeep.ALL);
        model.addAttribute("builds", builds).addAttribute("head", builds.stream().mapToLong(Standing::head).max().orElse(0))
                .addAttribute("parked", parked(builds)).addAttribute("mayRebuild", person.holds(Post.ADMINISTRATOR))
                .addAttribute("side", commands.read("operations", tokens.of(request, response), CommandSide.class).orElse(null))
                .addAttribute("checkpoint", logbook.checkpoint().orElse(null));
        return "operations";
    }

    private List<Parked> parked(List<Standing> builds) {
        return builds.stream().filter(build -> build.parked() > 0).flatMap(build -> upkeep.parked(build.projection(), build.number(), 0,
                SHOWN).items().stream().map(fact -> new Parked(build.projection() + " · " + build.number(), fact))).toList();
    }

    /** Facts whose reactions failed are tried again, where they are parked. */
    @PostMapping("/operations/reactions/retry")
    String react(@RequestParam String key, Principal principal, HttpServletRequest request, HttpServletResponse response) {
        permitted(principal, Set.of(Post.ADMINISTRATOR));
        commands.post("reactions/parked/retry?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8), tokens.of(request, response));
        return "redirect:/operations";
    }

    /** @param wish the word of the button */
    @PostMapping("/operations/{name}/{wish:rebuild|promote|rollback|retire|retry}")
    String upkeep(@PathVariable String name, @PathVariable String wish, @RequestParam(required = false) @Nullable Integer build,
                  Principal principal) {
        permitted(principal, Set.of(Post.ADMINISTRATOR));
        switch (wish) {
            case "rebuild" -> upkeep.rebuild(name, true);
            case "promote" -> upkeep.promote(name, build);
            case "rollback" -> upkeep.rollBack(name);
            case "retire" -> upkeep.retire(name, build);
            case "retry" -> upkeep.retry(name);
            default -> throw new IllegalStateException("the address lets no other wish in");
        }
        return "redirect:/operations";
    }

    @GetMapping("/operations/{name}/difference")
    String difference(@PathVariable String name, @RequestParam(required = false) @Nullable Integer build,
                      @RequestParam(required = false) @Nullable String after, Principal principal, Model model) {
        Person person = permitted(principal, Policy.OVERSEERS);
        model.addAttribute("difference", upkeep.compare(name, build, null, after, Page.MOST))
                .addAttribute("mayPromote", person.holds(Post.ADMINISTRATOR));
        return "difference";
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
