package asterism.query.web;

import asterism.events.BodyId;
import asterism.events.Post;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.ApplicationsQuestion.Head;
import asterism.query.applications.FactsQuestion;
import asterism.query.course.Stage;
import asterism.query.dashboard.DashboardQuestion;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Page;
import asterism.query.reliability.ReliabilityQuestion;
import asterism.query.web.Me.Person;
import asterism.query.web.asking.Drawing;
import asterism.query.web.asking.Drawn;
import asterism.query.web.asking.Forms;
import asterism.query.web.panel.PanelPages;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Rounds: how far each is, its quotas, its cases, and the steps of the office and the committee. */
@Controller
class RoundPages {
    private static final int ROWS = 50;
    private final DashboardQuestion dashboard;
    private final ApplicationsQuestion applications;
    private final FactsQuestion facts;
    private final Me me;
    private final Drawing drawing;

    RoundPages(DashboardQuestion dashboard, ApplicationsQuestion applications, FactsQuestion facts, Me me, Drawing drawing) {
        this.facts = facts;
        this.dashboard = dashboard;
        this.applications = applications;
        this.me = me;
        this.drawing = drawing;
    }

    @GetMapping("/rounds")
    String rounds(Model model) {
        Answer<List<Round>> rounds = dashboard.rounds(Clocks.NOW);
        model.addAttribute("rounds", rounds.answer()).addAttribute("stand", rounds.at());
        return "rounds";
    }

    @GetMapping("/rounds/{id}")
    String round(@PathVariable String id, @RequestParam(required = false) @Nullable Stage stage,
                 @RequestParam(required = false) @Nullable String after, Principal principal, Model model) {
        Answer<Round> round = dashboard.round(id, Clocks.NOW);
        Page<Head> cases = applications.of(id, stage, after, ROWS).answer();
        Person person = me.on(principal, round.at().today());
        model.addAttribute("round", round.answer()).addAttribute("stage", stage).addAttribute("cases", cases.items())
                .addAttribute("next", cases.next() == null ? null : address(id, stage, cases.next()))
                .addAttribute("first", after == null ? null : address(id, stage, null))
                .addAttribute("forms", forms(round.answer(), person)).addAttribute("applying", applying(round.answer(), person))
                .addAttribute("mayAssign", round.answer().sealed() == null && person.may("ProposeAssignment",
                        new BodyId(round.answer().office())))
                .addAttribute("mayCompare", person.holds(Post.ASSESSOR)
                        || person.may(ReliabilityQuestion.COMPARE, new BodyId(round.answer().office())))
                .addAttribute("mayPanel", PanelPages.isFor(person.held()))
                .addAttribute("mayAskWhatIf", person.may("AskWhatIf", new BodyId(round.answer().office())))
                .addAttribute("stand", round.at());
        return "round";
    }

    private static String address(String id, @Nullable Stage stage, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/rounds/" + id);
        if (stage != null) {
            address.queryParam("stage", stage);
        }
        return after == null ? address.toUriString() : address.queryParam("after", after).toUriString();
    }

    /** Applications that the person could start in a round: those of the branches whose secretary they are. */
    private List<String> applying(Round round, Person person) {
        return round.sealed() != null || round.closed() ? List.of() : person.posts().stream()
                .filter(held -> held.post() == Post.BRANCH_SECRETARY && held.branch() != null)
                .map(held -> round.round() + "." + held.branch()).filter(id -> facts.version("application/" + id) == 0).toList();
    }

    private List<Drawn> forms(Round round, Person person) {
        Stream<String> steps = round.closed() ? Stream.of() : round.sealed() == null ? Stream.of("SealRoster")
                : round.quotas().stream().anyMatch(quota -> !quota.resolved()) ? Stream.of("ResolveTie", "AllocateQuota")
                : Stream.of("AllocateQuota", "ReallocateQuota", "CloseRound");
        return steps.filter(command -> person.may(command, new BodyId(round.office())))
                .flatMap(command -> Forms.of(command).stream())
                .map(form -> drawing.filled(form, round.round(), tie(round))).toList();
    }

    /** What a vote on a tie is about. */
    private static Map<String, List<String>> tie(Round round) {
        return round.quotas().stream().filter(quota -> !quota.resolved()).findFirst()
                .map(quota -> Map.of("quota", List.of(quota.quota()), "order", List.of(String.join("\n", quota.tied())))).orElse(Map.of());
    }
}
