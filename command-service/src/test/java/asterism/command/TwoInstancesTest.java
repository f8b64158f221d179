package asterism.command;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.calendar.WorkingDays;
import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.command.core.Decision;
import asterism.command.core.Decision.Refused;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.command.standing.Standing;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealId;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StreamId;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scheme with two instances of appeal, of which the second keeps the decision out of force while it judges. */
class TwoInstancesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final BodyId COUNTY = new BodyId("county");
    private static final BranchId BRANCH = new BranchId("b01");
    private static final RoundId ROUND = new RoundId("r2026");
    private static final SchemeId SCHEME = new SchemeId("zoucheng-70-30");
    private static final CalendarId CALENDAR = new CalendarId("prc-working-days");
    private static final AppealId FIRST = new AppealId("ap-1");
    private static final AppealId SECOND = new AppealId("ap-2");
    private static final String RULES = Shipped.text("../deploy/schemes/zoucheng-70-30.local-rules.yaml");

    private final SmallHouse house = new SmallHouse();

    @BeforeEach
    void aStarIsLoweredFromFourToTwo() {
        house.done("system/test", new EstablishBody(COUNTY, null, Kind.COMMITTEE, new Label("县委", "County")));
        house.done("system/test", new EstablishBody(new BodyId("finance"), COUNTY, Kind.AGENCY, new Label("财政局", "Finance")));
        house.done("system/test", new RegisterBranch(BRANCH, new BodyId("finance"), "agency", new Label("支部", "Branch"),
                LocalDate.of(2010, 1, 1)));
        Stream.of("j1", "j2", "j3", "j4", "j5", "j6").map(PersonId::new).forEach(person -> {
            house.done("system/test", new RegisterPerson(COUNTY, person, "某人"));
            house.done("system/test", new AssignPost(COUNTY, person, Post.APPEAL_PANEL, null, DAY.minusYears(1)));
        });
        WorkingDays.shippedDocuments().stream().filter(document -> document.contains("prc-working-days") && document.contains("2026-12-31"))
                .forEach(document -> house.done("system/test", new PublishCalendarYear(CALENDAR, 2026, document)));
        house.on(DAY);
        house.done("system/test", new PublishSchemeVersion(SCHEME, Shipped.text("../deploy/schemes/zoucheng-70-30.yaml"),
                List.of("L205", "L601")));
        house.done("system/test", new AdoptLocalRules(SCHEME, "2023", withSecondInstance()));
        house.done("system/test", new ActivateSchemeVersion(SCHEME, "2023", DAY));
        house.done("system/test", new OpenRound(ROUND, new Label("评定", "Rating"), SCHEME, "2023", CALENDAR, COUNTY, DAY,
                DAY.plusDays(90)));
        house.done("system/test", new GrantProvisionalLevel(BRANCH, ROUND, new Level("4"), "new", DAY, null));
        house.done("person/general", "no meetings were held", new Downgrade(BRANCH, new Level("2"), "veto", DAY, DAY));
    }

    private static String withSecondInstance() {
        int from = RULES.indexOf("    - id: appeal\n");
        int until = RULES.indexOf("    - id: second_appeal\n");
        String second = RULES.substring(from, until).replace("id: appeal", "id: second")
                .replace("suspends_level: false", "suspends_level: true").replace("days: 60", "days: 10");
        return RULES.substring(0, until) + second + RULES.substring(RULES.indexOf("  surveillance:"));
    }

    @Test
    void what_the_first_dismisses_the_second_hears_before_others_and_may_replace() {
        DecisionId contested = house.state(new Standing(), StreamId.standing(BRANCH)).ledger().last().orElseThrow().because();
        lodge(FIRST, contested);
        house.done("person/chief", new AdmitAppeal(FIRST, people("j1", "j2", "j3")));
        assertThat(level()).as("the first does not suspend").contains("2");
        house.on(DAY.plusDays(30));
        house.done("person/j1", "as decided", new DismissAppeal(FIRST));

        house.on(DAY.plusDays(41));
        LodgeAppeal further = new LodgeAppeal(SECOND, BRANCH, contested, "facts", null, "they were held");
        assertThat(code(house.ask("person/secretary", null, further))).as("ten days from the answer").isEqualTo("appeal.too-late");
        house.on(DAY.plusDays(40));
        house.done("person/secretary", further);
        assertThat(house.facts(AppealCarriedFurther.class)).containsExactly(new AppealCarriedFurther(SECOND, BRANCH, FIRST, "second"));
        assertThat(code(house.ask("person/chief", null, new AdmitAppeal(SECOND, people("j3", "j4", "j5")))))
                .as("nobody judges twice").isEqualTo("recusal.appeal-panel");
        house.done("person/chief", new AdmitAppeal(SECOND, people("j4", "j5", "j6")));
        assertThat(level()).as("out of force meanwhile").contains("4");
        assertThat(code(house.ask("person/j4", "worse", new ReplaceDecision(SECOND, null, List.of())))).isEqualTo("appeal.may-not-lower");
        house.done("person/j4", "two of three were held", new ReplaceDecision(SECOND, new Level("3"), List.of()));
        assertThat(level()).contains("3");
        assertThat(house.state(new Standing(), StreamId.standing(BRANCH)).ledger().on(DAY).map(Entry::level))
                .as("from the first day of what it replaces").contains(new Level("3"));
        LodgeAppeal third = new LodgeAppeal(new AppealId("ap-3"), BRANCH, contested, "facts", null, "again");
        assertThat(code(house.ask("person/secretary", null, third)))
                .isEqualTo("appeal.struck-out");
    }

    @Test
    void a_dismissed_suspensive_appeal_puts_the_decision_in_force_again_and_there_is_no_third_instance() {
        DecisionId contested = house.state(new Standing(), StreamId.standing(BRANCH)).ledger().last().orElseThrow().because();
        lodge(FIRST, contested);
        house.done("person/chief", new AdmitAppeal(FIRST, people("j1", "j2", "j3")));
        house.done("person/j1", "as decided", new DismissAppeal(FIRST));
        lodge(SECOND, contested);
        house.done("person/chief", new AdmitAppeal(SECOND, people("j4", "j5", "j6")));
        assertThat(level()).contains("4");
        house.done("person/j4", "as decided", new DismissAppeal(SECOND));
        assertThat(level()).contains("2");
        LodgeAppeal third = new LodgeAppeal(new AppealId("ap-3"), BRANCH, contested, "facts", null, "again");
        assertThat(code(house.ask("person/secretary", null, third)))
                .isEqualTo("appeal.too-many-requests");
    }

    private void lodge(AppealId appeal, DecisionId contested) {
        house.done("person/secretary", new LodgeAppeal(appeal, BRANCH, contested, "facts", null, "they were held"));
    }

    private Optional<String> level() {
        return house.state(new Standing(), StreamId.standing(BRANCH)).ledger().on(DAY.plusDays(60)).map(Entry::level).map(Level::code);
    }

    private static String code(Decision decision) {
        return decision instanceof Refused refused ? refused.refusal().code() : decision.toString();
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }
}
