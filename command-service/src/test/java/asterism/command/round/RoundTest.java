package asterism.command.round;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Lifecycle;
import asterism.command.Shipped;
import asterism.command.core.Asked;
import asterism.command.core.Decision.Accepted;
import asterism.command.core.Decision.Refused;
import asterism.command.core.Decision;
import asterism.command.core.Refusal.Kind;
import asterism.command.core.Refusal;
import asterism.command.round.Round.Given;
import asterism.command.round.Round.State;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.CommitAssignment;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.command.round.RoundCommand.RecordAssignmentRefused;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationId;
import asterism.events.AssignmentPlan;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.Ranking.Place;
import asterism.events.Ranking;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.AssignmentRefused;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.Seats;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundEvent;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import asterism.rating.SchemeReader;
import asterism.rating.round.Case;
import asterism.rating.round.Marked;
import asterism.rating.round.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTest {
    private static final RoundId ROUND = new RoundId("r2026");
    private static final LocalDate OPENS = LocalDate.of(2026, 10, 8);
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 8);
    private static final CalendarId CALENDAR = new CalendarId("prc-working-days");
    private static final OpenRound OPEN = open("2023", CALENDAR.value());
    private static final SealRoster SEAL = new SealRoster(ROUND);
    private static final AllocateQuota ALLOCATE = new AllocateQuota(ROUND);
    private static final ProposeAssignment PROPOSE = new ProposeAssignment(ROUND, null, null);
    private static final AssignmentPlan PLAN = new AssignmentPlan(new AssignmentPlan.Whole(ROUND, true, 1, 1), List.of(
            new AssignmentPlan.Panel(ApplicationId.of("r2026.b01"), people("a1", "a2"), new PersonId("a1"), null)));
    private static final CommitAssignment COMMIT = new CommitAssignment(ROUND, Sha256.of(PLAN.text()));
    private static final RecordAssignmentRefused NOT = new RecordAssignmentRefused(ROUND, ApplicationId.of("r2026.b01"), "p", "c", "s");
    private static final CloseRound CLOSE = new CloseRound(ROUND);
    private static final String QUOTA = "five_star_share";
    private static final List<BranchId> TIED = branches("b03", "b04");
    private static final ReallocateQuota AGAIN = new ReallocateQuota(ROUND, QUOTA, branches("b04"), "minutes 14");
    private static final List<PersonId> MEMBERS = people("m4", "m5", "m6");
    private static final ResolveTie RESOLVE = new ResolveTie(ROUND, QUOTA, TIED, MEMBERS, "minutes 12");

    private static final RoundOpened OPENED = new RoundOpened(ROUND, new Label("评定", "Rating"), Shipped.PIN, CALENDAR,
            new BodyId("workers"), OPENS, UNTIL);
    private static final RosterSealed SEALED = new RosterSealed(ROUND, 7, 10, Sha256.of("the roster"));
    private static final QuotaTied TIE = new QuotaTied(ROUND, QUOTA, 3, TIED);
    private static final TieResolved VOTE = new TieResolved(ROUND, QUOTA, TIED, MEMBERS, "minutes 12");
    private static final QuotaAllocated ALLOCATED = new QuotaAllocated(ROUND, List.of(new Seats(QUOTA, 10, 3, 3)), 10,
            Sha256.of("the ranking"));
    private static final Pattern CODE = Pattern.compile("\"((?:round|recusal)\\.[a-z-]+)\"");

    private static final Lifecycle<RoundCommand, State, RoundEvent, Given> LIFE = new Lifecycle<>(new Round());
    private static final State NONE = after();
    private static final State UNDERWAY = after(OPENED);
    private static final State CLOSED_LIST = after(OPENED, SEALED);
    private static final State TORN = after(OPENED, SEALED, TIE);
    private static final State VOTED = after(OPENED, SEALED, TIE, VOTE);
    private static final State GIVEN_OUT = after(OPENED, SEALED, TIE, VOTE, ALLOCATED);
    private static final State OVER = after(OPENED, SEALED, ALLOCATED, new RoundClosed(ROUND));

    /** One way to be refused. */
    record Row(Kind kind, String code, State state, RoundCommand command, Given given) {
        @Override
        public String toString() {
            return code + ": " + command.getClass().getSimpleName();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(opening(), assigning(), sealing(), voting(), freed(), elsewhere()).flatMap(rows -> rows);
    }

    private static Stream<Row> opening() {
        Optional<Pin> pin = Optional.of(Shipped.PIN);
        Optional<String> calendar = Optional.of(CALENDAR.value());
        return Stream.of(
                new Row(Kind.UNKNOWN, "round.version-unknown", NONE, OPEN, opening(OPENS, false, pin, calendar, true, true)),
                new Row(Kind.RULE, "round.no-local-rules", NONE, OPEN, opening(OPENS, true, Optional.empty(), calendar, true, true)),
                new Row(Kind.RULE, "round.version-not-in-force", NONE, OPEN,
                        new Given.ForOpening(asked(OPENS), true, false, pin, calendar, true, true, true)),
                new Row(Kind.RULE, "round.another-zone", NONE, OPEN,
                        new Given.ForOpening(asked(OPENS), true, true, pin, calendar, true, true, false)),
                new Row(Kind.INVALID, "round.another-calendar", NONE, open("2023", "england-working-days"),
                        opening(OPENS, true, pin, calendar, true, true)),
                new Row(Kind.UNKNOWN, "round.calendar-unknown", NONE, OPEN, opening(OPENS, true, pin, calendar, false, true)),
                new Row(Kind.UNKNOWN, "round.office-unknown", NONE, OPEN, opening(OPENS, true, pin, calendar, true, false)),
                new Row(Kind.INVALID, "round.over-before-it-opens", NONE, OPEN,
                        opening(UNTIL.plusDays(1), true, pin, calendar, true, true)),
                new Row(Kind.RULE, "round.already-open", UNDERWAY, open("2024", CALENDAR.value()), whole()));
    }

    private static Stream<Row> assigning() {
        Given known = new Given.ForAssignment(asked(UNTIL), Optional.of(PLAN));
        AssignmentPlan other = new AssignmentPlan(new AssignmentPlan.Whole(new RoundId("r2025"), true, 1, 1), List.of());
        return Stream.of(
                new Row(Kind.RULE, "round.nobody-waits", UNDERWAY, PROPOSE, waiting(0)),
                new Row(Kind.RULE, "round.sealed", CLOSED_LIST, PROPOSE, new Given.Nothing(asked(UNTIL))),
                new Row(Kind.RULE, "round.sealed", GIVEN_OUT, COMMIT, new Given.Nothing(asked(UNTIL))),
                new Row(Kind.INVALID, "round.proposal-unknown", UNDERWAY, COMMIT, new Given.ForAssignment(asked(UNTIL), Optional.empty())),
                new Row(Kind.INVALID, "round.proposal-unknown", UNDERWAY, COMMIT,
                        new Given.ForAssignment(asked(UNTIL), Optional.of(other))),
                new Row(Kind.RULE, "command.house-only", UNDERWAY, NOT, known));
    }

    private static Given waiting(int applications) {
        List<Assignment.Need> needs = IntStream.rangeClosed(1, applications).mapToObj(i -> new Assignment.Need(
                new ApplicationId(ROUND, new BranchId("b%02d".formatted(i))), "agency", Set.of())).toList();
        List<Assignment.Candidate> candidates = people("a1", "a2", "a3").stream()
                .map(person -> new Assignment.Candidate(person, new BodyId("workers"), Set.of())).toList();
        return new Given.ForProposal(asked(UNTIL), new Assignment(ROUND, needs, candidates, List.of(), 2, 9));
    }

    @Test
    void assignments_are_proposed_without_a_fact_and_committed_by_the_hash_of_the_proposal() {
        Decision told = LIFE.ask(UNDERWAY, PROPOSE, waiting(2));
        assertThat(told).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.facts()).isEmpty();
            assertThat(AssignmentPlan.of(accepted.documents().getFirst()).panels()).hasSize(2)
                    .allSatisfy(panel -> assertThat(panel.assessors()).hasSize(2));
        });
        Given known = new Given.ForAssignment(asked(UNTIL), Optional.of(PLAN));
        AssignmentCommitted committed = new AssignmentCommitted(ROUND, COMMIT.proposal(), 1);
        assertThat(LIFE.ask(UNDERWAY, COMMIT, known)).isEqualTo(accept(committed));
        assertThat(LIFE.ask(after(OPENED, committed), COMMIT, known)).as("asked again").isEqualTo(accept());
        assertThat(LIFE.ask(UNDERWAY, NOT, new Given.Nothing(Lifecycle.house(UNTIL))))
                .isEqualTo(accept(new AssignmentRefused(ROUND, NOT.application(), "p", "c", "s")));
    }

    private static Stream<Row> sealing() {
        return Stream.of(
                new Row(Kind.RULE, "round.applications-open", UNDERWAY, SEAL, roster(UNTIL, 10, 0, 0)),
                new Row(Kind.RULE, "round.not-all-ranked", UNDERWAY, SEAL, roster(UNTIL.plusDays(1), 10, 1, 0)),
                new Row(Kind.RULE, "round.nobody-ranked", UNDERWAY, SEAL, roster(UNTIL.plusDays(1), 0, 0, 0)),
                new Row(Kind.RULE, "round.sealed", TORN, SEAL, roster(UNTIL.plusDays(1), 10, 0, 0)),
                new Row(Kind.RULE, "round.not-all-ended", GIVEN_OUT, CLOSE, roster(UNTIL.plusDays(40), 0, 0, 2)));
    }

    private static Stream<Row> voting() {
        Given fair = vote(Set.of(), Set.of(), true);
        return Stream.of(
                new Row(Kind.INVALID, "round.another-quota", TORN, resolve("four_star_share", TIED, MEMBERS), fair),
                new Row(Kind.RULE, "round.no-vote", TORN, RESOLVE, vote(Set.of(), Set.of(), false)),
                new Row(Kind.INVALID, "round.order-not-the-tied", TORN, resolve(QUOTA, branches("b03"), MEMBERS), fair),
                new Row(Kind.INVALID, "round.order-not-the-tied", TORN, resolve(QUOTA, branches("b03", "b03"), MEMBERS), fair),
                new Row(Kind.INVALID, "round.order-not-the-tied", TORN, resolve(QUOTA, branches("b03", "b05"), MEMBERS), fair),
                new Row(Kind.GUARD, "recusal.own-branch", TORN, RESOLVE, vote(Set.of(new PersonId("m4")), Set.of(), true)),
                new Row(Kind.GUARD, "recusal.same-person-two-stages", TORN, RESOLVE, vote(Set.of(), Set.of(new PersonId("m5")), true)),
                new Row(Kind.INVALID, "round.not-a-member", TORN, resolve(QUOTA, TIED, people("m4", "m5", "m9")), fair),
                new Row(Kind.INVALID, "round.not-a-member", TORN, resolve(QUOTA, TIED, people("m4", "m4", "m5")), fair),
                new Row(Kind.GUARD, "round.quorum-missed", TORN, resolve(QUOTA, TIED, people("m4")), fair),
                new Row(Kind.GUARD, "round.quorum-missed", TORN, resolve(QUOTA, TIED, List.of()), fair));
    }

    private static Stream<Row> freed() {
        Given oneFree = reallocation(2, false, "because");
        return Stream.of(
                new Row(Kind.RULE, "round.not-allocated", TORN, AGAIN, new Given.Nothing(asked(UNTIL))),
                new Row(Kind.INVALID, "round.quota-unknown", GIVEN_OUT, again("four_star_share", "b04"), new Given.Nothing(asked(UNTIL))),
                new Row(Kind.INVALID, "round.quota-unknown", GIVEN_OUT, again("four_star_share", "b04"), oneFree),
                new Row(Kind.GUARD, "recusal.own-branch", GIVEN_OUT, AGAIN, reallocation(2, true, "because")),
                new Row(Kind.INVALID, "round.not-displaced", GIVEN_OUT, again(QUOTA), oneFree),
                new Row(Kind.INVALID, "round.not-displaced", GIVEN_OUT, again(QUOTA, "b06"), oneFree),
                new Row(Kind.INVALID, "round.not-displaced", GIVEN_OUT, again(QUOTA, "b04", "b04"), oneFree),
                new Row(Kind.RULE, "round.no-seat-free", GIVEN_OUT, AGAIN, reallocation(3, false, "because")),
                new Row(Kind.RULE, "round.no-seat-free", GIVEN_OUT, again(QUOTA, "b04", "b05"), oneFree),
                new Row(Kind.INVALID, "reason.required", GIVEN_OUT, AGAIN, reallocation(2, false, null)));
    }

    private static ReallocateQuota again(String quota, String... to) {
        return new ReallocateQuota(ROUND, quota, branches(to), "minutes 14");
    }

    private static Given reallocation(int inside, boolean tied, @Nullable String reason) {
        List<Place> displaced = branches("b04", "b05").stream().map(branch -> new Place(new ApplicationId(ROUND, branch),
                new Computed("RATED", new Level("4"), QUOTA), List.of("{}"))).toList();
        return new Given.ForReallocation(Lifecycle.person("office", reason, UNTIL.plusDays(60)), new Level("5"), inside, displaced, tied);
    }

    @Test
    void a_seat_that_came_free_is_given_by_a_numbered_decision_to_whom_the_quota_had_displaced() {
        Decision first = LIFE.ask(GIVEN_OUT, AGAIN, reallocation(2, false, "an award was struck out"));
        assertThat(first).isInstanceOfSatisfying(Accepted.class, accepted -> {
            String places = accepted.documents().getFirst();
            assertThat(accepted.facts()).containsExactly(
                    new QuotaReallocated(ROUND, 1, QUOTA, branches("b04"), 1, "minutes 14", Sha256.of(places)));
            assertThat(Ranking.of(places).places()).singleElement().satisfies(place -> assertThat(place.computed())
                    .isEqualTo(new Computed("RATED", new Level("5"), "reallocation-1")));
        });
        State once = after(OPENED, SEALED, ALLOCATED, new QuotaReallocated(ROUND, 1, QUOTA, branches("b04"), 1, "minutes 14", "s"),
                new RoundClosed(ROUND));
        assertThat(((Accepted) LIFE.ask(once, again(QUOTA, "b05"), reallocation(2, false, "another one"))).facts().getFirst())
                .as("also after the round has closed").isInstanceOfSatisfying(QuotaReallocated.class,
                        again -> assertThat(again.number()).isEqualTo(2));
    }

    @Test
    void a_round_of_46_000_branches_stays_as_small_as_one_of_ten() {
        List<ApplicationId> many = IntStream.rangeClosed(1, 46_000).mapToObj("b%05d"::formatted)
                .map(branch -> new ApplicationId(ROUND, new BranchId(branch))).toList();
        Event sealed = ((Accepted) LIFE.ask(UNDERWAY, SEAL, new Given.ForRoster(asked(UNTIL.plusDays(1)), 99, many, 0, 0))).facts()
                .getFirst();
        List<Case> cases = IntStream.range(0, many.size()).mapToObj(i -> new Case(many.get(i), "agency", given(Map.of("base", "90",
                "deductions", "0", "appraisal", "%.2f".formatted(i / 460.0), "satisfaction", "90")), null)).toList();
        Accepted accepted = (Accepted) Allotting.allot(ROUND, new Roster(Shipped.RULES.scheme(), 2026, cases, List.of()));
        assertThat(accepted.facts()).hasSize(1);
        assertThat(List.of(sealed, accepted.facts().getFirst())).allSatisfy(fact ->
                assertThat(EventJson.write(fact, new UUID(0, 1), Keys.NONE).length).isLessThan(1_000));
        assertThat(((QuotaAllocated) accepted.facts().getFirst()).quotas()).allSatisfy(seats ->
                assertThat(seats.seats()).isEqualTo(13_800));
    }

    /** Share of five stars by the year of the round: a tenth, then three tenths. */
    @ParameterizedTest
    @CsvSource({"2025, 1", "2026, 3"})
    void a_share_may_change_from_year_to_year(int year, int seats) {
        String scheme = Shipped.text("../deploy/schemes/zoucheng-70-30.yaml").replace("language: 1", "language: 2")
                .replace("tables: none", "tables:\n  shares: {keys: [year], columns: [five], rows: [[2025, 0.10], [2026, 0.30]]}")
                .replace("  committee_rank:\n", "  year: {type: text, source: round_year, missing: allowed, "
                        + "label: {zh: 评定年度, en: Year of the round}}\n  committee_rank:\n")
                .replace("scope: []", "scope: [year]").replace("share: 0.30", "share: {table: shares, by: year, column: five}");
        List<Case> cases = IntStream.rangeClosed(1, 10).mapToObj(i -> new Case(new ApplicationId(ROUND,
                new BranchId("b%02d".formatted(i))), "agency", given(Map.of("base", "97", "deductions", "0", "appraisal",
                String.valueOf(85 + i), "satisfaction", "90")), null)).toList();
        assertThat(new Roster(SchemeReader.read(scheme).orThrow().getFirst(), year, cases, List.of()).rate().quotas()).singleElement()
                .satisfies(use -> assertThat(use.seats()).isEqualTo(seats));
    }

    private static Stream<Row> elsewhere() {
        Given nothing = new Given.Nothing(asked(UNTIL));
        return Stream.of(
                new Row(Kind.UNKNOWN, "round.unknown", NONE, ALLOCATE, nothing),
                new Row(Kind.RULE, "round.not-sealed", UNDERWAY, ALLOCATE, nothing),
                new Row(Kind.RULE, "round.tied", TORN, ALLOCATE, nothing),
                new Row(Kind.RULE, "round.closed", OVER, ALLOCATE, nothing),
                new Row(Kind.RULE, "round.not-tied", CLOSED_LIST, RESOLVE, nothing),
                new Row(Kind.RULE, "round.not-allocated", TORN, CLOSE, roster(UNTIL, 0, 0, 0)));
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
        for (String file : List.of("Round", "Voting", "Reallocating")) {
            CODE.matcher(Files.readString(Path.of("src/main/java/asterism/command/round/" + file + ".java"))).results()
                    .forEach(code -> known.add(code.group(1)));
        }
        assertThat(known).hasSizeGreaterThan(20);
        assertThat(rows().map(Row::code).collect(Collectors.toSet())).containsAll(known);
    }

    @Test
    void a_round_opens_with_its_rules_pinned_and_asked_again_has_nothing_to_record() {
        assertThat(LIFE.ask(NONE, OPEN, whole())).isEqualTo(accept(OPENED));
        assertThat(LIFE.ask(UNDERWAY, OPEN, whole())).isEqualTo(accept());
        assertThat(UNDERWAY.opened().map(RoundOpened::pin)).contains(Shipped.PIN);
    }

    @Test
    void the_roster_is_sealed_with_everybody_who_is_ranked_the_day_after_the_last_day() {
        String roster = "r2026.b01\nr2026.b02\nr2026.b03\n";
        assertThat(LIFE.ask(UNDERWAY, SEAL, roster(UNTIL.plusDays(1), 3, 0, 0)))
                .isEqualTo(accept(new RosterSealed(ROUND, 99, 3, Sha256.of(roster))));
    }

    @Test
    void ten_branches_three_seats_and_equals_at_the_cut_wait_for_the_committee() {
        assertThat(LIFE.ask(CLOSED_LIST, ALLOCATE, tenBranches(CLOSED_LIST))).isEqualTo(accept(TIE));
    }

    @Test
    void a_vote_with_the_quorum_breaks_the_tie_and_the_seats_are_given_out_with_a_trace_for_each() {
        assertThat(LIFE.ask(TORN, RESOLVE, vote(Set.of(), Set.of(), true))).isEqualTo(accept(VOTE));
        Decision decision = LIFE.ask(VOTED, ALLOCATE, tenBranches(VOTED));
        assertThat(decision).isInstanceOfSatisfying(Accepted.class, accepted -> {
            String ranking = accepted.documents().getFirst();
            assertThat(accepted.facts()).containsExactly(
                    new QuotaAllocated(ROUND, List.of(new Seats(QUOTA, 10, 3, 3)), 10, Sha256.of(ranking)));
            assertThat(Ranking.of(ranking).places()).map(place -> place.application().branch() + " " + place.computed().level() + " "
                    + place.computed().reason()).containsExactly("b01 5 stars_by_points", "b02 5 stars_by_points", "b03 5 stars_by_points",
                    "b04 4 five_star_share", "b05 4 five_star_share", "b06 4 stars_by_points", "b07 4 stars_by_points",
                    "b08 2 satisfaction_cap", "b09 3 stars_by_points", "b10 1 stars_by_points");
            assertThat(Ranking.of(ranking).places()).map(place -> total(place.trace()))
                    .containsExactly("97.4", "95.93", "93.4", "93.4", "92.7", "89.5", "81.37", "88.8", "72.1", "55");
        });
    }

    @Test
    void whoever_the_vote_puts_first_gets_the_seat() {
        State state = after(OPENED, SEALED, TIE, new TieResolved(ROUND, QUOTA, branches("b04", "b03"), MEMBERS, "minutes 12"));
        Accepted accepted = (Accepted) LIFE.ask(state, ALLOCATE, tenBranches(state));
        assertThat(Ranking.of(accepted.documents().getFirst()).places())
                .filteredOn(place -> new Level("5").equals(place.computed().level()))
                .map(place -> place.application().branch().value()).containsExactly("b01", "b02", "b04");
    }

    @Test
    void a_round_closes_when_every_application_has_ended_and_what_is_done_is_not_done_twice() {
        assertThat(LIFE.ask(GIVEN_OUT, CLOSE, roster(UNTIL.plusDays(40), 0, 0, 0))).isEqualTo(accept(new RoundClosed(ROUND)));
        assertThat(LIFE.ask(OVER, CLOSE, roster(UNTIL.plusDays(40), 0, 0, 0))).isEqualTo(accept());
        assertThat(LIFE.ask(GIVEN_OUT, ALLOCATE, new Given.Nothing(asked(UNTIL)))).isEqualTo(accept());
    }

    @Test
    void the_written_table_is_what_the_decider_does_with_every_wish_at_every_place() throws IOException {
        Lifecycle<RoundCommand, State, RoundEvent, Given> ways = new Lifecycle<>(new Round());
        List.of(NONE, UNDERWAY, CLOSED_LIST, TORN, VOTED, GIVEN_OUT, OVER).forEach(state ->
                List.of(OPEN, PROPOSE, COMMIT, SEAL, ALLOCATE, RESOLVE, AGAIN, CLOSE)
                        .forEach(wish -> ways.ask(state, wish, given(state, wish))));
        ways.check(Path.of("lifecycle-of-a-round.md"), "The ways of a round");
    }

    private static Given given(State state, RoundCommand wish) {
        return switch (wish) {
            case OpenRound _ -> whole();
            case SealRoster _, CloseRound _ -> roster(UNTIL.plusDays(40), 10, 0, 0);
            case AllocateQuota _ when state instanceof State.Sealed -> tenBranches(state);
            case ResolveTie _ when state instanceof State.Tied -> vote(Set.of(), Set.of(), true);
            case ReallocateQuota _ when state instanceof State.GivenOut -> reallocation(2, false, "because");
            case ProposeAssignment _ when state instanceof State.Open -> waiting(2);
            case CommitAssignment _ when state instanceof State.Open -> new Given.ForAssignment(asked(UNTIL), Optional.of(PLAN));
            case AllocateQuota _, ResolveTie _, ReallocateQuota _, ProposeAssignment _, CommitAssignment _, RecordAssignmentRefused _ ->
                    new Given.Nothing(asked(UNTIL));
        };
    }

    private static State after(RoundEvent... facts) {
        return LIFE.after("office", facts);
    }

    private static OpenRound open(String version, String calendar) {
        return new OpenRound(ROUND, new Label("评定", "Rating"), new SchemeId("zoucheng-70-30"), version, new CalendarId(calendar),
                new BodyId("workers"), OPENS, UNTIL);
    }

    private static Asked asked(LocalDate today) {
        return Lifecycle.person("office", null, today);
    }

    private static Given whole() {
        return opening(OPENS, true, Optional.of(Shipped.PIN), Optional.of(CALENDAR.value()), true, true);
    }

    private static Given opening(
            LocalDate today, boolean version, Optional<Pin> pin, Optional<String> calendar, boolean known, boolean office) {
        return new Given.ForOpening(asked(today), version, true, pin, calendar, known, office, true);
    }

    private static Given roster(LocalDate today, int ranked, int underway, int unended) {
        List<ApplicationId> applications = IntStream.rangeClosed(1, ranked).mapToObj("b%02d"::formatted)
                .map(branch -> new ApplicationId(ROUND, new BranchId(branch))).toList().reversed();
        return new Given.ForRoster(asked(today), 99, applications, underway, unended);
    }

    private static ResolveTie resolve(String quota, List<BranchId> order, List<PersonId> voters) {
        return new ResolveTie(ROUND, quota, order, voters, "minutes 12");
    }

    private static Given vote(Set<PersonId> ofTied, Set<PersonId> judges, boolean votes) {
        return new Given.ForVote(asked(UNTIL.plusDays(20)), Shipped.RULES, votes, new Level("5"), Set.copyOf(MEMBERS), ofTied, judges);
    }

    private static Given tenBranches(State state) {
        List<String> lines = Shipped.text("../shared-events/src/test/resources/rating/ten-branches.csv").lines().toList();
        List<String> inputs = List.of(lines.getFirst().split(",", -1));
        List<Case> cases = lines.stream().skip(1).map(line -> one(inputs, List.of(line.split(",", -1)))).toList();
        List<TieResolved> votes = state instanceof State.Sealed(_, var cast) ? cast : List.of();
        return new Given.ForAllocation(asked(UNTIL.plusDays(20)), new Roster(Shipped.RULES.scheme(), 2026, cases, votes));
    }

    private static Marked given(Map<String, String> cells) {
        return new Marked(cells, List.of(), Map.of(), Map.of());
    }

    private static Case one(List<String> inputs, List<String> cells) {
        ApplicationId application = new ApplicationId(ROUND, new BranchId(cells.getFirst().toLowerCase(Locale.ROOT)));
        Map<String, String> given = new HashMap<>();
        IntStream.range(1, cells.size()).filter(i -> !cells.get(i).isEmpty()).forEach(i -> given.put(inputs.get(i), cells.get(i)));
        return new Case(application, "agency", given(given), null);
    }

    /** What the account of a place says its total is. */
    private static String total(List<String> trace) {
        Pattern total = Pattern.compile("\"name\":\"total\",\"after\":\"([^\"]+)\"");
        return trace.stream().flatMap(line -> total.matcher(line).results()).map(found -> found.group(1)).findFirst().orElse("");
    }

    private static List<BranchId> branches(String... ids) {
        return Stream.of(ids).map(BranchId::new).toList();
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }
}
