package asterism.command.application;

import static asterism.command.application.Road.APPLICATION;
import static asterism.command.application.Road.marks;
import static asterism.command.application.Road.people;
import static asterism.command.application.Wishes.ASSIGN;
import static asterism.command.application.Wishes.decide;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.Application.Jury;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.ApplicationCommand.MigrateCase;
import asterism.command.application.ApplicationCommand.ModerateScore;
import asterism.command.application.ApplicationCommand.RateReview;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.ReturnForCompletion;
import asterism.command.application.ApplicationCommand.StandByScores;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.command.core.Refusal.Kind;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.BodyId;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Secret;
import asterism.rating.Procedure.EntryBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal an application knows, and how one comes by it. */
class RefusalsTest {
    private static final Pattern CODE = Pattern.compile("\"((?:application|recusal|marks)\\.[a-z-]+)\"");
    private static final BodyId SUPERIOR = new BodyId("work-committee");
    private static final OfBranch ELSEWHERE = branch("agency", null, "another-county");
    private static final OfBranch BARRED = branch("agency", Story.OPENS.plusYears(1), "work-committee");
    private static final OfBranch CHOIR = branch("choir", null, "work-committee");
    private static final Rules BARS = Laws.with(
            "entry: {months_since_founding: 12, bars: [veto, complaint, correction, suspension, surveillance]}");

    private static OfBranch branch(String kind, @Nullable LocalDate reentryFrom, String above) {
        return new OfBranch(kind, Story.FOUNDED, null, reentryFrom, Set.of(), Set.of(new BodyId(above)), SUPERIOR);
    }

    private static UnaryOperator<Story> under(Rules rules, LocalDate founded, EntryBar... open) {
        return story -> story.under(rules).of(new OfBranch("agency", founded, new Level("3"), null, Set.of(open), Set.of(SUPERIOR),
                SUPERIOR));
    }

    /** @param circumstances what is different in the world */
    record Row(Kind kind, String code, List<Done> given, UnaryOperator<Story> circumstances, String actor, ApplicationCommand command) {
        @Override
        public String toString() {
            return code + ": " + command.getClass().getSimpleName() + " by " + actor;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(applying(), entering(), holding(), reviewing(), polling(), revising(), migrating(), replying(),
                        assigning(), assessing(), moderating(), deciding(), announcing(), objecting(), guards())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> applying() {
        return Stream.of(
                row(Kind.RULE, "command.person-only", Road.NOTHING, "system/house", Wishes.START),
                row(Kind.UNKNOWN, "application.unknown", Road.NOTHING, "person/secretary", Wishes.SUBMIT),
                row(Kind.RULE, "application.already-started", Road.STARTED, "person/secretary", Wishes.START),
                row(Kind.UNKNOWN, "application.round-unknown", Road.NOTHING, story -> story.in(null), "person/secretary", Wishes.START),
                row(Kind.UNKNOWN, "application.branch-unknown", Road.NOTHING, story -> story.of(null), "person/secretary", Wishes.START),
                row(Kind.RULE, "application.not-of-this-round", Road.NOTHING, story -> story.of(ELSEWHERE), "person/secretary",
                        Wishes.START),
                row(Kind.RULE, "application.kind-not-rated", Road.NOTHING, story -> story.under(Laws.BY_KIND).of(CHOIR),
                        "person/secretary", Wishes.START),
                row(Kind.RULE, "application.cool-down", Road.NOTHING, story -> story.of(BARRED), "person/secretary", Wishes.START),
                row(Kind.RULE, "application.too-early", Road.NOTHING, story -> story.on(Story.OPENS.minusDays(1)), "person/secretary",
                        Wishes.START),
                row(Kind.RULE, "application.too-late", Road.NOTHING, Story::sealed, "person/secretary", Wishes.START),
                row(Kind.RULE, "application.too-late", Road.ASSESSED, story -> story.on(Story.UNTIL.plusDays(1)), "person/secretary",
                        Wishes.SUBMIT),
                row(Kind.INVALID, "marks.not-asked", Road.STARTED, "person/secretary",
                        new RecordSelfAssessment(APPLICATION, marks("singing", "1"), List.of(), "s")),
                row(Kind.INVALID, "marks.not-asked", Road.STARTED, "person/secretary",
                        new RecordSelfAssessment(APPLICATION, marks("committee_rank", "1"), List.of(), "s")),
                row(Kind.RULE, "application.not-assessed", Road.STARTED, "person/secretary", Wishes.SUBMIT),
                row(Kind.INVALID, "application.level-unknown", Road.ASSESSED, "person/secretary",
                        new SubmitApplication(APPLICATION, new Level("6"))),
                row(Kind.RULE, "application.completion-too-late", Road.RETURNED, story -> story.on(Road.RETURNED_UNTIL.plusDays(1)),
                        "person/secretary", Wishes.SUBMIT),
                row(Kind.INVALID, "reason.required", Road.SUBMITTED, "person/secretary", Wishes.WITHDRAW),
                row(Kind.RULE, "application.not-now", Road.ALLOCATED, "person/secretary", Wishes.WITHDRAW));
    }

    private static Stream<Row> entering() {
        LocalDate young = LocalDate.of(2025, 10, 21);
        return Stream.of(
                row(Kind.RULE, "application.branch-too-young", Road.NOTHING, under(BARS, young), "person/secretary", Wishes.START),
                row(Kind.RULE, "application.branch-too-young", Road.SUBMITTED, under(BARS, young), "person/office", Wishes.ACCEPT),
                row(Kind.RULE, "application.barred-by-veto", Road.NOTHING, under(BARS, Story.FOUNDED, EntryBar.VETO,
                        EntryBar.CORRECTION), "person/secretary", Wishes.START),
                row(Kind.RULE, "application.barred-by-complaint", Road.SUBMITTED, under(BARS, Story.FOUNDED, EntryBar.COMPLAINT),
                        "person/office", Wishes.ACCEPT),
                row(Kind.RULE, "application.barred-by-correction", Road.SUBMITTED, under(BARS, Story.FOUNDED, EntryBar.CORRECTION),
                        "person/office", Wishes.ACCEPT),
                row(Kind.RULE, "application.barred-by-suspension", Road.SUBMITTED, under(BARS, Story.FOUNDED, EntryBar.SUSPENSION),
                        "person/office", Wishes.ACCEPT),
                row(Kind.RULE, "application.barred-by-surveillance", Road.SUBMITTED,
                        under(BARS, Story.FOUNDED, EntryBar.SURVEILLANCE), "person/office", Wishes.ACCEPT),
                row(Kind.INVALID, "application.target-too-high", Road.ASSESSED,
                        under(Laws.with("promotion: {most_steps: 1}"), Story.FOUNDED), "person/secretary",
                        new SubmitApplication(APPLICATION, new Level("5"))));
    }

    private static Stream<Row> polling() {
        Rules moods = Laws.of(Laws.SCHEME.replace("  committee_rank:\n", """
                  mood: {type: yes_no, source: survey, missing: allowed, label: {zh: 感受, en: Mood}}
                  committee_rank:
                """));
        String ballot = "survey/r2026.b01";
        return Stream.of(
                row(Kind.RULE, "application.no-survey", Road.VISITED, story -> story.under(Laws.WITHOUT_SURVEY), "person/office",
                        Wishes.OPEN_SURVEY),
                row(Kind.RULE, "application.survey-open", Road.POLLED, "person/office", Wishes.OPEN_SURVEY),
                row(Kind.RULE, "application.survey-closed", Road.SURVEYED, "person/office", Wishes.OPEN_SURVEY),
                row(Kind.RULE, "application.survey-not-countable", Road.VISITED, story -> story.under(moods), "person/office",
                        Wishes.OPEN_SURVEY),
                row(Kind.RULE, "application.not-anonymous", Road.POLLED, "person/secretary", Wishes.BALLOT),
                row(Kind.RULE, "application.not-anonymous", Road.SHARED, "public", Wishes.COMMENT),
                row(Kind.RULE, "application.no-ballots-taken", Road.VISITED, ballot, Wishes.BALLOT),
                row(Kind.RULE, "application.no-ballots-taken", Road.SURVEYED, ballot, Wishes.BALLOT),
                row(Kind.RULE, "application.code-unknown", Road.POLLED, ballot, Wishes.ballot("guessed", "88.0")),
                row(Kind.RULE, "application.code-unknown", Road.VOTED, ballot, Wishes.ballot("code-6", "88.0")),
                row(Kind.INVALID, "marks.unreadable", Road.POLLED, ballot, Wishes.ballot("code-1", "101")),
                row(Kind.RULE, "application.no-ballots-taken", Road.VISITED, "person/office", Wishes.COUNT),
                row(Kind.RULE, "application.no-ballots", Road.POLLED, "person/office", Wishes.COUNT),
                row(Kind.RULE, "application.survey-turnout", Road.VOTED,
                        story -> story.under(Laws.with("survey: {least_answered: 0.5}")), "person/office", Wishes.COUNT),
                row(Kind.RULE, "application.survey-by-ballots", Road.POLLED, "person/office", Wishes.SURVEY));
    }

    private static Stream<Row> revising() {
        List<Done> judged = then(Road.VISITED, new Done("person/inspector", new PartJudged(APPLICATION, "conduct", 1,
                Secret.of(APPLICATION, marks("deductions", "0")))));
        return Stream.of(
                row(Kind.RULE, "application.not-now", Road.OPENED, "person/secretary", Wishes.REVISE),
                row(Kind.RULE, "application.not-assessed", Road.STARTED, "person/secretary", Wishes.SHARE),
                row(Kind.RULE, "application.code-unknown", Road.ASSESSED, "survey/r2026.b01", Wishes.COMMENT),
                row(Kind.RULE, "application.not-on-the-panel", Road.REVISED, "person/a4", Wishes.STAND_BY),
                row(Kind.RULE, "application.not-scored", Road.REVISED, "person/a2", Wishes.STAND_BY),
                row(Kind.RULE, "application.not-calibrated", Road.SCORED_BY_TWO,
                        story -> story.under(Laws.with("calibration: {most_apart: 5}")), "person/a3", Wishes.SCORE),
                row(Kind.RULE, "application.scored-already", Road.SCORED_BY_ONE, "person/a1", Wishes.STAND_BY),
                row(Kind.RULE, "application.judged-another-version", Road.REVISED, "person/a1", new StandByScores(APPLICATION, 1)),
                row(Kind.INVALID, "application.part-unknown", Road.VISITED, "person/inspector", Wishes.JUDGE_PART),
                row(Kind.RULE, "application.not-your-part", Road.VISITED, story -> story.under(Laws.JOINT), "person/office",
                        Wishes.JUDGE_PART),
                row(Kind.RULE, "application.part-judged", judged, story -> story.under(Laws.JOINT), "person/inspector", Wishes.JUDGE_PART),
                row(Kind.INVALID, "marks.missing", Road.VISITED, story -> story.under(Laws.SHORT), "person/inspector", Wishes.JUDGE_PART),
                row(Kind.INVALID, "marks.not-asked", Road.VISITED, story -> story.under(Laws.JOINT), "person/inspector",
                        new JudgePart(APPLICATION, "conduct", 1, marks("appraisal", "86"))),
                row(Kind.GUARD, "recusal.same-person-two-stages", judged, story -> story.under(Laws.JOINT), "person/desk",
                        Wishes.JUDGE_PART));
    }

    private static Stream<Row> migrating() {
        UnaryOperator<Story> free = story -> story.under(Laws.WITHOUT_QUOTA).knowing("2024", Laws.WITHOUT_QUOTA);
        MigrateCase later = new MigrateCase(APPLICATION, "2024");
        return Stream.of(
                row(Kind.RULE, "application.not-now", Road.WITHDRAWN, free, "person/office", later),
                row(Kind.INVALID, "application.version-not-ready", Road.ACCEPTED, "person/office", later),
                row(Kind.RULE, "application.judged-already", Road.VISITED, free, "person/office", later),
                row(Kind.RULE, "application.judged-already", then(Road.REVIEWED, Road.POLLED.getLast()), free, "person/office", later),
                row(Kind.RULE, "application.rated-by-quota", Road.ACCEPTED, story -> story.knowing("2024", Laws.WITHOUT_QUOTA),
                        "person/office", later),
                row(Kind.RULE, "application.rated-by-quota", Road.ACCEPTED,
                        story -> story.under(Laws.WITHOUT_QUOTA).knowing("2024", Laws.AS_SHIPPED), "person/office", later),
                row(Kind.RULE, "application.kind-not-rated", Road.ACCEPTED,
                        story -> story.under(Laws.WITHOUT_QUOTA).knowing("2024", Laws.BY_KIND).of(CHOIR), "person/office", later),
                row(Kind.INVALID, "reason.required", Road.ACCEPTED, free, "person/office", later));
    }

    private static Stream<Row> replying() {
        return Stream.of(
                row(Kind.RULE, "application.not-now", Road.SCORED_BY_ONE, "person/secretary", Wishes.REPLY),
                row(Kind.RULE, "application.replied", then(Road.OPENED, new Done("person/secretary",
                        new ReplyRecorded(APPLICATION, "no"))), "person/secretary", Wishes.REPLY),
                row(Kind.RULE, "application.not-now", Road.POSTED, "person/secretary", Wishes.RATE),
                row(Kind.INVALID, "application.assessor-unknown", Road.AWARDED, "person/secretary",
                        new RateReview(APPLICATION, new PersonId("chair"), 3)),
                row(Kind.RULE, "application.review-rated", then(Road.AWARDED, new Done("person/secretary",
                        new ReviewRated(APPLICATION, new PersonId("a2"), 2))), "person/secretary", Wishes.RATE));
    }

    private static Stream<Row> holding() {
        return Stream.of(
                row(Kind.INVALID, "reason.required", Road.ACCEPTED, "person/office", Wishes.HOLD),
                row(Kind.RULE, "application.not-now", Road.HELD, story -> story.because("b"), "person/office", Wishes.HOLD),
                row(Kind.RULE, "application.not-now", Road.AWARDED, story -> story.because("b"), "person/office", Wishes.HOLD),
                row(Kind.RULE, "application.not-now", Road.HELD, "person/desk", Wishes.REVIEW),
                row(Kind.RULE, "application.not-overdue", Road.HELD, story -> story.on(Road.NOTICE_UNTIL), "system/house", Wishes.OVERDUE),
                row(Kind.INVALID, "reason.required", Road.HELD, "person/office", Wishes.RESUME),
                row(Kind.RULE, "application.branch-ended", Road.WITHOUT_BRANCH, story -> story.because("b"), "person/office",
                        Wishes.RESUME),
                row(Kind.INVALID, "application.not-a-successor", Road.HELD, "person/office", Wishes.READDRESS),
                row(Kind.UNKNOWN, "application.branch-unknown", Road.WITHOUT_BRANCH, story -> story.of(null), "person/office",
                        Wishes.READDRESS),
                row(Kind.RULE, "application.kind-not-rated", Road.WITHOUT_BRANCH, story -> story.under(Laws.BY_KIND).of(CHOIR),
                        "person/office", Wishes.READDRESS),
                row(Kind.RULE, "application.roster-sealed", Road.WITHOUT_BRANCH, Story::sealed, "person/office", Wishes.READDRESS),
                row(Kind.INVALID, "application.due-too-soon", Road.WITHOUT_BRANCH, story -> story.on(LocalDate.of(2027, 1, 31)),
                        "person/office", Wishes.READDRESS),
                row(Kind.UNKNOWN, "application.round-unknown", Road.NOTHING, story -> story.in(null), "system/house", Wishes.TAKE_OVER),
                row(Kind.RULE, "command.house-only", Road.NOTHING, "person/office", Wishes.TAKE_OVER),
                row(Kind.RULE, "application.not-assessed", Road.TAKEN_OVER, "person/secretary", Wishes.SUBMIT));
    }

    private static Stream<Row> reviewing() {
        return Stream.of(
                row(Kind.RULE, "application.not-now", Road.ASSESSED, "person/office", Wishes.ACCEPT),
                row(Kind.INVALID, "reason.required", Road.SUBMITTED, "person/office", Wishes.DECLINE),
                row(Kind.RULE, "application.not-overdue", Road.RETURNED, story -> story.on(Road.RETURNED_UNTIL), "system/house",
                        Wishes.OVERDUE),
                row(Kind.INVALID, "marks.reason-required", Road.SURVEYED,
                        story -> story.under(Laws.with("scoring: {reason_for_less: true}")), "person/a1", Wishes.SCORE),
                row(Kind.RULE, "application.not-overdue", Road.STARTED, "system/house", Wishes.OVERDUE),
                row(Kind.RULE, "application.nothing-due", Road.STARTED, "system/house", Wishes.REMIND),
                row(Kind.INVALID, "application.due-too-soon", Road.ACCEPTED, "person/desk",
                        new ReturnForCompletion(APPLICATION, List.of("minutes"), LocalDate.of(2026, 10, 20))));
    }

    private static Stream<Row> assigning() {
        return Stream.of(
                row(Kind.INVALID, "application.assessor-twice", Road.REVIEWED, "person/office", assign("a1", "a1", "a2", "a2")),
                row(Kind.INVALID, "application.not-an-assessor", Road.REVIEWED, "person/office", assign("a1", "a1", "a2", "passer-by")),
                row(Kind.INVALID, "application.lead-not-assigned", Road.REVIEWED, "person/office", assign("a4", "a1", "a2", "a3")),
                row(Kind.RULE, "application.too-few-assessors", Road.REVIEWED, "person/office", assign("a1", "a1", "a2")),
                row(Kind.RULE, "application.assessor-has-scored", Road.SCORED_BY_ONE, "person/office", assign("a2", "a2", "a3", "a4")));
    }

    private static AssignAssessors assign(String lead, String... panel) {
        return new AssignAssessors(APPLICATION, people(panel), new PersonId(lead));
    }

    private static Stream<Row> assessing() {
        return Stream.of(
                row(Kind.RULE, "application.no-assessors", Road.REVIEWED, "person/a1", Wishes.VISIT),
                row(Kind.RULE, "application.not-the-lead", Road.ASSIGNED, "person/a2", Wishes.VISIT),
                row(Kind.INVALID, "application.visit-not-yet", Road.ASSIGNED, "person/a1",
                        new CompleteSiteVisit(APPLICATION, LocalDate.of(2026, 10, 21), "f", List.of())),
                row(Kind.INVALID, "marks.missing", Road.ASSIGNED, "person/a1",
                        new CompleteSiteVisit(APPLICATION, LocalDate.of(2026, 10, 20), "f", marks("deductions", "0"))),
                row(Kind.RULE, "application.no-survey", Road.VISITED, story -> story.under(Laws.WITHOUT_SURVEY), "person/office",
                        Wishes.SURVEY),
                row(Kind.RULE, "application.survey-closed", Road.SURVEYED, "person/office", Wishes.SURVEY),
                row(Kind.RULE, "application.survey-turnout", Road.VISITED,
                        story -> story.under(Laws.with("survey: {least_answered: 0.91}")), "person/office", Wishes.SURVEY),
                row(Kind.RULE, "application.not-on-the-panel", Road.SURVEYED, "person/a4", Wishes.SCORE),
                row(Kind.RULE, "application.scored-already", Road.SCORED_BY_ONE, "person/a1", Wishes.SCORE),
                row(Kind.RULE, "application.judged-another-version", Road.SURVEYED, "person/a1",
                        new SubmitScores(APPLICATION, 2, marks("base", "91"))),
                row(Kind.INVALID, "marks.twice", Road.SURVEYED, "person/a1", new SubmitScores(APPLICATION, 1, marks("base", "9",
                        "base", "9"))),
                row(Kind.INVALID, "marks.unreadable", Road.SURVEYED, "person/a1", new SubmitScores(APPLICATION, 1, marks("base",
                        "100.5"))));
    }

    private static Stream<Row> moderating() {
        ScoreModerated moderated = new ScoreModerated(APPLICATION, new PersonId("a2"), "base", "91", "80.9");
        List<Done> apart = Road.on(Road.OPENED, "chair", moderated, new ScoreComputed(APPLICATION, Road.FOUR_BY_POINTS, List.of()));
        List<Done> undetermined = Road.on(Road.OPENED, "chair", moderated,
                new ScoreComputed(APPLICATION, new Computed("UNDETERMINED", null, "NO_SCORE"), List.of()));
        return Stream.of(
                row(Kind.INVALID, "application.assessor-unknown", Road.OPENED, "person/chair",
                        new ModerateScore(APPLICATION, new PersonId("a9"), "base", "95")),
                row(Kind.INVALID, "marks.not-asked", Road.OPENED, "person/chair",
                        new ModerateScore(APPLICATION, new PersonId("a2"), "satisfaction", "95")),
                row(Kind.INVALID, "marks.unreadable", Road.OPENED, "person/chair",
                        new ModerateScore(APPLICATION, new PersonId("a2"), "base", "often")),
                row(Kind.INVALID, "reason.required", Road.OPENED, "person/chair", Wishes.MODERATE),
                row(Kind.RULE, "application.roster-sealed", Road.OPENED, Story::sealed, "person/chair", Wishes.CONFIRM),
                row(Kind.RULE, "application.spread-too-wide", apart, story -> story.under(Laws.with("moderation: {spread: 10}")),
                        "person/chair", Wishes.CONFIRM),
                row(Kind.RULE, "application.undetermined", undetermined, "person/chair", Wishes.CONFIRM),
                row(Kind.RULE, "command.house-only", Road.RANKED, "person/office", Wishes.PLACE));
    }

    private static Stream<Row> deciding() {
        return Stream.of(
                row(Kind.INVALID, "application.level-unknown", Road.ALLOCATED, "person/sec-general", decide("6")),
                row(Kind.INVALID, "application.member-twice", Road.ALLOCATED, "person/sec-general",
                        new Decide(APPLICATION, Road.FOUR, people("m1", "m1"))),
                row(Kind.INVALID, "application.not-a-member", Road.ALLOCATED, "person/sec-general",
                        new Decide(APPLICATION, Road.FOUR, people("m1", "m2", "m9"))),
                row(Kind.GUARD, "application.no-quorum", Road.ALLOCATED, "person/sec-general",
                        new Decide(APPLICATION, Road.FOUR, people("m1"))),
                row(Kind.RULE, "application.departs-too-far", Road.ALLOCATED, story -> story.because("we know better"),
                        "person/sec-general",
                        decide("5")),
                row(Kind.RULE, "application.departs-too-far", Road.ALLOCATED, story -> story.under(Laws.MAY_DEPART).because("bad"),
                        "person/sec-general", decide("2")),
                row(Kind.RULE, "application.departs-too-far", Road.REOPENED, story -> story.because("the objector is wrong"),
                        "person/sec-general", decide("5")),
                row(Kind.INVALID, "reason.required", Road.ALLOCATED, story -> story.under(Laws.MAY_DEPART), "person/sec-general",
                        decide("5")),
                row(Kind.INVALID, "reason.required", Road.REOPENED, "person/sec-general", decide("4")));
    }

    private static Stream<Row> announcing() {
        return Stream.of(
                row(Kind.RULE, "application.no-notice", Road.DECIDED, story -> story.under(Laws.WITHOUT_NOTICE), "person/office",
                        Wishes.POST),
                row(Kind.RULE, "application.calendar-unknown", Road.DECIDED, Story::withoutCalendar, "person/office", Wishes.POST),
                row(Kind.RULE, "application.not-now", Road.DECIDED, "person/sec-general", Wishes.AWARD),
                row(Kind.RULE, "command.house-only", Road.POSTED, "person/office", Wishes.CLOSE),
                row(Kind.RULE, "application.notice-not-over", Road.POSTED, story -> story.on(Road.NOTICE_UNTIL), "system/house",
                        Wishes.CLOSE),
                row(Kind.RULE, "application.objection-open", Road.OBJECTED, story -> story.on(Road.NOTICE_UNTIL.plusDays(1)),
                        "system/house", Wishes.CLOSE),
                row(Kind.RULE, "application.no-objections", Road.POSTED, story -> story.under(Laws.WITHOUT_OBJECTIONS), "public",
                        Wishes.OBJECT),
                row(Kind.RULE, "application.notice-over", Road.POSTED, story -> story.on(Road.NOTICE_UNTIL.plusDays(1)), "public",
                        Wishes.OBJECT),
                row(Kind.UNKNOWN, "application.objection-unknown", Road.POSTED, "person/office", Wishes.DISMISS),
                row(Kind.UNKNOWN, "application.statement-unknown", Road.OBJECTED, "person/root", Wishes.ERASE),
                row(Kind.RULE, "application.objection-open", Road.UNSIGNED, "person/root", Wishes.ERASE),
                row(Kind.INVALID, "reason.required", Road.ANSWERED, "person/root", Wishes.ERASE),
                row(Kind.INVALID, "reason.required", Road.OBJECTED, "person/office", Wishes.DISMISS),
                row(Kind.INVALID, "reason.required", Road.OBJECTED, "person/office", Wishes.UPHOLD));
    }

    private static Stream<Row> objecting() {
        List<Done> ownTime = Road.on(Road.POSTED, "office", new ObjectionsUntil(APPLICATION, Road.NOTICE_UNTIL.plusDays(3), false));
        DismissObjection twice = new DismissObjection(APPLICATION, Road.OBJECTION, people("j1", "j1", "j2"), 3);
        DismissObjection two = new DismissObjection(APPLICATION, Road.OBJECTION, people("j1", "j2"), 2);
        DismissObjection one = new DismissObjection(APPLICATION, Road.OBJECTION, people("j1", "j2", "j3"), 1);
        UnaryOperator<Story> voting = story -> story.under(Laws.locally("vote: none", "vote: majority")).because("r");
        UnaryOperator<Story> byBody = story -> story.answeredBy(new Jury(Set.copyOf(people("j1")), Set.copyOf(people("j1"))))
                .because("r");
        return Stream.of(
                row(Kind.RULE, "application.objection-too-late", ownTime, story -> story.on(Road.NOTICE_UNTIL.plusDays(4)), "public",
                        Wishes.OBJECT),
                row(Kind.RULE, "application.objections-possible", ownTime, story -> story.on(Road.NOTICE_UNTIL.plusDays(3)), "system/house",
                        Wishes.CLOSE),
                row(Kind.RULE, "application.may-not-object", Road.POSTED, Story::bySomebodyElse, "public", Wishes.OBJECT),
                row(Kind.RULE, "application.objection-unsigned", Road.POSTED,
                        story -> story.under(Laws.locally("form: .*", "form: signed")), "public", Wishes.OBJECT),
                row(Kind.RULE, "application.objection-not-your-body", Road.OBJECTED, byBody, "person/office", Wishes.DISMISS),
                row(Kind.INVALID, "application.not-a-member", Road.OBJECTED, byBody, "person/j1", two),
                row(Kind.INVALID, "application.member-twice", Road.OBJECTED, voting, "person/office", twice),
                row(Kind.INVALID, "application.panel-too-small", Road.OBJECTED, voting, "person/office", two),
                row(Kind.RULE, "application.vote-not-carried", Road.OBJECTED, voting, "person/office", one),
                row(Kind.RULE, "application.may-not-lower", Road.REOPENED,
                        story -> story.under(Laws.locally("may_lower: true", "may_lower: false")).because("r"), "person/sec-general",
                        Wishes.decide("3")));
    }

    private static Stream<Row> guards() {
        return Stream.of(
                row(Kind.GUARD, "recusal.own-branch", Road.SUBMITTED, "person/insider", Wishes.ACCEPT),
                row(Kind.GUARD, "recusal.declared-relation", Road.SUBMITTED, "person/cousin", Wishes.ACCEPT),
                row(Kind.GUARD, "recusal.parent-unit", Road.REVIEWED, "person/office", assign("a1", "a1", "a2", "a-colleague")),
                row(Kind.GUARD, "recusal.own-branch", Road.REVIEWED, "person/office", assign("a1", "a1", "a2", "insider")),
                row(Kind.GUARD, "recusal.own-branch", Road.ALLOCATED, "person/sec-general",
                        new Decide(APPLICATION, Road.FOUR, people("m1", "m2", "insider"))),
                row(Kind.GUARD, "recusal.reviewed-before", then(Road.ACCEPTED, new Done("person/desk", ScheduleTest.PASSED_ON)),
                        story -> story.under(ScheduleTest.TWO_DESKS), "person/desk", Wishes.REVIEW),
                row(Kind.GUARD, "recusal.same-person-two-stages", Road.REVIEWED, "person/office", assign("a1", "a1", "a2", "desk")),
                row(Kind.GUARD, "recusal.same-person-two-stages", Road.OPENED, "person/a1", Wishes.CONFIRM),
                row(Kind.GUARD, "recusal.same-person-two-stages", Road.OPENED, story -> story.because("r"), "person/desk", Wishes.MODERATE),
                row(Kind.GUARD, "recusal.same-person-two-stages", Road.ALLOCATED, "person/chair", decide("4")),
                row(Kind.GUARD, "recusal.same-person-two-stages", Road.ALLOCATED, "person/sec-general",
                        new Decide(APPLICATION, Road.FOUR, people("m1", "m2", "a3"))),
                row(Kind.GUARD, "recusal.objection-judge", Road.OBJECTED, story -> story.because("r"), "person/sec-general", Wishes.UPHOLD),
                row(Kind.GUARD, "recusal.objection-judge", Road.OBJECTED, story -> story.because("r"), "person/m2", Wishes.DISMISS));
    }

    private static Row row(Kind kind, String code, List<Done> given, String actor, ApplicationCommand command) {
        return row(kind, code, given, UnaryOperator.identity(), actor, command);
    }

    private static Row row(
            Kind kind, String code, List<Done> given, UnaryOperator<Story> circumstances, String actor, ApplicationCommand command) {
        return new Row(kind, code, given, circumstances, actor, command);
    }

    private static List<Done> then(List<Done> before, Done fact) {
        return Stream.concat(before.stream(), Stream.of(fact)).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_wish_is_refused_by_kind_and_code(Row row) {
        Decision decision = Story.given(row.given()).with(row.circumstances()).asked(row.actor(), row.command());
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            Refusal refusal = refused.refusal();
            assertThat(refusal.code()).as(refusal.sentence()).isEqualTo(row.code());
            assertThat(refusal.kind()).isEqualTo(row.kind());
            assertThat(refusal.sentence()).isNotBlank();
            assertThat(refusal.field() != null).isEqualTo(row.kind() == Kind.INVALID);
        });
    }

    @Test
    void the_same_panel_may_be_assigned_again() {
        assertThat(Story.given(Road.ASSIGNED).when("office", ASSIGN)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void every_code_of_the_package_and_of_the_marks_has_its_row() throws IOException {
        Set<String> shown = rows().map(Row::code).collect(Collectors.toSet());
        Set<String> known = new TreeSet<>();
        for (String folder : List.of("application", "rules")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/asterism/command", folder))) {
                for (Path file : files.toList()) {
                    CODE.matcher(Files.readString(file)).results().map(code -> code.group(1)).forEach(known::add);
                }
            }
        }
        assertThat(known).hasSizeGreaterThan(40);
        assertThat(shown).containsAll(known);
    }
}
