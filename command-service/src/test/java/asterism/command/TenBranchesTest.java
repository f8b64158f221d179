package asterism.command;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.calendar.WorkingDays;
import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CloseNotice;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CompleteDeskReview;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.CommitAssignment;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.command.scheme.SchemeCommand.ReportImpact;
import asterism.command.standing.Standing;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationId;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent;
import asterism.events.RoundId;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent;
import asterism.events.StreamId;
import asterism.standing.Ledger.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten branches under the 70/30 scheme go through a whole round: their points, the cut of the quota, the tie, the stars. */
class TenBranchesTest {
    private static final LocalDate OPENS = LocalDate.of(2026, 10, 8);
    private static final RoundId ROUND = new RoundId("r2026");
    private static final SchemeId SCHEME = new SchemeId("zoucheng-70-30");
    private static final CalendarId CALENDAR = new CalendarId("prc-working-days");
    private static final List<PersonId> PANEL = people("a1", "a2", "a3");
    private static final List<PersonId> COMMITTEE = people("m1", "m2", "m3");
    private static final List<PersonId> DEPARTMENT = people("m4", "m5", "m6");
    private static final List<PersonId> JUDGES = people("j1", "j2", "j3");
    private static final BranchId LOWERED = new BranchId("b06");
    private static final LocalDate APPEALED = OPENS.plusDays(64);
    private static final List<BranchId> VOTE = List.of(new BranchId("b03"), new BranchId("b04"));

    private final SmallHouse house = new SmallHouse();
    private final List<List<String>> rows = text("../shared-events/src/test/resources/rating/ten-branches.csv").lines().skip(1)
            .map(line -> List.of(line.toLowerCase(Locale.ROOT).split(",", -1))).toList();

    @BeforeEach
    void theCounty() {
        establish("county", null, Kind.COMMITTEE);
        establish("department", "county", Kind.ORGANISATION_DEPARTMENT);
        establish("workers", "county", Kind.WORK_COMMITTEE);
        establish("finance", "workers", Kind.AGENCY);
        rows.forEach(row -> house.done("system/test", new RegisterBranch(new BranchId(row.getFirst()), new BodyId("finance"), "agency",
                new Label("支部", "Branch"), LocalDate.of(2010, 1, 1))));
        rows.forEach(row -> post("s-" + row.getFirst(), Post.BRANCH_SECRETARY, "finance", new BranchId(row.getFirst())));
        post("desk", Post.DESK_REVIEWER, "workers", null);
        post("office", Post.ROUND_OFFICE, "workers", null);
        post("chair", Post.PANEL_CHAIR, "workers", null);
        post("general", Post.COMMITTEE_SECRETARY, "county", null);
        post("chief", Post.COMMITTEE_SECRETARY, "county", null);
        JUDGES.forEach(person -> post(person.value(), Post.APPEAL_PANEL, "county", null));
        PANEL.forEach(person -> post(person.value(), Post.ASSESSOR, "workers", null));
        COMMITTEE.forEach(person -> post(person.value(), Post.COMMITTEE_MEMBER, "workers", null));
        DEPARTMENT.forEach(person -> post(person.value(), Post.COMMITTEE_MEMBER, "department", null));
        WorkingDays.shippedDocuments().stream().filter(document -> document.contains("prc-working-days") && document.contains("2026-12-31"))
                .forEach(document -> house.done("system/test", new PublishCalendarYear(CALENDAR, 2026, document)));
        house.done("system/test", new PublishSchemeVersion(SCHEME, text("../deploy/schemes/zoucheng-70-30.yaml"), List.of("L205", "L601")));
        house.done("system/test", new AdoptLocalRules(SCHEME, "2023", text("../deploy/schemes/zoucheng-70-30.local-rules.yaml")));
        house.done("system/test", new ActivateSchemeVersion(SCHEME, "2023", OPENS));
        house.on(OPENS);
        house.done("person/office", new OpenRound(ROUND, new Label("评定", "Rating"), SCHEME, "2023", CALENDAR,
                new BodyId("workers"), OPENS, OPENS.plusDays(30)));
    }

    @Test
    void points_quota_tie_and_vote_come_out_as_written_and_ten_stars_are_granted() {
        rows.forEach(this::apply);
        house.on(OPENS.plusDays(40));
        rows.forEach(this::assess);
        assertThat(house.facts(ScoreComputed.class)).map(score -> score.computed().level()).map(String::valueOf)
                .containsExactly("5", "5", "5", "5", "5", "4", "4", "2", "3", "1");
        allocate();
        assertThat(house.facts(LevelAllocated.class))
                .map(allocated -> allocated.application().branch() + " " + allocated.computed().level())
                .containsExactlyInAnyOrder("b01 5", "b02 5", "b03 5", "b04 4", "b05 4", "b06 4", "b07 4", "b08 2", "b09 3", "b10 1");
        award();
        assertThat(house.facts(NoticePosted.class)).hasSize(10)
                .allSatisfy(notice -> assertThat(notice.lastDay()).isEqualTo(notice.postedOn().plusDays(7)));
        assertThat(house.facts(LevelGranted.class)).hasSize(10);
        house.done("person/office", new CloseRound(ROUND));
        aMilderVersionIsTriedOnTheRound();
    }

    /** Without the cap by satisfaction two of the ten would stand higher, and those they would push out of the quota lower. */
    private void aMilderVersionIsTriedOnTheRound() {
        String milder = text("../deploy/schemes/zoucheng-70-30.yaml").replace("version: 2023", "version: 2027")
                .replace("below: 60}\n    limit", "below: 10}\n    limit");
        house.done("system/test", new PublishSchemeVersion(SCHEME, milder, List.of("L205", "L601")));
        house.done("system/test", new AdoptLocalRules(SCHEME, "2027", text("../deploy/schemes/zoucheng-70-30.local-rules.yaml")));
        ActivateSchemeVersion activate = new ActivateSchemeVersion(SCHEME, "2027", OPENS.plusDays(400));
        assertThat(house.ask("person/chief", null, activate)).isInstanceOfSatisfying(Decision.Refused.class, refused ->
                assertThat(refused.refusal().code()).isEqualTo("scheme.impact-not-reported"));
        house.done("person/office", new ReportImpact(SCHEME, "2027", ROUND));
        assertThat(house.facts(ImpactReported.class)).singleElement().satisfies(report -> {
            assertThat(report.units()).isEqualTo(10);
            assertThat(List.of(report.rising(), report.falling(), report.otherwise())).isEqualTo(List.of(1, 0, 0));
            assertThat(house.document(report.report())).hasValue("b08,2,4,satisfaction_cap:CHANGED\n");
            assertThat(report.cutMove()).isEqualTo("0");
        });
        house.done("person/chief", activate);
    }

    @Test
    void a_star_is_lowered_the_branch_appeals_and_is_right_and_has_its_star_again() {
        rows.forEach(this::apply);
        house.on(OPENS.plusDays(40));
        rows.forEach(this::assess);
        allocate();
        award();
        lower(new Level("3"));
        house.on(APPEALED);
        assertThat(starOf(LOWERED)).isEqualTo(new Level("3"));
        AppealId appeal = new AppealId("ap-1");
        lodge(appeal);
        assertThat(house.ask("person/chief", null, new AdmitAppeal(appeal, people("j1", "j2", "a1")))).as("an assessor of the round")
                .isInstanceOfSatisfying(Decision.Refused.class, TenBranchesTest::isGuarded);
        house.done("person/chief", new AdmitAppeal(appeal, JUDGES));
        house.done("person/j1", "the minutes show them", new UpholdAppeal(appeal));
        assertThat(house.facts(DecisionStruckOut.class)).singleElement().satisfies(struck -> assertThat(struck.dependants()).isEmpty());
        assertThat(starOf(LOWERED)).isEqualTo(new Level("4"));
        assertThat(house.facts(LevelGranted.class)).as("nothing is granted anew").hasSize(10);
    }

    @Test
    void assessors_are_assigned_as_proposed() {
        rows.forEach(this::apply);
        Decision told = house.ask("person/office", null, new ProposeAssignment(ROUND, null, null));
        String proposal = ((Decision.Accepted) told).documents().getFirst();
        assertThat(house.facts(RoundEvent.class)).as("nothing is recorded").hasSize(1);
        house.done("person/office", new CommitAssignment(ROUND, Sha256.of(proposal)));
        assertThat(house.facts(AssessorsAssigned.class)).hasSize(10).allSatisfy(panel ->
                assertThat(panel.assessors()).containsExactlyInAnyOrderElementsOf(PANEL));
        assertThat(house.ask("person/office", null, new ProposeAssignment(ROUND, null, null)))
                .isInstanceOfSatisfying(Decision.Refused.class, none -> assertThat(none.refusal().code()).isEqualTo("round.nobody-waits"));
    }

    @Test
    void an_award_that_falls_displaces_nobody_and_its_seat_goes_by_a_decision_to_whom_the_quota_had_displaced() {
        rows.forEach(this::apply);
        house.on(OPENS.plusDays(40));
        rows.forEach(this::assess);
        allocate();
        award();
        BranchId first = new BranchId("b01");
        BranchId displaced = new BranchId("b04");
        ReallocateQuota again = new ReallocateQuota(ROUND, "five_star_share", List.of(displaced), "minutes 14");
        assertThat(house.ask("person/general", "it was close", again)).isInstanceOfSatisfying(Decision.Refused.class,
                none -> assertThat(none.refusal().code()).isEqualTo("round.no-seat-free"));
        int before = house.facts(StandingEvent.class).size();
        DecisionId award = house.state(new Standing(), StreamId.standing(first)).ledger().last().orElseThrow().because();
        house.done("system/test", new StrikeOut(first, award, new AppealId("ap-9")));
        assertThat(house.facts(StandingEvent.class)).as("nobody else is touched").hasSize(before + 1);
        house.done("person/general", "the award of another was struck out", again);
        assertThat(house.facts(QuotaReallocated.class)).extracting(QuotaReallocated::number).containsExactly(1);
        decideAndPost(house.facts(LevelAllocated.class).getLast());
        house.on(APPEALED.plusDays(30));
        ApplicationId application = new ApplicationId(ROUND, displaced);
        house.done("system/close-notice", new CloseNotice(application));
        house.done("person/general", new Award(application));
        assertThat(house.facts(LevelGranted.class).getLast()).satisfies(granted -> {
            assertThat(granted.level()).isEqualTo(new Level("5"));
            assertThat(granted.change()).isEqualTo(Change.PROMOTED);
        });
    }

    @Test
    void a_panel_that_finds_other_marks_rates_by_them_and_keeps_the_account() {
        rows.forEach(this::apply);
        house.on(OPENS.plusDays(40));
        rows.forEach(this::assess);
        allocate();
        award();
        BranchId counted = new BranchId("b09");
        DecisionId award = house.state(new Standing(), StreamId.standing(counted)).ledger().last().orElseThrow().because();
        AppealId appeal = new AppealId("ap-2");
        house.done("person/s-b09", new LodgeAppeal(appeal, counted, award, "facts", null, "the deductions were counted twice"));
        house.done("person/chief", new AdmitAppeal(appeal, JUDGES));
        house.done("person/j1", "counted twice", new ReplaceDecision(appeal, new Level("4"), List.of(new Mark("base", "97"))));
        assertThat(house.facts(AppealDecisionReplaced.class)).singleElement().satisfies(replaced -> {
            assertThat(replaced.computed()).isNotNull().satisfies(computed -> assertThat(computed.outcome()).isEqualTo("RATED"));
            assertThat(String.join("", replaced.trace())).contains("\"base\"", "97", "stars_by_points");
        });
        assertThat(starOf(counted)).isEqualTo(new Level("4"));
    }

    @Test
    void who_lowered_a_star_does_not_turn_the_appeal_away() {
        rows.forEach(this::apply);
        house.on(OPENS.plusDays(40));
        rows.forEach(this::assess);
        allocate();
        award();
        lower(null);
        AppealId appeal = new AppealId("ap-1");
        lodge(appeal);
        assertThat(house.ask("person/general", "no ground", new FindInadmissible(appeal, "no-ground")))
                .isInstanceOfSatisfying(Decision.Refused.class, TenBranchesTest::isGuarded);
        house.done("person/chief", "no ground", new FindInadmissible(appeal, "no-ground"));
    }

    private static void isGuarded(Decision.Refused refused) {
        assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.GUARD);
    }

    private void lower(@Nullable Level to) {
        house.done("person/general", "no meetings were held", new Downgrade(LOWERED, to, "veto", OPENS.plusDays(50), APPEALED));
    }

    private void lodge(AppealId appeal) {
        DecisionId contested = house.facts(Downgraded.class).getFirst().decision();
        house.done("person/s-b06", new LodgeAppeal(appeal, LOWERED, contested, "facts", null, "they were held"));
    }

    private Level starOf(BranchId branch) {
        return house.state(new Standing(), StreamId.standing(branch)).ledger().on(APPEALED).map(Entry::level).orElseThrow();
    }

    private void award() {
        house.facts(LevelAllocated.class).forEach(this::decideAndPost);
        house.on(OPENS.plusDays(60));
        rows.forEach(row -> {
            house.done("system/close-notice", new CloseNotice(application(row)));
            house.done("person/general", new Award(application(row)));
        });
    }

    @Test
    void members_of_another_body_do_not_decide_on_five_stars() {
        rows.forEach(this::apply);
        house.on(OPENS.plusDays(40));
        rows.forEach(this::assess);
        allocate();
        assertThat(house.ask("person/general", null, new Decide(application(rows.getFirst()), new Level("5"), COMMITTEE)))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo("application.not-a-member");
                    assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.INVALID);
                });
    }

    private void apply(List<String> row) {
        String secretary = "person/s-" + row.getFirst();
        house.done(secretary, new StartApplication(application(row)));
        house.done(secretary, new RecordSelfAssessment(application(row), List.of(), List.of(), "all there"));
        house.done(secretary, new SubmitApplication(application(row), null));
        house.done("person/office", new AcceptApplication(application(row)));
        house.done("person/desk", new CompleteDeskReview(application(row), "complete"));
    }

    private void assess(List<String> row) {
        ApplicationId application = application(row);
        house.done("person/office", new AssignAssessors(application, PANEL, PANEL.getFirst()));
        house.done("person/a1", new CompleteSiteVisit(application, OPENS.plusDays(40), "as said",
                List.of(new Mark("deductions", row.get(2)), new Mark("appraisal", row.get(3)))));
        house.done("person/office", new CloseSurvey(application, 40, 36, List.of(new Mark("satisfaction", row.get(4)))));
        List<String> base = List.of(row.get(1).split(";", -1));
        for (int i = 0; i < base.size(); i++) {
            house.done("person/" + PANEL.get(i), new SubmitScores(application, 1, List.of(new Mark("base", base.get(i)))));
            assertThat(house.looked()).as("scores must not wait for the round, nor the round for them").containsExactly("branch");
        }
        house.done("person/chair", new ConfirmScore(application));
        assertThat(house.looked()).as("a score is confirmed only while the roster is not sealed").contains("round");
    }

    private void allocate() {
        house.done("person/office", new SealRoster(ROUND));
        house.done("person/office", new AllocateQuota(ROUND));
        assertThat(house.facts(QuotaTied.class)).singleElement()
                .satisfies(tie -> assertThat(tie.tied()).containsExactlyInAnyOrderElementsOf(VOTE));
        house.done("person/general", new ResolveTie(ROUND, "five_star_share", VOTE, DEPARTMENT, "minutes 12"));
        house.done("person/office", new AllocateQuota(ROUND));
    }

    private void decideAndPost(LevelAllocated allocated) {
        Level level = allocated.computed().level();
        house.done("person/general", new Decide(allocated.application(), level, new Level("5").equals(level) ? DEPARTMENT : COMMITTEE));
        house.done("person/office", new PostNotice(allocated.application()));
    }

    private void establish(String body, @Nullable String parent, Kind kind) {
        BodyId above = parent == null ? null : new BodyId(parent);
        house.done("system/test", new EstablishBody(new BodyId(body), above, kind, new Label("机关", "Body")));
    }

    private void post(String person, Post post, String body, @Nullable BranchId branch) {
        house.done("system/test", new RegisterPerson(new BodyId(body), new PersonId(person), "某人"));
        house.done("system/test", new AssignPost(new BodyId(body), new PersonId(person), post, branch, LocalDate.of(2026, 1, 1)));
    }

    private static ApplicationId application(List<String> row) {
        return new ApplicationId(ROUND, new BranchId(row.getFirst()));
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
