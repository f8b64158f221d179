package asterism.cli;

import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.rating.whatif.Known;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Facts of a round, written as lines: {@code day,what,branch,who,marks}. The number of a line is the position of its fact. */
final class StoryFacts {
    static final RoundId ROUND = new RoundId("r2025");
    private static final List<String> COLUMNS = List.of("day", "what", "branch", "who", "marks");
    private final List<Known> facts = new ArrayList<>();
    private final Map<BranchId, List<Scores>> scores = new HashMap<>();

    /** Reads the lines behind the heading. */
    static List<Known> read(List<String> lines) {
        StoryFacts read = new StoryFacts();
        lines.stream().map(line -> List.of(line.split(",", -1))).forEach(read::take);
        return List.copyOf(read.facts);
    }

    private void take(List<String> line) {
        if (line.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("a line of a story has " + COLUMNS + ": " + line);
        }
        LocalDate day = LocalDate.parse(line.getFirst());
        Event event = line.get(1).equals("allocated") ? new QuotaAllocated(ROUND, List.of(), 0, Sha256.of(""))
                : of(line.get(1), new BranchId(line.get(2)), line.get(3), marks(line.get(4)), day);
        facts.add(new Known(facts.size() + 1, event.effectiveOn(day), event));
    }

    private Event of(String what, BranchId branch, String who, List<Mark> marks, LocalDate day) {
        ApplicationId application = new ApplicationId(ROUND, branch);
        return switch (what) {
            case "registered" -> new BranchRegistered(branch, new BodyId("agency"), "none", new Label(branch.value(), branch.value()), day);
            case "merged" -> new BranchesMerged(branch, List.of(new BranchId(who)), "Order 12", day);
            case "panel" -> {
                List<PersonId> panel = Stream.of(who.split(";")).map(PersonId::new).toList();
                yield new AssessorsAssigned(application, panel, panel.getFirst());
            }
            case "visit" -> new SiteVisitCompleted(application, day, "", marks);
            case "survey" -> new SurveyClosed(application, 40, 40, marks);
            case "scores" -> {
                scores.computeIfAbsent(branch, _ -> new ArrayList<>()).add(new Scores(new PersonId(who), marks));
                yield new ScoresSubmitted(application, new PersonId(who), 1, Secret.of(application, List.of()));
            }
            case "opened" -> new ScoresOpened(application, List.copyOf(scores.getOrDefault(branch, List.of())));
            case "moderated" -> new ScoreModerated(application, new PersonId(who), marks.getFirst().input(), "", marks.getFirst().cell());
            case "proposed" -> new LevelProposed(application, new Computed("RATED", new Level("1"), "as computed"));
            default -> throw new IllegalArgumentException("nothing in a story is called " + what);
        };
    }

    private static List<Mark> marks(String cells) {
        return Stream.of(cells.split(";")).filter(cell -> !cell.isEmpty()).map(cell -> cell.split("=", 2))
                .map(mark -> new Mark(mark[0], mark[1])).toList();
    }
}
