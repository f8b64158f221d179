package asterism.query.web;

import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationId;
import asterism.events.Evidence;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.query.applications.ApplicationsQuestion.Contribution;
import asterism.query.applications.ApplicationsQuestion.Head;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.Dossier;
import asterism.query.applications.FactsQuestion;
import asterism.query.directory.WhoIsWho;
import asterism.query.facts.Importance;
import asterism.query.reading.Answer;
import asterism.query.reading.Refused;
import asterism.query.schemes.Rubric;
import asterism.query.schemes.SchemesQuestion;
import asterism.query.web.Me.Person;
import asterism.query.web.asking.CommandApi;
import asterism.query.web.asking.Drawing;
import asterism.query.web.asking.Drawn;
import asterism.query.web.asking.Forms;
import asterism.query.web.asking.Tokens;
import asterism.query.worklist.WorklistQuestion;
import asterism.rating.Scheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.http.HttpResponse;
import java.security.Principal;
import asterism.query.course.Stage;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The workspace of a case: what was handed in, the rubric beside it, what was found, the next step as a form, and what happened. */
@Controller
@RequestMapping("/cases/{application}")
class CasePages {
    private final ApplicationsQuestion applications;
    private final FactsQuestion facts;
    private final SchemesQuestion schemes;
    private final WorklistQuestion worklist;
    private final WhoIsWho who;
    private final Me me;
    private final Drawing drawing;
    private final CommandApi commands;
    private final Tokens tokens;
    private final Mailbox mailbox;
    private final Words words;

    CasePages(ApplicationsQuestion applications, FactsQuestion facts, SchemesQuestion schemes, WorklistQuestion worklist, WhoIsWho who,
              Me me, Drawing drawing, CommandApi commands, Tokens tokens, Mailbox mailbox, Words words) {
        this.applications = applications;
        this.facts = facts;
        this.schemes = schemes;
        this.worklist = worklist;
        this.who = who;
        this.me = me;
        this.drawing = drawing;
        this.commands = commands;
        this.tokens = tokens;
        this.mailbox = mailbox;
        this.words = words;
    }

    /** An assessor of the panel and how far they are: {@code WAITING}, {@code SEALED}, {@code OPEN}, or {@code OUTDATED} by newer files. */
    public record Assessor(String id, String name, boolean lead, String state) {
    }

    @GetMapping
    String workspace(@PathVariable String application, @RequestParam(name = "facts", required = false) @Nullable String wanted,
                     Principal principal, HttpSession session, HttpServletRequest request, HttpServletResponse response, Model model) {
        Answer<ApplicationsQuestion.Course> course = applications.course(application);
        Head head = course.answer().application();
        ApplicationId id = id(application);
        Person person = me.on(principal, course.at().today());
        boolean mayRead = person.may("ReadEvidence", id.branch());
        boolean mustDeclare = mayRead && Declared.isLacking(person, session, application);
        model.addAttribute("head", head).addAttribute("stand", course.at()).addAttribute("mayRead", mayRead)
                .addAttribute("branchName", head.name()).addAttribute("mustDeclare", mustDeclare)
                .addAttribute("waiting", worklist.waiting(application).answer());
        if (mayRead && !mustDeclare) {
            table(head, id, person, new Dossier(facts.told("application/" + application).answer()), least(wanted), model);
            model.addAttribute("owed", owed(course.answer().contributions(), (Scheme) model.getAttribute("scheme")));
            model.addAttribute("deliveries", mailbox.about("application/" + application, tokens.of(request, response)));
        }
        return "case";
    }

    private void table(Head head, ApplicationId id, Person person, Dossier dossier, Importance least, Model model) {
        String kind = person.directory().branch(id.branch()).map(branch -> branch.kind()).orElse("");
        Rubric rubric = dossier.pin().flatMap(schemes::pinned).map(scheme -> Rubric.of(scheme, kind)).orElse(new Rubric(List.of()));
        List<Drawn> forms = Stream.concat(Journey.open(head.stage(), dossier, rubric, person, id.branch()).stream()
                .flatMap(command -> Forms.of(command).stream()).map(form -> drawing.empty(form, head.application())),
                appeal(head, person, id)).toList();
        WhoIsWho.Names names = who.names();
        model.addAttribute("dossier", dossier).addAttribute("rubric", rubric).addAttribute("forms", forms)
                .addAttribute("panel", panel(dossier, names)).addAttribute("least", least).addAttribute("names", names)
                .addAttribute("scheme", dossier.pin().flatMap(schemes::pinned).orElse(null))
                .addAttribute("changes", Revision.between(dossier.versions()))
                .addAttribute("mayAnswer", person.may("DismissObjection", id.branch()))
                .addAttribute("lines", dossier.facts().reversed().stream()
                        .filter(told -> told.line().importance().compareTo(least) <= 0).toList());
    }

    private List<Owed> owed(List<Contribution> contributions, @Nullable Scheme scheme) {
        return contributions.stream().filter(Owed::isPart).map(part -> Owed.of(part, scheme, words)).toList();
    }

    /** Whoever got no star may appeal against that, from where it is told. */
    private Stream<Drawn> appeal(Head head, Person person, ApplicationId id) {
        return head.stage() != Stage.NOT_GRANTED || head.decision() == null || !person.may("LodgeAppeal", id.branch()) ? Stream.empty()
                : Forms.of("LodgeAppeal").stream().map(form -> drawing.filled(form, head.branch(),
                        Map.of("contested", List.of(head.decision()))));
    }

    /** How much is told: {@code turns} alone, the steps of the way with them, or {@code all} facts. */
    private static Importance least(@Nullable String wanted) {
        return "turns".equals(wanted) ? Importance.TURN : "all".equals(wanted) ? Importance.DETAIL : Importance.STEP;
    }

    private static List<Assessor> panel(Dossier dossier, WhoIsWho.Names names) {
        AssessorsAssigned assigned = dossier.panel();
        return assigned == null ? List.of() : assigned.assessors().stream()
                .map(person -> assessor(person, assigned, dossier, names)).toList();
    }

    private static Assessor assessor(PersonId person, AssessorsAssigned assigned, Dossier dossier, WhoIsWho.Names names) {
        String state = !dossier.scored().contains(person.value()) ? "WAITING" : dossier.outdated().contains(person.value()) ? "OUTDATED"
                : dossier.scores().isEmpty() ? "SEALED" : "OPEN";
        return new Assessor(person.value(), names.of(person.value()).orElse(person.value()), assigned.lead().equals(person), state);
    }

    /** Nobody looks at what they are to judge before they have said that nothing ties them to the branch. */
    @PostMapping("/declaration")
    String declare(@PathVariable String application, @RequestParam String tie, HttpSession session) {
        if (tie.equals("none")) {
            Declared.declare(session, id(application).toString());
            return "redirect:/cases/" + id(application);
        }
        return "redirect:/cases/" + id(application) + "/tie";
    }

    /** What to do for somebody whom something ties to the branch. */
    @GetMapping("/tie")
    String tied(@PathVariable String application, Model model) {
        Answer<ApplicationsQuestion.Course> course = applications.course(application);
        model.addAttribute("head", course.answer().application()).addAttribute("branchName", course.answer().application().name())
                .addAttribute("stand", course.at());
        return "case-tie";
    }

    /** A file of the case, as the command API gives it out to whoever asks. */
    @GetMapping("/files/{sha256}")
    ResponseEntity<byte[]> file(@PathVariable String application, @PathVariable String sha256, HttpServletRequest request,
                                HttpServletResponse response) {
        if (evidence(application).noneMatch(file -> file.sha256().equals(sha256))) {
            throw Refused.unknown("evidence.unknown", "There is no such file in this case.");
        }
        Optional<HttpResponse<byte[]>> found = commands.get("branches/" + id(application).branch() + "/files/" + sha256,
                tokens.of(request, response));
        if (found.isEmpty()) {
            return ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, "5").build();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(found.get().statusCode());
        Stream.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION, "X-Content-Type-Options", "Content-Security-Policy")
                .forEach(name -> found.get().headers().firstValue(name).ifPresent(value -> answer.header(name, value)));
        return answer.body(found.get().body());
    }

    private Stream<Evidence> evidence(String application) {
        return new Dossier(facts.told("application/" + id(application)).answer()).versions().stream()
                .flatMap(version -> version.evidence().stream());
    }

    private static ApplicationId id(String application) {
        try {
            return ApplicationId.of(application);
        } catch (InvalidValue e) {
            throw Refused.unknown("application.unknown", "There is no such application.");
        }
    }
}
