package asterism.query.web;

import asterism.events.Label;
import asterism.query.rating.StarsQuestion;
import asterism.query.rating.StarsQuestion.Group;
import asterism.query.reading.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How many branches of each agency hold which star. */
@Controller
class DistributionPage {
    private static final String UNRATED = "";
    private final StarsQuestion stars;

    DistributionPage(StarsQuestion stars) {
        this.stars = stars;
    }

    /** A line of the table: as many counts as there are levels, and their sum. */
    public record Line(String id, Label name, List<Long> counts, long all) {

        static Line of(Group group, List<String> codes) {
            List<Long> counts = codes.stream().map(code -> group.branches().getOrDefault(code, 0L)).toList();
            return new Line(group.body(), new Label(group.zh(), group.en()), counts, sum(counts));
        }
    }

    @GetMapping("/distribution")
    String distribution(Model model) {
        Answer<List<Group>> groups = stars.groups();
        List<String> codes = groups.answer().stream().flatMap(group -> group.branches().keySet().stream()).distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())).toList();
        List<Line> lines = groups.answer().stream().map(group -> Line.of(group, codes)).toList();
        List<Long> together = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            int level = i;
            together.add(lines.stream().mapToLong(line -> line.counts().get(level)).sum());
        }
        model.addAttribute("lines", lines).addAttribute("together", together).addAttribute("all", sum(together))
                .addAttribute("levels", codes.stream().map(DistributionPage::level).toList()).addAttribute("stand", groups.at());
        return "distribution";
    }

    private static @Nullable String level(String code) {
        return code.equals(UNRATED) ? null : code;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
