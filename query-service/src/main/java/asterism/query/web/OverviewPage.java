package asterism.query.web;

import asterism.events.Label;
import asterism.query.dashboard.DashboardQuestion;
import asterism.query.dashboard.DashboardQuestion.Move;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.dashboard.DashboardQuestion.Share;
import asterism.query.reading.Answer;
import asterism.query.worklist.WorklistQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The county in numbers: stars by agency, how they moved between two days, how far the rounds are, what is late. */
@Controller
class OverviewPage {
    private static final Comparator<@Nullable String> HIGHEST_FIRST = Comparator.nullsLast(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()).reversed());
    private final DashboardQuestion dashboard;
    private final WorklistQuestion worklist;

    OverviewPage(DashboardQuestion dashboard, WorklistQuestion worklist) {
        this.dashboard = dashboard;
        this.worklist = worklist;
    }

    /** A body of the table: as many counts as there are levels, and their sum. */
    public record Line(String id, Label name, List<Integer> counts, int all) {
    }

    /**
     * The overview of a day; the address says which, so that it can be kept and shown elsewhere.
     *
     * @param on   stars of this day, today where none
     * @param from the day to compare with, a year earlier where none
     */
    @GetMapping({"/overview", "/distribution"})
    String overview(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from, Model model) {
        Answer<List<Share>> shares = dashboard.distribution(on);
        LocalDate day = on == null ? shares.at().today() : on;
        LocalDate before = from == null ? day.minusYears(1) : from;
        List<@Nullable String> levels = shares.answer().stream().<@Nullable String>map(Share::level).distinct()
                .sorted(HIGHEST_FIRST).toList();
        List<Line> lines = lines(shares.answer(), levels);
        List<Move> moves = dashboard.moves(before, day).answer();
        List<Round> rounds = dashboard.rounds().answer();
        model.addAttribute("levels", levels).addAttribute("lines", lines).addAttribute("together", together(lines, levels.size()))
                .addAttribute("all", lines.stream().mapToInt(Line::all).sum()).addAttribute("on", day).addAttribute("from", before)
                .addAttribute("moves", moves).addAttribute("changed", moves.stream().filter(move -> !Objects.equals(move.was(), move.now()))
                        .mapToInt(Move::branches).sum())
                .addAttribute("rounds", rounds).addAttribute("open", worklist.open().answer()).addAttribute("stand", shares.at());
        return "overview";
    }

    private static List<Line> lines(List<Share> shares, List<@Nullable String> levels) {
        Map<String, List<Share>> bodies = new TreeMap<>();
        shares.forEach(share -> bodies.computeIfAbsent(share.body(), _ -> new ArrayList<>()).add(share));
        return bodies.values().stream().map(of -> {
            Share any = of.getFirst();
            List<Integer> counts = levels.stream().map(level -> of.stream().filter(share -> Objects.equals(share.level(), level))
                    .mapToInt(Share::branches).sum()).toList();
            return new Line(any.body(), new Label(any.zh() == null ? any.body() : any.zh(), any.en() == null ? any.body() : any.en()),
                    counts, counts.stream().mapToInt(Integer::intValue).sum());
        }).toList();
    }

    private static List<Integer> together(List<Line> lines, int levels) {
        return IntStream.range(0, levels).mapToObj(i -> lines.stream().mapToInt(line -> line.counts().get(i)).sum()).toList();
    }
}
