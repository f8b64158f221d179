package asterism.query.web;

import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.Label;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.ApplicationsQuestion.Head;
import asterism.query.applications.Dossier;
import asterism.query.applications.Dossier.NoticeDays;
import asterism.query.applications.FactsQuestion;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.course.Stage;
import asterism.query.notices.NoticesQuestion;
import asterism.query.notices.NoticesQuestion.Notice;
import asterism.query.reading.Answer;
import asterism.query.reading.At;
import asterism.query.reading.Refused;
import asterism.query.schemes.SchemesQuestion;
import asterism.query.web.asking.Drawing;
import asterism.query.web.asking.Form;
import asterism.query.web.asking.Forms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Public notices, each with its own page and a way to object; and the certificate of a star, to be printed. */
@Controller
class NoticePages {
    private final NoticesQuestion notices;
    private final ApplicationsQuestion applications;
    private final FactsQuestion facts;
    private final SchemesQuestion schemes;
    private final Drawing drawing;
    private final Logbook logbook;

    NoticePages(NoticesQuestion notices, ApplicationsQuestion applications, FactsQuestion facts, SchemesQuestion schemes,
                Drawing drawing, Logbook logbook) {
        this.notices = notices;
        this.applications = applications;
        this.facts = facts;
        this.schemes = schemes;
        this.drawing = drawing;
        this.logbook = logbook;
    }

    /** @param left days until the last day, that day not counted; 0 on the last day; meaningless while the days stand still */
    public record Row(Notice notice, Label name, long left) {
        static Row of(Notice notice, LocalDate today) {
            return new Row(notice, new Label(orId(notice.zh(), notice.branch()), orId(notice.en(), notice.branch())),
                    ChronoUnit.DAYS.between(today, notice.lastDay()));
        }
    }

    private static String orId(@Nullable String name, String id) {
        return name == null ? id : name;
    }

    @GetMapping("/notices")
    String notices(Model model) {
        Answer<List<Notice>> running = notices.running();
        model.addAttribute("rows", running.answer().stream().map(notice -> Row.of(notice, running.at().today())).toList())
                .addAttribute("checkpoint", logbook.checkpoint().orElse(null)).addAttribute("stand", running.at());
        return "notices";
    }

    /** What is published of one notice: the star decided, its days, how many objected; never what they wrote. */
    @GetMapping("/notices/{application}")
    String notice(@PathVariable String application, Model model) {
        Answer<ApplicationsQuestion.Course> course = applications.course(application);
        Head head = course.answer().application();
        Dossier dossier = dossier(application);
        NoticeDays notice = dossier.notice();
        LevelDecided decided = dossier.decided();
        if (notice == null || decided == null) {
            throw Refused.unknown("notice.unknown", "There is no such notice.");
        }
        LocalDate today = course.at().today();
        boolean open = head.stage() == Stage.PUBLIC_NOTICE && notice.takesObjections(today);
        Form form = Forms.of("RaiseObjection").orElseThrow();
        common(head, dossier, course.at(), model);
        model.addAttribute("notice", notice).addAttribute("decided", decided).addAttribute("open", open)
                .addAttribute("left", ChronoUnit.DAYS.between(today, notice.lastDay()))
                .addAttribute("awarded", award(dossier) != null)
                .addAttribute("checkpoint", logbook.checkpoint().orElse(null))
                .addAttribute("form", open ? drawing.empty(form, application) : null);
        return "notice";
    }

    /** The certificate of an awarded star: whoever holds it can check it against the checkpoint it names. */
    @GetMapping("/certificates/{application}")
    String certificate(@PathVariable String application, Model model) {
        Answer<ApplicationsQuestion.Course> course = applications.course(application);
        Dossier dossier = dossier(application);
        Told awarded = award(dossier);
        if (awarded == null) {
            throw Refused.unknown("certificate.unknown", "No star was awarded in this application.");
        }
        common(course.answer().application(), dossier, course.at(), model);
        model.addAttribute("awarded", awarded).addAttribute("award", (StarAwarded) awarded.event())
                .addAttribute("checkpoint", logbook.checkpoint().orElse(null));
        return "certificate";
    }

    private void common(Head head, Dossier dossier, At at, Model model) {
        model.addAttribute("head", head).addAttribute("dossier", dossier).addAttribute("stand", at)
                .addAttribute("branchName", head.name())
                .addAttribute("scheme", dossier.pin().flatMap(schemes::pinned).orElse(null));
    }

    private static @Nullable Told award(Dossier dossier) {
        return dossier.facts().stream().filter(told -> told.event() instanceof StarAwarded).findFirst().orElse(null);
    }

    private Dossier dossier(String application) {
        return new Dossier(facts.told("application/" + application).answer());
    }
}
