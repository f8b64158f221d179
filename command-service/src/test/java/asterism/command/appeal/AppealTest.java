package asterism.command.appeal;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Lifecycle;
import asterism.command.Shipped;
import asterism.command.appeal.Appeal.Given;
import asterism.command.appeal.Appeal.State;
import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.core.Asked;
import asterism.command.core.Decision.Refused;
import asterism.command.core.Refusal;
import asterism.command.core.Refusal.Kind;
import asterism.events.AppealEvent;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.rating.Procedure.Instance;
import asterism.rating.Stated;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final LodgeAppeal LODGE = new LodgeAppeal(APPEAL, BRANCH, CONTESTED, "facts", "it was otherwise");
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

    private static final Instance AS_SHIPPED = Shipped.RULES.appeal().orElseThrow();
    private static final Instance WITH_GROUNDS = new Instance(AS_SHIPPED.id(), AS_SHIPPED.within(), new Stated.Is<>(List.of("procedure")),
            AS_SHIPPED.maxRequests(), AS_SHIPPED.mayLower(), AS_SHIPPED.mayExtend(), AS_SHIPPED.newEvidence(), AS_SHIPPED.suspendsLevel(),
            AS_SHIPPED.recusal(), AS_SHIPPED.body(), AS_SHIPPED.answer());

    /** One way to be refused. */
    record Row(Kind kind, String code, State state, AppealCommand command, Given given) {
        @Override
        public String toString() {
            return code + ": " + command.getClass().getSimpleName();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(lodging(), admitting(), judging()).flatMap(rows -> rows);
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
                new Row(Kind.RULE, "appeal.not-your-panel", BEFORE_THE_PANEL, DISMISS, by("general", "because")),
                new Row(Kind.INVALID, "reason.required", BEFORE_THE_PANEL, UPHOLD, by("j1", null)),
                new Row(Kind.INVALID, "reason.required", BEFORE_THE_PANEL, DISMISS, by("j1", null)),
                new Row(Kind.RULE, "appeal.ended", ANSWERED, UPHOLD, by("j1", "because")));
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
        Set<String> known = CODE.matcher(Files.readString(Path.of("src/main/java/asterism/command/appeal/Appeal.java"))).results()
                .map(code -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).hasSizeGreaterThan(12);
        assertThat(rows().map(Row::code).collect(Collectors.toSet())).containsAll(known);
    }

    @Test
    void an_appeal_is_in_time_on_its_last_day_and_no_calendar_means_no_last_day() {
        assertThat(LIFE.ask(NONE, LODGE, inTime())).isEqualTo(accept(LODGED));
        assertThat(LIFE.ask(NONE, LODGE, new Given(Lifecycle.person("secretary", null, TODAY), entry(false), Optional.of(AS_SHIPPED),
                Optional.empty(), 0, Optional.empty(), Set.of(), Set.of()))).isEqualTo(accept(LODGED));
    }

    @Test
    void it_is_admitted_before_a_panel_with_a_last_day_for_the_answer() {
        assertThat(LIFE.ask(WAITING, ADMIT, admission(Set.of()))).isEqualTo(accept(ADMITTED));
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
            List.of(TURN_AWAY, DISMISS, UPHOLD).forEach(wish -> ways.ask(state, wish, by("j1", "because")));
        }
        ways.check(Path.of("lifecycle-of-an-appeal.md"), "The ways of an appeal");
    }

    private static State after(AppealEvent... facts) {
        return LIFE.after("secretary", facts);
    }

    private static Optional<Entry> entry(boolean struck) {
        return Optional.of(new Entry(CONTESTED, Ledger.Kind.DOWNGRADE, new Level("3"), TODAY.minusDays(20), null, struck));
    }

    private static Given lodging(Optional<Entry> entry, Optional<Instance> instance, LocalDate until, int requests) {
        Asked secretary = Lifecycle.person("secretary", null, TODAY);
        return new Given(secretary, entry, instance, Optional.of(until), requests, Optional.empty(), Set.of(), Set.of());
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
        return new Given(Lifecycle.person(person, reason, TODAY), entry(false), Optional.of(AS_SHIPPED), Optional.empty(), 0, answerBy,
                Set.copyOf(PANEL), biased);
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }
}
