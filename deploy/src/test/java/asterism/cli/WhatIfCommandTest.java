package asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Three disputes over stars, each answered by one run. */
class WhatIfCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int whatIf(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "what-if";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all);
    }

    private void moves(String branch, String from, String to, String because) {
        assertThat(out.toString()).containsPattern("(?m)^  " + branch + " +" + from + " +" + to + " +" + because + "$");
    }

    @Test
    void without_the_disputed_call_the_star_comes_back_and_another_branch_gives_up_its_seat() {
        assertThat(whatIf("--story", "disputed-call")).as(err::toString).isZero();
        assertThat(out.toString()).startsWith("The chair lowered what assessor a2 gave b03")
                .contains("10 branches rated, 2 stars move, 1 of them only because others do");
        moves("b03", "level 4", "level 5", "other marks for base");
        moves("b04", "level 5", "level 4", "others moved, at five_star_share");
    }

    @Test
    void by_the_rules_in_force_the_cap_counts_and_the_cut_lies_higher() {
        assertThat(whatIf("--story", "rules-in-force")).as(err::toString).isZero();
        moves("b03", "level 5", "level 2", "satisfaction_cap says something else");
        moves("b04", "level 4", "level 5", "others moved, at five_star_share");
        moves("b08", "level 4", "level 2", "satisfaction_cap says something else");
        assertThat(out.toString()).contains("10 branches rated, 3 stars move, 1 of them only because others do");
    }

    @Test
    void without_what_was_found_before_the_merger_the_merged_branch_has_no_star_and_its_seat_goes_on() {
        assertThat(whatIf("--story", "before-the-merger")).as(err::toString).isZero();
        moves("b02", "level 5", "undetermined \\(NO_SCORE\\)", "other marks for deductions");
        moves("b04", "level 4", "level 5", "others moved, at five_star_share");
    }

    @Test
    void a_question_without_a_round_and_a_story_nobody_knows_are_wrong_use() {
        assertThat(whatIf()).isEqualTo(2);
        assertThat(err.toString()).contains("--round is needed");
        assertThat(whatIf("--story", "none")).isEqualTo(2);
        assertThat(err.toString()).contains("--story takes disputed-call, rules-in-force, before-the-merger");
        assertThat(whatIf("--round", "r1", "--without-score", "b1")).isEqualTo(2);
        assertThat(err.toString()).contains("--without-score takes BRANCH/PERSON/INPUT");
    }

    @Test
    void where_no_house_runs_it_says_so() {
        assertThat(whatIf("--round", "r1", "--sign-in", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("No house answers at 127.0.0.1:1");
    }
}
