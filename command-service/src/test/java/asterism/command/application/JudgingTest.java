package asterism.command.application;

import static asterism.command.application.Road.APPLICATION;
import static asterism.command.application.Road.marks;
import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.ApplicationCommand.MigrateCase;
import asterism.command.application.ApplicationCommand.RateReview;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.CaseMigrated;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.FormerPart;
import asterism.events.ApplicationEvent.FormerPartsOpened;
import asterism.events.ApplicationEvent.FormerScores;
import asterism.events.ApplicationEvent.FormerScoresOpened;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartMarks;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.Skippable;
import asterism.events.ApplicationEvent.StageSkipped;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.Event;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.Secret;
import asterism.events.Sha256;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who judges what, in which version and in which stages; and what the branch says to it. */
class JudgingTest {
    private static final PartJudged CONDUCT = new PartJudged(APPLICATION, "conduct", 1,
            Secret.of(APPLICATION, marks("deductions", "0")));
    private static final SubmitScores AGAIN = new SubmitScores(APPLICATION, 2, marks("base", "95"));

    private static Story after(Story story, String actor, Decision decision) {
        return story.then(((Decision.Accepted) decision).facts().stream()
                .map(fact -> new Done("person/" + actor, (ApplicationEvent) fact)).toList());
    }

    private static List<Event> facts(Decision decision) {
        return ((Decision.Accepted) decision).facts();
    }

    @Nested
    class Versions {
        @Test
        void files_are_exchanged_while_the_application_is_judged() {
            assertThat(Story.given(Road.SCORED_BY_ONE).when("secretary", Wishes.REVISE))
                    .isEqualTo(accept(new EvidenceRevised(APPLICATION, 2, Road.FILES)));
        }

        @Test
        void what_was_judged_before_is_stale_until_it_is_given_anew_or_stood_by() {
            Story revised = Story.given(Road.on(Road.SCORED_BY_TWO, "secretary", new EvidenceRevised(APPLICATION, 2, Road.FILES)));
            assertThat(facts(revised.when("a3", AGAIN))).as("two are stale").hasSize(1);
            Story third = after(revised, "a3", revised.when("a3", AGAIN));
            Decision stays = third.when("a1", Wishes.STAND_BY);
            assertThat(stays).isEqualTo(accept(new ScoresStoodBy(APPLICATION, new PersonId("a1"), 2)));
            Decision last = after(third, "a1", stays).when("a2", AGAIN);
            assertThat(facts(last)).hasSize(4).startsWith(new ScoresSubmitted(APPLICATION, new PersonId("a2"), 2,
                    Secret.of(APPLICATION, marks("base", "95"))), new FormerScoresOpened(APPLICATION,
                            List.of(new FormerScores(new PersonId("a2"), 1, marks("base", "91")))));
            assertThat(((ScoresOpened) facts(last).get(2)).scores()).extracting(scores -> scores.marks().getFirst().cell())
                    .as("what a1 stands by stays").containsExactly("91", "95", "95");
        }

        @Test
        void whoever_stands_by_theirs_last_opens_the_scores() {
            Story revised = Story.given(Road.on(Road.SCORED_BY_TWO, "secretary", new EvidenceRevised(APPLICATION, 2, Road.FILES)));
            Story third = after(revised, "a3", revised.when("a3", AGAIN));
            Story second = after(third, "a2", third.when("a2", Wishes.STAND_BY));
            assertThat(facts(second.when("a1", Wishes.STAND_BY))).hasSize(3).last().isInstanceOf(ScoreComputed.class);
        }

        @Test
        void a_part_judged_before_is_stale_too() {
            Story judged = Story.given(Road.on(Road.VISITED, "inspector", CONDUCT, new EvidenceRevised(APPLICATION, 2, Road.FILES)))
                    .under(Laws.JOINT);
            assertThat(judged.when("inspector", new JudgePart(APPLICATION, "conduct", 2, marks("deductions", "1"))))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void where_the_scheme_asks_for_a_calibration_whoever_passed_scores() {
        assertThat(Story.given(Road.SURVEYED).under(Laws.with("calibration: {most_apart: 5}")).when("a1", Wishes.SCORE))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Nested
    class Departments {
        @Test
        void with_the_visit_they_are_asked_for_their_parts() {
            assertThat(Story.given(Road.ACCEPTED).under(Laws.JOINT).when("desk", Wishes.REVIEW)).isEqualTo(accept(
                    new DeskReviewCompleted(APPLICATION, "complete"),
                    new PartsAsked(APPLICATION, List.of(new PartAsked("conduct", new BodyId("discipline"))))));
        }

        @Test
        void they_judge_while_the_assessors_do_and_the_last_of_all_opens_everything() {
            Story before = Story.given(Road.ASSIGNED).under(Laws.JOINT);
            assertThat(before.when("inspector", Wishes.JUDGE_PART)).isEqualTo(accept(CONDUCT));
            Story visited = before.then(List.of(new Done("person/a1", new SiteVisitCompleted(APPLICATION, Story.OPENS, "f",
                    marks("appraisal", "86"))), Road.SURVEYED.getLast()));
            Story scored = visited.then(Stream.of("a1", "a2", "a3")
                    .map(assessor -> new Done("person/" + assessor, Road.sealed(assessor, "91"))).toList());
            assertThat(scored.state()).isInstanceOf(Scoring.class);
            assertThat(facts(scored.when("inspector", Wishes.JUDGE_PART))).hasSize(4).startsWith(CONDUCT,
                    new PartsOpened(APPLICATION, List.of(new PartMarks("conduct", marks("deductions", "0")))))
                    .last().isInstanceOfSatisfying(ScoreComputed.class,
                            score -> assertThat(score.computed()).isEqualTo(Road.FOUR_BY_POINTS));
        }

        @Test
        void what_they_gave_before_the_evidence_changed_is_opened_with_what_they_gave_last() {
            Story revised = Story.given(Road.ASSIGNED).under(Laws.JOINT).then(List.of(
                    new Done("person/inspector",
                            new PartJudged(APPLICATION, "conduct", 1, Secret.of(APPLICATION, marks("deductions", "3")))),
                    new Done("person/secretary", new EvidenceRevised(APPLICATION, 2, Road.FILES)),
                    new Done("person/a1", new SiteVisitCompleted(APPLICATION, Story.OPENS, "f", marks("appraisal", "86"))),
                    Road.SURVEYED.getLast()));
            Story scored = revised.then(Stream.of("a1", "a2", "a3").map(assessor -> new Done("person/" + assessor,
                    new ScoresSubmitted(APPLICATION, new PersonId(assessor), 2, Secret.of(APPLICATION, marks("base", "91"))))).toList());
            assertThat(facts(scored.when("inspector", new JudgePart(APPLICATION, "conduct", 2, marks("deductions", "0"))))).hasSize(5)
                    .contains(new PartsOpened(APPLICATION, List.of(new PartMarks("conduct", marks("deductions", "0")))),
                            new FormerPartsOpened(APPLICATION, List.of(new FormerPart("conduct", 1, marks("deductions", "3")))));
        }

        @Test
        void whoever_judged_a_part_judges_in_no_other_stage() {
            assertThat(Story.given(Road.on(Road.VISITED, "chair", CONDUCT)).state().file().orElseThrow().judges())
                    .contains(new PersonId("chair"));
        }
    }

    @Nested
    class Stages {
        @Test
        void a_scheme_leaves_out_what_it_does_not_need() {
            assertThat(Story.given(Road.SUBMITTED).under(Laws.SHORT).when("office", Wishes.ACCEPT)).isEqualTo(accept(
                    new ApplicationAccepted(APPLICATION), new StageSkipped(APPLICATION, Skippable.DESK_REVIEW),
                    new PartsAsked(APPLICATION, List.of(new PartAsked("conduct", new BodyId("discipline")))),
                    new StageSkipped(APPLICATION, Skippable.SITE_VISIT)));
            Story accepted = Story.given(Road.SUBMITTED).under(Laws.SHORT);
            assertThat(after(accepted, "office", accepted.when("office", Wishes.ACCEPT)).state()).isInstanceOf(Scoring.class);
        }

        @Test
        void without_assessors_nothing_opens() {
            Story scoring = Story.given(Road.SUBMITTED).under(Laws.SHORT);
            Story surveyed = after(scoring, "office", scoring.when("office", Wishes.ACCEPT)).then(List.of(Road.SURVEYED.getLast()));
            assertThat(facts(surveyed.when("inspector", new JudgePart(APPLICATION, "conduct", 1,
                    marks("deductions", "0", "appraisal", "86"))))).hasSize(1);
        }

        @Test
        void without_moderation_the_level_is_proposed_at_once() {
            assertThat(facts(last(Laws.with("skip: [moderation]")))).hasSize(5).endsWith(
                    new StageSkipped(APPLICATION, Skippable.MODERATION), new LevelProposed(APPLICATION, Road.FOUR_BY_POINTS));
            Story proposed = after(Story.given(Road.SCORED_BY_TWO), "office", last(Laws.with("skip: [moderation]")));
            assertThat(proposed.state()).isInstanceOf(ApplicationState.Ranked.class);
            assertThat(proposed.state().file().orElseThrow().judges()).as("whoever was last judged no more than before")
                    .doesNotContain(new PersonId("office"));
        }

        @Test
        void the_chair_looks_at_a_sample_and_at_scores_that_lie_apart() {
            assertThat(facts(last(Laws.with("moderation: {spread: none, sample: 0}")))).as("not drawn").hasSize(5);
            assertThat(facts(last(Laws.with("moderation: {spread: none, sample: 1}")))).as("drawn").hasSize(3);
            Rules rules = Laws.with("moderation: {spread: 3, sample: 0}");
            assertThat(facts(Story.given(Road.SCORED_BY_TWO).under(rules).when("a3",
                    new SubmitScores(APPLICATION, 1, marks("base", "94"))))).hasSize(5);
            assertThat(facts(Story.given(Road.SCORED_BY_TWO).under(rules).when("a3",
                    new SubmitScores(APPLICATION, 1, marks("base", "94.1"))))).as("apart").hasSize(3);
            assertThat(facts(Story.given(Road.SCORED_BY_TWO).under(rules).sealed().when("a3", Wishes.SCORE)))
                    .as("the roster is sealed").hasSize(3);
        }

        @Test
        void the_sample_is_drawn_by_id_and_has_about_its_share() {
            Rules fifth = Laws.with("moderation: {spread: none, sample: 0.2}");
            List<ApplicationId> all = IntStream.range(0, 1000).mapToObj(i -> ApplicationId.of("r2026.b" + i)).toList();
            long drawn = all.stream().filter(fifth::isDrawn).count();
            assertThat(drawn).isBetween(160L, 240L);
            assertThat(all.stream().filter(fifth::isDrawn).count()).as("the same again").isEqualTo(drawn);
        }

        private static Decision last(Rules rules) {
            return Story.given(Road.SCORED_BY_TWO).under(rules).when("a3", Wishes.SCORE);
        }
    }

    @Nested
    class Migrating {
        private static final Pin LATER = new Pin(Road.PIN.scheme(), "2024", Sha256.of("2024"), Sha256.of(Laws.LOCAL));

        @Test
        void a_case_goes_on_under_another_version_with_a_reason_and_keeps_what_that_makes_of_it() {
            Story reviewed = Story.given(Road.REVIEWED).under(Laws.WITHOUT_QUOTA).knowing("2024", Laws.WITHOUT_QUOTA)
                    .because("its survey cannot be held");
            CaseMigrated migrated = new CaseMigrated(APPLICATION, Road.PIN, LATER);
            assertThat(reviewed.when("office", new MigrateCase(APPLICATION, "2024"))).isEqualTo(accept(migrated));
            assertThat(reviewed.then(List.of(new Done("person/office", migrated))).state().file().orElseThrow().pin()).isEqualTo(LATER);
            Story ranked = reviewed.then(List.of(new Done("person/office", migrated), new Done("person/chair",
                    new LevelProposed(APPLICATION, Road.FOUR_BY_POINTS))));
            assertThat(ranked.whenTheHouseAsks(new ApplicationCommand.PlaceInRound(APPLICATION, new ApplicationEvent.Computed("RATED",
                    new asterism.events.Level("1"), "another yardstick"), Road.RANKING, List.of("{}"))))
                    .isEqualTo(accept(new LevelAllocated(APPLICATION, Road.FOUR_BY_POINTS, Road.RANKING, List.of())));
        }

        @Test
        void to_the_version_it_has_there_is_nothing_to_do() {
            assertThat(Story.given(Road.ACCEPTED).when("office", Wishes.MIGRATE)).isEqualTo(accept());
        }
    }

    @Nested
    class Replying {
        @Test
        void the_branch_replies_to_the_findings_once_they_are_open_and_when_all_is_over() {
            ReplyRecorded reply = new ReplyRecorded(APPLICATION, Wishes.REPLY.statement());
            assertThat(Story.given(Road.OPENED).when("secretary", Wishes.REPLY)).isEqualTo(accept(reply));
            assertThat(Story.given(Road.AWARDED).when("secretary", Wishes.REPLY)).isEqualTo(accept(reply));
            assertThat(Story.given(Road.NOT_GRANTED).when("secretary", Wishes.REPLY)).isEqualTo(accept(reply));
        }

        @Test
        void afterwards_it_rates_each_review_once_and_no_score_changes() {
            Story over = Story.given(Road.AWARDED);
            assertThat(over.when("secretary", Wishes.RATE)).isEqualTo(accept(new ReviewRated(APPLICATION, new PersonId("a2"), 4)));
            Story rated = after(over, "secretary", over.when("secretary", Wishes.RATE));
            assertThat(rated.state().file().orElseThrow().panel()).isEqualTo(over.state().file().orElseThrow().panel());
            assertThat(rated.when("secretary", new RateReview(APPLICATION, new PersonId("a3"), 1))).isInstanceOf(Decision.Accepted.class);
            assertThatThrownBy(() -> new RateReview(APPLICATION, new PersonId("a2"), 6))
                    .extracting(thrown -> ((InvalidValue) thrown).code()).isEqualTo("review.helpfulness-range");
        }
    }
}
