package asterism.query.web;

import asterism.events.BranchId;
import asterism.events.Label;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.FactsQuestion;
import asterism.query.history.HistoryQuestion.When;
import asterism.query.history.HistoryQuestion;
import asterism.query.rating.LineageQuestion.Step;
import asterism.query.rating.RatingQuestion.Rating;
import asterism.query.rating.RatingQuestion;
import asterism.query.rating.StarsQuestion.Held;
import asterism.query.rating.StarsQuestion;
import asterism.query.reading.Answer;
import asterism.query.web.Me.Person;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The branches and their stars, to look through. */
@Controller
class BranchPages {
    private static final int ROWS = 50;
    private static final List<String> ACTIONS = List.of("Downgrade", "SuspendStar", "ReinstateStar", "WithdrawStar", "RequireCorrection",
            "ShowCorrection", "RecheckCorrection", "CloseSurveillance", "UpholdComplaint", "OpenSurveillance", "RecordVeto",
            "RecognisePractice",
            "NotePoints", "PairBranch", "LodgeAppeal");
    private final StarsQuestion stars;
    private final RatingQuestion ratings;
    private final HistoryQuestion history;
    private final FactsQuestion facts;
    private final ApplicationsQuestion applications;
    private final Words words;
    private final Me me;
    private final ZoneId zone;

    BranchPages(StarsQuestion stars, RatingQuestion ratings, HistoryQuestion history, FactsQuestion facts,
                ApplicationsQuestion applications, Words words, Me me, @Value("${asterism.zone:Asia/Shanghai}") ZoneId zone) {
        this.stars = stars;
        this.ratings = ratings;
        this.history = history;
        this.facts = facts;
        this.applications = applications;
        this.words = words;
        this.me = me;
        this.zone = zone;
    }

    /** A line of the list. */
    public record Row(
            String branch, Label name, Label agency, @Nullable String level, @Nullable LocalDate from, @Nullable Instant recordedAt,
            @Nullable String because) {

        static Row of(Held held) {
            return new Row(held.branch(), new Label(held.zh(), held.en()), new Label(held.bodyZh(), held.bodyEn()), held.level(),
                    held.since(), held.recordedAt(), held.because());
        }
    }

    /** What a reorganisation was to a branch. */
    public record Kin(String kind, String role, String other, Label name, @Nullable Label was, @Nullable Label now, String approval,
                      LocalDate fromDay, Instant recordedAt) {

        static Kin of(Step step) {
            return new Kin(step.kind(), step.role(), step.other(), new Label(step.otherZh(), step.otherEn()),
                    label(step.wasZh(), step.wasEn()), label(step.nowZh(), step.nowEn()), step.approval(), step.fromDay(),
                    step.recordedAt());
        }

        private static @Nullable Label label(@Nullable String zh, @Nullable String en) {
            return zh == null || en == null ? null : new Label(zh, en);
        }
    }

    /** How many branches hold a level. */
    public record Count(@Nullable String level, String code, long branches) {

        static Count of(StarsQuestion.Count count) {
            return new Count(count.level(), count.level() == null ? BranchFilter.UNRATED : count.level(), count.branches());
        }
    }

    /** A body a list can be narrowed to. */
    public record Agency(String id, Label name) {
    }

    @GetMapping("/")
    String branches(
            @RequestParam(name = "q", required = false) @Nullable String name, @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String level, @RequestParam(required = false) @Nullable String after, Model model) {
        BranchFilter filter = BranchFilter.of(name, agency, level, after);
        Answer<StarsQuestion.Found> found = stars.find(
                new StarsQuestion.Wanted(filter.name(), filter.agency(), filter.level(), filter.after(), ROWS));
        String next = found.answer().page().next();
        model.addAttribute("filter", filter)
                .addAttribute("counts", found.answer().counts().stream().map(Count::of).toList())
                .addAttribute("rows", found.answer().page().items().stream().map(Row::of).toList())
                .addAttribute("next", next == null ? null : filter.following(next))
                .addAttribute("agencies", agencies())
                .addAttribute("stand", found.at());
        return "branches";
    }

    /**
     * One branch: the star it holds, how it came to it, and what was decided.
     *
     * @param on    the day asked about, today where none
     * @param known the day as of whose end it is told, now where none
     */
    @GetMapping("/branches/{branch}")
    String branch(
            @PathVariable String branch,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate known,
            @Nullable Principal principal, Model model) {
        Answer<StarsQuestion.Told> told = stars.told(branch);
        StarsQuestion.Told story = told.answer();
        List<@Nullable String> levels = new ArrayList<>(story.levels());
        levels.addFirst(null);
        List<StarsQuestion.Stretch> stretches = known == null ? story.stretches() : asKnown(branch, known);
        LocalDate day = on == null ? told.at().today() : on;
        Rating rating = ratings.rating(branch).answer();
        model.addAttribute("branch", Row.of(story.held()))
                .addAttribute("stretches", stretches).addAttribute("on", on).addAttribute("known", known)
                .addAttribute("then", new Then(day, stretches.stream().filter(stretch -> !stretch.fromDay().isAfter(day)
                        && (stretch.until() == null || stretch.until().isAfter(day))).findFirst().orElse(null)))
                .addAttribute("decisions", story.decisions())
                .addAttribute("lineage", story.lineage().stream().map(Kin::of).toList())
                .addAttribute("endedOn", story.held().endedOn())
                .addAttribute("levels", levels)
                .addAttribute("reply", rating.reply()).addAttribute("until", rating.until())
                .addAttribute("stand", told.at());
        Person person = me.on(principal, told.at().today());
        if (person.id() != null) {
            BranchId id = new BranchId(branch);
            model.addAttribute("notes", Notes.of(facts.told("standing/" + branch).answer(), words))
                    .addAttribute("cases", applications.of(branch).answer())
                    .addAttribute("actions", ACTIONS.stream().filter(command -> person.may(command, id)).toList());
        }
        return "branch";
    }

    /** What held on a day, as it is told. */
    public record Then(LocalDate day, StarsQuestion.@Nullable Stretch stretch) {
    }

    private List<StarsQuestion.Stretch> asKnown(String branch, LocalDate day) {
        When then = new When(null, day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1), null);
        return history.history(branch, then).answer().stretches().stream().map(stretch -> new StarsQuestion.Stretch(stretch.level(),
                stretch.from(), stretch.until(), stretch.because(), stretch.recordedAt())).toList();
    }

    private List<Agency> agencies() {
        return ratings.bodies().answer().stream().filter(body -> body.kind().equals("AGENCY"))
                .map(body -> new Agency(body.body(), new Label(body.zh(), body.en()))).toList();
    }
}
