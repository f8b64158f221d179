package asterism.local.demo;

import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CompleteDeskReview;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.ReturnForCompletion;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import asterism.events.ApplicationEvent.Computed;
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
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StreamId;
import asterism.local.demo.DemoFolder.Row;
import asterism.local.demo.DemoFolder.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One year's round, from its opening in October to the awards in December. */
final class CountyRound {
    private static final List<PersonId> WORK_COMMITTEE = people("member-1", "member-2", "member-3");
    /** Five stars are the organisation department's to give. */
    private static final List<PersonId> DEPARTMENT = people("member-4", "member-5", "member-6");
    private static final Level FIVE = new Level("5");

    private final Cast cast;
    private final World world;
    private final int year;
    private final RoundId round;
    private final Map<String, String> secretaries;
    private List<String> branches;
    private Set<String> completed = Set.of();
    private Set<String> reopened = Set.of();

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
            PersonId lead = new PersonId(visit.get("lead"));
            List<PersonId> assessors = scores.all(branch).stream().map(row -> new PersonId(row.get("assessor"))).toList();
            cast.ask("office", "assign", new AssignAssessors(application, assessors, lead));
            cast.ask(lead.value(), "visit", new CompleteSiteVisit(application, day(11, 20), "现场核查与申报材料一致。",
                    marks(visit, "deductions", "appraisal")));
            cast.ask("office", "survey", new CloseSurvey(application, Integer.parseInt(survey.get("invited")),
                    Integer.parseInt(survey.get("answered")), marks(survey, "satisfaction")));
            for (Row score : scores.all(branch)) {
                cast.ask(score.get("assessor"), "score-" + score.get("assessor"), new SubmitScores(application,
                        completed.contains(branch) ? 2 : 1, marks(score, "base")));
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

    /** During the notice somebody objects to two of the stars: once in vain, once rightly, and the committee decides again. */
    void object(String unfounded, String founded, String lower) {
        cast.on(day(12, 8));
        ObjectionId first = object(unfounded, "公示的名次与考核得分不符。");
        ObjectionId second = object(founded, "会议记录是公示前补写的。");
        cast.on(day(12, 10));
        cast.ask("office", "dismiss-objection", "逐项核对得分，名次无误", new DismissObjection(application(unfounded), first));
        cast.ask("office", "uphold-objection", "经查，两次会议记录系事后补写", new UpholdObjection(application(founded), second));
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
        cast.askUnnamed("object", objection);
        return new ObjectionId(Cast.idOf("object", objection).toString());
    }

    void award() {
        cast.on(day(12, 16));
        award(without(reopened));
        if (!reopened.isEmpty()) {
            cast.on(day(12, 19));
            award(reopened);
        }
        cast.ask("office", "close", new CloseRound(round));
        world.tell("%d: the notice is over, the stars are awarded".formatted(year));
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
