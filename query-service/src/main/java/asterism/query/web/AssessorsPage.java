package asterism.query.web;

import asterism.query.dashboard.DashboardQuestion;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reliability.ReliabilityQuestion;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where assessors stand beside their panels: each sees their own place, and only who watches over them sees everybody's. */
@Controller
class AssessorsPage {
    private final DashboardQuestion dashboard;
    private final ReliabilityQuestion reliability;

    AssessorsPage(DashboardQuestion dashboard, ReliabilityQuestion reliability) {
        this.dashboard = dashboard;
        this.reliability = reliability;
    }

    @GetMapping("/rounds/{id}/assessors")
    String assessors(@PathVariable String id, Principal principal, Model model) {
        Answer<Round> round = dashboard.round(id, Clocks.NOW);
        model.addAttribute("round", round.answer()).addAttribute("assessors", reliability.assessors(id, principal).answer())
                .addAttribute("stand", round.at());
        return "assessors";
    }
}
