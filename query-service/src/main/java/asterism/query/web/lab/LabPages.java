package asterism.query.web.lab;

import asterism.events.BodyId;
import asterism.events.RoundId;
import asterism.query.dashboard.DashboardQuestion;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.directory.WhoIsWho;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Refused;
import asterism.query.schemes.SchemesQuestion;
import asterism.query.web.Me;
import asterism.query.web.Me.Person;
import asterism.query.web.Words;
import asterism.query.web.lab.Supposed.Kind;
import asterism.query.whatif.Result;
import asterism.query.whatif.WhatIfQuestion;
import asterism.query.whatif.WhatIfQuestion.Shown;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The what-if lab: what is supposed, what came out, and the reports that are kept. */
@Controller
class LabPages {
    private static final int REPORTS = 20;
    private final WhatIfQuestion whatIf;
    private final DashboardQuestion dashboard;
    private final SchemesQuestion schemes;
    private final Choices choices;
    private final WhoIsWho who;
    private final Me me;
    private final Words words;
    private final ZoneId zone;

    LabPages(WhatIfQuestion whatIf, DashboardQuestion dashboard, SchemesQuestion schemes, Choices choices, WhoIsWho who, Me me,
             Words words, @Value("${asterism.zone:Asia/Shanghai}") ZoneId zone) {
        this.whatIf = whatIf;
        this.dashboard = dashboard;
        this.schemes = schemes;
        this.choices = choices;
        this.who = who;
        this.me = me;
        this.words = words;
        this.zone = zone;
    }

    /** A report of the list, with what was supposed in it. */
    public record Kept(Shown shown, ChangeSet set) {
    }

    /** @param given the round, what is supposed of it, and, where something is added, its kind and parts */
    @GetMapping("/what-if")
    String lab(@RequestParam MultiValueMap<String, String> given, Principal principal, HttpServletResponse response, Model model) {
        Answer<List<Round>> rounds = dashboard.rounds(Clocks.NOW);
        Round round = round(given.getFirst("round"), rounds, principal);
        ChangeSet set = set(round, given);
        String kind = given.getFirst("kind");
        if (kind == null) {
            return page(set, round, rounds, null, principal, response, model);
        }
        Supposed more = Supposed.filled(Supposed.read(kind).kind(), given.getOrDefault("part", List.of()));
        return more.isWhole() ? "redirect:" + set.and(more).address() : page(set, round, rounds,
                Refused.bad("part", "what-if.incomplete", "Something is not filled in."), principal, response, model);
    }

    @PostMapping("/what-if")
    String ask(@RequestParam MultiValueMap<String, String> given, Principal principal, HttpServletResponse response, Model model) {
        Answer<List<Round>> rounds = dashboard.rounds(Clocks.NOW);
        Round round = round(given.getFirst("round"), rounds, principal);
        ChangeSet set = set(round, given);
        try {
            return "redirect:/what-if/" + whatIf.ask(set.json(zone), principal).report();
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.FORBIDDEN) {
                throw refused;
            }
            return page(set, round, rounds, refused, principal, response, model);
        }
    }

    /**
     * @param show {@code all}, {@code own} for those moved by what is supposed itself, {@code knock-on} for those only others move
     * @param from how many lines are left out
     */
    @GetMapping("/what-if/{report:[0-9a-f]{64}}")
    String report(@PathVariable String report, @RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "0") int from,
                  Principal principal, Model model) {
        Shown shown = whatIf.report(report, principal);
        ChangeSet set = ChangeSet.of(shown.question());
        Round round = dashboard.round(set.round(), Clocks.NOW).answer();
        Telling telling = telling(round);
        model.addAttribute("shown", shown).addAttribute("set", set).addAttribute("round", round).addAttribute("telling", telling)
                .addAttribute("asker", telling.person(shown.askedBy()))
                .addAttribute("findings", shown.result() == null ? null
                        : Findings.of(Result.of(shown.result()), telling, Findings.Part.of(show), Math.max(0, from)));
        return "what-if-report";
    }

    @PostMapping("/what-if/{report:[0-9a-f]{64}}/cancel")
    String cancel(@PathVariable String report, Principal principal) {
        return "redirect:/what-if/" + whatIf.cancel(report, principal).report();
    }

    private String page(ChangeSet set, Round round, Answer<List<Round>> rounds, @Nullable Refused problem, Principal principal,
                        HttpServletResponse response, Model model) {
        LocalDate today = rounds.at().today();
        Telling telling = telling(round);
        if (problem != null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("set", set).addAttribute("round", round).addAttribute("telling", telling).addAttribute("problem", problem)
                .addAttribute("rounds", mine(rounds, principal)).addAttribute("asks", choices.of(round, today, telling))
                .addAttribute("kept", whatIf.about(new RoundId(round.round()), principal, REPORTS).answer().stream()
                        .map(shown -> new Kept(shown, ChangeSet.of(shown.question()))).toList())
                .addAttribute("stand", rounds.at());
        return "what-if";
    }

    private static ChangeSet set(Round round, MultiValueMap<String, String> given) {
        return ChangeSet.of(round.round(), given.getOrDefault("suppose", List.of()));
    }

    /** The round asked about; the latest that the person may ask about where none is named. */
    private Round round(@Nullable String wanted, Answer<List<Round>> rounds, Principal principal) {
        if (wanted != null) {
            return rounds.answer().stream().filter(round -> round.round().equals(wanted)).findFirst()
                    .orElseThrow(() -> Refused.unknown("round.unknown", "There is no such round."));
        }
        return mine(rounds, principal).stream().findFirst().orElseThrow(() ->
                Refused.forbidden("policy.denied", "There is no round about which you may ask what if."));
    }

    private List<Round> mine(Answer<List<Round>> rounds, Principal principal) {
        Person person = me.on(principal, rounds.at().today());
        return rounds.answer().stream().filter(round -> person.may("AskWhatIf", new BodyId(round.office()))).toList();
    }

    private Telling telling(Round round) {
        return new Telling(words, who.names(), who.directory(), schemes.version(round.scheme(), round.version()).orElse(null));
    }
}
