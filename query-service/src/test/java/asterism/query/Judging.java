package asterism.query;

import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Evidence;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.RoundId;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.SchemeId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.LevelGranted;
import asterism.query.course.Case;
import asterism.rating.Outcome;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.TraceLine;
import asterism.rating.UnitRating;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cases judged by the 70/30 scheme, told as facts in few words. */
public final class Judging {
    public static final String EVIDENCE = "ab".repeat(32);
    private final Story story;
    private final String document;
    private final Scheme scheme;

    public Judging(Story story) {
        this(story, shipped());
    }

    /** By a text of one's own. */
    public Judging(Story story, String document) {
        this.story = story;
        this.document = document;
        scheme = SchemeReader.read(document).orThrow().getFirst();
        story.tell(new SchemeVersionPublished(new SchemeId(scheme.id()), scheme.version(), Sha256.of(document), document, List.of()));
    }

    public static String shipped() {
        try {
            return Files.readString(Path.of("../deploy/schemes/zoucheng-70-30.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One case.
     *
     * @param base points by assessor, in the order of the panel
     */
    public record Given(String round, String branch, Map<String, String> base, String deductions, String appraisal, String satisfaction) {
        ApplicationId application() {
            return new ApplicationId(new RoundId(round), new BranchId(branch));
        }

        private Row row(Scheme by, Map<String, String> scores) {
            return Case.row(by, "agency", Map.of("deductions", deductions, "appraisal", appraisal, "satisfaction", satisfaction),
                    scores.values().stream().map(cell -> Map.of("base", cell)).toList(), null);
        }
    }

    public static Given given(String round, String branch, String appraisal, String... assessorsAndPoints) {
        Map<String, String> base = new LinkedHashMap<>();
        for (int i = 0; i < assessorsAndPoints.length; i += 2) {
            base.put(assessorsAndPoints[i], assessorsAndPoints[i + 1]);
        }
        return new Given(round, branch, base, "0", appraisal, "90");
    }

    private static List<Mark> marks(String... named) {
        List<Mark> marks = new java.util.ArrayList<>();
        for (int i = 0; i < named.length; i += 2) {
            marks.add(new Mark(named[i], named[i + 1]));
        }
        return marks;
    }

    /** From the application to the proposal. */
    public Judging scored(Given given) {
        ApplicationId id = given.application();
        List<PersonId> panel = given.base().keySet().stream().map(PersonId::new).toList();
        Pin pin = new Pin(new SchemeId(scheme.id()), scheme.version(), Sha256.of(document), Sha256.of("local"));
        story.tell(new ApplicationStarted(id, pin), new SelfAssessmentRecorded(id, 1, marks("base", "99"),
                        List.of(new Evidence(EVIDENCE, "base", "台账")), "s"), new ApplicationSubmitted(id, null),
                new AssessorsAssigned(id, panel, panel.getFirst()),
                new SiteVisitCompleted(id, LocalDate.parse("2024-06-01"), "f",
                        marks("deductions", given.deductions(), "appraisal", given.appraisal())),
                new SurveyClosed(id, 40, 30, marks("satisfaction", given.satisfaction())));
        given.base().forEach((person, points) -> {
            story.by(person, null);
            story.tell(new ScoresSubmitted(id, new PersonId(person), 1, Secret.of(id, marks("base", points))));
        });
        story.by("p-office", null);
        story.tell(new ScoresOpened(id, given.base().entrySet().stream().map(score -> new Scores(new PersonId(score.getKey()),
                List.of(new Mark("base", score.getValue(), "why " + score.getKey())))).toList()));
        UnitRating rated = Rating.by(scheme).rateUnit(given.row(scheme, given.base()));
        story.tell(new ScoreComputed(id, computed(rated), trace(rated)), new LevelProposed(id, computed(rated)));
        return this;
    }

    /** The moderator replaces what one assessor gave. */
    public Judging moderated(Given given, String assessor, String after) {
        Map<String, String> scores = new LinkedHashMap<>(given.base());
        String before = String.valueOf(scores.put(assessor, after));
        UnitRating rated = Rating.by(scheme).rateUnit(given.row(scheme, scores));
        story.by("p-chair", "a slip");
        story.tell(new ScoreModerated(given.application(), new PersonId(assessor), "base", before, after));
        story.tell(new ScoreComputed(given.application(), computed(rated), trace(rated)),
                new LevelProposed(given.application(), computed(rated)));
        story.by("p-office", null);
        return this;
    }

    /** What the quotas make of these cases, each as it was given. */
    public Judging allocated(Given... cases) {
        List<Row> rows = List.of(cases).stream().map(each -> each.row(scheme, each.base())).collect(Collectors.toList());
        List<UnitRating> rated = Rating.by(scheme).rate(rows).units();
        for (int i = 0; i < cases.length; i++) {
            story.tell(new LevelAllocated(cases[i].application(), computed(rated.get(i)), "cd".repeat(32), trace(rated.get(i))));
        }
        return this;
    }

    /** The committee decides, the notice runs, and the star begins that day. */
    public Judging awarded(Given given, @Nullable String proposed, String level, String decision, String from) {
        ApplicationId id = given.application();
        LocalDate day = LocalDate.parse(from);
        story.tell(new LevelDecided(id, new DecisionId(decision), new Level(level), new Computed("RATED",
                        proposed == null ? null : new Level(proposed), "total"), List.of(new PersonId("p-member"))),
                new NoticePosted(id, day.minusDays(9), day.minusDays(1), false), new NoticeClosed(id),
                new StarAwarded(id, new DecisionId(decision), new Level(level), day),
                new LevelGranted(new BranchId(given.branch()), new DecisionId(decision), id, new Level(level), Change.FIRST, day, null));
        return this;
    }

    private static Computed computed(UnitRating unit) {
        return new Computed(unit.outcome().word(), unit.outcome() instanceof Outcome.Rated rated ? new Level(rated.level()) : null,
                unit.outcome().reason());
    }

    private static List<String> trace(UnitRating unit) {
        return unit.trace().stream().map(TraceLine::json).toList();
    }
}
