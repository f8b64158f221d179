package asterism.query.web;

import asterism.events.BranchId;
import asterism.events.Label;
import asterism.policy.Directory;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion;
import asterism.query.directory.WhoIsWho;
import asterism.query.reading.Answer;
import asterism.query.web.Mailbox.Letter;
import asterism.query.web.Mailbox.Mine;
import asterism.query.web.asking.Bulk;
import asterism.query.web.asking.Tokens;
import asterism.query.worklist.WorklistQuestion.Item;
import asterism.query.worklist.WorklistQuestion.Waiting;
import asterism.query.worklist.WorklistQuestion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for the person who is signed in, what they wait for, and what they have done. */
@Controller
class WorklistPage {
    private static final int LOOKED_BACK = 200;
    private static final int SHOWN = 100;
    private final WorklistQuestion question;
    private final FactsQuestion facts;
    private final Mailbox mailbox;
    private final Tokens tokens;
    private final WhoIsWho who;

    WorklistPage(WorklistQuestion question, FactsQuestion facts, Mailbox mailbox, Tokens tokens, WhoIsWho who) {
        this.question = question;
        this.facts = facts;
        this.mailbox = mailbox;
        this.tokens = tokens;
        this.who = who;
    }

    /** A part of the page, and how much stands in it. */
    public record Tab(String code, int count) {
    }

    /** Something the person was told, about a branch. */
    public record Told(Letter letter, Label branch) {
    }

    /** Something the person had a hand in, and whom it waits for now. */
    public record Open(String subject, List<Waiting> waits) {
    }

    @GetMapping("/worklist")
    String worklist(@RequestParam(defaultValue = "todo") String show, @RequestParam(required = false) @Nullable String step,
                    Principal person, HttpServletRequest request, HttpServletResponse response, Model model) {
        Answer<List<Item>> items = question.of(person.getName());
        List<Line> done = facts.by("person/" + person.getName(), LOOKED_BACK).answer();
        List<Open> waiting = waiting(done, items.answer());
        Optional<String> token = tokens.of(request, response);
        Optional<Mine> told = mailbox.mine(token);
        if (show.equals("told")) {
            told.filter(mine -> mine.unseen() > 0).flatMap(mine -> mine.letters().stream().findFirst())
                    .ifPresent(newest -> mailbox.seen(newest.position(), token));
        }
        model.addAttribute("show", Set.of("waiting", "done", "told").contains(show) ? show : "todo").addAttribute("step", step)
                .addAttribute("tabs", List.of(new Tab("todo", items.answer().size()), new Tab("waiting", waiting.size()),
                        new Tab("done", done.size()), new Tab("told", told.map(mine -> (int) mine.unseen()).orElse(0))))
                .addAttribute("told", told.map(Mine::letters).map(this::told).orElse(null))
                .addAttribute("steps", items.answer().stream().map(Item::step).distinct().toList())
                .addAttribute("items", items.answer().stream().filter(item -> step == null || step.isEmpty() || item.step().equals(step))
                        .toList())
                .addAttribute("bulkable", items.answer().stream()
                        .collect(Collectors.groupingBy(Item::step, Collectors.counting())).entrySet().stream()
                        .anyMatch(each -> each.getValue() > 1 && Bulk.isFor(each.getKey())))
                .addAttribute("bulk", step != null && Bulk.isFor(step))
                .addAttribute("waiting", waiting).addAttribute("done", done.stream().limit(SHOWN).toList())
                .addAttribute("stand", items.at());
        return "worklist";
    }

    private List<Told> told(List<Letter> letters) {
        Directory directory = who.directory();
        return letters.stream().map(letter -> new Told(letter, directory.name(new BranchId(letter.branch())))).toList();
    }

    /** Cases and appeals the person acted in that wait for somebody else now. */
    private List<Open> waiting(List<Line> done, List<Item> mine) {
        Set<String> here = mine.stream().map(Item::subject).collect(Collectors.toSet());
        return done.stream().map(Line::stream).filter(stream -> stream.startsWith("application/") || stream.startsWith("appeal/"))
                .map(stream -> stream.substring(stream.indexOf('/') + 1)).distinct().filter(subject -> !here.contains(subject))
                .map(subject -> new Open(subject, question.waiting(subject).answer())).filter(open -> !open.waits().isEmpty())
                .limit(SHOWN).toList();
    }
}
