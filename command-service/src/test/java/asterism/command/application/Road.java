package asterism.command.application;

import asterism.command.application.Story.Done;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.DraftShared;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Evidence;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Pin;
import asterism.events.SchemeId;
import asterism.events.Secret;
import asterism.events.Sha256;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of an application that goes all the way to four stars, and of the ways that branch off; each list begins at the start. */
final class Road {
    static final ApplicationId APPLICATION = ApplicationId.of("r2026.b01");
    static final BranchId SUCCESSOR = new BranchId("b09");
    /** The hashes of code-1 to code-6. */
    static final List<String> CODES = IntStream.rangeClosed(1, 6).mapToObj(i -> Sha256.of("code-" + i)).toList();
    static final List<Evidence> FILES = List.of(new Evidence(Sha256.of("file"), "base", "minutes of June"));
    static final Pin PIN = new Pin(new SchemeId("zoucheng-70-30"), "2023", Sha256.of(Laws.SCHEME), Sha256.of(Laws.LOCAL));
    static final LocalDate RETURNED_UNTIL = LocalDate.of(2026, 11, 16);
    static final LocalDate NOTICE_UNTIL = LocalDate.of(2026, 12, 11);
    static final Level FOUR = new Level("4");
    static final Computed FOUR_BY_POINTS = new Computed("RATED", FOUR, "stars_by_points");
    static final String RANKING = Sha256.of("the ranking");
    static final DecisionId DECISION = new DecisionId("d1");
    static final ObjectionId OBJECTION = new ObjectionId("o1");
    static final List<PersonId> PANEL = people("a1", "a2", "a3");
    static final List<PersonId> COMMITTEE = people("m1", "m2", "m3");

    static final List<Done> NOTHING = List.of();
    static final List<Done> STARTED = on(NOTHING, "secretary", new ApplicationStarted(APPLICATION, PIN));
    static final List<Done> ASSESSED = on(STARTED, "secretary",
            new SelfAssessmentRecorded(APPLICATION, 1, marks("appraisal", "88"), List.of(), "all there"));
    /** As it stands for every draft, since the round says so when it starts. */
    static final List<Done> DRAFTED = on(STARTED, null, new DraftDue(APPLICATION, Story.UNTIL));
    static final List<Done> HELD_AS_DRAFT = on(DRAFTED, "office", new ApplicationHeld(APPLICATION, HoldCause.VETO, null, List.of(),
            LocalDate.of(2026, 10, 15)));
    static final List<Done> SUBMITTED = on(ASSESSED, "secretary", new ApplicationSubmitted(APPLICATION, null));
    static final List<Done> DECLINED = on(SUBMITTED, "office", new ApplicationDeclined(APPLICATION));
    static final List<Done> ACCEPTED = on(SUBMITTED, "office", new ApplicationAccepted(APPLICATION));
    static final List<Done> RETURNED = on(ACCEPTED, "desk", new ApplicationReturned(APPLICATION, List.of("minutes of June"),
            RETURNED_UNTIL));
    static final List<Done> LAPSED = on(RETURNED, null, new ApplicationLapsed(APPLICATION, RETURNED_UNTIL));
    static final List<Done> REVIEWED = on(ACCEPTED, "desk", new DeskReviewCompleted(APPLICATION, "complete"));
    static final List<Done> ASSIGNED = on(REVIEWED, "office", new AssessorsAssigned(APPLICATION, PANEL, PANEL.getFirst()));
    static final List<Done> VISITED = on(ASSIGNED, "a1", new SiteVisitCompleted(APPLICATION, LocalDate.of(2026, 11, 20), "as said",
            marks("deductions", "0", "appraisal", "86")));
    static final List<Done> SURVEYED = on(VISITED, "office", new SurveyClosed(APPLICATION, 40, 36, marks("satisfaction", "88.0")));
    static final List<Done> SCORED_NOT_SURVEYED = on(on(on(VISITED, "a1", sealed("a1", "91")), "a2", sealed("a2", "91")),
            "a3", sealed("a3", "91"));
    static final List<Done> SCORED_BY_ONE = on(SURVEYED, "a1", sealed("a1", "91"));
    static final List<Done> SCORED_BY_TWO = on(SCORED_BY_ONE, "a2", sealed("a2", "91"));
    static final List<Done> OPENED = on(SCORED_BY_TWO, "a3", sealed("a3", "91"), new ScoresOpened(APPLICATION, PANEL.stream()
            .map(assessor -> new Scores(assessor, marks("base", "91"))).toList()), new ScoreComputed(APPLICATION, FOUR_BY_POINTS,
                    List.of()));
    static final List<Done> RANKED = on(OPENED, "chair", new LevelProposed(APPLICATION, FOUR_BY_POINTS));
    static final List<Done> WITHDRAWN = on(RANKED, "secretary", new ApplicationWithdrawn(APPLICATION));
    static final List<Done> ALLOCATED = on(RANKED, null, new LevelAllocated(APPLICATION, FOUR_BY_POINTS, RANKING, List.of()));
    static final List<Done> NOT_GRANTED = on(ALLOCATED, "sec-general", new LevelDecided(APPLICATION, DECISION, null, FOUR_BY_POINTS,
            COMMITTEE));
    static final List<Done> DECIDED = on(ALLOCATED, "sec-general", new LevelDecided(APPLICATION, DECISION, FOUR, FOUR_BY_POINTS,
            COMMITTEE));
    static final List<Done> POSTED = on(DECIDED, "office", new NoticePosted(APPLICATION, LocalDate.of(2026, 12, 4), NOTICE_UNTIL, false));
    static final List<Done> OBJECTED = on(POSTED, "neighbour", new ObjectionRaised(APPLICATION, OBJECTION,
            Personal.of(new PersonId("neighbour"), "the minutes were written afterwards")));
    static final List<Done> UNSIGNED = on(POSTED, null, new ObjectionRaised(APPLICATION, OBJECTION,
            new Personal<>("objection/" + OBJECTION, Optional.of("the minutes were written afterwards"))));
    static final List<Done> ANSWERED = on(UNSIGNED, "office", new ObjectionDismissed(APPLICATION, OBJECTION));
    static final StageDue ANSWER_BY = new StageDue(APPLICATION, Rules.OBJECTION_ANSWER, LocalDate.of(2026, 12, 28), false);
    static final List<Done> STOPPED = on(OBJECTED, "neighbour", new NoticePaused(APPLICATION, NOTICE_UNTIL, LocalDate.of(2026, 12, 7)),
            ANSWER_BY);
    static final List<Done> REOPENED = on(OBJECTED, "office", new ObjectionUpheld(APPLICATION, OBJECTION));
    static final List<Done> CONFIRMED = on(POSTED, null, new NoticeClosed(APPLICATION));
    static final List<Done> AWARDED = on(CONFIRMED, "sec-general", new StarAwarded(APPLICATION, DECISION, FOUR, LocalDate.of(2026, 12,
            16)));

    static final List<Done> HELD = on(ACCEPTED, "office", new ApplicationHeld(APPLICATION, HoldCause.COMPLAINT, "complaint 7", List.of(),
            LocalDate.of(2026, 10, 15)));
    static final List<Done> HELD_IN_NOTICE = on(OBJECTED, "office", new ApplicationHeld(APPLICATION, HoldCause.VETO, null, List.of(),
            LocalDate.of(2026, 12, 7)));
    static final List<Done> WITHOUT_BRANCH = on(SCORED_BY_ONE, null, new ApplicationHeld(APPLICATION, HoldCause.REORGANISATION, "Order 12",
            List.of(SUCCESSOR), LocalDate.of(2026, 10, 15)));
    static final List<Done> TAKEN_OVER = on(NOTHING, null, new ApplicationTakenOver(APPLICATION, ApplicationId.of("r2026.b00"), PIN,
            RETURNED_UNTIL));

    static final List<Done> SHARED = on(ASSESSED, "secretary", new DraftShared(APPLICATION, 1, CODES));
    static final List<Done> POLLED = on(VISITED, "office", new SurveyOpened(APPLICATION, CODES));
    static final List<Done> VOTED = on(POLLED, null, new BallotCast(APPLICATION, CODES.getLast(),
            Secret.of(APPLICATION, marks("satisfaction", "80"))));
    static final List<Done> REVISED = on(SCORED_BY_ONE, "secretary", new EvidenceRevised(APPLICATION, 2, FILES));

    private Road() {
    }

    /** Every place an application can stand at. */
    static Map<String, List<Done>> places() {
        Map<String, List<Done>> places = new LinkedHashMap<>();
        List.of(NOTHING, STARTED, DRAFTED, HELD_AS_DRAFT, ASSESSED, SUBMITTED, DECLINED, ACCEPTED, RETURNED, LAPSED, REVIEWED, ASSIGNED,
                VISITED,
                SCORED_NOT_SURVEYED,
                SURVEYED, SCORED_BY_ONE, SCORED_BY_TWO, OPENED, RANKED, WITHDRAWN, ALLOCATED, NOT_GRANTED, DECIDED, POSTED,
                OBJECTED, STOPPED, UNSIGNED, ANSWERED, REOPENED, CONFIRMED, AWARDED, HELD, HELD_IN_NOTICE, WITHOUT_BRANCH, TAKEN_OVER,
                SHARED, POLLED, VOTED, REVISED)
                .forEach(facts -> places.put(facts.isEmpty() ? "nothing" : facts.size() + " " + facts.getLast().fact(), facts));
        return places;
    }

    static List<Mark> marks(String... inputsAndCells) {
        return Stream.iterate(0, i -> i < inputsAndCells.length, i -> i + 2)
                .map(i -> new Mark(inputsAndCells[i], inputsAndCells[i + 1])).toList();
    }

    static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }

    static ScoresSubmitted sealed(String assessor, String base) {
        return new ScoresSubmitted(APPLICATION, new PersonId(assessor), 1, Secret.of(APPLICATION, marks("base", base)));
    }

    static List<Done> on(List<Done> before, @Nullable String person, ApplicationEvent... facts) {
        String actor = person == null ? "system/house" : "person/" + person;
        return Stream.concat(before.stream(), Stream.of(facts).map(fact -> new Done(actor, fact))).toList();
    }
}
