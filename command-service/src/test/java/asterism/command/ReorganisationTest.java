package asterism.command;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.calendar.WorkingDays;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.application.Application;
import asterism.command.application.ApplicationCommand.ReaddressApplication;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationState;
import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.branch.BranchCommand.AbolishBranch;
import asterism.command.branch.BranchCommand.EndBranch;
import asterism.command.branch.BranchCommand.MergeBranches;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.branch.BranchCommand.RenameBranch;
import asterism.command.branch.BranchCommand.SplitBranch;
import asterism.command.branch.BranchCommand.TransferBranch;
import asterism.command.branch.BranchCommand;
import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.command.core.Command;
import asterism.command.core.Decision.Refused;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.command.standing.Standing;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.OpenSurveillance;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationId;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.ReorganisationToJudge;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent;
import asterism.events.StreamId;
import asterism.rating.Procedure.EntryBar;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agencies are reorganised: branches are renamed, moved, merged, split and abolished, and no star and no history gets lost with it. */
class ReorganisationTest {
    private static final LocalDate RATED = LocalDate.of(2026, 1, 8);
    private static final LocalDate ORDER = LocalDate.of(2026, 3, 2);
    private static final RoundId ROUND = new RoundId("r2026");
    private static final SchemeId SCHEME = new SchemeId("zoucheng-70-30");
    private static final String NUMBER = "Order 12 of 2026";
    private static final PersonId SECRETARY = new PersonId("secretary");
    private static final PersonId OFFICE = new PersonId("office");
    private static final BranchId ONE = new BranchId("b01");
    private static final BranchId TWO = new BranchId("b02");
    private static final BranchId NEW = new BranchId("b09");

    private final SmallHouse house = new SmallHouse();

    @BeforeEach
    void aCountyWithTwoStars() {
        establish("county", null, Kind.COMMITTEE);
        establish("finance", new BodyId("county"), Kind.AGENCY);
        establish("audit", new BodyId("county"), Kind.AGENCY);
        Stream.of(ONE, TWO, NEW).forEach(branch -> house.done("system/test",
                new RegisterBranch(branch, new BodyId("finance"), "agency", new Label("支部", "Branch"), LocalDate.of(2010, 1, 1))));
        WorkingDays.shippedDocuments().stream().filter(document -> document.contains("prc-working-days") && document.contains("2026-12-31"))
                .forEach(document -> house.done("system/test",
                        new PublishCalendarYear(new CalendarId("prc-working-days"), 2026, document)));
        house.on(RATED);
        house.done("system/test", new PublishSchemeVersion(SCHEME, Shipped.text("../deploy/schemes/zoucheng-70-30.yaml"),
                List.of("L205", "L601")));
        house.done("system/test", new AdoptLocalRules(SCHEME, "2023", Shipped.text("../deploy/schemes/zoucheng-70-30.local-rules.yaml")));
        house.done("system/test", new ActivateSchemeVersion(SCHEME, "2023", RATED));
        house.done("system/test", new OpenRound(ROUND, new Label("评定", "Rating"), SCHEME, "2023", new CalendarId("prc-working-days"),
                new BodyId("county"), RATED, RATED.plusDays(90)));
        house.done("system/test", new RegisterPerson(new BodyId("finance"), SECRETARY, "某人"));
        house.done("system/test", new AssignPost(new BodyId("finance"), SECRETARY, Post.BRANCH_SECRETARY, ONE, RATED));
        star(ONE, "4");
        star(TWO, "3");
        house.on(ORDER);
    }

    @Test
    void two_become_one_which_has_the_lower_star_until_it_is_assessed() {
        house.done("system/test", new MergeBranches(ONE, List.of(TWO), NUMBER, ORDER));
        assertThat(levelOf(ONE, ORDER)).contains("3");
        assertThat(levelOf(TWO, ORDER)).isEmpty();
        assertThat(List.of(levelOf(ONE, ORDER.minusDays(1)), levelOf(TWO, ORDER.minusDays(1))))
                .as("what was, was").containsExactly(Optional.of("4"), Optional.of("3"));
        assertThat(house.facts(BranchEnded.class)).singleElement().satisfies(ended -> {
            assertThat(ended.branch()).isEqualTo(TWO);
            assertThat(ended.successors()).containsExactly(ONE);
        });
    }

    @Test
    void a_new_branch_takes_over_from_two_that_end() {
        house.done("system/test", new MergeBranches(NEW, List.of(ONE, TWO), NUMBER, ORDER));
        assertThat(levelOf(NEW, ORDER)).contains("3");
        assertThat(house.facts(StarEnded.class)).extracting(StarEnded::branch).containsExactly(ONE, TWO);
    }

    @Test
    void one_becomes_two_and_both_have_its_star_until_they_are_assessed() {
        house.done("system/test", new SplitBranch(ONE, List.of(ONE, NEW), NUMBER, ORDER));
        assertThat(List.of(levelOf(ONE, ORDER), levelOf(NEW, ORDER))).containsOnly(Optional.of("4"));
        assertThat(house.facts(BranchEnded.class)).as("it goes on").isEmpty();
        house.done("system/test", new SplitBranch(ONE, List.of(TWO, NEW), NUMBER, ORDER));
        assertThat(house.facts(BranchEnded.class)).as("it does not").extracting(BranchEnded::because).containsExactly(Reorganisation.SPLIT);
    }

    @Test
    void another_name_or_another_body_leaves_the_star_as_it_is() {
        int before = house.facts(StandingEvent.class).size();
        house.done("system/test", new RenameBranch(ONE, new Label("审批局支部", "Approvals Branch"), NUMBER, ORDER));
        house.done("system/test", new TransferBranch(ONE, new BodyId("audit"), NUMBER, ORDER));
        assertThat(house.facts(StandingEvent.class)).hasSize(before);
        assertThat(house.directory().branch(ONE).map(BranchRegistered::name).map(Label::en)).contains("Approvals Branch");
        assertThat(house.directory().isUnder(ONE, new BodyId("audit"))).isTrue();
        assertThat(house.ask("system/test", null, new TransferBranch(ONE, new BodyId("audit"), NUMBER, ORDER)))
                .as("asked again").isEqualTo(Decision.accept());
    }

    @Test
    void with_the_branch_its_star_and_its_application_end() {
        house.on(RATED);
        ApplicationId application = new ApplicationId(ROUND, ONE);
        house.done("person/secretary", new StartApplication(application));
        house.on(ORDER);
        house.done("system/test", new AbolishBranch(ONE, NUMBER, ORDER));
        assertThat(levelOf(ONE, ORDER)).isEmpty();
        assertThat(levelOf(ONE, ORDER.minusDays(1))).contains("4");
        assertThat(house.facts(ApplicationEnded.class)).extracting(ApplicationEnded::application).containsExactly(application);
        assertThat(house.state(new Application(), StreamId.of(application))).isInstanceOf(ApplicationState.Closed.class);
        house.done("system/test", new EndBranch(ONE, Reorganisation.ABOLISH, List.of(), NUMBER, ORDER));
        assertThat(house.facts(BranchEnded.class)).as("the house asks again").hasSize(1);
    }

    @Test
    void what_a_merged_branch_had_applied_for_goes_on_in_the_other() {
        house.on(RATED);
        ApplicationId application = new ApplicationId(ROUND, TWO);
        house.done("system/test", new AssignPost(new BodyId("finance"), SECRETARY, Post.BRANCH_SECRETARY, TWO, RATED));
        house.done("system/test", new RegisterPerson(new BodyId("county"), OFFICE, "某人"));
        house.done("system/test", new AssignPost(new BodyId("county"), OFFICE, Post.ROUND_OFFICE, null, RATED));
        house.done("person/secretary", new StartApplication(application));
        house.on(ORDER);
        house.done("system/test", new MergeBranches(ONE, List.of(TWO), NUMBER, ORDER));
        assertThat(house.state(new Application(), StreamId.of(application))).isInstanceOf(ApplicationState.Held.class);
        house.done("person/office", new ReaddressApplication(application, ONE, ORDER.plusDays(20)));
        assertThat(house.state(new Application(), StreamId.of(application))).isInstanceOf(ApplicationState.Closed.class);
        assertThat(house.state(new Application(), StreamId.of(new ApplicationId(ROUND, ONE))))
                .isInstanceOf(ApplicationState.Returned.class);
        assertThat(house.facts(ApplicationEnded.class)).isEmpty();
    }

    @Test
    void the_open_appeal_of_a_branch_that_ends_goes_on_with_its_successor() {
        AppealId appeal = new AppealId("ap-1");
        DecisionId contested = house.state(new Standing(), StreamId.standing(TWO)).ledger().last().orElseThrow().because();
        house.done("person/secretary", new LodgeAppeal(appeal, TWO, contested, "facts", null, "it was otherwise"));
        house.done("system/test", new MergeBranches(ONE, List.of(TWO), NUMBER, ORDER));
        assertThat(house.facts(AppealReaddressed.class)).containsExactly(new AppealReaddressed(appeal, TWO, List.of(ONE)));
    }

    @Test
    void the_time_for_an_appeal_runs_from_the_day_the_decision_was_made_known() {
        house.on(ORDER);
        house.done("person/general", "no meetings", new Downgrade(ONE, new Level("2"), "veto", ORDER, ORDER.plusDays(50)));
        DecisionId contested = house.state(new Standing(), StreamId.standing(ONE)).ledger().last().orElseThrow().because();
        LodgeAppeal late = new LodgeAppeal(new AppealId("ap-2"), ONE, contested, "facts", null, "it was otherwise");
        house.on(ORDER.plusDays(61));
        assertThat(code(house.ask("person/secretary", null, late))).as("its first day was 11 days ago").isEqualTo("appeal.too-late");
        house.on(ORDER.plusDays(60));
        house.done("person/secretary", late);
    }

    @Test
    void a_branch_that_is_no_more_does_not_apply() {
        house.done("system/test", new AbolishBranch(ONE, NUMBER, ORDER));
        assertThat(code(house.ask("person/secretary", null, new StartApplication(new ApplicationId(ROUND, ONE)))))
                .isEqualTo("application.branch-unknown");
    }

    @Test
    void a_merger_washes_no_suspended_star_clean() {
        house.done("person/general", "no meetings", new SuspendStar(TWO, "veto", ORDER, ORDER, ORDER.plusDays(30)));
        house.done("system/test", new MergeBranches(ONE, List.of(TWO), NUMBER, ORDER));
        assertThat(house.facts(ReorganisationToJudge.class)).singleElement()
                .satisfies(open -> assertThat(open.of()).containsExactly(TWO));
        assertThat(levelOf(ONE, ORDER)).as("until somebody decides").contains("4");
    }

    @Test
    void what_a_branch_that_ends_had_to_put_right_is_judged_with_those_that_go_on_and_rings_no_more() {
        house.done("person/general", "two meetings are missing", new RequireCorrection(TWO, "finding", "hold them", RATED, null));
        house.done("system/test", new MergeBranches(ONE, List.of(TWO), NUMBER, ORDER));
        assertThat(house.facts(ReorganisationToJudge.class)).extracting(ReorganisationToJudge::branch).containsExactly(ONE);
        assertThat(house.facts(CorrectionEnded.class)).extracting(CorrectionEnded::branch).containsExactly(TWO);
        house.on(ORDER.plusDays(90));
        house.done("system/test", new MissCorrection(TWO));
        assertThat(house.facts(CorrectionMissed.class)).isEmpty();
        assertThat(house.state(new Standing(), StreamId.standing(TWO)).bars()).isEmpty();
    }

    @Test
    void what_a_branch_has_to_put_right_itself_goes_on_whoever_joins_it() {
        house.done("person/general", "two meetings are missing", new RequireCorrection(ONE, "finding", "hold them", RATED, null));
        house.done("system/test", new MergeBranches(ONE, List.of(TWO), NUMBER, ORDER));
        assertThat(house.facts(ReorganisationToJudge.class)).isEmpty();
        assertThat(levelOf(ONE, ORDER)).contains("3");
        assertThat(house.state(new Standing(), StreamId.standing(ONE)).bars()).containsExactly(EntryBar.CORRECTION);
    }

    @Test
    void a_merger_ends_no_review_unseen() {
        house.done("person/general", new OpenSurveillance(ONE, "yearly_recheck", Occasion.YEARLY, null));
        house.done("system/test", new MergeBranches(TWO, List.of(ONE), NUMBER, ORDER));
        assertThat(house.facts(ReorganisationToJudge.class)).extracting(ReorganisationToJudge::branch).containsExactly(TWO);
        assertThat(house.state(new Standing(), StreamId.standing(ONE)).bars()).as("nobody looks at what is no more").isEmpty();
    }

    @Test
    void where_nobody_had_a_star_nobody_gets_one() {
        BranchId other = new BranchId("b10");
        house.done("system/test", new RegisterBranch(other, new BodyId("audit"), "agency", new Label("支部", "Branch"), RATED));
        house.done("system/test", new MergeBranches(NEW, List.of(other), NUMBER, ORDER));
        assertThat(levelOf(NEW, ORDER)).isEmpty();
    }

    /** One way to be refused. */
    record Row(Refusal.Kind kind, String code, String actor, BranchCommand command) {
    }

    static Stream<Row> rows() {
        Label name = new Label("支部", "Other");
        BranchId nobody = new BranchId("b77");
        return Stream.of(
                new Row(Refusal.Kind.UNKNOWN, "branch.unknown", "system/test", new RenameBranch(nobody, name, NUMBER, ORDER)),
                new Row(Refusal.Kind.INVALID, "branch.order-not-in-force", "system/test",
                        new RenameBranch(ONE, name, NUMBER, ORDER.plusDays(1))),
                new Row(Refusal.Kind.INVALID, "branch.before-its-founding", "system/test",
                        new RenameBranch(ONE, name, NUMBER, LocalDate.of(2009, 1, 1))),
                new Row(Refusal.Kind.UNKNOWN, "branch.body-unknown", "system/test",
                        new TransferBranch(ONE, new BodyId("nowhere"), NUMBER, ORDER)),
                new Row(Refusal.Kind.INVALID, "branch.merge-of-whom", "system/test", new MergeBranches(ONE, List.of(), NUMBER, ORDER)),
                new Row(Refusal.Kind.INVALID, "branch.merge-of-whom", "system/test", new MergeBranches(ONE, List.of(ONE), NUMBER, ORDER)),
                new Row(Refusal.Kind.INVALID, "branch.merge-of-whom", "system/test",
                        new MergeBranches(ONE, List.of(TWO, TWO), NUMBER, ORDER)),
                new Row(Refusal.Kind.INVALID, "branch.other-unknown", "system/test",
                        new MergeBranches(ONE, List.of(nobody), NUMBER, ORDER)),
                new Row(Refusal.Kind.INVALID, "branch.split-into-whom", "system/test", new SplitBranch(ONE, List.of(TWO), NUMBER, ORDER)),
                new Row(Refusal.Kind.INVALID, "branch.other-unknown", "system/test",
                        new SplitBranch(ONE, List.of(TWO, nobody), NUMBER, ORDER)),
                new Row(Refusal.Kind.RULE, "command.house-only", "person/office",
                        new EndBranch(ONE, Reorganisation.MERGE, List.of(TWO), NUMBER, ORDER)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_cannot_be_done_says_why(Row row) {
        assertThat(house.ask(row.actor(), null, row.command())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().code()).as(refused.refusal().sentence()).isEqualTo(row.code());
            assertThat(refused.refusal().kind()).isEqualTo(row.kind());
        });
    }

    @Test
    void what_is_no_more_is_not_reorganised() {
        house.done("system/test", new AbolishBranch(TWO, NUMBER, ORDER));
        assertThat(code(house.ask("system/test", null, new AbolishBranch(TWO, NUMBER, ORDER)))).isEqualTo("branch.ended");
        assertThat(code(house.ask("system/test", null, new MergeBranches(ONE, List.of(TWO), NUMBER, ORDER))))
                .isEqualTo("branch.other-unknown");
    }

    private static String code(Decision decision) {
        return decision instanceof Refused refused ? refused.refusal().code() : decision.toString();
    }

    private void star(BranchId branch, String level) {
        house.done("system/test", new GrantProvisionalLevel(branch, ROUND, new Level(level), "new", RATED, null));
    }

    private Optional<String> levelOf(BranchId branch, LocalDate day) {
        return house.state(new Standing(), StreamId.standing(branch)).ledger().on(day).map(Entry::level).map(Level::code);
    }

    private void establish(String body, @Nullable BodyId above, Kind kind) {
        Command command = new EstablishBody(new BodyId(body), above, kind, new Label("机关", "Body"));
        house.done("system/test", command);
    }
}
