package asterism.query.web.asking;

import asterism.events.AssignmentPlan;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import asterism.policy.Tie;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.FactsQuestion;
import asterism.query.dashboard.DashboardQuestion;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.directory.WhoIsWho;
import asterism.query.directory.WhoIsWho.Names;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Refused;
import asterism.query.web.Me;
import asterism.query.web.Words;
import asterism.query.web.asking.CommandApi.Outcome;
import asterism.query.web.asking.CommandApi.Said;
import asterism.query.web.asking.Drawn.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who is to assess what in a round: as proposed, to be looked at, and then as it is recorded. */
@Controller
@RequestMapping("/rounds/{id}/assignment")
class AssignmentPages {
    private static final int LINES = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final CommandApi commands;
    private final Tokens tokens;
    private final DashboardQuestion dashboard;
    private final ApplicationsQuestion applications;
    private final FactsQuestion facts;
    private final WhoIsWho who;
    private final Me me;
    private final Words words;
    private final Arrival arrival;

    AssignmentPages(CommandApi commands, Tokens tokens, DashboardQuestion dashboard, ApplicationsQuestion applications,
                    FactsQuestion facts, WhoIsWho who, Me me, Words words, Arrival arrival) {
        this.commands = commands;
        this.tokens = tokens;
        this.dashboard = dashboard;
        this.applications = applications;
        this.facts = facts;
        this.who = who;
        this.me = me;
        this.words = words;
        this.arrival = arrival;
    }

    /**
     * A proposal.
     *
     * @param plan    none where nothing could be proposed
     * @param problem why not
     */
    private record Proposal(String sha256, @Nullable AssignmentPlan plan, @Nullable Problem problem) {
    }

    /** Somebody who may assess: what they have already, and what they would have besides. */
    public record Load(String person, String name, int have, int more) {
        public int all() {
            return have + more;
        }
    }

    /** Somebody whom something ties to the branch today, so that they are left out. */
    public record Tied(String name, Tie tie) {
    }

    /**
     * An application of the proposal.
     *
     * @param why why there is no panel for it; none where there is
     */
    public record Line(String application, String branch, List<String> assessors, @Nullable String lead, List<Tied> tied,
                       @Nullable String why) {
    }

    /**
     * @param size of each panel; as few as the scheme asks for where none
     * @param most applications somebody may have; no limit where none
     * @param from how many applications of the proposal are left out
     */
    @GetMapping
    String proposal(@PathVariable String id, @RequestParam(required = false) @Nullable Integer size,
                    @RequestParam(required = false) @Nullable Integer most, @RequestParam(defaultValue = "0") int from, Principal principal,
                    HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(id, new Wish(size, most, Math.max(0, from)), null, principal, request, response, model);
    }

    /** How the panels are to be made, and which part of the list is shown. */
    public record Wish(@Nullable Integer size, @Nullable Integer most, int from) {
    }

    @PostMapping
    String commit(@PathVariable String id, @RequestParam String proposal, @RequestParam String key, @RequestParam long version,
                  @RequestParam(required = false) @Nullable Integer size, @RequestParam(required = false) @Nullable Integer most,
                  Principal principal, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (commands.send("rounds/" + id + "/assignment", JSON.createObjectNode().put("proposal", proposal), key,
                tokens.of(request, response), version)) {
            case Outcome.Recorded recorded -> arrival.at("/rounds/" + id + "/assignment", recorded);
            case Outcome.NotRecorded(var problem) -> {
                response.setStatus(problem.status());
                yield page(id, new Wish(size, most, 0), problem, principal, request, response, model);
            }
        };
    }

    private String page(String id, Wish wish, @Nullable Problem problem, Principal principal, HttpServletRequest request,
                        HttpServletResponse response, Model model) {
        Answer<Round> round = dashboard.round(id, Clocks.NOW);
        if (!me.on(principal, round.at().today()).may("ProposeAssignment", new BodyId(round.answer().office()))) {
            throw Refused.forbidden("policy.denied", "None of your posts lets you assign assessors in this round.");
        }
        Proposal proposal = propose(id, wish, tokens.of(request, response));
        AssignmentPlan plan = proposal.plan();
        Names names = who.names();
        model.addAttribute("round", round.answer()).addAttribute("wish", wish).addAttribute("proposal", proposal.sha256())
                .addAttribute("none", proposal.problem()).addAttribute("plan", plan).addAttribute("problem", problem)
                .addAttribute("key", UUID.randomUUID().toString()).addAttribute("version", facts.version("round/" + id))
                .addAttribute("loads", loads(id, plan, round.at().today(), names))
                .addAttribute("lines", plan == null ? List.of() : lines(plan, wish.from(), round.at().today(), names))
                .addAttribute("lacking", plan == null ? 0 : plan.panels().stream().filter(panel -> panel.why() != null).count())
                .addAttribute("next", plan != null && wish.from() + LINES < plan.panels().size() ? wish.from() + LINES : null)
                .addAttribute("stand", round.at());
        return "assignment";
    }

    private Proposal propose(String round, Wish wish, Optional<String> token) {
        ObjectNode body = JSON.createObjectNode();
        Optional.ofNullable(wish.size()).ifPresent(size -> body.put("size", size));
        Optional.ofNullable(wish.most()).ifPresent(most -> body.put("most", most));
        return switch (commands.ask("rounds/" + round + "/assignment/proposal", body, UUID.randomUUID().toString(), token)) {
            case Said.NotSaid(var problem) -> new Proposal("", null, problem);
            case Said.Text text -> {
                JsonNode said = text.json();
                yield new Proposal(said.path("sha256").asString(""), AssignmentPlan.of(said.path("lines").values().stream()
                        .map(JsonNode::toString).collect(Collectors.joining("\n"))), null);
            }
        };
    }

    /** Whoever may assess, those who would have most first. */
    private List<Load> loads(String round, @Nullable AssignmentPlan plan, LocalDate today, Names names) {
        Map<String, Integer> have = applications.loads(round).answer();
        Map<String, Integer> more = new TreeMap<>();
        Optional.ofNullable(plan).stream().flatMap(whole -> whole.panels().stream()).flatMap(panel -> panel.assessors().stream())
                .forEach(person -> more.merge(person.value(), 1, Integer::sum));
        return who.directory().holders(Post.ASSESSOR, today).stream().map(PersonId::value)
                .map(person -> new Load(person, name(names, person), have.getOrDefault(person, 0), more.getOrDefault(person, 0)))
                .sorted(Comparator.comparingInt(Load::all).reversed().thenComparing(Load::person)).toList();
    }

    private List<Line> lines(AssignmentPlan plan, int from, LocalDate today, Names names) {
        Directory directory = who.directory();
        List<PersonId> candidates = directory.holders(Post.ASSESSOR, today);
        return plan.panels().stream().skip(from).limit(LINES).map(panel -> {
            BranchId branch = panel.application().branch();
            List<Tied> tied = candidates.stream().flatMap(person -> directory.tie(person, branch, today, today)
                    .map(tie -> new Tied(name(names, person.value()), tie)).stream()).toList();
            String called = directory.branch(branch).map(known -> words.name(known.name())).orElse(branch.value());
            return new Line(panel.application().toString(), called,
                    panel.assessors().stream().map(person -> name(names, person.value())).toList(),
                    Optional.ofNullable(panel.lead()).map(lead -> name(names, lead.value())).orElse(null), tied, panel.why());
        }).toList();
    }

    private static String name(Names names, String person) {
        return names.of(person).orElse(person);
    }
}
