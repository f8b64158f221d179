package asterism.command;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.application.Application;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CloseNotice;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationState;
import asterism.command.core.Decision;
import asterism.command.standing.Standing;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.DecisionReopened;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationId;
import asterism.events.BodyEvent;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.CalendarEvent.CalendarYearPublished;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.Post;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.events.ObjectionId;
import asterism.events.Personal;
import java.util.Optional;
import asterism.events.Sha256;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body grants a branch no star, or one: until when the branch may appeal, what comes of it, and when it may apply again. */
class NoStarTest {
    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 2);
    private static final LocalDate POSTED = DECIDED.plusDays(1);
    private static final LocalDate CLOSED = DECIDED.plusDays(10);
    private static final LocalDate AWARDED = DECIDED.plusDays(20);
    private static final BodyId COUNTY = new BodyId("county");
    private static final BodyId WORKERS = new BodyId("workers");
    private static final BranchId BRANCH = new BranchId("b01");
    private static final RoundId ROUND = new RoundId("r2026");
    private static final RoundId NEXT = new RoundId("r2027");
    private static final ApplicationId APPLICATION = new ApplicationId(ROUND, BRANCH);
    private static final StartApplication AGAIN = new StartApplication(new ApplicationId(NEXT, BRANCH));
    private static final BranchId SUCCESSOR = new BranchId("b99");
    private static final StartApplication BY_SUCCESSOR = new StartApplication(new ApplicationId(NEXT, SUCCESSOR));
    private static final ObjectionId OBJECTION = new ObjectionId("o");
    private static final CalendarId CALENDAR = new CalendarId("prc-working-days");
    private static final DecisionId DECISION = new DecisionId("d1");
    private static final AppealId APPEAL = new AppealId("ap-1");
    private static final LodgeAppeal LODGE = new LodgeAppeal(APPEAL, BRANCH, DECISION, "facts", null, "they were held");
    private static final Level FOUR = new Level("4");
    private static final Computed RATED = new Computed("RATED", FOUR, "stars_by_points");
    private static final List<PersonId> PANEL = people("a1", "a2", "a3");
    private static final List<PersonId> COMMITTEE = people("m1", "m2", "m3");

    private final SmallHouse house = new SmallHouse();
    private String local = Shipped.text("../deploy/schemes/zoucheng-70-30.local-rules.yaml");

    @Test
    void a_refusal_that_falls_is_decided_again_by_the_body_and_leads_to_a_star() {
        refused("cool_down: none", "announcement");
        house.on(DECIDED.plusDays(3));
        house.done("person/s", LODGE);
        assertThat(house.facts(AppealAgainstRefusal.class)).containsExactly(new AppealAgainstRefusal(APPEAL, BRANCH, APPLICATION));
        assertThat(code(house.ask("person/chief", null, new AdmitAppeal(APPEAL, people("j1", "j2", "m1"))))).as("m1 refused it")
                .isEqualTo("recusal.appeal-panel");
        house.done("person/chief", new AdmitAppeal(APPEAL, people("j1", "j2", "j3")));
        house.done("person/j1", "the minutes show them", new UpholdAppeal(APPEAL));
        assertThat(house.facts(DecisionReopened.class)).containsExactly(new DecisionReopened(APPLICATION, DECISION, APPEAL));
        house.done("person/general", "as the panel found", new Decide(APPLICATION, FOUR, COMMITTEE));
        house.done("person/office", new PostNotice(APPLICATION));
        house.on(AWARDED);
        house.done("system/close-notice", new CloseNotice(APPLICATION));
        house.done("person/general", new Award(APPLICATION));
        assertThat(house.state(new Standing(), StreamId.standing(BRANCH)).ledger().on(AWARDED).orElseThrow().level()).isEqualTo(FOUR);
        assertThat(code(house.ask("person/s", null, new LodgeAppeal(new AppealId("ap-2"), BRANCH, DECISION, "facts", null, "again"))))
                .as("that decision counts no more").isEqualTo("appeal.decision-unknown");
    }

    @Test
    void a_dismissed_appeal_leaves_the_refusal_as_it_is() {
        refused("cool_down: none", "announcement");
        house.done("person/s", LODGE);
        house.done("person/chief", new AdmitAppeal(APPEAL, people("j1", "j2", "j3")));
        house.done("person/j1", "as decided", new DismissAppeal(APPEAL));
        assertThat(house.state(new Application(), StreamId.of(APPLICATION))).isInstanceOf(ApplicationState.Refused.class);
    }

    @ParameterizedTest(name = "from {0}: ten days after {1}")
    @CsvSource({"notice, 2026-03-03", "publication, 2026-03-03", "notice_end, 2026-03-12", "decision, 2026-03-02",
        "announcement, 2026-03-22", "award, 2026-03-22"})
    void the_time_for_an_appeal_is_counted_from_the_step_the_scheme_names(String from, LocalDate start) {
        awarded("cool_down: none", from);
        house.on(start.plusDays(11));
        assertThat(code(house.ask("person/s", null, LODGE))).isEqualTo("appeal.too-late");
        house.on(start.plusDays(10));
        house.done("person/s", LODGE);
    }

    @ParameterizedTest(name = "from {0}")
    @CsvSource({"notice", "decision", "announcement"})
    void that_of_a_refusal_which_no_notice_follows_is_counted_from_the_decision(String from) {
        refused("cool_down: none", from);
        house.on(DECIDED.plusDays(11));
        assertThat(code(house.ask("person/s", null, LODGE))).isEqualTo("appeal.too-late");
        house.on(DECIDED.plusDays(10));
        house.done("person/s", LODGE);
    }

    @Test
    void that_of_a_decision_about_the_star_itself_is_counted_from_the_day_it_was_recorded() {
        awarded("cool_down: none", "notice");
        house.on(AWARDED.plusDays(30));
        DecisionId lowered = new DecisionId("d2");
        house.given("person/general", new Downgraded(BRANCH, lowered, FOUR, new Level("3"), "veto", AWARDED, AWARDED));
        LodgeAppeal lodge = new LodgeAppeal(APPEAL, BRANCH, lowered, "facts", null, "they were held");
        house.on(AWARDED.plusDays(41));
        assertThat(code(house.ask("person/s", null, lodge))).isEqualTo("appeal.too-late");
        house.on(AWARDED.plusDays(40));
        house.done("person/s", lodge);
    }

    @Test
    void after_a_refusal_a_branch_waits_where_the_scheme_says_so() {
        refused("cool_down: {after: [refusal], years: 1, applies_to: any}", "announcement");
        waitsUntil(DECIDED.plusYears(1));
    }

    @Test
    void after_a_rating_it_waits_where_the_scheme_says_so() {
        awarded("cool_down: {after: [rating], years: 2, applies_to: any}", "announcement");
        waitsUntil(AWARDED.plusYears(2));
    }

    @Test
    void after_it_was_lowered_for_that_it_waits_where_the_scheme_says_so() {
        awarded("cool_down: {after: [fraud], years: 1, applies_to: any}", "announcement");
        house.given("person/general", new Downgraded(BRANCH, new DecisionId("d2"), FOUR, new Level("3"), "fraud", AWARDED,
                AWARDED.plusDays(5)));
        waitsUntil(AWARDED.plusDays(5).plusYears(1));
    }

    @ParameterizedTest(name = "applies to {0}")
    @CsvSource(delimiter = '|', value = {"[unit, successor]", "any"})
    void a_branch_that_came_out_of_one_that_waits_waits_with_it_where_the_scheme_says_so(String who) {
        refused("cool_down: {after: [refusal], years: 1, applies_to: " + who + "}", "announcement");
        merged();
        opens(DECIDED.plusYears(1).minusDays(1));
        assertThat(code(house.ask("person/s2", null, BY_SUCCESSOR))).isEqualTo("application.cool-down");
        house.on(DECIDED.plusYears(1));
        house.done("person/s2", BY_SUCCESSOR);
    }

    @Test
    void and_need_not_where_the_scheme_names_the_unit_alone() {
        refused("cool_down: {after: [refusal], years: 1, applies_to: [unit]}", "announcement");
        merged();
        opens(DECIDED.plusDays(60));
        house.done("person/s2", BY_SUCCESSOR);
    }

    private void merged() {
        LocalDate longAgo = LocalDate.of(2010, 1, 1);
        house.given("person/root", new BranchRegistered(SUCCESSOR, new BodyId("finance"), "agency", new Label("支部", "Branch"), longAgo),
                new PostAssigned(new BodyId("finance"), new PersonId("s2"), Post.BRANCH_SECRETARY, SUCCESSOR, longAgo),
                new BranchesMerged(SUCCESSOR, List.of(BRANCH), "Order 12", DECIDED.plusDays(10)));
    }

    @Test
    void a_scheme_may_keep_the_whole_body_that_decided_away_from_the_panel_whoever_was_there() {
        local = local.replace("recusal: [scored, visited, decided]", "recusal: [scored, visited, decided, members]");
        refused("cool_down: none", "announcement");
        absentMember();
        house.done("person/s", LODGE);
        assertThat(code(house.ask("person/chief", null, new AdmitAppeal(APPEAL, people("j1", "j2", "absent")))))
                .isEqualTo("recusal.appeal-panel");
        house.done("person/chief", new AdmitAppeal(APPEAL, people("j1", "j2", "j3")));
    }

    @Test
    void and_where_it_does_not_one_who_was_not_there_may_judge() {
        refused("cool_down: none", "announcement");
        absentMember();
        house.done("person/s", LODGE);
        house.done("person/chief", new AdmitAppeal(APPEAL, people("j1", "j2", "absent")));
    }

    private void absentMember() {
        LocalDate longAgo = LocalDate.of(2010, 1, 1);
        Stream.of(Post.COMMITTEE_MEMBER, Post.APPEAL_PANEL).forEach(post -> house.given("person/root",
                new PostAssigned(WORKERS, new PersonId("absent"), post, null, longAgo)));
    }

    @ParameterizedTest(name = "recusal {0}")
    @CsvSource(delimiter = '|', value = {"[scored, visited, decided, members] | false", "[scored, visited, decided] | true"})
    void so_it_may_keep_it_away_from_objections(String recusal, boolean mayAnswer) {
        local = local.replace("recusal: [scored, visited, decided]", "recusal: " + recusal);
        decided("cool_down: none", "announcement", FOUR);
        absentMember();
        house.given("person/root", new PostAssigned(WORKERS, new PersonId("absent"), Post.ROUND_OFFICE, null, LocalDate.of(2010, 1, 1)));
        house.given("person/office", new NoticePosted(APPLICATION, POSTED, CLOSED.minusDays(1), false));
        house.given("public", new ObjectionRaised(APPLICATION, OBJECTION, new Personal<>("objection/o", Optional.of("not so"))));
        Decision answered = house.ask("person/absent", "it is so", new DismissObjection(APPLICATION, OBJECTION, null, null));
        assertThat(code(answered).equals("recusal.objection-judge")).isEqualTo(!mayAnswer);
        assertThat(answered instanceof Decision.Accepted).isEqualTo(mayAnswer);
    }

    @ParameterizedTest(name = "{1} may object where the scheme says {0}: {2}")
    @CsvSource({"any_person, public, true", "unit, public, false", "unit, person/office, false", "unit, person/s2, false",
        "unit, person/s, true", "units, person/s2, true", "units, person/office, false"})
    void it_may_let_only_those_object_who_have_a_post_in_a_branch(String by, String who, boolean may) {
        local = local.replace("by: any_person", "by: " + by);
        objected();
        LocalDate longAgo = LocalDate.of(2010, 1, 1);
        house.given("person/root", new BranchRegistered(SUCCESSOR, new BodyId("finance"), "agency", new Label("支部", "Branch"), longAgo),
                new PostAssigned(new BodyId("finance"), new PersonId("s2"), Post.BRANCH_SECRETARY, SUCCESSOR, longAgo));
        Decision raised = house.ask(who, null, new RaiseObjection(APPLICATION, "not so"));
        assertThat(raised instanceof Decision.Accepted).as(code(raised)).isEqualTo(may);
        assertThat(code(raised).equals("application.may-not-object")).isEqualTo(!may);
    }

    @Test
    void it_may_name_the_body_that_answers_objections_and_how_many_of_it_must_be_of_the_answer() {
        local = local.replace("body: review_panel", "body: work_committee").replace("vote: none", "vote: 1/2");
        objected();
        absentMember();
        Stream.of("absent-too", "absent-3").forEach(one -> house.given("person/root",
                new PostAssigned(WORKERS, new PersonId(one), Post.COMMITTEE_MEMBER, null, LocalDate.of(2010, 1, 1))));
        house.given("person/root", new PostAssigned(WORKERS, new PersonId("absent"), Post.ROUND_OFFICE, null, LocalDate.of(2010, 1, 1)));
        assertThat(code(house.ask("person/chief", "it is so", answer(3, "absent", "absent-too", "absent-3"))))
                .as("of the county").isEqualTo("application.objection-not-your-body");
        assertThat(code(house.ask("person/absent", "it is so", answer(2, "absent", "absent-too")))).as("two of six")
                .isEqualTo("application.vote-not-carried");
        assertThat(code(house.ask("person/absent", "it is so", answer(2, "absent", "j1")))).isEqualTo("application.not-a-member");
        house.done("person/absent", "it is so", answer(3, "absent", "absent-too", "absent-3"));
    }

    private void objected() {
        decided("cool_down: none", "announcement", FOUR);
        house.given("person/office", new NoticePosted(APPLICATION, POSTED, CLOSED.minusDays(1), false));
        house.given("public", new ObjectionRaised(APPLICATION, OBJECTION, new Personal<>("objection/o", Optional.of("not so"))));
    }

    private static DismissObjection answer(int inFavour, String... present) {
        return new DismissObjection(APPLICATION, OBJECTION, people(present), inFavour);
    }

    @ParameterizedTest(name = "heard by {0}: the panel with a seat of the county is refused with {1}")
    @CsvSource({"work_committee, appeal.panel-of-another-body", "appeal_panel, ''"})
    void it_may_name_the_body_in_which_the_panel_of_an_instance_has_its_seats(String body, String code) {
        local = local.replace("body: appeal_panel", "body: " + body);
        refused("cool_down: none", "announcement");
        house.given("person/root", new PostAssigned(COUNTY, new PersonId("j9"), Post.APPEAL_PANEL, null, LocalDate.of(2010, 1, 1)));
        house.done("person/s", LODGE);
        Decision admitted = house.ask("person/chief", null, new AdmitAppeal(APPEAL, people("j1", "j2", "j9")));
        assertThat(admitted instanceof Decision.Accepted ? "" : code(admitted)).isEqualTo(code);
    }

    @Test
    void an_appeal_contests_marks_that_the_decision_rests_on() {
        refused("cool_down: none", "announcement");
        assertThat(code(house.ask("person/s", null, contesting("base", "weather")))).isEqualTo("appeal.item-unknown");
        house.done("person/s", contesting("base", "satisfaction"));
        assertThat(house.facts(AppealConfined.class)).containsExactly(new AppealConfined(APPEAL, BRANCH, List.of("base", "satisfaction")));
    }

    private static LodgeAppeal contesting(String... items) {
        return new LodgeAppeal(APPEAL, BRANCH, DECISION, "facts", List.of(items), "they were held");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {"{name: satisfaction, missing: true} | true", "{name: satisfaction, missing: false} | false"})
    void an_award_requires_a_correction_where_the_scheme_says_so_of_how_the_branch_was_rated(String trigger, boolean required) {
        local = local.replace("rectification: {days: 30, day_type: working, if_missed: judge}",
                "rectification: {days: 30, day_type: calendar, if_missed: judge, trigger: " + trigger + "}");
        decided("cool_down: none", "announcement", FOUR);
        house.given("person/office", new NoticePosted(APPLICATION, POSTED, CLOSED.minusDays(1), false));
        house.on(CLOSED);
        house.given("system/close-notice", new NoticeClosed(APPLICATION));
        house.done("person/general", new Award(APPLICATION));
        assertThat(house.facts(LevelGranted.class)).hasSize(1);
        assertThat(house.facts(CorrectionRequired.class)).extracting(CorrectionRequired::dueOn)
                .isEqualTo(required ? List.of(CLOSED.plusDays(30)) : List.of());
    }

    @Test
    void it_need_not_wait_after_what_the_scheme_does_not_name() {
        awarded("cool_down: {after: [refusal, fraud], years: 1, applies_to: any}", "announcement");
        house.given("person/general", new Downgraded(BRANCH, new DecisionId("d2"), FOUR, new Level("3"), "veto", AWARDED, AWARDED));
        opens(AWARDED);
        house.done("person/s", AGAIN);
    }

    @Test
    void a_veto_while_it_applies_again_holds_that_application_and_not_the_one_that_is_over() {
        awarded("cool_down: none", "announcement");
        opens(AWARDED);
        house.done("person/s", AGAIN);
        house.done("person/discipline", new RecordVeto(BRANCH, "discipline", AWARDED, List.of(), "it is looked into"));
        assertThat(house.facts(ApplicationsToHold.class)).containsExactly(
                new ApplicationsToHold(BRANCH, HoldCause.VETO, "discipline", List.of(AGAIN.application())));
        assertThat(house.facts(ApplicationHeld.class)).extracting(ApplicationHeld::application).containsExactly(AGAIN.application());
    }

    private void waitsUntil(LocalDate day) {
        opens(day.minusDays(1));
        assertThat(code(house.ask("person/s", null, AGAIN))).isEqualTo("application.cool-down");
        house.on(day);
        house.done("person/s", AGAIN);
    }

    private void opens(LocalDate day) {
        house.on(day);
        Pin pin = house.facts(RoundOpened.class).getFirst().pin();
        house.given("person/office", new RoundOpened(NEXT, new Label("再评", "Next"), pin, CALENDAR, WORKERS, day, day.plusDays(30)));
    }

    private void refused(String coolDown, String from) {
        decided(coolDown, from, null);
    }

    private void awarded(String coolDown, String from) {
        decided(coolDown, from, FOUR);
        house.on(POSTED);
        house.given("person/office", new NoticePosted(APPLICATION, POSTED, CLOSED.minusDays(1), false));
        house.on(CLOSED);
        house.given("system/close-notice", new NoticeClosed(APPLICATION));
        house.on(AWARDED);
        house.given("person/general", new StarAwarded(APPLICATION, DECISION, FOUR, AWARDED),
                new LevelGranted(BRANCH, DECISION, APPLICATION, FOUR, Change.FIRST, AWARDED, null));
    }

    private void decided(String coolDown, String from, @Nullable Level level) {
        house.on(DECIDED);
        county();
        house.given("person/office", new RoundOpened(ROUND, new Label("评定", "Rating"), pin(coolDown, from), CALENDAR, WORKERS,
                DECIDED.minusDays(60), DECIDED.minusDays(30)));
        house.given("person/s", new ApplicationStarted(APPLICATION, house.facts(RoundOpened.class).getFirst().pin()),
                new SelfAssessmentRecorded(APPLICATION, 1, List.of(), List.of(), "s"), new ApplicationSubmitted(APPLICATION, null));
        house.given("person/office", new ApplicationAccepted(APPLICATION), new DeskReviewCompleted(APPLICATION, "f"),
                new AssessorsAssigned(APPLICATION, PANEL, PANEL.getFirst()),
                new SiteVisitCompleted(APPLICATION, DECIDED.minusDays(20), "f", List.of()), new ScoresOpened(APPLICATION, List.of()),
                new ScoreComputed(APPLICATION, RATED, List.of()), new LevelProposed(APPLICATION, RATED),
                new LevelAllocated(APPLICATION, RATED, Sha256.of("ranking"), List.of()));
        house.given("person/general", new LevelDecided(APPLICATION, DECISION, level, RATED, COMMITTEE));
    }

    private Pin pin(String coolDown, String from) {
        String scheme = Shipped.text("../deploy/schemes/zoucheng-70-30.yaml").replace("cool_down: none", coolDown)
                .replace("may_depart: none", "may_depart: {up: 1, down: 5, reason: required}");
        String rules = local.replace("days: 60, day_type: calendar, from: announcement", "days: 10, day_type: calendar, from: " + from);
        house.keep(scheme);
        house.keep(rules);
        return new Pin(new SchemeId("zoucheng-70-30"), "2023", Sha256.of(scheme), Sha256.of(rules));
    }

    private void county() {
        String year = Shipped.text("../shared-events/src/main/resources/calendars/prc-working-days-2026.yaml");
        LocalDate longAgo = LocalDate.of(2010, 1, 1);
        house.given("person/root", new CalendarYearPublished(CALENDAR, 2026, Sha256.of(year), year),
                new BodyEstablished(COUNTY, null, BodyEvent.Kind.COMMITTEE, new Label("县委", "County")),
                new BodyEstablished(WORKERS, COUNTY, BodyEvent.Kind.WORK_COMMITTEE, new Label("工委", "Workers")),
                new BodyEstablished(new BodyId("finance"), WORKERS, BodyEvent.Kind.AGENCY, new Label("财政局", "Finance")),
                new BranchRegistered(BRANCH, new BodyId("finance"), "agency", new Label("支部", "Branch"), longAgo),
                new PostAssigned(new BodyId("finance"), new PersonId("s"), Post.BRANCH_SECRETARY, BRANCH, longAgo),
                new PostAssigned(WORKERS, new PersonId("office"), Post.ROUND_OFFICE, null, longAgo),
                new PostAssigned(COUNTY, new PersonId("general"), Post.COMMITTEE_SECRETARY, null, longAgo),
                new PostAssigned(COUNTY, new PersonId("chief"), Post.COMMITTEE_SECRETARY, null, longAgo));
        COMMITTEE.forEach(one -> house.given("person/root", new PostAssigned(WORKERS, one, Post.COMMITTEE_MEMBER, null, longAgo)));
        Stream.of("j1", "j2", "j3", "m1").forEach(one -> house.given("person/root",
                new PostAssigned(WORKERS, new PersonId(one), Post.APPEAL_PANEL, null, longAgo)));
    }

    private static String code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.refusal().code() : decision.toString();
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }
}
