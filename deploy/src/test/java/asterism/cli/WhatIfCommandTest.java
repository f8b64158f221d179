package asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.cli.StandIn.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three disputes over stars, each answered by one run. */
class WhatIfCommandTest {
    private static final String RUNNING = "{\"report\": \"abc\", \"state\": \"RUNNING\", \"percent\": 40, \"position\": 7}";
    private static final String DONE = """
            {"report": "abc", "state": "DONE", "percent": 100, "position": 7, "result": {"known": 7, "inputs": "inputs-of-the-round",
             "ranking": "ranking-of-the-round", "supposedInputs": "supposed-inputs", "supposedRanking": "ranking-of-the-round",
             "units": 4, "knockOns": 0, "changes": [], "quotas": [], "supposedQuotas": [], "inherited": []}}""";

    @TempDir
    private Path folder = Path.of("set by JUnit");

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

    /** Somebody elsewhere has a token, and waits while it is being worked out. */
    @Test
    void a_house_elsewhere_is_asked_with_a_token_and_how_far_it_is_is_told() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "a-token\n");
        Path json = folder.resolve("report.json");
        try (StandIn house = new StandIn(asked -> asked.method().equals("POST") ? new Answer(202, RUNNING) : new Answer(200, DONE))) {
            assertThat(whatIf("--round", "r2025", "--without-assessor", "a4@b01", "--url", house.url(), "--token-file", token.toString(),
                    "--json", json.toString())).as(err::toString).isZero();
            assertThat(house.asked).extracting(asked -> asked.method() + " " + asked.path() + " " + asked.authorization())
                    .containsExactly("POST /api/v1/what-if Bearer a-token", "GET /api/v1/what-if/abc Bearer a-token");
            assertThat(house.asked.getFirst().body()).contains("\"withoutAssessors\":[{");
        }
        assertThat(err.toString()).contains("40 %");
        assertThat(out.toString()).contains("Round r2025 at position 7, report abc", "4 branches rated, 0 stars move");
        assertThat(json).content().contains("\"inputs\" : \"inputs-of-the-round\"");
    }

    @Test
    void a_token_that_may_not_ask_and_a_question_that_was_given_up_are_said() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "a-token");
        try (StandIn house = new StandIn(_ -> new Answer(403, "{\"code\": \"policy.post-missing\", \"detail\": \"no\"}"))) {
            assertThat(whatIf("--round", "r1", "--url", house.url(), "--token-file", token.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("The house refuses (403 policy.post-missing): no");
        }
        try (StandIn house = new StandIn(_ -> new Answer(200, RUNNING.replace("RUNNING", "CANCELLED")))) {
            assertThat(whatIf("--round", "r1", "--url", house.url(), "--token-file", token.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("It was not worked out");
        }
    }

    @Test
    void where_no_house_runs_it_says_so() {
        assertThat(whatIf("--round", "r1", "--sign-in", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("No house answers at 127.0.0.1:1");
    }
}
