package asterism.query.web;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealOwnerReminded;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealEvent.AppealReminderSet;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.AppealEvent;
import asterism.events.ApplicationId;
import asterism.events.Label;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.applications.FactsQuestion.Wanted;
import asterism.query.applications.FactsQuestion.Written;
import asterism.query.applications.FactsQuestion;
import asterism.query.directory.WhoIsWho;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import asterism.query.web.Me.Person;
import asterism.query.web.asking.Drawing;
import asterism.query.web.asking.Drawn;
import asterism.query.web.asking.Forms;
import asterism.query.web.asking.Tokens;
import asterism.query.worklist.WorklistQuestion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of appeals, and each appeal with the steps of the committee and the panel. */
@Controller
class AppealPages {
    private static final int ROWS = 50;
    private final FactsQuestion facts;
    private final WorklistQuestion worklist;
    private final WhoIsWho who;
    private final Me me;
    private final Drawing drawing;
    private final Mailbox mailbox;
    private final Tokens tokens;

    AppealPages(FactsQuestion facts, WorklistQuestion worklist, WhoIsWho who, Me me, Drawing drawing, Mailbox mailbox,
                Tokens tokens) {
        this.facts = facts;
        this.worklist = worklist;
        this.who = who;
        this.me = me;
        this.drawing = drawing;
        this.mailbox = mailbox;
        this.tokens = tokens;
    }

    /** How far an appeal has come. */
    public enum State { LODGED, ADMITTED, INADMISSIBLE, DISMISSED, UPHELD }

    /**
     * An appeal in the register.
     *
     * @param refused the application in which the contested decision granted no star; none where a ledger holds the decision
     * @param items   what of the decision is contested; empty where all of it is
     */
    public record Entry(AppealLodged lodged, Told first, State state, Label branch, @Nullable ApplicationId refused, List<String> items) {
    }

    @GetMapping("/appeals")
    String register(@RequestParam(required = false) @Nullable Long before, Model model) {
        Answer<Page<Written>> found = facts.find(new Wanted(null, "appeal.lodged", null, null, null, null, before, ROWS));
        model.addAttribute("appeals", found.answer().items().stream().map(fact -> entry(facts.told(fact.line().stream()).answer()))
                .toList()).addAttribute("next", found.answer().next()).addAttribute("stand", found.at());
        return "appeals";
    }

    @GetMapping("/appeals/{appeal}")
    String appeal(@PathVariable String appeal, Principal principal, HttpServletRequest request, HttpServletResponse response, Model model) {
        Answer<List<Told>> told = facts.told("appeal/" + appeal);
        if (told.answer().isEmpty()) {
            throw Refused.unknown("appeal.unknown", "There is no such appeal.");
        }
        Entry entry = entry(told.answer());
        Person person = me.on(principal, told.at().today());
        AppealAdmitted admitted = told.answer().stream().map(Told::event).filter(AppealAdmitted.class::isInstance)
                .map(AppealAdmitted.class::cast).reduce((_, later) -> later).orElse(null);
        List<Drawn> forms = steps(entry.state(), admitted, person).filter(command -> person.may(command, entry.lodged().branch()))
                .flatMap(command -> Forms.of(command).stream()).map(form -> drawing.empty(form, appeal)).toList();
        model.addAttribute("entry", entry).addAttribute("told", told.answer().reversed()).addAttribute("admitted", admitted)
                .addAttribute("left", admitted == null || entry.state() != State.ADMITTED ? null
                        : ChronoUnit.DAYS.between(told.at().today(), admitted.answerBy()))
                .addAttribute("forms", forms)
                .addAttribute("deliveries", mailbox.about("appeal/" + appeal, tokens.of(request, response)))
                .addAttribute("names", who.names())
                .addAttribute("waiting", worklist.waiting(appeal).answer()).addAttribute("stand", told.at());
        return "appeal";
    }

    private static Stream<String> steps(State state, @Nullable AppealAdmitted admitted, Person person) {
        return switch (state) {
            case LODGED -> Stream.of("AdmitAppeal", "FindInadmissible");
            case ADMITTED -> admitted != null && admitted.panel().stream().anyMatch(member -> person.is(member.value()))
                    ? Stream.of("UpholdAppeal", "ReplaceDecision", "DismissAppeal") : Stream.of("SubmitAppealEvidence");
            case INADMISSIBLE, DISMISSED, UPHELD -> Stream.of();
        };
    }

    private Entry entry(List<Told> told) {
        AppealLodged lodged = (AppealLodged) told.getFirst().event();
        State state = told.stream().map(Told::event).map(AppealEvent.class::cast).flatMap(event -> state(event).stream())
                .reduce((_, later) -> later)
                .orElse(State.LODGED);
        ApplicationId refused = told.stream().map(Told::event).filter(AppealAgainstRefusal.class::isInstance)
                .map(event -> ((AppealAgainstRefusal) event).application()).findFirst().orElse(null);
        List<String> items = told.stream().map(Told::event).filter(AppealConfined.class::isInstance)
                .map(event -> ((AppealConfined) event).items()).findFirst().orElse(List.of());
        return new Entry(lodged, told.getFirst(), state, who.directory().name(lodged.branch()), refused, items);
    }

    /** The state a fact leads to; empty where the appeal stays where it is. */
    private static Optional<State> state(AppealEvent event) {
        return switch (event) {
            case AppealLodged _ -> Optional.of(State.LODGED);
            case AppealAdmitted _ -> Optional.of(State.ADMITTED);
            case AppealFoundInadmissible _ -> Optional.of(State.INADMISSIBLE);
            case AppealDismissed _ -> Optional.of(State.DISMISSED);
            case AppealUpheld _, AppealDecisionReplaced _ -> Optional.of(State.UPHELD);
            case AppealCarriedFurther _, AppealEvidenceSubmitted _, AppealEffectStayed _, AppealAnswerOverdue _,
                 AppealAnswerRecounted _, AppealReaddressed _, AppealReminderSet _, AppealOwnerReminded _,
                 AppealAgainstRefusal _, AppealConfined _, RefusalFell _ -> Optional.empty();
        };
    }
}
