package asterism.cli.bench;

import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
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
import asterism.rating.LocalRules;
import asterism.rating.Procedure;
import asterism.rating.Row;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import asterism.rating.impact.Impact;
import asterism.rating.round.Roster;
import asterism.rating.whatif.Inputs;
import asterism.rating.whatif.Known;
import asterism.rating.whatif.Suppose;
import asterism.rating.whatif.WhatIf;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A round of 5,000 branches with three assessors each, rated as it is and without one of 500 assessors. */
final class WhatIfRound implements Work {
    private static final int BRANCHES = 5_000;
    private static final int ASSESSORS = 500;
    private static final RoundId ROUND = new RoundId("r2025");
    private static final LocalDate DAY = LocalDate.of(2025, 12, 1);
    private static final PersonId LEFT_OUT = new PersonId("a7");

    private final Tally done;
    private final int branches;
    private final Runnable round;
    private final Runnable end;

    private WhatIfRound(Path counter, int branches, Runnable round, Runnable end) {
        this.done = new Tally(counter);
        this.branches = branches;
        this.round = round;
        this.end = end;
    }

    /** The rows in memory, rated twice and compared: what the rating alone costs. */
    static Work raw(Services services) throws IOException {
        int branches = services.sized(BRANCHES);
        Scheme scheme = scheme();
        List<Row> rows = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < branches; i++) {
            Map<String, String> cells = new HashMap<>(Map.of("branch", "b" + i, "deductions", "0", "appraisal", score(random),
                    "satisfaction", score(random)));
            cells.put("base", score(random) + ";" + score(random) + ";" + score(random));
            rows.add(new Row(cells));
        }
        return new WhatIfRound(services.folder().resolve("rate-round.rows"), branches, () -> check(
                Impact.between(Roster.rating(scheme).rate(rows), Roster.rating(scheme).rate(rows)).units(), branches), () -> { });
    }

    /** From the facts as they are kept in a table: read by the round and its branches, folded twice, rated twice, compared. */
    static Work facts(Services services, Database database) throws IOException {
        Scheme scheme = scheme();
        Procedure procedure = LocalRules.read(resource("zoucheng-70-30.local-rules.yaml")).effective(scheme).orElseThrow().procedure();
        int branches = services.sized(BRANCHES);
        HikariDataSource source = database.pool(1, true);
        GivenFacts given = GivenFacts.in(source, DAY, () -> facts(branches));
        return new WhatIfRound(services.folder().resolve("what-if.rows"), branches, () -> {
            List<Known> facts = given.of(ROUND);
            Inputs inputs = Inputs.of(ROUND, scheme, procedure, facts, facts.size(), DAY);
            WhatIf.Report report = WhatIf.of(inputs, List.of(new Suppose.WithoutAssessor(LEFT_OUT, null)), () -> { });
            check(report.impact().changes().isEmpty() ? 0 : report.impact().units(), branches);
        }, source::close);
    }

    private static void check(int units, int branches) {
        if (units != branches) {
            throw new BenchFailure("a round of " + branches + " branches came to " + units);
        }
    }

    private static Scheme scheme() throws IOException {
        return SchemeReader.read(resource("zoucheng-70-30.yaml")).orThrow().getFirst();
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(WhatIfRound.class.getResourceAsStream("/schemes/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Event> facts(int branches) {
        Random random = new Random(5);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < branches; i++) {
            events.addAll(of(new BranchId("b" + i), random));
        }
        events.add(new QuotaAllocated(ROUND, List.of(), branches, Sha256.of("")));
        return events;
    }

    private static List<Event> of(BranchId branch, Random random) {
        ApplicationId application = new ApplicationId(ROUND, branch);
        List<PersonId> panel = random.ints(0, ASSESSORS).distinct().limit(3).mapToObj(i -> new PersonId("a" + i)).toList();
        List<Event> events = new ArrayList<>(List.of(
                new BranchRegistered(branch, new BodyId("agency"), "none", new Label("支部", "Branch"), DAY),
                new AssessorsAssigned(application, panel, panel.getFirst()),
                new SiteVisitCompleted(application, DAY, "", List.of(new Mark("deductions", "0"), new Mark("appraisal", score(random)))),
                new SurveyClosed(application, 40, 40, List.of(new Mark("satisfaction", score(random))))));
        panel.forEach(person -> events.add(new ScoresSubmitted(application, person, 1, Secret.of(application, List.of()))));
        events.add(new ScoresOpened(application, panel.stream().map(person ->
                new Scores(person, List.of(new Mark("base", score(random))))).toList()));
        events.add(new LevelProposed(application, new Computed("RATED", new Level("4"), "stars_by_points")));
        return events;
    }

    private static String score(Random random) {
        return String.valueOf(60 + random.nextInt(41));
    }

    @Override
    public int once() throws IOException {
        round.run();
        done.add(branches);
        return branches;
    }

    @Override
    public long stored() throws IOException {
        return done.sum();
    }

    @Override
    public void close() {
        end.run();
    }
}
