package asterism.events;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealOwnerReminded;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealEvent.AppealReminderSet;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.CaseMigrated;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.Count;
import asterism.events.ApplicationEvent.DecisionReopened;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.DraftCommented;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.DraftShared;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.FormerPart;
import asterism.events.ApplicationEvent.FormerPartsOpened;
import asterism.events.ApplicationEvent.FormerScores;
import asterism.events.ApplicationEvent.FormerScoresOpened;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ObjectionVoted;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationEvent.OwnerReminded;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartMarks;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ReminderSet;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.ReviewPassedOn;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.Skippable;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationEvent.StageSkipped;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationEvent.StatementErased;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.ApplicationEvent.SurveyTallied;
import asterism.events.ApplicationEvent.Tally;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BranchEvent.AppealsLeft;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.CalendarEvent.CalendarYearPublished;
import asterism.events.GuardEvent.AttemptRefused;
import asterism.events.HouseEvent.DemoWorldOpened;
import asterism.events.HouseEvent.LogKeyRotated;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.AssignmentRefused;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.Seats;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.SchemeEvent.CalibrationCasePublished;
import asterism.events.SchemeEvent.CalibrationTaken;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeEvent.LocalRulesAdopted;
import asterism.events.SchemeEvent.SchemeVersionActivated;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.Outcome;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.ReorganisationToJudge;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.StarOwnerReminded;
import asterism.events.StandingEvent.StarReminderSet;
import asterism.events.StandingEvent.StarToJudge;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.events.StandingEvent.Withdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One example of every fact, all from the life of one branch. */
final class Examples {
    static final UUID EVENT_ID = UUID.fromString("0f6d1c5e-2b1a-5c3d-8e4f-9a0b1c2d3e4f");
    static final RoundId ROUND = new RoundId("r2025");
    static final BranchId BRANCH = new BranchId("b017");
    static final ApplicationId APPLICATION = new ApplicationId(ROUND, BRANCH);

    private static final String SHA = Sha256.of("an example");
    private static final Pin PIN = new Pin(new SchemeId("zoucheng-70-30"), "2023", SHA, SHA);
    private static final BodyId COUNTY = new BodyId("county");
    private static final PersonId PERSON = new PersonId("assessor-1");
    private static final PersonId OTHER = new PersonId("assessor-2");
    private static final DecisionId DECISION = new DecisionId("d-1");
    private static final AppealId APPEAL = new AppealId("a-1");
    private static final ObjectionId OBJECTION = new ObjectionId("o-1");
    private static final Level FOUR = new Level("4");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 14);
    private static final Computed RATED = new Computed("RATED", FOUR, "stars_by_points");
    private static final Label NAME = new Label("县财政局机关第一党支部", "First branch of the county finance bureau");
    private static final List<Mark> MARKS = List.of(new Mark("base", "97.5"), new Mark("deductions", "0"));
    private static final List<String> TRACE = List.of("{\"unit\":\"b017\",\"seq\":1,\"verb\":\"read\"}");

    private Examples() {
    }

    /** Keys that depend on nothing but their name. */
    static final Keys KEYS = new Keys() {
        @Override
        public Optional<byte[]> find(String name) {
            return Optional.of(obtain(name));
        }

        @Override
        public byte[] obtain(String name) {
            return HexFormat.of().parseHex(Sha256.of(name));
        }
    };

    static final List<Event> ALL = List.of(
            new SchemeVersionPublished(PIN.scheme(), "2023", SHA, "language: 1\n", List.of("L205")),
            new LocalRulesAdopted(PIN.scheme(), "2023", SHA, "language: 1\n"),
            new ImpactReported(PIN.scheme(), "2023", SHA, SHA, ROUND, 10, 1, 2, 0, "2.5", SHA, SHA),
            new CalibrationCasePublished(PIN.scheme(), "2023", "case-1", "agency", "a branch of 12, its minutes of a year",
                    new Secret<>("calibration/zoucheng-70-30/case-1", Optional.of(MARKS))),
            new CalibrationTaken(PIN.scheme(), "case-1", PERSON, true, "2.5"),
            new SchemeVersionActivated(PIN.scheme(), "2023", SHA, DAY),
            new CalendarYearPublished(new CalendarId("prc-working-days"), 2025, SHA, "calendar: prc-working-days\n"),
            new BodyEstablished(new BodyId("finance-bureau"), COUNTY, BodyEvent.Kind.AGENCY, new Label("县财政局", "County finance bureau")),
            new PersonRegistered(COUNTY, PERSON, Personal.of(PERSON, "张明")),
            new PostAssigned(COUNTY, PERSON, Post.BRANCH_SECRETARY, BRANCH, DAY),
            new PersonalValuesErased(COUNTY, PERSON),
            new PostEnded(COUNTY, PERSON, Post.BRANCH_SECRETARY, BRANCH, DAY),
            new PostDelegated(COUNTY, PERSON, OTHER, Post.BRANCH_SECRETARY, BRANCH, List.of("SubmitApplication"), DAY, DAY.plusDays(13)),
            new DelegationRevoked(COUNTY, PERSON, OTHER, Post.BRANCH_SECRETARY, BRANCH),
            new QualificationRecorded(COUNTY, PERSON, "agency", DAY, DAY.plusYears(3)),
            new QualificationEnded(COUNTY, PERSON, "agency", DAY),
            new RelationDeclared(COUNTY, PERSON, null, OTHER, Personal.of(PERSON, "兄弟")),
            new RelationEnded(COUNTY, PERSON, null, OTHER),
            new BranchRegistered(BRANCH, new BodyId("finance-bureau"), "agency", NAME, LocalDate.of(2011, 7, 1)),
            new BranchRenamed(BRANCH, NAME, "order 12", DAY),
            new BranchTransferred(BRANCH, COUNTY, "order 12", DAY),
            new BranchesMerged(BRANCH, List.of(new BranchId("b018")), "order 12", DAY),
            new BranchSplit(BRANCH, List.of(BRANCH, new BranchId("b018")), "order 12", DAY),
            new BranchEnded(BRANCH, Reorganisation.MERGE, List.of(new BranchId("b018")), List.of(APPLICATION), "order 12", DAY),
            new RoundOpened(ROUND, new Label("2025 年度星级评定", "Rating round 2025"), PIN, new CalendarId("prc-working-days"), COUNTY, DAY,
                    DAY.plusDays(30)),
            new RosterSealed(ROUND, 4711, 111, SHA),
            new QuotaTied(ROUND, "five_star_share", 33, List.of(BRANCH, new BranchId("b018"))),
            new TieResolved(ROUND, "five_star_share", List.of(new BranchId("b018"), BRANCH), List.of(PERSON), "minutes 2025-7"),
            new QuotaAllocated(ROUND, List.of(new Seats("five_star_share", 111, 33, 33)), 111, SHA),
            new QuotaReallocated(ROUND, 1, "five_star_share", List.of(BRANCH), 1, "minutes 2025-9", SHA),
            new AssignmentCommitted(ROUND, SHA, 111),
            new AssignmentRefused(ROUND, APPLICATION, SHA, "recusal.own-branch", "nobody acts in a case of their own branch"),
            new RoundClosed(ROUND),
            new ApplicationStarted(APPLICATION, PIN),
            new DraftDue(APPLICATION, DAY),
            new SelfAssessmentRecorded(APPLICATION, 1, MARKS, List.of(new Evidence(SHA, "base", "会议记录")), "自评总结"),
            new EvidenceRevised(APPLICATION, 2, List.of(new Evidence(Sha256.of("file"), "organisation", "minutes of June"))),
            new DraftShared(APPLICATION, 1, List.of(Sha256.of("code"))),
            new DraftCommented(APPLICATION, Sha256.of("code"), new Personal<>("comment/1", Optional.of("the visit of May is missing"))),
            new SurveyOpened(APPLICATION, List.of(Sha256.of("code"))),
            new BallotCast(APPLICATION, Sha256.of("code"), Secret.of(APPLICATION, List.of(new Mark("satisfaction", "91")))),
            new SurveyTallied(APPLICATION, List.of(new Tally("satisfaction", List.of(new Count("91", 7))))),
            new ScoresStoodBy(APPLICATION, new PersonId("a1"), 2),
            new PartsAsked(APPLICATION, List.of(new PartAsked("discipline", new BodyId("discipline")))),
            new PartJudged(APPLICATION, "discipline", 1, Secret.of(APPLICATION, List.of(new Mark("deductions", "0")))),
            new PartsOpened(APPLICATION, List.of(new PartMarks("discipline", List.of(new Mark("deductions", "0"))))),
            new StageSkipped(APPLICATION, Skippable.MODERATION),
            new CaseMigrated(APPLICATION, PIN, new Pin(new SchemeId("zoucheng-70-30"), "2024", SHA, SHA)),
            new ReplyRecorded(APPLICATION, "the minutes of June were handed in since"),
            new ReviewRated(APPLICATION, PERSON, 4),
            new StatementErased(APPLICATION, "objection/5f0c4a52-6a7e-5d0b-8d43-3c1a2f0e9b11"),
            new ApplicationSubmitted(APPLICATION, FOUR),
            new ApplicationAccepted(APPLICATION),
            new ApplicationDeclined(APPLICATION),
            new ApplicationReturned(APPLICATION, List.of("the minutes of May are missing"), DAY),
            new ApplicationWithdrawn(APPLICATION),
            new ApplicationLapsed(APPLICATION, DAY),
            new ApplicationEnded(APPLICATION, Reorganisation.MERGE),
            new ApplicationHeld(APPLICATION, HoldCause.REORGANISATION, "Order 12 of 2026", List.of(new BranchId("b018")), DAY),
            new ApplicationResumed(APPLICATION, DAY, DAY, DAY, true),
            new StagePaused(APPLICATION, "desk_review", DAY, DAY),
            new ApplicationReaddressed(APPLICATION, new ApplicationId(ROUND, new BranchId("b018")), DAY),
            new ApplicationTakenOver(APPLICATION, new ApplicationId(ROUND, new BranchId("b018")), PIN, DAY),
            new StageDue(APPLICATION, "desk_review", DAY, true),
            new StageOverdue(APPLICATION, "desk_review", DAY, new BodyId("work-committee")),
            new ReminderSet(APPLICATION, "desk_review", DAY, DAY.minusDays(3)),
            new OwnerReminded(APPLICATION, "desk_review", DAY),
            new ReviewPassedOn(APPLICATION, "agency_check", "complete"),
            new DeskReviewCompleted(APPLICATION, "complete"),
            new AssessorsAssigned(APPLICATION, List.of(PERSON), PERSON),
            new SiteVisitCompleted(APPLICATION, DAY, "as described", MARKS),
            new SurveyClosed(APPLICATION, 40, 38, List.of(new Mark("satisfaction", "92.5"))),
            new ScoresSubmitted(APPLICATION, PERSON, 1, Secret.of(APPLICATION, MARKS)),
            new FormerPartsOpened(APPLICATION, List.of(new FormerPart("discipline", 1, List.of(new Mark("deductions", "1"))))),
            new FormerScoresOpened(APPLICATION, List.of(new FormerScores(PERSON, 1, MARKS))),
            new ScoresOpened(APPLICATION, List.of(new Scores(PERSON, MARKS))),
            new ScoreComputed(APPLICATION, RATED, TRACE),
            new ScoreModerated(APPLICATION, PERSON, "base", "97.5", "95"),
            new LevelProposed(APPLICATION, RATED),
            new LevelAllocated(APPLICATION, RATED, SHA, TRACE),
            new LevelDecided(APPLICATION, DECISION, FOUR, RATED, List.of(PERSON)),
            new DecisionReopened(APPLICATION, DECISION, APPEAL),
            new NoticePosted(APPLICATION, DAY, DAY.plusDays(7), false),
            new ObjectionRaised(APPLICATION, OBJECTION, Personal.of(PERSON, "分数有误")),
            new ObjectionDismissed(APPLICATION, OBJECTION),
            new ObjectionUpheld(APPLICATION, OBJECTION),
            new NoticeClosed(APPLICATION),
            new StarAwarded(APPLICATION, DECISION, FOUR, DAY),
            new LevelGranted(BRANCH, DECISION, APPLICATION, FOUR, Change.PROMOTED, DAY, null),
            new AwardNotEffected(BRANCH, DECISION, "standing.closed", "the branch was abolished"),
            new Downgraded(BRANCH, new DecisionId("d-2"), FOUR, new Level("2"), "veto", DAY.minusDays(9), DAY),
            new PastLevelRecorded(BRANCH, new DecisionId("d-3"), ROUND, FOUR, "县星评〔2023〕8号", DAY.minusYears(2), DAY.minusYears(1)),
            new ProvisionalGranted(BRANCH, new DecisionId("d-3"), ROUND, FOUR, "split", DAY, DAY.plusYears(1)),
            new Expired(BRANCH, new DecisionId("d-4"), FOUR, DAY.plusDays(1)),
            new StarEnded(BRANCH, new DecisionId("d-4"), FOUR, Reorganisation.MERGE, DAY),
            new ReorganisationToJudge(BRANCH, new DecisionId("d-4"), Reorganisation.MERGE, List.of(new BranchId("b018"))),
            new Suspended(BRANCH, new DecisionId("d-5"), FOUR, "false-report", DAY.minusDays(9), DAY, DAY.plusMonths(6), false),
            new ApplicationsToHold(BRANCH, HoldCause.VETO, "discipline", List.of(APPLICATION)),
            new StarReminderSet(BRANCH, new DecisionId("d-6"), Counted.CORRECTION, DAY.plusDays(30), DAY.plusDays(27)),
            new StarOwnerReminded(BRANCH, new DecisionId("d-6"), Counted.CORRECTION, DAY.plusDays(30)),
            new SuspensionOverdue(BRANCH, new DecisionId("d-5"), DAY.plusMonths(6), COUNTY),
            new Reinstated(BRANCH, new DecisionId("d-6"), FOUR, DAY.plusMonths(3)),
            new Withdrawn(BRANCH, new DecisionId("d-7"), FOUR, "fraud", DAY.minusDays(9), DAY, DAY.plusDays(15), DAY.plusYears(2)),
            new PlaqueReturned(BRANCH, new DecisionId("d-7"), DAY.plusDays(10)),
            new PlaqueDeclaredVoid(BRANCH, new DecisionId("d-7"), DAY.plusDays(15)),
            new CorrectionRequired(BRANCH, new DecisionId("d-8"), "finding", "hold the meetings that were left out", DAY.minusDays(9),
                    DAY.plusDays(42), false),
            new CorrectionShown(BRANCH, new DecisionId("d-8"), List.of(new Evidence(SHA, "base", "补开会议记录")), "已补开"),
            new CorrectionRechecked(BRANCH, new DecisionId("d-8"), true, "held, with minutes"),
            new CorrectionMissed(BRANCH, new DecisionId("d-8"), DAY.plusDays(42), COUNTY),
            new CorrectionEnded(BRANCH, new DecisionId("d-8"), Reorganisation.MERGE),
            new SurveillanceOpened(BRANCH, "yearly_recheck", Occasion.TRIGGER, "complaint", DAY),
            new SurveillanceClosed(BRANCH, "yearly_recheck", Outcome.CORRECTION_NEEDED, "two meetings were left out"),
            new VetoRecorded(BRANCH, "discipline", DAY.minusDays(9), List.of(new Evidence(SHA, "base", "处分决定")), "as decided"),
            new ComplaintUpheld(BRANCH, "fees", DAY.minusDays(9), "fees were not published"),
            new PointsNoted(BRANCH, "deductions", "-1.5", DAY.minusDays(9), "-2.5", "late report"),
            new PracticeRecognised(BRANCH, new DecisionId("d-9"), "base", "Open office hours", List.of(new Evidence(SHA, "base", "做法"))),
            new BranchPaired(BRANCH, new BranchId("b018"), "meetings that people come to", DAY),
            new FollowUpDue(BRANCH, DECISION, new Level("2"), "pairing", new Label("结对帮扶", "Paired with a strong branch")),
            new PairingEnded(BRANCH, new BranchId("b018"), DAY.plusYears(1), "two more stars"),
            new DecisionStruckOut(BRANCH, new DecisionId("d-2"), APPEAL, List.of(new DecisionId("d-3"))),
            new AppealLodged(APPEAL, BRANCH, DECISION, "facts", "the reported breach did not happen"),
            new AppealAdmitted(APPEAL, BRANCH, List.of(PERSON), DAY.plusDays(60)),
            new AppealFoundInadmissible(APPEAL, BRANCH, "late"),
            new AppealCarriedFurther(new AppealId("a-2"), BRANCH, APPEAL, "second"),
            new AppealAgainstRefusal(APPEAL, BRANCH, APPLICATION),
            new AppealConfined(APPEAL, BRANCH, List.of("base", "satisfaction")),
            new ObjectionsUntil(APPLICATION, DAY.plusDays(9), false),
            new ObjectionVoted(APPLICATION, new ObjectionId("o-1"), List.of(PERSON), 1),
            new RefusalFell(APPEAL, BRANCH, APPLICATION, DECISION),
            new AppealEvidenceSubmitted(APPEAL, BRANCH, List.of(new Evidence(SHA, "base", "会议记录")), "the meeting was held"),
            new AppealEffectStayed(APPEAL, BRANCH, DECISION),
            new AppealDecisionReplaced(APPEAL, BRANCH, DECISION, new DecisionId("d-10"), FOUR, RATED, TRACE),
            new AppealReminderSet(APPEAL, BRANCH, DAY.plusDays(60), DAY.plusDays(57)),
            new AppealOwnerReminded(APPEAL, BRANCH, DAY.plusDays(60)),
            new AppealAnswerOverdue(APPEAL, BRANCH, DAY.plusDays(60), COUNTY),
            new AppealReaddressed(APPEAL, BRANCH, List.of(new BranchId("b018"))),
            new AppealsLeft(BRANCH, List.of(APPEAL), List.of(new BranchId("b018"))),
            new StarToJudge(BRANCH, "discipline", COUNTY),
            new LastDayRecounted(BRANCH, DECISION, Counted.CORRECTION, DAY.plusDays(44), false),
            new NoticeRecounted(APPLICATION, DAY.plusDays(8), false),
            new NoticePaused(APPLICATION, DAY.plusDays(7), DAY.plusDays(2)),
            new NoticeResumed(APPLICATION, DAY.plusDays(11), false),
            new AppealAnswerRecounted(APPEAL, BRANCH, DAY.plusDays(61)),
            new DecisionStayed(BRANCH, DECISION, APPEAL),
            new StayLifted(BRANCH, DECISION, APPEAL),
            new LevelReplaced(BRANCH, new DecisionId("d-10"), DECISION, APPEAL, FOUR, DAY, null),
            new DecisionReviewed(BRANCH, new DecisionId("d-3"), true, "it rests on other facts"),
            new FollowUpClosed(BRANCH, "improve", "the plan was carried out"),
            new AppealDismissed(APPEAL, BRANCH, DECISION),
            new AppealUpheld(APPEAL, BRANCH, DECISION),
            new AttemptRefused(PERSON, "recusal.own-branch", "SubmitScores", "application/r2025.b017"),
            new DemoWorldOpened(Instant.parse("2024-01-02T01:00:00Z")),
            new LogKeyRotated("stars.example.org/journal+c74f20a3+AQ==", "stars.example.org/journal+d74f20a3+AQ==",
                    "asterism log-key/v1\nstars.example.org/journal+d74f20a3+AQ==\n\n— stars.example.org/journal x08gow==\n"));
}
