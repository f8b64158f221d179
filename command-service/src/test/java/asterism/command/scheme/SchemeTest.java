package asterism.command.scheme;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Lifecycle;
import asterism.command.Shipped;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.command.round.RatedRounds;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.scheme.SchemeCommand.ActivateSchemeVersion;
import asterism.command.scheme.SchemeCommand.AdoptLocalRules;
import asterism.command.scheme.SchemeCommand.PublishCalibrationCase;
import asterism.command.scheme.SchemeCommand.PublishSchemeVersion;
import asterism.command.scheme.SchemeCommand.ReportImpact;
import asterism.command.scheme.SchemeCommand.TakeCalibration;
import asterism.command.scheme.SchemeCommand.ValidateSchemeVersion;
import asterism.events.Envelope;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.RoundId;
import asterism.events.SchemeEvent;
import asterism.events.SchemeEvent.CalibrationCasePublished;
import asterism.events.SchemeEvent.CalibrationTaken;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeEvent.LocalRulesAdopted;
import asterism.events.SchemeEvent.SchemeVersionActivated;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.SchemeId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.rating.Exact;
import asterism.rating.Procedure.ImpactLimit;
import asterism.rating.Stated;
import asterism.rating.impact.Impact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scheme is published, completed by local rules and put in force; each step says why it cannot be taken. */
class SchemeTest {
    private static final SchemeId ID = new SchemeId("zoucheng-70-30");
    private static final String TEXT = Shipped.text("../deploy/schemes/zoucheng-70-30.yaml");
    private static final String NEXT = TEXT.replace("version: 2023", "version: 2026");
    private static final String LOCAL = Shipped.text("../deploy/schemes/zoucheng-70-30.local-rules.yaml");
    private static final List<String> KNOWN = List.of("L205", "L601");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final UUID COMMAND = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    private static final SchemeVersionPublished PUBLISHED = new SchemeVersionPublished(ID, "2023", Sha256.of(TEXT), TEXT, KNOWN);
    private static final LocalRulesAdopted ADOPTED = new LocalRulesAdopted(ID, "2023", Sha256.of(LOCAL), LOCAL);
    private static final SchemeVersionActivated ACTIVATED = new SchemeVersionActivated(ID, "2023", Sha256.of(TEXT), TODAY);
    private static final Scheme SCHEME = new Scheme();

    private static Scheme.State after(SchemeEvent... facts) {
        Scheme.State state = SCHEME.initial();
        for (SchemeEvent fact : facts) {
            state = SCHEME.evolve(state, fact, new Envelope(COMMAND, "Test", "person/office", null, null, null, List.of(), null));
        }
        return state;
    }

    private static Decision when(Scheme.State state, SchemeCommand command) {
        return SCHEME.decide(state, command, new Scheme.Given.Alone(asked(null)));
    }

    private static Asked asked(@Nullable String reason) {
        return new Asked(COMMAND, "person/office", null, reason, Instant.EPOCH, TODAY);
    }

    @Test
    void a_clear_document_is_published_with_its_text_once() {
        PublishSchemeVersion publish = new PublishSchemeVersion(ID, TEXT, KNOWN);
        assertThat(when(after(), publish)).isEqualTo(accept(List.of(TEXT), PUBLISHED));
        assertThat(when(after(PUBLISHED), publish)).isEqualTo(accept());
    }

    @Test
    void asking_first_records_nothing() {
        assertThat(when(after(), new ValidateSchemeVersion(ID, TEXT, KNOWN))).isEqualTo(accept());
        assertThat(when(after(), new ValidateSchemeVersion(ID, TEXT.replace("of: total", "of: totals"), KNOWN)))
                .isEqualTo(when(after(), new PublishSchemeVersion(ID, TEXT.replace("of: total", "of: totals"), KNOWN)));
    }

    @Test
    void local_rules_fill_the_silences() {
        AdoptLocalRules adopt = new AdoptLocalRules(ID, "2023", LOCAL);
        assertThat(when(after(PUBLISHED), adopt)).isEqualTo(accept(List.of(LOCAL), ADOPTED));
        assertThat(when(after(PUBLISHED, ADOPTED), adopt)).isEqualTo(accept());
    }

    @Test
    void a_version_comes_into_force_and_the_next_takes_its_place() {
        assertThat(when(after(PUBLISHED, ADOPTED), new ActivateSchemeVersion(ID, "2023", TODAY))).isEqualTo(accept(ACTIVATED));
        Scheme.State inForce = after(PUBLISHED, ADOPTED, ACTIVATED);
        assertThat(when(inForce, new ActivateSchemeVersion(ID, "2023", TODAY.plusDays(9)))).as("it is in force then").isEqualTo(accept());
        assertThat(inForce.isInForce("2023", TODAY.minusDays(1))).isFalse();
        assertThat(inForce.isInForce("2023", TODAY)).isTrue();

        LocalDate later = TODAY.plusYears(1);
        Scheme.State both = SCHEME.evolve(inForce, new SchemeVersionActivated(ID, "2026", Sha256.of(NEXT), later),
                new Envelope(COMMAND, "Test", "person/office", null, null, null, List.of(), null));
        assertThat(both.isInForce("2023", later.minusDays(1))).isTrue();
        assertThat(both.isInForce("2023", later)).isFalse();
        assertThat(both.isInForce("2026", later)).isTrue();
    }

    private static final SchemeVersionPublished NEXT_PUBLISHED = new SchemeVersionPublished(ID, "2026", Sha256.of(NEXT), NEXT, KNOWN);
    private static final LocalRulesAdopted NEXT_ADOPTED = new LocalRulesAdopted(ID, "2026", Sha256.of(LOCAL), LOCAL);
    private static final ActivateSchemeVersion ACTIVATE_NEXT = new ActivateSchemeVersion(ID, "2026", TODAY.plusDays(9));

    private static final RatedRounds.Last LAST = new RatedRounds.Last(new RoundId("r2025"), Sha256.of("inputs of r2025"));
    private static final ImpactLimit LIMITS = new ImpactLimit(new Stated.Is<>(Exact.parse("0.1").orElseThrow()),
            new Stated.Is<>(Exact.parse("0.25").orElseThrow()), new Stated.Is<>(Exact.of(5)));

    private static ImpactReported reported(int falling, String localRules) {
        return reported(1, falling, "0", localRules, LAST);
    }

    private static ImpactReported reported(int rising, int falling, String cutMove, String localRules, RatedRounds.Last on) {
        return new ImpactReported(ID, "2026", Sha256.of(NEXT), localRules, on.round(), 20, rising, falling, 0, cutMove, on.inputs(),
                Sha256.of(""));
    }

    private static Decision activateNext(@Nullable String reason, boolean anyRated, SchemeEvent... more) {
        List<SchemeEvent> facts = new ArrayList<>(List.of(PUBLISHED, ADOPTED, ACTIVATED, NEXT_PUBLISHED, NEXT_ADOPTED));
        facts.addAll(List.of(more));
        return SCHEME.decide(after(facts.toArray(SchemeEvent[]::new)), ACTIVATE_NEXT,
                new Scheme.Given.ForActivating(asked(reason), Optional.of(LIMITS), anyRated ? Optional.of(LAST) : Optional.empty()));
    }

    @Test
    void where_the_rules_limit_what_a_version_may_cost_its_effect_is_reported_first() {
        Decision done = accept(new SchemeVersionActivated(ID, "2026", Sha256.of(NEXT), TODAY.plusDays(9)));
        assertThat(activateNext(null, false)).as("nothing to compare with").isEqualTo(done);
        assertThat(activateNext(null, true)).satisfies(decision -> isRefused(decision, "scheme.impact-not-reported"));
        assertThat(activateNext(null, true, reported(2, Sha256.of(LOCAL)))).as("2 of 20 is within 0.1").isEqualTo(done);
        assertThat(activateNext(null, true, reported(3, Sha256.of(LOCAL))))
                .satisfies(decision -> isRefused(decision, "scheme.impact-too-great"));
        assertThat(activateNext("the rule was wrong", true, reported(3, Sha256.of(LOCAL)))).isEqualTo(done);
        assertThat(activateNext("the rule was wrong", true, reported(3, Sha256.of("other rules")))).as("a report of other local rules")
                .satisfies(decision -> isRefused(decision, "scheme.impact-not-reported"));
    }

    @Test
    void a_report_of_another_round_or_of_other_inputs_is_stale_whoever_stands_for_it() {
        String local = Sha256.of(LOCAL);
        assertThat(activateNext("now", true, reported(0, 0, "0", local, new RatedRounds.Last(new RoundId("r2024"), LAST.inputs()))))
                .satisfies(decision -> isRefused(decision, "scheme.impact-stale"));
        assertThat(activateNext("now", true, reported(0, 0, "0", local, new RatedRounds.Last(LAST.round(), Sha256.of("others")))))
                .satisfies(decision -> isRefused(decision, "scheme.impact-stale"));
    }

    @Test
    void too_many_movers_and_cut_points_that_move_too_far_need_somebody_who_stands_for_them() {
        String local = Sha256.of(LOCAL);
        Decision done = accept(new SchemeVersionActivated(ID, "2026", Sha256.of(NEXT), TODAY.plusDays(9)));
        assertThat(activateNext(null, true, reported(4, 1, "5", local, LAST))).as("5 of 20, and 5 points").isEqualTo(done);
        assertThat(activateNext(null, true, reported(5, 1, "0", local, LAST)))
                .satisfies(decision -> isRefused(decision, "scheme.impact-too-great"));
        assertThat(activateNext(null, true, reported(0, 0, "5.5", local, LAST)))
                .satisfies(decision -> isRefused(decision, "scheme.impact-too-great"));
        assertThat(activateNext("the scale was wrong", true, reported(5, 1, "5.5", local, LAST))).isEqualTo(done);
    }

    @Test
    void a_report_needs_a_rated_round_and_local_rules() {
        ReportImpact report = new ReportImpact(ID, "2026", new RoundId("r2025"));
        Scheme.Given nothing = new Scheme.Given.ForReporting(asked(null), Optional.empty());
        isRefused(SCHEME.decide(after(NEXT_PUBLISHED), report, nothing), "scheme.no-local-rules");
        isRefused(SCHEME.decide(after(NEXT_PUBLISHED, NEXT_ADOPTED), report, nothing), "scheme.round-not-rated");
    }

    private static void isRefused(Decision decision, String code) {
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.refusal().code()).as(refused.refusal().sentence()).isEqualTo(code));
    }

    @Test
    void an_earlier_activation_takes_the_place_of_a_later_one() {
        Scheme.State state = after(PUBLISHED, ADOPTED,
                new SchemeVersionActivated(ID, "2026", Sha256.of(NEXT), TODAY.plusYears(1)), ACTIVATED);
        assertThat(state.isInForce("2023", TODAY.plusYears(2))).isTrue();
    }

    /** One way to be refused. */
    record Row(Refusal.Kind kind, String code, Scheme.State state, SchemeCommand command) {
        @Override
        public String toString() {
            return code + ": " + command.getClass().getSimpleName();
        }
    }

    static Stream<Row> rows() {
        String two = TEXT.replace("to: open", "to: 2026-12-31").replace("version_date: none", "version_date: year");
        String dated = two.replace("version: 2023", "version: 2027")
                .replaceFirst("from: [0-9-]+, to: 2026-12-31", "from: 2027-01-01, to: open");
        return Stream.of(
                new Row(Refusal.Kind.INVALID, "scheme.has-errors", after(), publish(TEXT.replace("of: total", "of: totals"))),
                new Row(Refusal.Kind.INVALID, "scheme.warning-not-acknowledged", after(),
                        new PublishSchemeVersion(ID, TEXT, List.of("L601"))),
                new Row(Refusal.Kind.INVALID, "scheme.several-versions", after(), publish(two + "---\n" + dated)),
                new Row(Refusal.Kind.INVALID, "scheme.another-scheme", after(),
                        new PublishSchemeVersion(new SchemeId("another"), TEXT, KNOWN)),
                new Row(Refusal.Kind.RULE, "scheme.version-published", after(PUBLISHED),
                        publish(TEXT.replace("share: 0.30", "share: 0.25"))),
                new Row(Refusal.Kind.UNKNOWN, "scheme.version-unknown", after(), new AdoptLocalRules(ID, "2023", LOCAL)),
                new Row(Refusal.Kind.INVALID, "scheme.local-rules-unfit", after(PUBLISHED),
                        new AdoptLocalRules(ID, "2023", LOCAL.replace("scheme: zoucheng-70-30", "scheme: another"))),
                new Row(Refusal.Kind.INVALID, "scheme.local-rules-unfit", after(PUBLISHED),
                        new AdoptLocalRules(ID, "2023", LOCAL.replace("vote: none", "vote: most_of_them"))),
                new Row(Refusal.Kind.UNKNOWN, "scheme.version-unknown", after(PUBLISHED), new ActivateSchemeVersion(ID, "2026", TODAY)),
                new Row(Refusal.Kind.RULE, "scheme.no-local-rules", after(PUBLISHED), new ActivateSchemeVersion(ID, "2023", TODAY)),
                new Row(Refusal.Kind.INVALID, "scheme.activation-in-the-past", after(PUBLISHED, ADOPTED),
                        new ActivateSchemeVersion(ID, "2023", TODAY.minusDays(1))));
    }

    private static PublishSchemeVersion publish(String text) {
        return new PublishSchemeVersion(ID, text, KNOWN);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_cannot_be_done_says_why(Row row) {
        assertThat(when(row.state(), row.command())).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().code()).as(refused.refusal().sentence()).isEqualTo(row.code());
            assertThat(refused.refusal().kind()).isEqualTo(row.kind());
        });
    }

    private static final String CALIBRATING = NEXT.replace("language: 1", "language: 2") + "  calibration: {most_apart: 5}\n";
    private static final CalibrationCasePublished CASE = new CalibrationCasePublished(ID, "2026", "case-1", "agency", "minutes of a year",
            new Secret<>("calibration/zoucheng-70-30/case-1", Optional.of(List.of(new Mark("base", "91")))));
    private static final PublishCalibrationCase PUBLISH_CASE = new PublishCalibrationCase(ID, "2026", "case-1", "agency",
            "minutes of a year", List.of(new Mark("base", "91")));

    private static Decision calibrating(Scheme.State state, SchemeCommand command, String scheme) {
        Pin pin = new Pin(ID, "2026", Sha256.of(scheme), Sha256.of(LOCAL));
        Rules rules = RuleBook.rules(pin, sha256 -> Optional.of(sha256.equals(pin.sha256()) ? scheme : LOCAL));
        return SCHEME.decide(state, command, new Scheme.Given.ForCalibrating(asked(null), Optional.of(rules)));
    }

    private static TakeCalibration take(String base) {
        return new TakeCalibration(ID, "case-1", List.of(new Mark("base", base)));
    }

    @Test
    void a_case_with_a_known_answer_tells_who_scores_as_others_do() {
        assertThat(calibrating(after(), PUBLISH_CASE, CALIBRATING)).isEqualTo(accept(CASE));
        PersonId person = new PersonId("office");
        CalibrationTaken passed = new CalibrationTaken(ID, "case-1", person, true, "5");
        assertThat(calibrating(after(CASE), take("96"), CALIBRATING)).isEqualTo(accept(passed));
        assertThat(calibrating(after(CASE), take("85.9"), CALIBRATING))
                .isEqualTo(accept(new CalibrationTaken(ID, "case-1", person, false, "5.1")));
        assertThat(after(CASE, passed).isCalibrated(person)).isTrue();
        assertThat(after(CASE, new CalibrationTaken(ID, "case-1", person, false, "9")).isCalibrated(person)).isFalse();
        assertThat(after(CASE, passed).isCalibrated(new PersonId("somebody"))).isFalse();
    }

    @Test
    void the_written_table_is_what_the_decider_does_with_every_wish_at_every_place() throws IOException {
        Lifecycle<SchemeCommand, Scheme.State, SchemeEvent, Scheme.Given> ways = new Lifecycle<>(SCHEME, SchemeTest::place);
        RatedRounds.Trial trial = new RatedRounds.Trial("inputs", new Impact(20, List.of(), List.of(), List.of()), Exact.ZERO);
        Pin pin = new Pin(ID, "2026", Sha256.of(CALIBRATING), Sha256.of(LOCAL));
        Rules rules = RuleBook.rules(pin, sha256 -> Optional.of(sha256.equals(pin.sha256()) ? CALIBRATING : LOCAL));
        for (Scheme.State state : List.of(after(), after(PUBLISHED), after(PUBLISHED, ADOPTED), after(PUBLISHED, ADOPTED, ACTIVATED),
                after(PUBLISHED, CASE), after(PUBLISHED, ADOPTED, CASE), after(PUBLISHED, ADOPTED, ACTIVATED, CASE))) {
            ways.ask(state, publish(TEXT), new Scheme.Given.Alone(asked(null)));
            ways.ask(state, new AdoptLocalRules(ID, "2023", LOCAL), new Scheme.Given.Alone(asked(null)));
            ways.ask(state, new ActivateSchemeVersion(ID, "2023", TODAY), new Scheme.Given.Alone(asked(null)));
            ways.ask(state, new ReportImpact(ID, "2023", LAST.round()), new Scheme.Given.ForReporting(asked(null), Optional.of(trial)));
            Scheme.Given calibrating = new Scheme.Given.ForCalibrating(asked(null), state.version("2023")
                    .flatMap(version -> Optional.ofNullable(version.localRules())).map(_ -> rules));
            ways.ask(state, PUBLISH_CASE, calibrating);
            ways.ask(state, take("91"), calibrating);
        }
        ways.check(Path.of("lifecycle-of-a-scheme.md"), "The ways of a scheme's version");
    }

    /** How far the version is that is in question. */
    private static String place(Scheme.State state) {
        return state.version("2023").map(version -> state.isInForce("2023", TODAY) ? "InForce"
                : version.localRules() == null ? "Published" : "Completed").orElse("None");
    }

    @Test
    void a_case_is_published_where_the_scheme_asks_for_it_and_taken_once() {
        isRefused(calibrating(after(), PUBLISH_CASE, NEXT), "scheme.no-calibration");
        isRefused(calibrating(after(CASE), PUBLISH_CASE, CALIBRATING), "scheme.case-published");
        isRefused(calibrating(after(), take("91"), CALIBRATING), "scheme.case-unknown");
        isRefused(calibrating(after(CASE), take("101"), CALIBRATING), "marks.unreadable");
        isRefused(calibrating(after(CASE, new CalibrationTaken(ID, "case-1", new PersonId("office"), false, "9")), take("91"), CALIBRATING),
                "scheme.case-taken");
    }
}
