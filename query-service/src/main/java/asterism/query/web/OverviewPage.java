package asterism.query.web;

import asterism.events.Label;
import asterism.query.course.Stage;
import asterism.query.dashboard.DashboardQuestion;
import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.dwell.DwellQuestion;
import asterism.query.dwell.DwellQuestion.Dwell;
import asterism.query.history.DistributionQuestion;
import asterism.query.history.DistributionQuestion.Share;
import asterism.query.history.FlowQuestion;
import asterism.query.history.FlowQuestion.Flow;
import asterism.query.listing.Listing;
import asterism.query.listing.Lists;
import asterism.query.listing.Wish;
import asterism.query.participation.ParticipationLists.OfRound;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Page;
import asterism.query.reliability.Agreements;
import asterism.query.worklist.WorklistQuestion;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
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
    private static final int ROUNDS = 5;
    private static final int WARMEST = 5;
    private final DistributionQuestion distribution;
    private final DashboardQuestion dashboard;
    private final WorklistQuestion worklist;
    private final DwellQuestion dwell;
    private final FlowQuestion flow;
    private final Lists lists;
    private final Listing<OfRound> turnouts;
    private final Agreements agreements;

    OverviewPage(DistributionQuestion distribution, DashboardQuestion dashboard, WorklistQuestion worklist, DwellQuestion dwell,
                 FlowQuestion flow, Lists lists, Listing<OfRound> turnouts, Agreements agreements) {
        this.distribution = distribution;
        this.dashboard = dashboard;
        this.worklist = worklist;
        this.dwell = dwell;
        this.flow = flow;
        this.lists = lists;
        this.turnouts = turnouts;
        this.agreements = agreements;
    }

    /**
     * How long cases stay in a stage, round by round.
     *
     * @param cells in the order of the rounds; none where no case of the round came there
     */
    public record Stay(Stage stage, List<@Nullable Warmth> cells) {
    }

    /** @param warmth from 0 to 5, of the longest median of all */
    public record Warmth(Dwell dwell, int warmth) {
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
    @GetMapping({"/overview", "/distribution", "/embed/overview"})
    String overview(
            HttpServletRequest request,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from, Model model) {
        Answer<List<Share>> shares = distribution.distribution(Clocks.on(on));
        LocalDate day = on == null ? shares.at().today() : on;
        LocalDate before = from == null ? day.minusYears(1) : from;
        List<@Nullable String> levels = shares.answer().stream().<@Nullable String>map(Share::level).distinct()
                .sorted(HIGHEST_FIRST).toList();
        List<Line> lines = lines(shares.answer(), levels);
        List<Flow> moves = flow.between(before, day, Clocks.NOW).answer();
        List<Round> rounds = dashboard.rounds(Clocks.NOW).answer();
        procedure(rounds, model);
        model.addAttribute("levels", levels).addAttribute("lines", lines).addAttribute("together", together(lines, levels.size()))
                .addAttribute("all", lines.stream().mapToInt(Line::all).sum()).addAttribute("on", day).addAttribute("from", before)
                .addAttribute("moves", moves).addAttribute("changed", moves.stream()
                        .filter(move -> !Objects.equals(move.fromLevel(), move.toLevel())).mapToInt(Flow::branches).sum())
                .addAttribute("rounds", rounds).addAttribute("open", worklist.open().answer()).addAttribute("stand", shares.at());
        return request.getRequestURI().startsWith("/embed/") ? "embed" : "overview";
    }

    /** How stars moved between the last two rounds that are over, how long cases stay, what is late, and how many took part. */
    private void procedure(List<Round> rounds, Model model) {
        List<Round> over = rounds.stream().filter(Round::closed).limit(2).toList();
        List<Round> last = rounds.stream().limit(ROUNDS).toList().reversed();
        over.stream().findFirst().ifPresent(round -> model.addAttribute("judged", round)
                .addAttribute("agreed", agreements.of(round.round()).orElse(null)));
        model.addAttribute("over", over.reversed())
                .addAttribute("between", over.size() < 2 ? List.of()
                        : flow.betweenRounds(over.getLast().round(), over.getFirst().round(), Clocks.NOW).answer())
                .addAttribute("lastRounds", last).addAttribute("stays", stays(last))
                .addAttribute("overdue", dwell.overdue(Clocks.NOW).answer())
                .addAttribute("turnouts", lists.ask(turnouts, Wish.first(Page.MOST, "")).answer().items().reversed());
    }

    private List<Stay> stays(List<Round> rounds) {
        Map<Stage, List<@Nullable Dwell>> byStage = new EnumMap<>(Stage.class);
        for (int at = 0; at < rounds.size(); at++) {
            for (Dwell found : dwell.dwell(rounds.get(at).round(), Clocks.NOW).answer()) {
                byStage.computeIfAbsent(found.stage(), _ -> new ArrayList<>(Collections.nCopies(rounds.size(), null))).set(at, found);
            }
        }
        double longest = byStage.values().stream().flatMap(List::stream).filter(Objects::nonNull)
                .mapToDouble(found -> found.median().doubleValue()).max().orElse(0);
        return byStage.entrySet().stream().map(row -> new Stay(row.getKey(), row.getValue().stream()
                .<@Nullable Warmth>map(found -> found == null ? null : new Warmth(found, longest == 0 ? 0
                        : (int) Math.round(WARMEST * found.median().doubleValue() / longest))).toList())).toList();
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
