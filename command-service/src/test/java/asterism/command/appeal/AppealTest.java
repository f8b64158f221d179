package asterism.command.appeal;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Lifecycle;
import asterism.command.Shipped;
import asterism.command.appeal.Appeal.Given;
import asterism.command.appeal.Appeal.Hearing;
import asterism.command.appeal.Appeal.State;
import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.ReaddressAppeal;
import asterism.command.appeal.AppealCommand.RecordAnswerOverdue;
import asterism.command.appeal.AppealCommand.RecountAnswer;
import asterism.command.appeal.AppealCommand.RemindPanel;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.appeal.AppealCommand.SubmitAppealEvidence;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.core.Asked;
import asterism.command.core.Decision.Accepted;
import asterism.command.core.Decision.Refused;
import asterism.command.core.Refusal.Kind;
import asterism.command.core.Refusal;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealOwnerReminded;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealEvent.AppealReminderSet;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.AppealEvent;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.StreamId;
import asterism.rating.Procedure.Instance;
import asterism.rating.Stated;
import asterism.standing.Ledger.Entry;
import asterism.standing.Ledger;
import asterism.rating.round.Rated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AppealTest {
    private static final AppealId APPEAL = new AppealId("ap-1");
    private static final BranchId BRANCH = new BranchId("b06");
    private static final DecisionId CONTESTED = new DecisionId("d1");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final List<PersonId> PANEL = people("j1", "j2", "j3");
    private static final LodgeAppeal LODGE = new LodgeAppeal(APPEAL, BRANCH, CONTESTED, "facts", null, "it was otherwise");
    private static final AdmitAppeal ADMIT = new AdmitAppeal(APPEAL, PANEL);
    private static final FindInadmissible TURN_AWAY = new FindInadmissible(APPEAL, "no-ground");
    private static final DismissAppeal DISMISS = new DismissAppeal(APPEAL);
    private static final UpholdAppeal UPHOLD = new UpholdAppeal(APPEAL);
    private static final AppealLodged LODGED = new AppealLodged(APPEAL, BRANCH, CONTESTED, "facts", "it was otherwise");
    private static final AppealAdmitted ADMITTED = new AppealAdmitted(APPEAL, BRANCH, PANEL, TODAY.plusDays(42));
    private static final Pattern CODE = Pattern.compile("\"((?:appeal|recusal)\\.[a-z-]+)\"");

    private static final Lifecycle<AppealCommand, State, AppealEvent, Given> LIFE = new Lifecycle<>(new Appeal());
    private static final State NONE = after();
    private static final State WAITING = after(LODGED);
    private static final State BEFORE_THE_PANEL = after(LODGED, ADMITTED);
    private static final State ANSWERED = after(LODGED, ADMITTED, new AppealDismissed(APPEAL, BRANCH, CONTESTED));

    private static final ApplicationId REFUSED = ApplicationId.of("r2026.b06");
    private static final AppealAgainstRefusal AGAINST_REFUSAL = new AppealAgainstRefusal(APPEAL, BRANCH, REFUSED);
    private static final State REFUSAL_BEFORE_THE_PANEL = after(LODGED, AGAINST_REFUSAL, ADMITTED);

    private static final AppealConfined CONFINED = new AppealConfined(APPEAL, BRANCH, List.of("base"));
    private static final State CONFINED_BEFORE_THE_PANEL = after(LODGED, CONFINED, ADMITTED);
    private static final ReplaceDecision BASE_AND_MORE = new ReplaceDecision(APPEAL, new Level("4"),
            List.of(new Mark("base", "91"), new Mark("deductions", "0")));

    private static final Instance AS_SHIPPED = Shipped.RULES.appeals().getFirst();
    private static final Instance WITH_GROUNDS = instance(new Stated.Is<>(List.of("procedure")), false, true, false);
    private static final Instance OLD_EVIDENCE = instance(AS_SHIPPED.grounds(), false, false, false);
    private static final Instance MAY_EXTEND = extending();
    private static final Instance MAY_LOWER = instance(AS_SHIPPED.grounds(), true, true, false);
    private static final Instance SUSPENSIVE = instance(AS_SHIPPED.grounds(), false, true, true);
    private static final ReplaceDecision REPLACE = new ReplaceDecision(APPEAL, new Level("4"), List.of());
    private static final SubmitAppealEvidence SUPPORT = new SubmitAppealEvidence(APPEAL, List.of(), "the minutes");
    private static final RecordAnswerOverdue OVERDUE = new RecordAnswerOverdue(APPEAL);
    private static final RemindPanel REMIND = new RemindPanel(APPEAL);
    private static final RecountAnswer RECOUNT = new RecountAnswer(APPEAL);
    private static final ReaddressAppeal READDRESS = new ReaddressAppeal(APPEAL, List.of(new BranchId("b07")));

    private static Instance instance(Stated<List<String>> grounds, boolean mayLower, boolean newEvidence, boolean suspends) {
        return new Instance(AS_SHIPPED.id(), AS_SHIPPED.within(), grounds, AS_SHIPPED.maxRequests(), new Stated.Is<>(mayLower),
                AS_SHIPPED.mayExtend(), new Stated.Is<>(newEvidence), new Stated.Is<>(suspends), AS_SHIPPED.recusal(), AS_SHIPPED.body(),
                AS_SHIPPED.answer());
    }

    private static Instance extending() {
        return new Instance(AS_SHIPPED.id(), AS_SHIPPED.within(), AS_SHIPPED.grounds(), AS_SHIPPED.maxRequests(), AS_SHIPPED.mayLower(),
                new Stated.Is<>(true), AS_SHIPPED.newEvidence(), AS_SHIPPED.suspendsLevel(), AS_SHIPPED.recusal(), AS_SHIPPED.body(),
                AS_SHIPPED.answer());
    }

    /** One way to be refused. */
    record Row(Kind kind, String code, State state, AppealCommand command, Given given) {
        @Override
        public String toString() {
            return code + ": " + command.getClass().getSimpleName();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(lodging(), admitting(), judging(), replacing(), byTheHouse()).flatMap(rows -> rows);
    }

    private static Stream<Row> lodging() {
        return Stream.of(
                new Row(Kind.UNKNOWN, "appeal.unknown", NONE, ADMIT, admission(Set.of())),
                new Row(Kind.UNKNOWN, "appeal.decision-unknown", NONE, LODGE,
                        lodging(Optional.empty(), Optional.of(AS_SHIPPED), TODAY, 0)),
                new Row(Kind.RULE, "appeal.struck-out", NONE, LODGE, lodging(entry(true), Optional.of(AS_SHIPPED), TODAY, 0)),
                new Row(Kind.RULE, "appeal.not-provided", NONE, LODGE, lodging(entry(false), Optional.empty(), TODAY, 0)),
                new Row(Kind.RULE, "appeal.too-late", NONE, LODGE, lodging(entry(false), Optional.of(AS_SHIPPED), TODAY.minusDays(1), 0)),
                new Row(Kind.INVALID, "appeal.ground-unknown", NONE, LODGE, lodging(entry(false), Optional.of(WITH_GROUNDS), TODAY, 0)),
                new Row(Kind.RULE, "appeal.too-many-requests", NONE, LODGE, lodging(entry(false), Optional.of(AS_SHIPPED), TODAY, 1)),
                new Row(Kind.INVALID, "appeal.item-unknown", NONE, new LodgeAppeal(APPEAL, BRANCH, CONTESTED, "facts",
                        List.of("base", "weather"), "it was otherwise"), inTime()),
                new Row(Kind.RULE, "appeal.lodged", WAITING, LODGE, inTime()));
    }

    private static Stream<Row> admitting() {
        return Stream.of(
                new Row(Kind.GUARD, "recusal.appeal-panel", WAITING, ADMIT, admission(Set.of(new PersonId("j2")))),
                new Row(Kind.INVALID, "appeal.panel-too-small", WAITING, new AdmitAppeal(APPEAL, people("j1", "j2")), admission(Set.of())),
                new Row(Kind.INVALID, "appeal.panel-too-small", WAITING, new AdmitAppeal(APPEAL, people("j1", "j2", "j2", "j3")),
                        admission(Set.of())),
                new Row(Kind.INVALID, "appeal.not-on-a-panel", WAITING, new AdmitAppeal(APPEAL, people("j1", "j2", "passer-by")),
                        admission(Set.of())),
                new Row(Kind.INVALID, "appeal.panel-of-another-body", WAITING, ADMIT, elsewhere(admission(Set.of()))),
                new Row(Kind.RULE, "appeal.not-provided", WAITING, ADMIT, answer("general", null, Optional.empty(), Set.of())),
                new Row(Kind.GUARD, "recusal.own-decision", WAITING, TURN_AWAY,
                        answer("general", "no ground", Optional.empty(), Set.of(new PersonId("general")))),
                new Row(Kind.INVALID, "reason.required", WAITING, TURN_AWAY, by("general", null)));
    }

    private static Stream<Row> judging() {
        return Stream.of(
                new Row(Kind.RULE, "appeal.not-admitted", WAITING, UPHOLD, by("j1", "because")),
                new Row(Kind.RULE, "appeal.admitted", BEFORE_THE_PANEL, ADMIT, admission(Set.of())),
                new Row(Kind.RULE, "appeal.admitted", BEFORE_THE_PANEL, TURN_AWAY, by("general", "because")),
                new Row(Kind.RULE, "appeal.not-your-panel", BEFORE_THE_PANEL, UPHOLD, by("j4", "because")),
                new Row(Kind.RULE, "appeal.not-your-panel", BEFORE_THE_PANEL, UPHOLD, onBehalfOf("j1")),
                new Row(Kind.RULE, "appeal.not-your-panel", BEFORE_THE_PANEL, DISMISS, by("general", "because")),
                new Row(Kind.INVALID, "reason.required", BEFORE_THE_PANEL, UPHOLD, by("j1", null)),
                new Row(Kind.INVALID, "reason.required", BEFORE_THE_PANEL, DISMISS, by("j1", null)),
                new Row(Kind.RULE, "appeal.ended", ANSWERED, UPHOLD, by("j1", "because")));
    }

    private static Stream<Row> replacing() {
        ReplaceDecision marks = new ReplaceDecision(APPEAL, new Level("4"), List.of(new Mark("base", "ninety")));
        return Stream.of(
                new Row(Kind.RULE, "appeal.not-your-panel", BEFORE_THE_PANEL, REPLACE, by("j4", "because")),
                new Row(Kind.INVALID, "reason.required", BEFORE_THE_PANEL, REPLACE, by("j1", null)),
                new Row(Kind.INVALID, "appeal.level-unknown", BEFORE_THE_PANEL, new ReplaceDecision(APPEAL, new Level("9"), List.of()),
                        by("j1", "because")),
                new Row(Kind.INVALID, "appeal.marks-unreadable", BEFORE_THE_PANEL, marks, by("j1", "because")),
                new Row(Kind.INVALID, "appeal.may-not-extend", CONFINED_BEFORE_THE_PANEL, BASE_AND_MORE, rerated(AS_SHIPPED)),
                new Row(Kind.RULE, "appeal.nothing-held", REFUSAL_BEFORE_THE_PANEL, REPLACE, by("j1", "because")),
                new Row(Kind.INVALID, "appeal.nothing-replaced", BEFORE_THE_PANEL, replace("3"), by("j1", "because")),
                new Row(Kind.RULE, "appeal.may-not-lower", BEFORE_THE_PANEL, replace("2"), by("j1", "because")),
                new Row(Kind.RULE, "appeal.may-not-lower", BEFORE_THE_PANEL, replace(null), by("j1", "because")),
                new Row(Kind.RULE, "appeal.no-new-evidence", WAITING, SUPPORT, hearing(OLD_EVIDENCE, null, by("secretary", null))),
                new Row(Kind.RULE, "appeal.ended", ANSWERED, SUPPORT, by("secretary", null)));
    }

    private static Stream<Row> byTheHouse() {
        return Stream.of(
                new Row(Kind.RULE, "command.house-only", BEFORE_THE_PANEL, OVERDUE, by("j1", null)),
                new Row(Kind.RULE, "command.house-only", BEFORE_THE_PANEL, RECOUNT, by("j1", null)),
                new Row(Kind.RULE, "command.house-only", WAITING, READDRESS, by("j1", null)));
    }

    @Test
    void the_panel_puts_another_decision_in_its_place_but_none_below_unless_the_scheme_lets_it() {
        assertThat(LIFE.ask(BEFORE_THE_PANEL, REPLACE, by("j1", "it was otherwise"))).isEqualTo(accept(new AppealDecisionReplaced(APPEAL,
                BRANCH, CONTESTED, new DecisionId(Lifecycle.COMMAND.toString()), new Level("4"), null, List.of())));
        assertThat(LIFE.ask(BEFORE_THE_PANEL, replace("2"), hearing(MAY_LOWER, null, by("j1", "worse than that"))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void where_marks_were_in_question_the_new_decision_has_its_own_account() {
        Rated rated = new Rated(new Computed("RATED", new Level("4"), "stars_by_points"), List.of("{}"));
        Given as = by("j1", "counted twice");
        Given given = new Given(as.asked(), as.entry(), as.refused(), as.hearing(), as.until(), 0, Set.of(), as.answerBy(),
                as.people(), as.scale(),
                Optional.of(rated), Optional.empty(), Optional.empty());
        assertThat(LIFE.ask(BEFORE_THE_PANEL, new ReplaceDecision(APPEAL, new Level("4"), List.of(new Mark("base", "91"))), given))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.facts().getFirst())
                        .isInstanceOfSatisfying(AppealDecisionReplaced.class, replaced -> {
                            assertThat(replaced.computed()).isEqualTo(rated.computed());
                            assertThat(replaced.trace()).isEqualTo(rated.trace());
                        }));
    }

    @Test
    void an_appeal_that_contests_some_marks_is_judged_by_these_alone_unless_the_scheme_lets_the_panel_look_further() {
        LodgeAppeal some = new LodgeAppeal(APPEAL, BRANCH, CONTESTED, "facts", List.of("base"), "it was otherwise");
        assertThat(LIFE.ask(NONE, some, inTime())).isEqualTo(accept(LODGED, CONFINED));
        assertThat(CONFINED_BEFORE_THE_PANEL.lodged().map(Appeal.Case::items)).contains(List.of("base"));
        assertThat(LIFE.ask(CONFINED_BEFORE_THE_PANEL, BASE_AND_MORE, rerated(AS_SHIPPED))).as("what nobody contests").asString()
                .contains("appeal.may-not-extend", "marks[1].input");
        assertThat(LIFE.ask(CONFINED_BEFORE_THE_PANEL, BASE_AND_MORE, rerated(MAY_EXTEND))).isInstanceOf(Accepted.class);
        assertThat(LIFE.ask(CONFINED_BEFORE_THE_PANEL, new ReplaceDecision(APPEAL, new Level("4"), List.of(new Mark("base", "91"))),
                rerated(AS_SHIPPED))).isInstanceOf(Accepted.class);
        assertThat(LIFE.ask(BEFORE_THE_PANEL, BASE_AND_MORE,
                rerated(AS_SHIPPED))).as("all of it is contested").isInstanceOf(Accepted.class);
        AppealCarriedFurther further = new AppealCarriedFurther(APPEAL, BRANCH, new AppealId("ap-0"), AS_SHIPPED.id());
        assertThat(after(LODGED, further, CONFINED).lodged()).as("in the next instance, too")
                .contains(new Appeal.Case(APPEAL, BRANCH, CONTESTED, new AppealId("ap-0"), null, List.of("base")));
    }

    private static Given rerated(Instance instance) {
        Given as = hearing(instance, null, by("j1", "counted twice"));
        return new Given(as.asked(), as.entry(), as.refused(), as.hearing(), as.until(), 0, Set.of(), as.answerBy(), as.people(),
                as.scale(),
                Optional.of(new Rated(new Computed("RATED", new Level("4"), "stars_by_points"), List.of("{}"))), Optional.empty(),
                Optional.empty());
    }

    /** One of the panel has a seat on an appeal panel, but of a body that does not hear this instance. */
    private static Given elsewhere(Given as) {
        return new Given(as.asked(), as.entry(), as.refused(), as.hearing(), as.until(), 0, Set.of(), as.answerBy(),
                new Appeal.People(as.people().eligible(), Set.of(PANEL.getFirst(), PANEL.getLast()), Set.of()), as.scale(), as.rerated(),
                as.superior(), as.remindOn());
    }

    @Test
    void a_suspensive_appeal_takes_the_decision_out_of_force_once_it_is_admitted() {
        assertThat(LIFE.ask(WAITING, ADMIT, hearing(SUSPENSIVE, null, admission(Set.of()))))
                .isEqualTo(accept(ADMITTED, new AppealEffectStayed(APPEAL, BRANCH, CONTESTED)));
    }

    @Test
    void what_was_dismissed_goes_to_the_next_instance() {
        AppealId first = new AppealId("ap-0");
        AppealCarriedFurther further = new AppealCarriedFurther(APPEAL, BRANCH, first, AS_SHIPPED.id());
        assertThat(LIFE.ask(NONE, LODGE, hearing(AS_SHIPPED, first, inTime()))).isEqualTo(accept(LODGED, further));
        assertThat(after(LODGED, further).lodged().map(Appeal.Case::after)).contains(first);
    }

    @Test
    void a_refusal_that_no_ledger_holds_is_appealed_against_too_and_falls_with_the_appeal() {
        Given as = inTime();
        Given refused = new Given(as.asked(), Optional.empty(), Optional.of(REFUSED), as.hearing(), as.until(), 0, Set.of(), as.answerBy(),
                as.people(), as.scale(), as.rerated(), as.superior(), as.remindOn());
        assertThat(LIFE.ask(NONE, LODGE, refused)).isEqualTo(accept(LODGED, AGAINST_REFUSAL));
        assertThat(LIFE.ask(REFUSAL_BEFORE_THE_PANEL, DISMISS, by("j1", "as decided")))
                .isEqualTo(accept(new AppealDismissed(APPEAL, BRANCH, CONTESTED)));
        AppealUpheld upheld = new AppealUpheld(APPEAL, BRANCH, CONTESTED);
        RefusalFell fell = new RefusalFell(APPEAL, BRANCH, REFUSED, CONTESTED);
        assertThat(LIFE.ask(REFUSAL_BEFORE_THE_PANEL, UPHOLD, by("j1", "they were held"))).isEqualTo(accept(upheld, fell));
        assertThat(after(LODGED, AGAINST_REFUSAL, ADMITTED, upheld, fell)).isEqualTo(after(LODGED, AGAINST_REFUSAL, ADMITTED, upheld));
    }

    @Test
    void against_a_refusal_nothing_is_stayed_and_it_goes_to_the_next_instance_as_what_it_is() {
        assertThat(LIFE.ask(after(LODGED, AGAINST_REFUSAL), ADMIT, hearing(SUSPENSIVE, null, admission(Set.of()))))
                .isEqualTo(accept(ADMITTED));
        AppealCarriedFurther further = new AppealCarriedFurther(APPEAL, BRANCH, new AppealId("ap-0"), AS_SHIPPED.id());
        assertThat(after(LODGED, further, AGAINST_REFUSAL).lodged())
                .contains(new Appeal.Case(APPEAL, BRANCH, CONTESTED, new AppealId("ap-0"), REFUSED, List.of()));
        assertThat(after(LODGED, AGAINST_REFUSAL, further).lodged()).isEqualTo(after(LODGED, further, AGAINST_REFUSAL).lodged());
    }

    @Test
    void the_branch_supports_its_appeal_until_it_is_answered() {
        AppealEvidenceSubmitted support = new AppealEvidenceSubmitted(APPEAL, BRANCH, List.of(), "the minutes");
        assertThat(LIFE.ask(WAITING, SUPPORT, by("secretary", null))).isEqualTo(accept(support));
        assertThat(LIFE.ask(BEFORE_THE_PANEL, SUPPORT, by("secretary", null))).isEqualTo(accept(support));
    }

    @Test
    void an_answer_that_does_not_come_goes_to_the_body_above_once() {
        AppealAnswerOverdue late = new AppealAnswerOverdue(APPEAL, BRANCH, ADMITTED.answerBy(), new BodyId("county"));
        Given house = house(ADMITTED.answerBy().plusDays(1));
        assertThat(LIFE.ask(BEFORE_THE_PANEL, OVERDUE, house(ADMITTED.answerBy()))).as("not yet").isEqualTo(accept());
        assertThat(LIFE.ask(BEFORE_THE_PANEL, OVERDUE, house)).isEqualTo(accept(late));
        assertThat(LIFE.ask(after(LODGED, ADMITTED, late), OVERDUE, house)).isEqualTo(accept());
        assertThat(LIFE.ask(ANSWERED, OVERDUE, house)).isEqualTo(accept());
    }

    @Test
    void the_last_day_for_the_answer_is_counted_again_when_its_year_is_published() {
        LocalDate day = ADMITTED.answerBy().plusDays(2);
        Given counted = given(Lifecycle.house(TODAY), Optional.of(day), Set.of());
        AppealAnswerRecounted again = new AppealAnswerRecounted(APPEAL, BRANCH, day);
        assertThat(LIFE.ask(BEFORE_THE_PANEL, RECOUNT, counted)).isEqualTo(accept(again));
        assertThat(LIFE.ask(after(LODGED, ADMITTED, again), RECOUNT, counted)).isEqualTo(accept());
        assertThat(LIFE.ask(after(LODGED, ADMITTED, again), OVERDUE, house(day))).as("not over yet").isEqualTo(accept());
        assertThat(LIFE.ask(WAITING, RECOUNT, counted)).isEqualTo(accept());
    }

    @Test
    void the_appeal_of_a_branch_that_is_no_more_is_that_of_its_successors() {
        assertThat(LIFE.ask(WAITING, READDRESS, house(TODAY)))
                .isEqualTo(accept(new AppealReaddressed(APPEAL, BRANCH, List.of(new BranchId("b07")))));
        assertThat(LIFE.ask(ANSWERED, READDRESS, house(TODAY))).isEqualTo(accept());
    }

    private static ReplaceDecision replace(@Nullable String level) {
        return new ReplaceDecision(APPEAL, level == null ? null : new Level(level), List.of());
    }

    private static Given house(LocalDate today) {
        return given(Lifecycle.house(today), Optional.empty(), Set.of());
    }

    private static Given onBehalfOf(String person) {
        return given(new Asked(Lifecycle.COMMAND, "person/j9", new PersonId(person), "because", Instant.EPOCH, TODAY), Optional.empty(),
                Set.of());
    }

    /** The same before another instance. */
    private static Given hearing(Instance instance, @Nullable AppealId after, Given as) {
        return new Given(as.asked(), as.entry(), as.refused(), Optional.of(new Hearing(instance, after)), as.until(),
                as.requests(), as.unknown(), as.answerBy(),
                as.people(), as.scale(), as.rerated(), as.superior(), as.remindOn());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_wish_is_refused_by_kind_and_code(Row row) {
        assertThat(LIFE.ask(row.state(), row.command(), row.given())).isInstanceOfSatisfying(Refused.class, refused -> {
            Refusal refusal = refused.refusal();
            assertThat(refusal.code()).as(refusal.sentence()).isEqualTo(row.code());
            assertThat(refusal.kind()).isEqualTo(row.kind());
            assertThat(refusal.field() != null).isEqualTo(row.kind() == Kind.INVALID);
        });
    }

    @Test
    void every_code_of_the_package_has_its_row() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String file : List.of("Appeal", "Lodging", "Judging")) {
            CODE.matcher(Files.readString(Path.of("src/main/java/asterism/command/appeal/" + file + ".java"))).results()
                    .forEach(code -> known.add(code.group(1)));
        }
        assertThat(known).hasSizeGreaterThan(12);
        assertThat(rows().map(Row::code).collect(Collectors.toSet())).containsAll(known);
    }

    @Test
    void an_appeal_is_in_time_on_its_last_day_and_no_calendar_means_no_last_day() {
        assertThat(LIFE.ask(NONE, LODGE, inTime())).isEqualTo(accept(LODGED));
        assertThat(LIFE.ask(NONE, LODGE, lodging(entry(false), Optional.of(AS_SHIPPED), null, 0))).isEqualTo(accept(LODGED));
    }

    @Test
    void it_is_admitted_before_a_panel_with_a_last_day_for_the_answer() {
        assertThat(LIFE.ask(WAITING, ADMIT, admission(Set.of()))).isEqualTo(accept(ADMITTED));
    }

    @Test
    void the_panel_is_reminded_before_the_last_day_where_the_scheme_says_so_and_there_is_no_answer_yet() {
        Given as = admission(Set.of());
        Given reminding = new Given(as.asked(), as.entry(), as.refused(), as.hearing(), as.until(), 0, Set.of(), as.answerBy(), as.people(),
                as.scale(), as.rerated(), as.superior(), Optional.of(TODAY.plusDays(39)));
        AppealReminderSet set = new AppealReminderSet(APPEAL, BRANCH, ADMITTED.answerBy(), TODAY.plusDays(39));
        assertThat(LIFE.ask(WAITING, ADMIT, reminding)).isEqualTo(accept(ADMITTED, set));
        assertThat(new PanelReminderAlarm().setBy(set)).as("it rings when the day before is over").contains(TODAY.plusDays(38));
        assertThat(new PanelReminderAlarm().ring(StreamId.of(APPEAL))).isEqualTo(REMIND);
        assertThat(LIFE.ask(BEFORE_THE_PANEL, REMIND, house(ADMITTED.answerBy())))
                .isEqualTo(accept(new AppealOwnerReminded(APPEAL, BRANCH, ADMITTED.answerBy())));
        assertThat(LIFE.ask(BEFORE_THE_PANEL, REMIND, house(ADMITTED.answerBy().plusDays(1)))).as("too late").isEqualTo(accept());
        assertThat(LIFE.ask(ANSWERED, REMIND, house(TODAY))).isEqualTo(accept());
    }

    @Test
    void or_it_is_turned_away_with_a_reason() {
        assertThat(LIFE.ask(WAITING, TURN_AWAY, by("general", "no ground")))
                .isEqualTo(accept(new AppealFoundInadmissible(APPEAL, BRANCH, "no-ground")));
    }

    @Test
    void the_panel_dismisses_or_upholds_with_a_reason() {
        assertThat(LIFE.ask(BEFORE_THE_PANEL, DISMISS, by("j1", "as decided")))
                .isEqualTo(accept(new AppealDismissed(APPEAL, BRANCH, CONTESTED)));
        assertThat(LIFE.ask(BEFORE_THE_PANEL, UPHOLD, by("j3", "it was otherwise")))
                .isEqualTo(accept(new AppealUpheld(APPEAL, BRANCH, CONTESTED)));
    }

    @Test
    void an_appeal_never_forgets_what_it_contests() {
        assertThat(NONE.contested()).isEmpty();
        assertThat(List.of(WAITING, BEFORE_THE_PANEL, ANSWERED)).allSatisfy(state -> assertThat(state.contested()).contains(CONTESTED));
    }

    @Test
    void the_written_table_is_what_the_decider_does_with_every_wish_at_every_place() throws IOException {
        Lifecycle<AppealCommand, State, AppealEvent, Given> ways = new Lifecycle<>(new Appeal());
        for (State state : List.of(NONE, WAITING, BEFORE_THE_PANEL, ANSWERED)) {
            ways.ask(state, LODGE, inTime());
            ways.ask(state, ADMIT, admission(Set.of()));
            List.of(TURN_AWAY, DISMISS, UPHOLD, REPLACE, SUPPORT).forEach(wish -> ways.ask(state, wish, by("j1", "because")));
            ways.ask(state, RECOUNT, given(Lifecycle.house(TODAY), Optional.of(ADMITTED.answerBy().plusDays(2)), Set.of()));
            List.of(OVERDUE, READDRESS).forEach(wish -> ways.ask(state, wish, house(ADMITTED.answerBy().plusDays(1))));
            ways.ask(state, REMIND, house(ADMITTED.answerBy()));
        }
        ways.check(Path.of("lifecycle-of-an-appeal.md"), "The ways of an appeal");
    }

    private static State after(AppealEvent... facts) {
        return LIFE.after("secretary", facts);
    }

    private static Optional<Entry> entry(boolean struck) {
        return Optional.of(new Entry(CONTESTED, Ledger.Kind.DOWNGRADE, new Level("3"), TODAY.minusDays(20), null, struck));
    }

    private static Given lodging(Optional<Entry> entry, Optional<Instance> instance, @Nullable LocalDate until, int requests) {
        Asked secretary = Lifecycle.person("secretary", null, TODAY);
        return new Given(secretary, entry, Optional.empty(), instance.map(of -> new Hearing(of, null)), Optional.ofNullable(until),
                requests, Set.of("weather"), Optional.empty(), Appeal.People.NOBODY, List.of(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Given inTime() {
        return lodging(entry(false), Optional.of(AS_SHIPPED), TODAY, 0);
    }

    private static Given admission(Set<PersonId> biased) {
        return answer("general", null, Optional.of(TODAY.plusDays(42)), biased);
    }

    private static Given by(String person, @Nullable String reason) {
        return answer(person, reason, Optional.empty(), Set.of());
    }

    private static Given answer(String person, @Nullable String reason, Optional<LocalDate> answerBy, Set<PersonId> biased) {
        return given(Lifecycle.person(person, reason, TODAY), answerBy, biased);
    }

    private static Given given(Asked asked, Optional<LocalDate> answerBy, Set<PersonId> biased) {
        return new Given(asked, entry(false), Optional.empty(), Optional.of(new Hearing(AS_SHIPPED, null)), Optional.empty(), 0, Set.of(),
                answerBy, new Appeal.People(Set.copyOf(PANEL), Set.copyOf(PANEL), biased), Shipped.RULES.scale(), Optional.empty(),
                Optional.of(new BodyId("county")), Optional.empty());
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }
}
