package asterism.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.command.core.Command;
import asterism.command.core.Decision;
import asterism.command.core.Decision.Refused;
import asterism.command.core.Refusal.Kind;
import asterism.command.core.Refusals;
import asterism.command.house.HouseCommand.OpenDemoWorld;
import asterism.command.house.HouseCommand.RotateLogKey;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BodyEvent;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.HouseEvent.LogKeyRotated;
import asterism.events.InvalidValue;
import asterism.events.Label;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.journal.KeyChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a county is made of before anything is rated: calendars, bodies, people, posts, branches. What was done is not done twice. */
class FoundingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final BodyId COUNTY = new BodyId("county");
    private static final BodyId FINANCE = new BodyId("finance");
    private static final PersonId WANG = new PersonId("wang");
    private static final BranchId BRANCH = new BranchId("b01");
    private static final Label NAME = new Label("某某", "Some");
    private static final CalendarId CALENDAR = new CalendarId("prc-working-days");
    private static final String YEAR = Shipped.text("../shared-events/src/main/resources/calendars/prc-working-days-2026.yaml");
    private static final EstablishBody ESTABLISH = new EstablishBody(COUNTY, null, BodyEvent.Kind.COMMITTEE, NAME);
    private static final RegisterPerson REGISTER = new RegisterPerson(FINANCE, WANG, "王芳");
    private static final AssignPost ASSIGN = new AssignPost(FINANCE, WANG, Post.BRANCH_SECRETARY, BRANCH, TODAY);
    private static final RegisterBranch FOUND = new RegisterBranch(BRANCH, FINANCE, "agency", NAME, TODAY);
    private static final PublishCalendarYear PUBLISH = new PublishCalendarYear(CALENDAR, 2026, YEAR);
    private static final List<Command> ALL = List.of(ESTABLISH, new EstablishBody(FINANCE, COUNTY, BodyEvent.Kind.AGENCY, NAME), FOUND,
            REGISTER, ASSIGN, PUBLISH);

    private final SmallHouse house = new SmallHouse();

    @BeforeEach
    void aSmallCounty() {
        ALL.forEach(command -> house.done("system/test", command));
    }

    @Test
    void what_was_done_is_not_done_twice() {
        assertThat(ALL).allSatisfy(command -> assertThat(house.ask("system/test", null, command)).isEqualTo(Decision.accept()));
    }

    /** One way to be refused. */
    record Row(Kind kind, String code, String actor, Command command) {
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(Kind.UNKNOWN, "body.parent-unknown", "system/test",
                        new EstablishBody(new BodyId("new"), new BodyId("nowhere"), BodyEvent.Kind.AGENCY, NAME)),
                new Row(Kind.UNKNOWN, "body.unknown", "system/test", new RegisterPerson(new BodyId("nowhere"), WANG, "王芳")),
                new Row(Kind.RULE, "body.already-established", "system/test",
                        new EstablishBody(COUNTY, null, BodyEvent.Kind.AGENCY, NAME)),
                new Row(Kind.RULE, "body.person-known", "system/test", new RegisterPerson(COUNTY, WANG, "王芳")),
                new Row(Kind.GUARD, "separation.own-post", "person/wang",
                        new AssignPost(FINANCE, WANG, Post.ADMINISTRATOR, null, TODAY)),
                new Row(Kind.UNKNOWN, "body.person-unknown", "system/test",
                        new AssignPost(FINANCE, new PersonId("nobody"), Post.ASSESSOR, null, TODAY)),
                new Row(Kind.INVALID, "body.post-and-branch", "system/test",
                        new AssignPost(FINANCE, WANG, Post.BRANCH_SECRETARY, null, TODAY)),
                new Row(Kind.INVALID, "body.post-and-branch", "system/test", new AssignPost(FINANCE, WANG, Post.ASSESSOR, BRANCH, TODAY)),
                new Row(Kind.UNKNOWN, "body.branch-unknown", "system/test",
                        new AssignPost(FINANCE, WANG, Post.BRANCH_SECRETARY, new BranchId("b77"), TODAY)),
                new Row(Kind.RULE, "body.post-not-held", "system/test", new EndPost(FINANCE, WANG, Post.ASSESSOR, null, TODAY)),
                new Row(Kind.INVALID, "body.post-ends-before-it-begins", "system/test",
                        new EndPost(FINANCE, WANG, Post.BRANCH_SECRETARY, BRANCH, TODAY.minusDays(1))),
                new Row(Kind.RULE, "branch.already-registered", "system/test",
                        new RegisterBranch(BRANCH, COUNTY, "agency", NAME, TODAY)),
                new Row(Kind.UNKNOWN, "branch.body-unknown", "system/test",
                        new RegisterBranch(new BranchId("b02"), new BodyId("nowhere"), "agency", NAME, TODAY)),
                new Row(Kind.INVALID, "branch.not-yet-founded", "system/test",
                        new RegisterBranch(new BranchId("b02"), FINANCE, "agency", NAME, TODAY.plusDays(1))),
                new Row(Kind.INVALID, "calendar.malformed", "system/test", new PublishCalendarYear(CALENDAR, 2026, "no calendar")),
                new Row(Kind.INVALID, "calendar.another-calendar", "system/test",
                        new PublishCalendarYear(new CalendarId("england-working-days"), 2026, YEAR)),
                new Row(Kind.INVALID, "calendar.another-year", "system/test", new PublishCalendarYear(CALENDAR, 2025, YEAR)),
                new Row(Kind.RULE, "house.not-empty", "system/test", new OpenDemoWorld(Instant.EPOCH)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_cannot_be_done_says_why(Row row) {
        assertThat(house.ask(row.actor(), null, row.command())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().code()).as(refused.refusal().sentence()).isEqualTo(row.code());
            assertThat(refused.refusal().kind()).isEqualTo(row.kind());
            assertThat(refused.refusal().field() != null).isEqualTo(row.kind() == Kind.INVALID);
        });
    }

    @Test
    void a_demo_world_begins_with_its_first_fact_and_only_once() {
        SmallHouse empty = new SmallHouse();
        empty.done("system/test", new OpenDemoWorld(Instant.EPOCH));
        assertThat(empty.ask("system/test", null, new OpenDemoWorld(Instant.MAX))).isEqualTo(Decision.accept());
    }

    @Test
    void the_key_that_signs_names_the_next_one_and_nobody_does_so_after_it() {
        SmallHouse signing = new SmallHouse();
        assertThat(signing.ask("person/root", null, new RotateLogKey())).isEqualTo(Refusals.reasonRequired());
        signing.done("person/root", "once a year", new RotateLogKey());
        LogKeyRotated rotated = signing.facts(LogKeyRotated.class).getFirst();
        assertThat(KeyChange.parse(rotated.from(), rotated.to(), rotated.statement()).to()).isEqualTo(signing.nextLogKey().to());
        assertThat(signing.ask("person/root", "a leak", new RotateLogKey())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("house.log-key-moved"));
    }

    @Test
    void some_wishes_contradict_themselves() {
        impossible("round.ends-before-it-opens", () -> new OpenRound(new RoundId("r2026"), NAME, new SchemeId("s"), "1", CALENDAR, COUNTY,
                TODAY, TODAY.minusDays(1)));
        ApplicationId application = ApplicationId.of("r2026.b01");
        impossible("survey.impossible-turnout", () -> new CloseSurvey(application, 40, 41, List.of()));
        impossible("survey.impossible-turnout", () -> new CloseSurvey(application, 40, -1, List.of()));
        impossible("list.empty", () -> new LodgeAppeal(new AppealId("ap-1"), BRANCH, new DecisionId("d1"), "facts", List.of(), "s"));
        impossible("list.too-long", () -> new ReplaceDecision(new AppealId("ap-1"), null,
                Collections.nCopies(501, new Mark("base", "1"))));
        impossible("number.out-of-range", () -> new ProposeAssignment(new RoundId("r2026"), 0, null));
        impossible("number.out-of-range", () -> new ProposeAssignment(new RoundId("r2026"), 3, 10_001));
        impossible("year.out-of-range", () -> new PublishCalendarYear(CALENDAR, 1948, YEAR));
    }

    private static void impossible(String code, ThrowingCallable wish) {
        assertThatThrownBy(wish).isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.code()).isEqualTo(code));
    }
}
