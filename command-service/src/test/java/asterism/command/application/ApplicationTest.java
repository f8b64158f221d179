package asterism.command.application;

import static asterism.command.application.Road.APPLICATION;
import static asterism.command.application.Road.marks;
import static asterism.command.application.Road.people;
import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.ReopenDecision;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Closed;
import asterism.command.application.ApplicationState.End;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.command.rules.Rules;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.DecisionReopened;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationEvent.StatementErased;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.BodyId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Secret;
import asterism.rating.Procedure.EntryBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One application, phase by phase; what is refused stands in {@link RefusalsTest}. */
class ApplicationTest {
    private static final LocalDate AFTER_NOTICE = Road.NOTICE_UNTIL.plusDays(1);
    private static final DecisionId DECISION = new DecisionId(Story.COMMAND.toString());

    @Nested
    class Applying {
        @Test
        void an_application_starts_under_the_rules_of_its_round() {
            assertThat(Story.given(Road.NOTHING).when("secretary", Wishes.START))
                    .isEqualTo(accept(new ApplicationStarted(APPLICATION, Road.PIN), ScheduleTest.SELF_ASSESSMENT,
                            new DraftDue(APPLICATION, Story.UNTIL)));
        }

        @Test
        void it_starts_on_the_last_day_too() {
            assertThat(Story.given(Road.NOTHING).on(Story.UNTIL).when("secretary", Wishes.START)).isInstanceOf(Decision.Accepted.class);
        }

        @Test
        void where_the_scheme_bars_entry_an_old_branch_with_nothing_open_may_enter_and_asks_for_what_it_can_reach() {
            OfBranch branch = new OfBranch("agency", LocalDate.of(2025, 10, 20), new Level("3"), null, Set.of(EntryBar.VETO),
                    Set.of(new BodyId("work-committee")), new BodyId("work-committee"));
            Rules rules = Laws.with("entry: {months_since_founding: 12, bars: [correction]}", "promotion: {most_steps: 1}");
            assertThat(Story.given(Road.NOTHING).under(rules).of(branch).when("secretary", Wishes.START))
                    .isInstanceOf(Decision.Accepted.class);
            assertThat(Story.given(Road.ASSESSED).under(rules).of(branch).when("secretary", new SubmitApplication(APPLICATION, Road.FOUR)))
                    .isEqualTo(accept(new ApplicationSubmitted(APPLICATION, Road.FOUR)));
        }

        @Test
        void a_later_self_assessment_replaces_the_one_before() {
            assertThat(Story.given(Road.ASSESSED).when("secretary", Wishes.ASSESS)).isEqualTo(accept(
                    new SelfAssessmentRecorded(APPLICATION, 2, marks("appraisal", "88"), List.of(), "all there")));
        }

        @Test
        void an_assessed_application_is_submitted() {
            assertThat(Story.given(Road.ASSESSED).when("secretary", Wishes.SUBMIT))
                    .isEqualTo(accept(new ApplicationSubmitted(APPLICATION, null)));
        }

        @Test
        void the_branch_may_withdraw_with_a_reason_until_it_is_placed() {
            assertThat(Story.given(Road.RANKED).because("merged with another branch").when("secretary", Wishes.WITHDRAW))
                    .isEqualTo(accept(new ApplicationWithdrawn(APPLICATION)));
            assertThat(Story.given(Road.WITHDRAWN).state()).isInstanceOfSatisfying(Closed.class,
                    closed -> assertThat(closed.end()).isEqualTo(End.WITHDRAWN));
        }
    }

    @Nested
    class Reviewing {
        @Test
        void the_office_accepts_or_declines_with_a_reason() {
            assertThat(Story.given(Road.SUBMITTED).when("office", Wishes.ACCEPT)).isEqualTo(accept(new ApplicationAccepted(APPLICATION)));
            assertThat(Story.given(Road.SUBMITTED).because("founded this year").when("office", Wishes.DECLINE))
                    .isEqualTo(accept(new ApplicationDeclined(APPLICATION)));
        }

        @Test
        void what_was_returned_goes_back_to_the_desk_once_it_is_complete() {
            assertThat(Story.given(Road.ACCEPTED).when("desk", Wishes.RETURN)).isEqualTo(accept(
                    new ApplicationReturned(APPLICATION, List.of("minutes of June"), Road.RETURNED_UNTIL)));
            Story returned = Story.given(Road.RETURNED).on(Road.RETURNED_UNTIL);
            assertThat(returned.when("secretary", Wishes.ASSESS)).isInstanceOf(Decision.Accepted.class);
            assertThat(returned.when("secretary", Wishes.SUBMIT)).isEqualTo(accept(new ApplicationSubmitted(APPLICATION, null)));
            assertThat(returned.then(List.of(new Story.Done("person/secretary", new ApplicationSubmitted(APPLICATION, null)))).state())
                    .isInstanceOf(ApplicationState.DeskReview.class);
        }

        @Test
        void the_desk_sends_it_on_to_the_visit() {
            assertThat(Story.given(Road.ACCEPTED).when("desk", Wishes.REVIEW))
                    .isEqualTo(accept(new DeskReviewCompleted(APPLICATION, "complete")));
        }
    }

    @Nested
    class Assessing {
        @Test
        void three_assessors_are_assigned_and_their_lead_completes_the_visit() {
            assertThat(Story.given(Road.REVIEWED).when("office", Wishes.ASSIGN)).isEqualTo(accept(
                    new AssessorsAssigned(APPLICATION, Road.PANEL, new PersonId("a1"))));
            assertThat(Story.given(Road.ASSIGNED).when("a1", Wishes.VISIT)).isEqualTo(accept(new SiteVisitCompleted(
                    APPLICATION, LocalDate.of(2026, 10, 20), "as said", marks("deductions", "0", "appraisal", "86"))));
        }

        @Test
        void the_survey_may_close_before_the_visit_or_after_it() {
            SurveyClosed closed = new SurveyClosed(APPLICATION, 40, 36, marks("satisfaction", "88.0"));
            assertThat(Story.given(Road.REVIEWED).when("office", Wishes.SURVEY)).isEqualTo(accept(closed));
            assertThat(Story.given(Road.VISITED).when("office", Wishes.SURVEY)).isEqualTo(accept(closed));
        }

        @Test
        void a_survey_counts_once_enough_have_answered() {
            Story asked = Story.given(Road.REVIEWED).under(Laws.with("survey: {least_answered: 0.9}"));
            assertThat(facts(asked.when("office", Wishes.SURVEY))).hasSize(1);
        }

        @Test
        void scores_that_lie_apart_may_be_confirmed_with_a_reason() {
            Story apart = Story.given(Road.OPENED).under(Laws.with("moderation: {spread: 10}")).then(List.of(new Story.Done("person/chair",
                    new ScoreModerated(APPLICATION, new PersonId("a2"), "base", "91", "81"))));
            assertThat(facts(apart.when("chair", Wishes.CONFIRM))).hasSize(1);
            Story further = apart.then(List.of(new Story.Done("person/chair",
                    new ScoreModerated(APPLICATION, new PersonId("a2"), "base", "81", "80.9"))));
            assertThat(facts(further.because("seen in the minutes").when("chair", Wishes.CONFIRM))).hasSize(1);
        }

        @Test
        void scores_stay_sealed_until_the_last_is_in() {
            assertThat(Story.given(Road.SCORED_BY_ONE).when("a2", Wishes.SCORE)).isEqualTo(accept(Road.sealed("a2", "91")));
            assertThat(facts(Story.given(Road.SCORED_BY_TWO).when("a3", Wishes.SCORE))).hasSize(3)
                    .startsWith(Road.sealed("a3", "91"), new ScoresOpened(APPLICATION,
                            Road.PANEL.stream().map(assessor -> new Scores(assessor, marks("base", "91"))).toList()))
                    .last().isInstanceOfSatisfying(ScoreComputed.class, score -> {
                        assertThat(score.computed()).isEqualTo(Road.FOUR_BY_POINTS);
                        assertThat(score.trace()).isNotEmpty();
                    });
        }

        @Test
        void a_survey_that_closes_last_opens_the_scores() {
            Story waiting = Story.given(Road.SCORED_NOT_SURVEYED);
            assertThat(waiting.state()).isInstanceOf(ApplicationState.Scoring.class);
            assertThat(facts(waiting.when("office", Wishes.SURVEY))).hasSize(3).last().isInstanceOf(ScoreComputed.class);
        }

        @Test
        void a_scheme_without_survey_waits_for_none() {
            Story waiting = Story.given(Road.ASSIGNED).under(Laws.WITHOUT_SURVEY);
            Decision visit = waiting.when("a1", new CompleteSiteVisit(
                    APPLICATION, LocalDate.of(2026, 10, 20), "f", marks("deductions", "0", "appraisal", "86", "satisfaction", "88")));
            Story visited = waiting.then(facts(visit).stream()
                    .map(fact -> new Story.Done("person/a1", (SiteVisitCompleted) fact)).toList())
                            .then(List.of(by("a1", "91"), by("a2", "91")));
            assertThat(facts(visited.when("a3", Wishes.SCORE))).hasSize(3);
        }

        @Test
        void whoever_does_not_come_is_replaced_and_the_scores_open_without_them() {
            Story stuck = Story.given(Road.SURVEYED)
                    .then(List.of(new Story.Done("person/office", new AssessorsAssigned(APPLICATION, people("a1", "a2", "a3", "a4"),
                            new PersonId("a1")))))
                    .then(List.of(by("a1", "91"), by("a2", "91"), by("a3", "91")));
            assertThat(facts(stuck.when("office", new AssignAssessors(APPLICATION, Road.PANEL, new PersonId("a1")))))
                    .hasSize(3).first().isEqualTo(new AssessorsAssigned(APPLICATION, Road.PANEL, new PersonId("a1")));
        }

        private static Story.Done by(String assessor, String base) {
            return new Story.Done("person/" + assessor, Road.sealed(assessor, base));
        }
    }

    @Test
    void where_the_scheme_asks_why_a_remark_answers() {
        assertThat(Story.given(Road.SURVEYED).under(Laws.with("scoring: {reason_for_less: true}"))
                .when("a1", new SubmitScores(APPLICATION, 1, List.of(new Mark("base", "91", "minutes of June are thin")))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void what_an_assessor_remarked_is_opened_with_the_scores_it_explains() {
        Mark explained = new Mark("base", "91", "minutes of June are thin");
        Secret<List<Mark>> sealed = Secret.of(APPLICATION, List.of(explained));
        Story waiting = Story.given(Road.SCORED_BY_ONE)
                .then(List.of(new Story.Done("person/a2", new ScoresSubmitted(APPLICATION, new PersonId("a2"), 1, sealed))));
        assertThat(facts(waiting.when("a3", Wishes.SCORE))).filteredOn(ScoresOpened.class::isInstance).singleElement()
                .isEqualTo(new ScoresOpened(APPLICATION, List.of(new Scores(new PersonId("a1"), marks("base", "91")),
                        new Scores(new PersonId("a2"), List.of(explained)), new Scores(new PersonId("a3"), marks("base", "91")))));
    }

    @Nested
    class Moderating {
        @Test
        void the_chair_adjusts_with_a_reason_and_the_score_is_worked_out_again() {
            assertThat(facts(Story.given(Road.OPENED).because("counted twice").when("chair", Wishes.MODERATE)))
                    .startsWith(new ScoreModerated(APPLICATION, new PersonId("a2"), "base", "91", "95"))
                    .last().isInstanceOfSatisfying(ScoreComputed.class, score ->
                            assertThat(score.computed()).isEqualTo(new Computed("RATED", new Level("5"), "stars_by_points")));
        }

        @Test
        void an_adjustment_to_what_stands_there_is_nothing_new() {
            assertThat(Story.given(Road.OPENED).because("checked").when("chair",
                    new ApplicationCommand.ModerateScore(APPLICATION, new PersonId("a2"), "base", "91"))).isEqualTo(accept());
        }

        @Test
        void the_chair_confirms_and_the_level_is_proposed() {
            assertThat(Story.given(Road.OPENED).when("chair", Wishes.CONFIRM)).isEqualTo(accept(
                    new LevelProposed(APPLICATION, Road.FOUR_BY_POINTS)));
        }

        @Test
        void the_round_places_it_once() {
            assertThat(Story.given(Road.RANKED).whenTheHouseAsks(Wishes.PLACE)).isEqualTo(accept(
                    new LevelAllocated(APPLICATION, Road.FOUR_BY_POINTS, Road.RANKING, List.of())));
            assertThat(Story.given(Road.ALLOCATED).whenTheHouseAsks(Wishes.PLACE)).isEqualTo(accept());
        }
    }

    @Nested
    class Deciding {
        @Test
        void the_committee_decides_what_the_round_left() {
            assertThat(Story.given(Road.ALLOCATED).when("sec-general", Wishes.DECIDE)).isEqualTo(accept(
                    new LevelDecided(APPLICATION, DECISION, Road.FOUR, Road.FOUR_BY_POINTS, Road.COMMITTEE)));
        }

        @Test
        void it_departs_as_far_as_the_scheme_lets_it_and_says_why() {
            assertThat(Story.given(Road.ALLOCATED).under(Laws.MAY_DEPART).because("a fraud came to light")
                    .when("sec-general", Wishes.decide("3")))
                    .isEqualTo(accept(new LevelDecided(APPLICATION, DECISION, new Level("3"), Road.FOUR_BY_POINTS, Road.COMMITTEE)));
        }

        @Test
        void after_an_upheld_objection_it_may_go_lower_or_grant_nothing() {
            Story reopened = Story.given(Road.REOPENED).because("the minutes were false");
            assertThat(reopened.when("sec-general", Wishes.decide("2"))).isInstanceOf(Decision.Accepted.class);
            assertThat(reopened.when("sec-general", new Decide(APPLICATION, null, Road.COMMITTEE))).isEqualTo(accept(
                    new LevelDecided(APPLICATION, DECISION, null, Road.FOUR_BY_POINTS, Road.COMMITTEE)));
        }

        @Test
        void a_refusal_that_falls_on_appeal_leaves_the_body_to_decide_again_and_counts_no_more() {
            Story refused = Story.given(Road.NOT_GRANTED);
            DecisionReopened reopened = new DecisionReopened(APPLICATION, Road.DECISION, new AppealId("ap-1"));
            assertThat(refused.state()).isInstanceOf(Refused.class).matches(state -> !state.isUnderway());
            assertThat(refused.whenTheHouseAsks(Wishes.REOPEN)).isEqualTo(accept(reopened));
            Story again = Story.given(Road.on(Road.NOT_GRANTED, null, reopened));
            assertThat(again.state()).isInstanceOfSatisfying(Allocated.class, at -> assertThat(at.reopened())
                    .isEqualTo(new ApplicationState.Reopened(null)));
            assertThat(again.whenTheHouseAsks(Wishes.REOPEN)).as("once").isEqualTo(accept());
            assertThat(again.because("the minutes were true").when("sec-general", Wishes.DECIDE)).isInstanceOf(Decision.Accepted.class);
            assertThat(refused.whenTheHouseAsks(new ReopenDecision(APPLICATION, new DecisionId("another"), new AppealId("ap-1"))))
                    .as("another decision").isEqualTo(accept());
        }
    }

    @Nested
    class Announcing {
        @Test
        void the_notice_has_a_last_day() {
            assertThat(Story.given(Road.DECIDED).on(LocalDate.of(2026, 12, 4)).when("office", Wishes.POST)).isEqualTo(accept(
                    new NoticePosted(APPLICATION, LocalDate.of(2026, 12, 4), Road.NOTICE_UNTIL, false)));
        }

        @Test
        void it_is_closed_when_that_day_is_over() {
            assertThat(Story.given(Road.POSTED).on(AFTER_NOTICE).whenTheHouseAsks(Wishes.CLOSE))
                    .isEqualTo(accept(new NoticeClosed(APPLICATION)));
        }

        @Test
        void the_star_begins_on_the_day_of_the_award() {
            assertThat(Story.given(Road.CONFIRMED).on(LocalDate.of(2026, 12, 16)).when("sec-general", Wishes.AWARD)).isEqualTo(accept(
                    new StarAwarded(APPLICATION, Road.DECISION, Road.FOUR, LocalDate.of(2026, 12, 16))));
        }

        @Test
        void where_the_scheme_has_no_notice_the_award_follows_the_decision() {
            assertThat(Story.given(Road.DECIDED).under(Laws.WITHOUT_NOTICE).when("sec-general", Wishes.AWARD))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    @Nested
    class Objecting {
        private static final ObjectionId OWN = new ObjectionId(Story.COMMAND.toString());

        @Test
        void anybody_may_object_under_their_own_key() {
            Story lastDay = Story.given(Road.POSTED).on(Road.NOTICE_UNTIL);
            assertThat(facts(lastDay.when("neighbour", Wishes.OBJECT))).contains(new ObjectionRaised(
                    APPLICATION, OWN, Personal.of(new PersonId("neighbour"), Wishes.OBJECT.statement())));
            assertThat(facts(lastDay.asked("public", Wishes.OBJECT))).contains(new ObjectionRaised(
                    APPLICATION, OWN, new Personal<>("objection/" + OWN, Optional.of(Wishes.OBJECT.statement()))));
        }

        @Test
        void what_nobody_signed_for_is_erased_once_it_is_answered() {
            Story answered = Story.given(Road.ANSWERED).because("it names a neighbour");
            StatementErased erased = new StatementErased(APPLICATION, Wishes.ERASE.statement());
            assertThat(answered.when("root", Wishes.ERASE)).isEqualTo(accept(erased));
            assertThat(answered.then(List.of(new Done("person/root", erased))).when("root", Wishes.ERASE))
                    .isInstanceOf(Decision.Refused.class);
        }

        @Test
        void a_dismissed_objection_lets_the_notice_go_on() {
            assertThat(Story.given(Road.OBJECTED).under(Laws.NOTICE_RUNS_ON).because("unfounded").when("office", Wishes.DISMISS))
                    .isEqualTo(accept(new ObjectionDismissed(APPLICATION, Road.OBJECTION)));
        }

        @Test
        void dismissing_the_last_one_after_the_last_day_ends_it() {
            assertThat(Story.given(Road.OBJECTED).under(Laws.NOTICE_RUNS_ON).on(AFTER_NOTICE).because("unfounded")
                    .when("office", Wishes.DISMISS))
                    .isEqualTo(accept(new ObjectionDismissed(APPLICATION, Road.OBJECTION), new NoticeClosed(APPLICATION)));
        }

        @Test
        void an_upheld_objection_sends_it_back_to_the_body() {
            assertThat(Story.given(Road.OBJECTED).because("it is true").when("office", Wishes.UPHOLD))
                    .isEqualTo(accept(new ObjectionUpheld(APPLICATION, Road.OBJECTION)));
            assertThat(Story.given(Road.REOPENED).state()).isInstanceOfSatisfying(ApplicationState.Allocated.class,
                    allocated -> assertThat(allocated.reopened()).isEqualTo(new ApplicationState.Reopened(Road.FOUR)));
        }
    }

    private static List<Event> facts(Decision decision) {
        return ((Decision.Accepted) decision).facts();
    }
}
