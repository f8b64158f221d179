package asterism.query.web;

import asterism.query.reading.Answer;
import asterism.query.worklist.WorklistQuestion;
import asterism.query.worklist.WorklistQuestion.Item;
import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the person who is signed in. */
@Controller
class WorklistPage {
    private final WorklistQuestion question;

    WorklistPage(WorklistQuestion question) {
        this.question = question;
    }

    @GetMapping("/worklist")
    String worklist(Principal person, Model model) {
        Answer<List<Item>> items = question.of(person.getName());
        model.addAttribute("items", items.answer()).addAttribute("stand", items.at());
        return "worklist";
    }
}
