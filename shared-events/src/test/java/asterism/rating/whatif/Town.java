package asterism.rating.whatif;

import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Evidence;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.rating.LocalRules;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A round with random scores, moderation, evidence, stars held before, a downgrade and a merger; the same seed gives the same. What is left
 * out of it was never recorded: the draws of everything else stay as they are.
 */
final class Town {
    static final RoundId ROUND = new RoundId("r2025");
    static final LocalDate MERGED = LocalDate.of(2025, 11, 10);
    static final BranchId MERGER = branch(2);
    static final BranchId GONE = branch(3);
    static final BranchId LOWERED = branch(5);
    private static final int BRANCHES = 30;
    private static final String DOCUMENT = read("zoucheng-70-30.yaml")
            .replace("inputs:\n", "inputs:\n  held: {type: level, source: prior_level, missing: allowed, label: {zh: 原星级, en: Held}}\n")
            .replace("cohort:\n  scope", "  - id: one_step\n    label: {zh: 逐级, en: One step}\n    if: {name: held, missing: false}\n"
                    + "    limit: {on: level, at_most: {name: held, plus: 1}}\ncohort:\n  scope");

    private static final Scheme SCHEME = scheme("", "");
    private static final Procedure PROCEDURE = LocalRules.read(read("zoucheng-70-30.local-rules.yaml")).effective(SCHEME).orElseThrow()
            .procedure();

    private final Random random;
    private final List<Known> facts = new ArrayList<>();
    private LocalDate day = LocalDate.of(2024, 12, 16);
    /** Assessors who are on no panel. */
    final Set<PersonId> absent = new HashSet<>();
    /** Marks nobody gave, as {@code branch assessor input} or {@code branch input}. */
    final Set<String> ungiven = new HashSet<>();
    /** Kinds of facts that were never recorded, for one branch each. */
    final Set<String> unrecorded = new HashSet<>();
    Level inherited = new Level("2");
    /** What is recorded of a branch on the day before it is merged into another. */
    final List<Event> before = new ArrayList<>();

    Town(long seed) {
        random = new Random(seed);
    }

    static BranchId branch(int number) {
        return new BranchId("b%02d".formatted(number));
    }

    static PersonId assessor(int number) {
        return new PersonId("a" + number);
    }

    static Scheme scheme(String first, String by, String... changes) {
        String text = first.isEmpty() ? DOCUMENT : DOCUMENT.replace(first, by);
        for (int i = 0; i < changes.length; i += 2) {
            text = text.replace(changes[i], changes[i + 1]);
        }
        return SchemeReader.read(text).orThrow().getFirst();
    }

    static Scheme scheme() {
        return SCHEME;
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of("..", "deploy", "schemes", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Inputs inputs(Scheme scheme) {
        play();
        return Inputs.of(ROUND, scheme, PROCEDURE, facts, facts.size(), day);
    }

    /** Positions of facts of one kind about a branch. */
    static List<Long> positions(Inputs inputs, Class<? extends Event> kind, BranchId of) {
        return inputs.facts().stream().filter(fact -> kind.isInstance(fact.event()) && fact.event().about().equals(Optional.of(of)))
                .map(Known::position).toList();
    }

    private void play() {
        for (int i = 1; i <= BRANCHES; i++) {
            tell(new BranchRegistered(branch(i), new BodyId("agency"), "none", new Label("支部", "Branch"), day));
            Level held = new Level(String.valueOf(2 + random.nextInt(4)));
            if (i % 7 != 0) {
                tell(new LevelGranted(branch(i), new DecisionId("d" + i), new ApplicationId(new RoundId("r2024"), branch(i)), held,
                        Change.FIRST, day, null));
            }
        }
        day = LocalDate.of(2025, 6, 2);
        tell(new Downgraded(LOWERED, new DecisionId("down"), new Level("5"), new Level("2"), "fraud", day, day));
        day = LocalDate.of(2025, 11, 5);
        branches().forEach(this::visit);
        before.forEach(this::tell);
        day = MERGED;
        tell(new BranchesMerged(MERGER, List.of(GONE), "Order 12", day));
        tell(new ProvisionalGranted(MERGER, new DecisionId("merged"), ROUND, inherited, "merge", day, null));
        day = LocalDate.of(2025, 11, 20);
        branches().forEach(this::judge);
        day = LocalDate.of(2025, 12, 1);
        tell(new ApplicationWithdrawn(application(branch(9))));
        List<BranchId> order = new ArrayList<>(branches().toList());
        Collections.shuffle(order, random);
        tell(new TieResolved(ROUND, "five_star_share", order, List.of(), "minutes"));
        tell(new QuotaAllocated(ROUND, List.of(), BRANCHES, Sha256.of("")));
    }

    private static Stream<BranchId> branches() {
        return IntStream.rangeClosed(1, BRANCHES).mapToObj(Town::branch).filter(branch -> !branch.equals(GONE));
    }

    private static ApplicationId application(BranchId branch) {
        return new ApplicationId(ROUND, branch);
    }

    static String evidence(BranchId branch) {
        return Sha256.of("evidence of " + branch);
    }

    private void visit(BranchId branch) {
        ApplicationId application = application(branch);
        tell(new SelfAssessmentRecorded(application, 1, List.of(), List.of(new Evidence(evidence(branch), "base", "Minutes")),
                "As it is."));
        tell(new SiteVisitCompleted(application, day, "Seen.", given(branch, "deductions", random.nextInt(3), "appraisal",
                80 + random.nextInt(21))));
        tell(new SurveyClosed(application, 100, 90, given(branch, "satisfaction", 50 + random.nextInt(51))));
    }

    private List<Mark> given(BranchId branch, Object... marks) {
        return IntStream.range(0, marks.length / 2).filter(i -> !ungiven.contains(branch + " " + marks[2 * i]))
                .mapToObj(i -> new Mark(marks[2 * i].toString(), marks[2 * i + 1].toString())).toList();
    }

    private void judge(BranchId branch) {
        ApplicationId application = application(branch);
        List<PersonId> pool = new ArrayList<>(IntStream.rangeClosed(1, 8).mapToObj(Town::assessor).toList());
        Collections.shuffle(pool, random);
        List<Scores> all = pool.subList(0, 4).stream().map(person -> new Scores(person,
                List.of(new Mark("base", String.valueOf(70 + random.nextInt(31)))))).toList();
        int moderated = random.nextInt(3);
        List<Scores> scores = all.stream().filter(one -> !absent.contains(one.assessor())).map(one -> new Scores(one.assessor(),
                one.marks().stream().filter(_ -> !ungiven.contains(branch + " " + one.assessor() + " base")).toList())).toList();
        List<PersonId> panel = scores.stream().map(Scores::assessor).toList();
        tell(new AssessorsAssigned(application, panel, assessor(1)));
        panel.forEach(person -> tell(new ScoresSubmitted(application, person, 1, Secret.of(application, List.of()))));
        tell(new ScoresOpened(application, scores));
        PersonId of = all.get(moderated).assessor();
        if (panel.contains(of) && !ungiven.contains(branch + " " + of + " base") && branch.value().hashCode() % 3 == 0) {
            tell(new ScoreModerated(application, of, "base", "0", "88"));
        }
        tell(new LevelProposed(application, new Computed("RATED", new Level("3"), "stars_by_points")));
    }

    private void tell(Event event) {
        String what = event.about().map(BranchId::value).orElse("") + " " + event.getClass().getSimpleName();
        if (!unrecorded.contains(what)) {
            facts.add(new Known(facts.size() + 1, event.effectiveOn(day), event));
        }
    }
}
