package asterism.query.web.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.query.reading.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is filled in becomes the command that was meant, and nothing else. */
class FilledTest {

    private static Filled filled(String command, String... namesAndValues) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Filled.of(Forms.of(command).orElseThrow(), sent);
    }

    @Test
    void a_line_each_becomes_a_list_and_a_day_stays_a_day() {
        assertThat(filled("ReturnForCompletion", "gaps", " minutes of June \n\nplan of work", "dueOn", "2026-02-10").body())
                .hasToString("""
                        {"gaps":["minutes of June","plan of work"],"dueOn":"2026-02-10"}""");
    }

    @Test
    void marks_go_in_the_order_they_stand_with_their_remarks_and_empty_ones_stay_out() {
        Filled filled = filled("SubmitScores", "judged", "2", "mark.b", "9.5", "mark.a", "", "remark.a", "none", "mark.c", "8",
                "remark.c", "no plan");
        assertThat(filled.body()).hasToString("""
                {"judged":2,"marks":[{"input":"b","cell":"9.5"},{"input":"c","cell":"8","remark":"no plan"}]}""");
        assertThat(filled.marked()).containsExactly("b", "c");
    }

    @Test
    void what_is_no_number_goes_as_it_is_so_that_the_answer_can_say_so() {
        assertThat(filled("CloseSurvey", "invited", "forty", "answered", "36").body().toString())
                .contains("\"invited\":\"forty\",\"answered\":36");
    }

    @Test
    void what_may_stay_empty_is_not_sent_and_nothing_is_sent_that_nobody_asked_for() {
        assertThat(filled("Decide", "level", "", "present", "m1", "present", "m2", "key", "k", "version", "3").body()).hasToString("""
                {"present":["m1","m2"]}""");
    }

    @Test
    void what_stands_in_the_address_is_not_sent_again() {
        Filled filled = filled("DismissObjection", "objection", "o-1", "reason", "unfounded");
        assertThat(filled.path("r1.b1")).isEqualTo("applications/r1.b1/objections/o-1/dismissal");
        assertThat(filled.body()).hasToString("{\"reason\":\"unfounded\"}");
    }

    @Test
    void files_are_named_by_their_content_what_they_support_and_what_they_show() {
        Filled filled = filled("ShowCorrection", "statement", "done").with(Filled.file("ab12", "base", "Minutes | signed"));
        assertThat(filled.all("evidence")).isEqualTo(List.of("ab12|base|Minutes | signed"));
        assertThat(filled.body().toString()).contains("""
                [{"sha256":"ab12","input":"base","title":"Minutes | signed"}]""");
    }

    @Test
    void there_is_no_form_for_what_nobody_gives_on_a_page() {
        assertThatThrownBy(() -> Forms.required("GrantLevel")).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("command.unknown"));
    }

    @Test
    void yes_and_no_are_said_as_such() {
        assertThat(filled("RecheckCorrection", "cured", "yes", "finding", "done").body().toString()).contains("\"cured\":true");
        assertThat(filled("RecheckCorrection", "cured", "no", "finding", "not").body().toString()).contains("\"cured\":false");
    }
}
