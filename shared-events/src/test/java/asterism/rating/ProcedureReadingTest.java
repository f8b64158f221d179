package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.document.Finding;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The procedure of a scheme, each key in each of its forms. */
class ProcedureReadingTest {
    private static final String FULL = Fixtures.text("procedure.yaml");

    private static SchemeReader.Reading read(String procedure) {
        return SchemeReader.read(document(procedure));
    }

    private static String document(String procedure) {
        return Mini.document("id: start, take: {which: only, of: [m]}", "none").replace("procedure: none\n", procedure);
    }

    private static Procedure procedure(String text) {
        Procedure procedure = read(text).orThrow().getFirst().procedure();
        assertThat(procedure).isNotNull();
        return java.util.Objects.requireNonNull(procedure);
    }

    @Test
    void each_key_is_read_as_it_is_written() {
        Procedure read = procedure(FULL);
        assertThat(Stream.of(Procedure.class.getRecordComponents()).map(part -> part.getName() + " = " + value(part, read)))
                .containsExactlyElementsOf(Fixtures.text("procedure.read.txt").lines().toList());
    }

    private static Object value(RecordComponent part, Procedure of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_second_language_adds_keys_that_the_first_refuses() {
        String keys = """
                  survey: {least_answered: 0.6}
                  moderation: {spread: 12.5}
                  guards: {former_post_years: 3}
                  downgrade: {grounds: [fraud], most_steps: 1}
                  promotion: {most_steps: 2}
                """;
        assertThat(read(FULL + keys).findings()).extracting(Finding::code).contains("L101");
        Procedure second = SchemeReader.read(document(FULL + keys).replace("language: 1", "language: 2")).orThrow().getFirst().procedure();
        assertThat(second).isNotNull().satisfies(read -> assertThat(List.of(read.survey().get().leastAnswered().get().toString(),
                read.moderation().get().spread().get().toString(), read.guards().get().formerPostYears().get(),
                read.downgrade().get().grounds().get(), read.downgrade().get().mostSteps().get(), read.promotion().get().mostSteps().get()))
                .containsExactly("0.6", "12.5", 3, List.of("fraud"), 1, 2));
        assertThat(SchemeReader.read(document(FULL + keys.replace("0.6", "1.1")).replace("language: 1", "language: 2")).findings())
                .extracting(Finding::code).containsExactly("L104");
    }

    @Test
    void a_stage_is_of_the_kind_its_id_says_or_of_the_one_the_second_language_names() {
        String stage = "procedure:\n  calendar: none\n  stages:\n    - {id: %s, actor: a, due: none, label: {zh: 一, en: one}}\n";
        String rest = FULL.substring(FULL.indexOf("  decision:"));
        assertThat(procedure(stage.formatted("scoring") + rest).stages().get().getFirst().kind()).contains(Procedure.Kind.SCORING);
        assertThat(procedure(stage.formatted("check") + rest).stages().get().getFirst().kind()).isEmpty();
        assertThat(SchemeReader.read(document(stage.formatted("check, kind: desk_review") + rest).replace("language: 1", "language: 2"))
                .orThrow().getFirst().procedure()).isNotNull().satisfies(read ->
                assertThat(read.stages().get().getFirst().kind()).contains(Procedure.Kind.DESK_REVIEW));
    }

    @Test
    void the_second_language_asks_for_reasons_and_names_its_zone() {
        String keys = """
                  scoring: {reason_for_less: true}
                  zone: Asia/Shanghai
                  impact: {most_falling: 0.1, most_cut_move: 2.5}
                  effects: [{on: veto_event, codes: [fraud], then: withdraw}]
                """;
        String second = document(FULL + keys).replace("language: 1", "language: 2");
        assertThat(SchemeReader.read(second).orThrow().getFirst().procedure()).isNotNull().satisfies(read -> assertThat(
                List.of(read.scoring().get().reasonForLess().get(), read.zone().get().getId(),
                        read.impact().get().mostFalling().get().toString(), read.impact().get().mostMoving().value().isPresent(),
                        read.impact().get().mostCutMove().get().toString(), read.effects().get()))
                .containsExactly(true, "Asia/Shanghai", "0.1", false, "2.5", List.of(new Procedure.Effect(Procedure.Happening.VETO_EVENT,
                        new Stated.Is<>(List.of("fraud")), new Procedure.Missed.Word("withdraw")))));
        assertThat(SchemeReader.read(second.replace("Asia/Shanghai", "Shanghai")).findings()).extracting(Finding::code)
                .containsExactly("L104");
    }

    @Test
    void the_second_language_says_who_may_enter() {
        String second = document(FULL + "  entry: {months_since_founding: 12, bars: [veto, correction]}\n")
                .replace("language: 1", "language: 2");
        assertThat(SchemeReader.read(second).orThrow().getFirst().procedure()).isNotNull().satisfies(read ->
                assertThat(read.entry().get()).isEqualTo(new Procedure.Entry(new Stated.Is<>(12),
                        new Stated.Is<>(List.of(Procedure.EntryBar.VETO, Procedure.EntryBar.CORRECTION)))));
        assertThat(SchemeReader.read(second.replace("[veto", "[weather")).findings()).extracting(Finding::code).containsExactly("L101");
    }

    @Test
    void the_second_language_lets_departments_judge_and_leaves_stages_out() {
        String keys = """
                  joint: [{id: conduct, body: not_stated, of: [a, b], label: {zh: 作风, en: Conduct}}]
                  skip: [desk_review, moderation]
                  moderation: {spread: none, sample: 0.2}
                  calibration: {most_apart: 5}
                  remind_before: {days: 3, day_type: working}
                """;
        String second = document(FULL + keys).replace("language: 1", "language: 2");
        assertThat(SchemeReader.read(second).orThrow().getFirst().procedure()).isNotNull().satisfies(read -> {
            assertThat(read.joint().get()).singleElement().satisfies(part -> {
                assertThat(part.body()).isEqualTo(new Stated.NotStated<String>());
                assertThat(part.of()).containsExactly("a", "b");
            });
            assertThat(read.skip().get()).containsExactly(Procedure.Kind.DESK_REVIEW, Procedure.Kind.MODERATION);
            assertThat(read.moderation().get().sample().get()).hasToString("0.2");
            assertThat(read.calibration().get().mostApart().get()).hasToString("5");
            assertThat(read.remindBefore().get()).isEqualTo(
                    new Procedure.RemindBefore(new Stated.Is<>(3), new Stated.Is<>(Procedure.DayType.WORKING)));
        });
        assertThat(SchemeReader.read(second.replace("[desk_review, m", "[decision, m")).findings()).extracting(Finding::code)
                .containsExactly("L101");
        assertThat(SchemeReader.read(second.replace("sample: 0.2", "sample: 2")).findings()).extracting(Finding::code)
                .containsExactly("L104");
    }

    @Test
    void a_validity_may_have_other_kinds() {
        String years = "{kind: years, years: 3, starts: announcement}";
        assertThat(procedure(FULL.replace(years, "{kind: until_next_round}")).validity())
                .isEqualTo(new Stated.Is<>(new Procedure.InForce.UntilNextRound()));
        assertThat(procedure(FULL.replace(years, "{kind: unlimited}")).validity())
                .isEqualTo(new Stated.Is<>(new Procedure.InForce.Unlimited()));
        assertThat(procedure(FULL.replace(years, "{kind: calendar_years, years: 2, starts: next_january_1}")).validity())
                .isEqualTo(new Stated.Is<>(new Procedure.InForce.CalendarYears(2, "next_january_1")));
    }

    @Test
    void a_missed_deadline_may_have_a_word_and_an_objection_the_time_of_the_notice() {
        assertThat(procedure(FULL.replace("{move: -1}", "suspend")).rectification().toString()).contains("Word[word=suspend]");
        assertThat(procedure(FULL.replace("{days: 3, day_type: calendar, from: notice, first_day_counts: true}", "notice")).objection()
                .toString()).contains("within=Is[is=TheNotice[]]");
    }

    /** The document with a key that no form has, in one form after the other. */
    static Stream<String> strangers() {
        return IntStream.range(0, FULL.length()).filter(at -> FULL.charAt(at) == '{')
                .mapToObj(at -> FULL.substring(0, at + 1) + "color: red, " + FULL.substring(at + 1));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void a_key_that_no_form_has_is_refused(String text) {
        assertThat(read(text).findings()).extracting(Finding::code).containsAnyOf("L101", "L106");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"date: 12-31 | date: 13-31 | L104", "date: 12-31 | date: the end | L104",
        "if_late: lapse | if_late: forget | L101", "reason: required | reason: none | L101", "kind: years | kind: ages | L101",
        "starts: announcement | starts: someday | L101", "{move: -1} | forgive | L101", "then: withdraw | then: forget | L101",
        "if_not_returned: announce_void | if_not_returned: ask | L101", "rename: carry | rename: keep | L101",
        "{months: 2, from | {weeks: 2, from | L101", "max_requests: 2 | max_requests: 0 | L101", "id: visit | id: self | L103",
        "{is: 5}, label | {is: 6}, label | L102", "{at_most: 4}, body | {at_most: 7}, body | L102",
        "{name: y, is: true}} | {name: k, is: true}} | L102"})
    void a_word_that_is_not_known_there_is_refused(String what, String by, String code) {
        assertThat(FULL).contains(what);
        assertThat(read(FULL.replace(what, by)).findings()).extracting(Finding::code).contains(code);
    }
}
