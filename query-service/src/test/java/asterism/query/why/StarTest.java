package asterism.query.why;

import static asterism.query.Judging.given;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.RoundId;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.query.County;
import asterism.query.Judging;
import asterism.query.Judging.Given;
import asterism.query.Story;
import asterism.query.facts.Schemes.Pinned;
import asterism.query.why.Node.Kind;
import asterism.rating.SchemeReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three branches of which the quota lets none hold five stars; one is lowered later, appeals and is heard. */
class StarTest {
    private static final Given B1 = given("r2024", "b001", "95", "a1", "97", "a2", "98", "a3", "99");
    private final Story story = new Story();

    private void told() {
        story.tell(County.body("agency", null), County.branch("b001", "agency"));
        Judging judging = new Judging(story).scored(B1).moderated(B1, "a3", "96");
        judging.allocated(B1).awarded(B1, "4", "4", "d-1", "2024-07-01");
        story.on("2024-08-01").by("p-discipline", "a false record");
        story.tell(County.downgraded("b001", "d-2", "4", "2", "2024-08-01"));
        story.on("2024-09-01").by("p-secretary", null);
        story.tell(new AppealLodged(new AppealId("ap-1"), new BranchId("b001"), new DecisionId("d-2"), "facts", "s"),
                new AppealAdmitted(new AppealId("ap-1"), new BranchId("b001"), List.of(new PersonId("p-appeal")),
                        LocalDate.parse("2024-10-01")));
        story.by("p-appeal", "the record is genuine");
        story.tell(new AppealUpheld(new AppealId("ap-1"), new BranchId("b001"), new DecisionId("d-2")),
                County.struck("b001", "d-2", "ap-1"));
    }

    private Node on(String day, boolean named, long asOf) {
        List<Fact> facts = story.read().stream().filter(fact -> fact.at().position() <= asOf).toList();
        List<Fact> about = facts.stream().filter(fact -> fact.event().about().equals(Optional.of(new BranchId("b001")))).toList();
        return new Star(new BranchId("b001"), about, (RoundId _) -> List.of(), _ -> facts.stream()
                .filter(fact -> fact.event() instanceof SchemeVersionPublished).findFirst().map(StarTest::pinned),
                new Persons(named, person -> Optional.of("name of " + person))).on(LocalDate.parse(day));
    }

    private static Pinned pinned(Fact fact) {
        return new Pinned(SchemeReader.read(((SchemeVersionPublished) fact.event()).document()).orThrow().getFirst(), fact);
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(StarTest::all));
    }

    private static List<Node> of(Node tree, Kind kind) {
        return all(tree).filter(node -> node.kind() == kind).toList();
    }

    @Test
    void aStarLeadsDownToEachScoreItsClauseAndItsEvidence() {
        told();
        Node tree = on("2024-07-15", true, 999);

        assertThat(tree.value()).isEqualTo("4");
        assertThat(of(tree, Kind.DECISION)).singleElement().satisfies(decision -> assertThat(decision.value()).isEqualTo("4"));
        assertThat(of(tree, Kind.ALLOCATION)).singleElement().satisfies(allocation -> {
            assertThat(allocation.value()).isEqualTo("4");
            assertThat(allocation.was()).isEqualTo("5");
        });
        assertThat(of(tree, Kind.QUOTA)).singleElement().satisfies(quota -> {
            assertThat(quota.details()).containsEntry("share", "0.3").containsEntry("seats", "0").containsEntry("rank", "1");
            assertThat(quota.label()).isNotNull();
        });
        assertThat(of(tree, Kind.SCORE)).extracting(Node::value).containsExactly("97", "98", "96");
        assertThat(of(tree, Kind.SCORE)).extracting(Node::was).containsExactly(null, null, "99");
        assertThat(of(tree, Kind.SCORE)).extracting(score -> score.by() == null ? null : score.by().name())
                .containsExactly("name of person/a1", "name of person/a2", "name of person/a3");
        assertThat(of(tree, Kind.MODERATION)).singleElement().satisfies(moderated -> assertThat(moderated.note()).isEqualTo("a slip"));
        assertThat(of(tree, Kind.EVIDENCE)).singleElement().satisfies(file -> assertThat(file.id()).isEqualTo(Judging.EVIDENCE));
        Node computed = of(tree, Kind.COMPUTATION).getFirst();
        assertThat(of(computed, Kind.INPUT)).extracting(Node::id).containsExactly("base", "deductions", "appraisal", "satisfaction");
        assertThat(of(computed, Kind.INPUT).getFirst().details()).containsEntry("clause", "inputs.base").containsKey("line");
        assertThat(of(computed, Kind.STEP)).extracting(Node::id)
                .containsExactly("stars_by_points", "total", "net_base", "satisfaction_cap");
    }

    @Test
    void everyLeafNamesTheFactThatSaysSo() {
        told();
        for (String day : List.of("2024-07-15", "2024-08-15")) {
            assertThat(all(on(day, true, 999)).filter(node -> node.children().isEmpty())).allSatisfy(leaf -> {
                assertThat(leaf.fact()).as(leaf.toString()).isNotNull();
            });
        }
        assertThat(of(on("2024-07-15", true, 999), Kind.SCORE)).extracting(Node::fact)
                .allSatisfy(said -> assertThat(said).extracting("type").isEqualTo("application.scores-submitted/1"));
    }

    @Test
    void whoeverMayNotKnowThemSeesNeitherTheJudgesNorTheirRemarks() {
        told();
        Node tree = on("2024-07-15", false, 999);
        assertThat(all(tree).map(Node::toString)).noneMatch(text -> text.contains("person/") || text.contains("why a1"));
        assertThat(of(tree, Kind.SCORE)).extracting(Node::id).containsExactly("1", "2", "3");
        assertThat(of(on("2024-07-15", true, 999), Kind.SCORE)).extracting(Node::note).contains("why a1");
    }

    @Test
    void aDecisionStruckOutIsToldBesideWhatStandsWithoutIt() {
        told();
        Node now = on("2024-08-15", true, 999);
        assertThat(now.value()).isEqualTo("4");
        assertThat(of(now, Kind.STRUCK_OUT)).singleElement().satisfies(struck -> {
            assertThat(struck.id()).isEqualTo("d-2");
            assertThat(of(struck, Kind.APPEAL)).extracting(Node::value).containsExactly(null, "ADMITTED", "UPHELD");
        });

        long before = story.read().stream().filter(fact -> fact.event() instanceof AppealLodged).findFirst().orElseThrow().at().position()
                - 1;
        Node then = on("2024-08-15", true, before);
        assertThat(then.value()).isEqualTo("2");
        assertThat(then.children()).extracting(node -> node.details().get("kind")).containsExactly("DOWNGRADE", "AWARD");
        assertThat(of(then, Kind.STRUCK_OUT)).isEmpty();
    }

    @Test
    void whileAnAppealIsPendingAStayedDecisionIsToldBesideAndWhatReplacesItLeadsBackToTheAppeal() {
        told();
        AppealId appeal = new AppealId("ap-2");
        BranchId branch = new BranchId("b001");
        DecisionId award = new DecisionId("d-1");
        story.tell(new AppealLodged(appeal, branch, award, "facts", "s"), new AppealEffectStayed(appeal, branch, award),
                new DecisionStayed(branch, award, appeal));
        Node pending = on("2024-07-15", true, 999);
        assertThat(pending.value()).isNull();
        assertThat(of(pending, Kind.STAYED)).singleElement().satisfies(stayed -> assertThat(stayed.id()).isEqualTo("d-1"));

        List<String> trace = story.read().stream().map(Fact::event).filter(ScoreComputed.class::isInstance)
                .map(event -> ((ScoreComputed) event).trace()).toList().getLast();
        Computed five = new Computed("RATED", new Level("5"), "total");
        LocalDate from = LocalDate.parse("2024-07-01");
        story.tell(new AppealDecisionReplaced(appeal, branch, award, new DecisionId("d-9"), new Level("5"), five, trace),
                new DecisionStruckOut(branch, award, appeal, List.of()),
                new LevelReplaced(branch, new DecisionId("d-9"), award, appeal, new Level("5"), from, null));
        Node now = on("2024-07-15", true, 999);
        assertThat(now.value()).isEqualTo("5");
        assertThat(now.children().getFirst().details()).containsEntry("kind", "REPLACEMENT").containsEntry("replaces", "d-1");
        assertThat(of(now.children().getFirst(), Kind.STEP)).extracting(Node::id).contains("stars_by_points", "total");
        assertThat(all(now).filter(node -> node.children().isEmpty())).allSatisfy(leaf -> assertThat(leaf.fact()).isNotNull());
    }

    @Test
    void aBranchThatHoldsNoneHasNoReasons() {
        told();
        assertThat(on("2024-06-01", true, 999)).satisfies(tree -> {
            assertThat(tree.value()).isNull();
            assertThat(tree.children()).isEmpty();
        });
    }
}
