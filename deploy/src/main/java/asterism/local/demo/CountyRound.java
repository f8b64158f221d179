package asterism.local.demo;

import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CastBallot;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CompleteDeskReview;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.CountBallots;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.OpenSurvey;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.PutOnHold;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.RateReview;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.ReplyToFindings;
import asterism.command.application.ApplicationCommand.ResumeApplication;
import asterism.command.application.ApplicationCommand.ReturnForCompletion;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.CommitAssignment;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import asterism.events.StreamId;
import asterism.local.demo.DemoFolder.Row;
import asterism.local.demo.DemoFolder.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One year's round, from its opening in October to the awards in December. */
final class CountyRound {
    private static final List<PersonId> WORK_COMMITTEE = people("member-1", "member-2", "member-3");
    /** Five stars are the organisation department's to give. */
    private static final List<PersonId> DEPARTMENT = people("member-4", "member-5", "member-6");
    private static final Level FIVE = new Level("5");
    /** Assessors of an application. */
    private static final int PANEL = 3;

    private final Cast cast;
    private final World world;
    private final int year;
    private final RoundId round;
    private final Map<String, String> secretaries;
    private List<String> branches;
    private Set<String> completed = Set.of();
    private Set<String> reopened = Set.of();
    private @Nullable String balloted;
    private @Nullable String seated;

    CountyRound(Cast cast, World world, int year, Map<String, String> secretaries) {
        this.cast = cast;
        this.world = world;
        this.year = year;
        this.round = new RoundId("r" + year);
        this.secretaries = secretaries;
        this.branches = secretaries.keySet().stream().sorted().toList();
    }

    void open() {
        cast.on(day(10, 8));
        cast.ask("office", "open", new OpenRound(round, new Label(year + " 年度星级党支部评定", "Star branches, round of " + year),
                new SchemeId("zoucheng-70-30"), "2023", new CalendarId("prc-working-days"), new BodyId("work-committee"), day(10, 8),
                day(11, 8)));
    }

    void apply() {
        cast.on(day(10, 20));
        Table visits = table("visits");
        cast.each(branches, branch -> {
            String secretary = secretary(branch);
            cast.ask(secretary, "start", new StartApplication(application(branch)));
            cast.ask(secretary, "self-assess", new RecordSelfAssessment(application(branch),
                    List.of(new Mark("appraisal", visits.of(branch).get("appraisal"))), List.of(), "本支部已逐项自评，材料齐全。"));
            cast.ask(secretary, "submit", new SubmitApplication(application(branch), null));
        });
        world.tell("%d: %d branches assessed themselves and applied".formatted(year, branches.size()));
    }

    void review() {
        accept(List.of());
        world.tell("%d: accepted and desk-reviewed".formatted(year));
    }

    /** Two applications are returned for completion: one comes back in time, the other does not come back. */
    void review(String completing, String lapsing) {
        accept(List.of(completing, lapsing));
        cast.on(day(11, 18));
        cast.ask(secretary(completing), "assess-again", new RecordSelfAssessment(application(completing), List.of(), List.of(),
                "六月组织生活会记录已补齐。"));
        cast.ask(secretary(completing), "submit-again", new SubmitApplication(application(completing), null));
        cast.ask("desk", "desk-review", new CompleteDeskReview(application(completing), "补正材料齐全。"));
        cast.on(day(11, 20));
        world.settle();
        completed = Set.of(completing);
        branches = without(Set.of(lapsing));
        world.tell("%d: accepted and desk-reviewed; %s and %s were returned for completion, and that of %s lapsed".formatted(
                year, completing, lapsing, lapsing));
    }

    private void accept(List<String> incomplete) {
        cast.on(day(11, 12));
        cast.each(branches, branch -> cast.ask("desk", "accept", new AcceptApplication(application(branch))));
        cast.on(day(11, 14));
        cast.each(without(Set.copyOf(incomplete)),
                branch -> cast.ask("desk", "desk-review", new CompleteDeskReview(application(branch), "材料完整，符合申报条件。")));
        cast.each(incomplete, branch -> cast.ask("desk", "return",
                new ReturnForCompletion(application(branch), List.of("六月组织生活会记录"), day(11, 19))));
    }

    /** Something is said about a branch; its application waits until that is looked into, and then goes on. */
    void hold(String branch) {
        cast.ask("discipline", "hold", "收到反映该支部组织生活记录的信访件，核实期间中止评定",
                new PutOnHold(application(branch), HoldCause.COMPLAINT, "信访〔%d〕31号".formatted(year)));
        cast.on(day(11, 19));
        cast.ask("office", "resume", "经核实反映不实", new ResumeApplication(application(branch)));
        world.tell("%d: the application of %s was on hold while a complaint was looked into, and went on".formatted(year, branch));
    }

    /** An event that bars stars becomes known: the house holds what the branch has applied for, until it is cleared. */
    void barred(String branch) {
        cast.ask("discipline", "veto", new RecordVeto(new BranchId(branch), "discipline", day(11, 9), List.of(), "支部一名党员被谈话函询"));
        world.settle();
        cast.on(day(11, 17));
        cast.ask("office", "resume", "函询了结，与支部履责无关", new ResumeApplication(application(branch)));
        world.tell("%d: after a veto event the house put the application of %s on hold; it went on when the branch was cleared".formatted(
                year, branch));
    }

    /** The members of a branch answer the survey by anonymous ballots; those of the others on paper. */
    void ballot(String branch) {
        balloted = branch;
    }

    private void ballots(String branch) {
        ApplicationId application = application(branch);
        List<String> codes = IntStream.rangeClosed(1, 12).mapToObj(i -> "%s-%02d".formatted(application, i)).toList();
        cast.ask("office", "survey-open", new OpenSurvey(application, codes.stream().map(Sha256::of).toList()));
        List<String> given = List.of("92", "85", "88", "90", "79", "95", "86", "83", "90");
        for (int i = 0; i < given.size(); i++) {
            cast.askUnnamed("survey/" + application, "ballot-" + i, new CastBallot(application, codes.get(i),
                    List.of(new Mark("satisfaction", given.get(i)))));
        }
        cast.ask("office", "survey-count", new CountBallots(application));
        world.tell("%d: %d of %d members of %s answered the survey by anonymous ballots".formatted(year, given.size(), codes.size(),
                branch));
    }

    /** Who assesses what is proposed by rule - loads even, nobody tied to the branch, panels that overlap - and committed as proposed. */
    void assign() {
        cast.on(day(11, 18));
        if (world.latest(StreamId.of(round), AssignmentCommitted.class).isEmpty()) {
            String proposal = cast.propose("office", "propose", new ProposeAssignment(round, PANEL, null));
            cast.ask("office", "commit", new CommitAssignment(round, proposal));
        }
        world.settle();
        world.tell("%d: the assessors were assigned as proposed by rule".formatted(year));
    }

    /** The panel of an application, the lead first; as the folder says where nobody was proposed. */
    private List<PersonId> panel(String branch, Row visit, List<Row> scores) {
        ApplicationId application = application(branch);
        Optional<AssessorsAssigned> assigned = world.latest(StreamId.of(application), AssessorsAssigned.class);
        if (assigned.isPresent()) {
            return assigned.get().assessors();
        }
        List<PersonId> assessors = scores.stream().map(row -> new PersonId(row.get("assessor"))).toList();
        cast.ask("office", "assign", new AssignAssessors(application, assessors, new PersonId(visit.get("lead"))));
        return assessors;
    }

    private List<String> without(Set<String> some) {
        return branches.stream().filter(branch -> !some.contains(branch)).toList();
    }

    void visitAndScore() {
        Table visits = table("visits");
        Table surveys = table("surveys");
        Table scores = table("scores");
        cast.on(day(11, 20));
        cast.each(branches, branch -> {
            ApplicationId application = application(branch);
            Row visit = visits.of(branch);
            Row survey = surveys.of(branch);
            List<PersonId> panel = panel(branch, visit, scores.all(branch));
            PersonId lead = world.latest(StreamId.of(application), AssessorsAssigned.class).orElseThrow().lead();
            cast.ask(lead.value(), "visit", new CompleteSiteVisit(application, day(11, 20), "现场核查与申报材料一致。",
                    marks(visit, "deductions", "appraisal")));
            if (branch.equals(balloted)) {
                ballots(branch);
            } else {
                cast.ask("office", "survey", new CloseSurvey(application, Integer.parseInt(survey.get("invited")),
                        Integer.parseInt(survey.get("answered")), marks(survey, "satisfaction")));
            }
            for (int i = 0; i < panel.size(); i++) {
                cast.ask(panel.get(i).value(), "score-" + panel.get(i), new SubmitScores(application,
                        completed.contains(branch) ? 2 : 1, marks(scores.all(branch).get(i), "base")));
            }
        });
        world.tell("%d: visited, surveyed, and scored by three assessors each".formatted(year));
    }

    void confirm() {
        cast.on(day(11, 27));
        cast.each(branches, branch -> cast.ask("chair", "confirm", new ConfirmScore(application(branch))));
    }

    /** Seals the roster and gives out the seats; where the cut falls into a tie, the committee votes for the order given. */
    void allocate(List<String> voted) {
        cast.on(day(12, 1));
        cast.ask("office", "seal", new SealRoster(round));
        cast.ask("office", "allocate", new AllocateQuota(round));
        if (!voted.isEmpty()) {
            cast.ask("committee-secretary", "vote", new ResolveTie(round, "five_star_share", voted.stream().map(BranchId::new).toList(),
                    DEPARTMENT, year + " 年第 12 次会议纪要"));
            cast.ask("office", "allocate-after-vote", new AllocateQuota(round));
            world.tell("%d: the cut of the five-star quota was tied; the committee voted for %s before %s".formatted(
                    year, voted.getFirst(), voted.getLast()));
        }
        world.settle();
    }

    void decide() {
        cast.on(day(12, 3));
        cast.each(branches, branch -> {
            Level level = allocated(application(branch));
            cast.ask("committee-secretary", "decide", new Decide(application(branch), level, FIVE.equals(level) ? DEPARTMENT
                    : WORK_COMMITTEE));
        });
        cast.on(day(12, 4));
        cast.each(branches, branch -> cast.ask("office", "post-notice", new PostNotice(application(branch))));
        world.tell("%d: decided and posted for public notice".formatted(year));
    }

    /** A branch says what it has to say to the findings about it, in public. */
    void reply(String branch) {
        cast.ask(secretary(branch), "reply", new ReplyToFindings(application(branch), "扣分所涉两次活动因防汛改期，已于八月补办，记录可查。"));
        world.tell("%d: %s replied to the findings; what it said stands beside its star".formatted(year, branch));
    }

    /** Afterwards a branch says how far a review helped it. */
    void rateReview(String branch) {
        PersonId assessor = world.latest(StreamId.of(application(branch)), AssessorsAssigned.class).orElseThrow().assessors().getFirst();
        cast.ask(secretary(branch), "rate", new RateReview(application(branch), assessor, 5));
    }

    /** A seat that came free goes, by a decision of its own, to the branch that the vote had left without one. */
    void giveFreedSeat(String branch) {
        ApplicationId application = application(branch);
        cast.ask("committee-secretary", "reallocate", "异议成立后空出一个五星级名额，按排名递补",
                new ReallocateQuota(round, "five_star_share", List.of(new BranchId(branch)), year + " 年第 13 次会议纪要"));
        world.settle();
        cast.ask("committee-secretary", "decide-seat", "按排名递补", new Decide(application, FIVE, DEPARTMENT));
        cast.ask("office", "post-seat", new PostNotice(application));
        seated = branch;
        world.tell("%d: the seat that came free went to %s by a numbered decision".formatted(year, branch));
    }

    /** Those whose notice began later are awarded when it is over. */
    void close() {
        if (!reopened.isEmpty()) {
            cast.on(day(12, 19));
            award(reopened);
        }
        if (seated != null) {
            cast.on(day(12, 24));
            world.settle();
            cast.ask("committee-secretary", "award-seat", new Award(application(seated)));
            world.settle();
        }
        cast.ask("office", "close", new CloseRound(round));
        world.tell("%d: the notice is over, the stars are awarded".formatted(year));
    }

    /** During the notice somebody objects to two of the stars: once in vain, once rightly, and the committee decides again. */
    void object(String unfounded, String founded, String lower) {
        cast.on(day(12, 8));
        ObjectionId first = object(unfounded, "公示的名次与考核得分不符。");
        ObjectionId second = object(founded, "会议记录是公示前补写的。");
        cast.on(day(12, 10));
        cast.ask("office", "dismiss-objection", "逐项核对得分，名次无误", new DismissObjection(application(unfounded), first, null, null));
        cast.ask("office", "uphold-objection", "经查，两次会议记录系事后补写", new UpholdObjection(application(founded), second, null, null));
        cast.on(day(12, 11));
        cast.ask("committee-secretary", "decide-again", "异议成立，降低一个星级", new Decide(application(founded), new Level(lower),
                WORK_COMMITTEE));
        cast.ask("office", "post-notice-again", new PostNotice(application(founded)));
        reopened = Set.of(founded);
        world.tell("%d: an objection to the star of %s was dismissed, one to that of %s upheld and a lower star decided".formatted(
                year, unfounded, founded));
    }

    private ObjectionId object(String branch, String statement) {
        RaiseObjection objection = new RaiseObjection(application(branch), statement);
        cast.askUnnamed("public", "object", objection);
        return new ObjectionId(Cast.idOf("object", objection).toString());
    }

    void award() {
        cast.on(day(12, 16));
        award(without(reopened));
    }

    private void award(Collection<String> some) {
        world.settle();
        cast.each(some, branch -> cast.ask("committee-secretary", "award", new Award(application(branch))));
        world.settle();
    }

    ApplicationId application(String branch) {
        return new ApplicationId(round, new BranchId(branch));
    }

    String secretary(String branch) {
        return secretaries.getOrDefault(branch, "secretary");
    }

    /** The level the round's quotas left to an application; none where it is not rated. */
    private @Nullable Level allocated(ApplicationId application) {
        return world.latest(StreamId.of(application), LevelAllocated.class).map(LevelAllocated::computed).map(Computed::level).orElse(null);
    }

    LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }

    private Table table(String name) {
        return DemoFolder.table(year + "/" + name + ".csv", "branch");
    }

    private static List<Mark> marks(Row row, String... inputs) {
        return List.of(inputs).stream().map(input -> new Mark(input, row.get(input))).toList();
    }
}
