package asterism.query.web;

import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion;
import asterism.query.reading.Answer;
import asterism.query.web.asking.Bulk;
import asterism.query.worklist.WorklistQuestion;
import asterism.query.worklist.WorklistQuestion.Item;
import asterism.query.worklist.WorklistQuestion.Waiting;
import java.security.Principal;
import java.util.List;
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

    WorklistPage(WorklistQuestion question, FactsQuestion facts) {
        this.question = question;
        this.facts = facts;
    }

    /** A part of the page, and how much stands in it. */
    public record Tab(String code, int count) {
    }

    /** Something the person had a hand in, and whom it waits for now. */
    public record Open(String subject, List<Waiting> waits) {
    }

    @GetMapping("/worklist")
    String worklist(@RequestParam(defaultValue = "todo") String show, @RequestParam(required = false) @Nullable String step,
                    Principal person, Model model) {
        Answer<List<Item>> items = question.of(person.getName());
        List<Line> done = facts.by("person/" + person.getName(), LOOKED_BACK).answer();
        List<Open> waiting = waiting(done, items.answer());
        model.addAttribute("show", Set.of("waiting", "done").contains(show) ? show : "todo").addAttribute("step", step)
                .addAttribute("tabs", List.of(new Tab("todo", items.answer().size()), new Tab("waiting", waiting.size()),
                        new Tab("done", done.size())))
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

    /** Cases and appeals the person acted in that wait for somebody else now. */
    private List<Open> waiting(List<Line> done, List<Item> mine) {
        Set<String> here = mine.stream().map(Item::subject).collect(Collectors.toSet());
        return done.stream().map(Line::stream).filter(stream -> stream.startsWith("application/") || stream.startsWith("appeal/"))
                .map(stream -> stream.substring(stream.indexOf('/') + 1)).distinct().filter(subject -> !here.contains(subject))
                .map(subject -> new Open(subject, question.waiting(subject).answer())).filter(open -> !open.waits().isEmpty())
                .limit(SHOWN).toList();
    }
}
