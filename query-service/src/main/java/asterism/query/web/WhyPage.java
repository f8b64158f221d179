package asterism.query.web;

import asterism.events.BranchId;
import asterism.query.difference.DifferenceQuestion;
import asterism.query.difference.DifferenceQuestion.Between;
import asterism.query.rating.StarsQuestion;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.why.WhyQuestion;
import asterism.query.why.WhyQuestion.Reasons;
import java.security.Principal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Why a branch holds its star, down to the facts, and what made it another one than before. */
@Controller
class WhyPage {
    private final WhyQuestion why;
    private final DifferenceQuestion differences;
    private final StarsQuestion stars;
    private final Words words;

    WhyPage(WhyQuestion why, DifferenceQuestion differences, StarsQuestion stars, Words words) {
        this.why = why;
        this.differences = differences;
        this.stars = stars;
        this.words = words;
    }

    /**
     * The tree of reasons and the parts of the change.
     *
     * @param on    the day of the star, today where none
     * @param since the day of the star it is compared with, a year earlier where none
     */
    @GetMapping("/branches/{branch}/why")
    String why(
            @PathVariable String branch,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            @Nullable Principal person, Model model) {
        BranchId id = new BranchId(branch);
        Answer<Reasons> reasons = why.why(id.value(), new Clocks(on, null, null, null), person);
        LocalDate day = reasons.answer().validAt();
        LocalDate before = since == null ? day.minusYears(1) : since;
        model.addAttribute("branch", BranchPages.Row.of(stars.told(id.value()).answer().held()))
                .addAttribute("star", Reason.of(reasons.answer().star(), words)).addAttribute("named", reasons.answer().named())
                .addAttribute("on", day).addAttribute("since", before)
                .addAttribute("change", differences.why(id.value(), new Between(before, day, null, reasons.answer().asOfPosition(), null))
                        .answer())
                .addAttribute("stand", reasons.at());
        return "why";
    }
}
