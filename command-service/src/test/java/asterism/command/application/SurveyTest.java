package asterism.command.application;

import static asterism.command.application.Road.APPLICATION;
import static asterism.command.application.Road.marks;
import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.application.ApplicationCommand.OpenSurvey;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.Count;
import asterism.events.ApplicationEvent.DraftCommented;
import asterism.events.ApplicationEvent.DraftShared;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.ApplicationEvent.SurveyTallied;
import asterism.events.ApplicationEvent.Tally;
import asterism.events.InvalidValue;
import asterism.events.Personal;
import asterism.events.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The members are asked, and nobody knows who said what. */
class SurveyTest {
    private static final String BALLOT_BOX = "survey/r2026.b01";

    private static Story after(Story story, Decision decision) {
        return story.then(((Decision.Accepted) decision).facts().stream()
                .map(fact -> new Done(BALLOT_BOX, (ApplicationEvent) fact)).toList());
    }

    private static Story voted(Story story, String... satisfactions) {
        Story voted = story;
        for (int i = 0; i < satisfactions.length; i++) {
            voted = after(voted, voted.asked(BALLOT_BOX, Wishes.ballot("code-" + (i + 1), satisfactions[i])));
        }
        return voted;
    }

    @Test
    void a_survey_opens_with_the_hashes_of_its_codes_and_takes_one_ballot_for_each() {
        assertThat(Story.given(Road.VISITED).when("office", Wishes.OPEN_SURVEY))
                .isEqualTo(accept(new SurveyOpened(APPLICATION, Road.CODES)));
        assertThat(Story.given(Road.POLLED).asked(BALLOT_BOX, Wishes.BALLOT)).isEqualTo(accept(new BallotCast(APPLICATION,
                Road.CODES.getFirst(), Secret.of(APPLICATION, marks("satisfaction", "88.0")))));
    }

    @Test
    void the_ballots_become_the_mark_and_from_five_on_it_is_shown_how_often_each_value_was_given() {
        Story five = voted(Story.given(Road.POLLED), "80", "80", "90", "100", "91");
        SurveyClosed closed = new SurveyClosed(APPLICATION, 6, 5, marks("satisfaction", "88.2"));
        assertThat(five.when("office", Wishes.COUNT)).isEqualTo(accept(closed, new SurveyTallied(APPLICATION, List.of(
                new Tally("satisfaction", List.of(new Count("100", 1), new Count("80", 2), new Count("90", 1), new Count("91", 1)))))));
        Story four = voted(Story.given(Road.POLLED), "80", "80", "90", "100");
        assertThat(four.when("office", Wishes.COUNT)).as("four could be made out").isEqualTo(accept(
                new SurveyClosed(APPLICATION, 6, 4, marks("satisfaction", "87.5"))));
    }

    @Test
    void a_mean_has_the_decimals_of_its_input_rounded_half_up() {
        assertThat(voted(Story.given(Road.POLLED), "80", "80", "90").when("office", Wishes.COUNT)).asString().contains("cell=83.3");
        assertThat(voted(Story.given(Road.POLLED), "80", "80.1").when("office", Wishes.COUNT)).asString().contains("cell=80.1");
    }

    @Test
    void ballots_counted_last_open_the_scores() {
        Story scored = Story.given(Road.on(Road.SCORED_NOT_SURVEYED, "office", new SurveyOpened(APPLICATION, Road.CODES)));
        Decision counted = voted(scored, "88").when("office", Wishes.COUNT);
        assertThat(((Decision.Accepted) counted).facts()).hasSize(3).last().isInstanceOf(ScoreComputed.class);
    }

    @Test
    void the_draft_is_shared_and_each_code_comments_once() {
        assertThat(Story.given(Road.ASSESSED).when("secretary", Wishes.SHARE))
                .isEqualTo(accept(new DraftShared(APPLICATION, 1, Road.CODES)));
        DraftCommented comment = new DraftCommented(APPLICATION, Road.CODES.getFirst(),
                new Personal<>("comment/" + Story.COMMAND, Optional.of(Wishes.COMMENT.statement())));
        Decision commented = Story.given(Road.SHARED).asked(BALLOT_BOX, Wishes.COMMENT);
        assertThat(commented).isEqualTo(accept(comment));
        assertThat(after(Story.given(Road.SHARED), commented).asked(BALLOT_BOX, Wishes.COMMENT)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void codes_come_as_hashes_each_once() {
        assertThatThrownBy(() -> new OpenSurvey(APPLICATION, List.of("code-1"))).isInstanceOf(InvalidValue.class)
                .extracting(thrown -> ((InvalidValue) thrown).code()).isEqualTo("sha256.malformed");
        assertThatThrownBy(() -> new OpenSurvey(APPLICATION, List.of(Road.CODES.getFirst(), Road.CODES.getFirst())))
                .extracting(thrown -> ((InvalidValue) thrown).code()).isEqualTo("codes.malformed");
        assertThatThrownBy(() -> new OpenSurvey(APPLICATION, List.of()))
                .extracting(thrown -> ((InvalidValue) thrown).code()).isEqualTo("codes.malformed");
    }
}
