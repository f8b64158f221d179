package asterism.local.demo;

import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundId;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StreamId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Three years of the county, as they happen:
 *
 * <ul>
 *   <li>2024: the first round; the satisfaction of b023's people is so low that it cannot have more than two stars.
 *       The applications of b044 and b071 are returned for completion; b044 completes its, that of b071 lapses.
 *   <li>2025, January: b103 is renamed and b108 moved to another agency; their stars stay.
 *   <li>2025, January: b023 is paired with b001, whose way of working becomes an example.
 *   <li>2025, spring: b052 is downgraded for a false report, appeals, and is right: the decision is struck out.
 *   <li>2025, May: after a veto event the star of b040 is suspended; it is reinstated when the branch is cleared.
 *   <li>2025: the cut of the five-star quota is a tie between b008 and b030; the committee votes.
 *       Before, the application of b055 is on hold for a complaint that proves wrong, and b012's members vote by anonymous ballots.
 *       b061 replies to the findings. An objection to the star of b019 is dismissed; one to the five stars of b035 is upheld, the
 *       committee decides on four, and the seat that comes free goes to b008 by a numbered decision.
 *   <li>2026, winter: the pairing of b023 ends with a third star, b061 is paired with b005; b017 misses a corrective action.
 *   <li>2026, spring: b017 is downgraded for it; it appeals, and both instances dismiss it. b088 is downgraded and leaves it at that.
 *   <li>2026, December: b110 and b111 are merged into b109, b107 is abolished, b106 is split and b112 comes out of it.
 *   <li>2026: the third round; a veto event puts the application of b072 on hold until the branch is cleared,
 *       and its assessors are assigned as proposed by rule. After its awards b009 and b088 appeal; one appeal waits to be admitted,
 *       the other to be judged.
 * </ul>
 */
public final class CountyStory {
    /** The instant the demo world's clock starts at. */
    public static final Instant STARTS = Instant.parse("2024-01-02T01:00:00Z");

    public static final int FIRST_YEAR = 2024;
    public static final int LAST_YEAR = 2026;

    private static final AppealId WAITING = new AppealId("appeal-2026-b009");
    private static final List<String> TIED = List.of("b030", "b008");
    private static final String FIVE_STAR = "b035";
    private static final String[] FIRST_PANEL = {"appeal-1", "appeal-2", "appeal-3"};

    private final World world;
    private final Cast cast;
    private final int lastYear;
    private final CountyBetween between;
    private final Map<String, String> secretaries;

    /** @param lastYear of the rounds to play; the story may end early */
    public CountyStory(World world, int lastYear) {
        this.world = world;
        this.lastYear = lastYear;
        this.cast = new Cast(world);
        this.between = new CountyBetween(cast, world);
        this.secretaries = DemoFolder.rows("people.csv").stream().filter(person -> person.get("role").equals("BRANCH_SECRETARY"))
                .collect(Collectors.toMap(person -> person.get("branch"), person -> person.get("person")));
    }

    /** Whether the last step was taken already. */
    public boolean isOver() {
        return lastYear == LAST_YEAR
                ? world.latest(StreamId.of(WAITING), AppealLodged.class).isPresent()
                : world.latest(StreamId.of(new RoundId("r" + lastYear)), RoundClosed.class).isPresent();
    }

    /** Plays the story; played again after it was cut off, it goes on where it stood. */
    public void play() {
        new CountyFounding(cast, world).play();
        firstRound();
        if (lastYear > FIRST_YEAR) {
            between.renameAndMove("b103", new Label("县数据局党支部", "Data Bureau Branch"), "b108", "services", LocalDate.of(2025, 1, 6));
            between.pair("b023", "b001", "支部主题党日积分管理", LocalDate.of(2025, 1, 13));
            downgradeStruckOut();
            between.vetoAndSuspension("b040", LocalDate.of(2025, 5, 12));
            secondRound();
        }
        if (lastYear == LAST_YEAR) {
            between.pair("b061", "b005", "党员承诺践诺公示", LocalDate.of(2025, 12, 24));
            between.endPairing("b023", "b001", "升为三星级");
            between.correctionMissed("b017", secretaries.getOrDefault("b017", "secretary"), LocalDate.of(2025, 12, 24));
            downgradesThatStand();
            thirdRound();
            between.mergeAndAbolish("b109", List.of("b110", "b111"), "b107", LocalDate.of(2026, 12, 17));
            between.split("b106", "b112", new Label("县会议中心党支部", "Conference Centre Branch"), LocalDate.of(2026, 12, 17));
            appealsThatWait();
        }
        world.tell("%,d commands were asked".formatted(cast.asked()));
    }

    private void firstRound() {
        CountyRound round = begin(FIRST_YEAR);
        round.review("b044", "b071");
        decide(round, List.of());
        round.award();
        round.rateReview("b044");
        round.close();
    }

    private void secondRound() {
        CountyRound round = begin(2025);
        round.review();
        round.hold("b055");
        round.ballot("b012");
        decide(round, TIED);
        round.reply("b061");
        round.object("b019", FIVE_STAR, "4");
        round.award();
        round.giveFreedSeat(TIED.getLast());
        round.close();
    }

    private void thirdRound() {
        CountyRound round = begin(LAST_YEAR);
        round.review();
        round.barred("b072");
        round.assign();
        decide(round, List.of());
        round.award();
        round.close();
    }

    private CountyRound begin(int year) {
        CountyRound round = new CountyRound(cast, world, year, secretaries);
        round.open();
        round.apply();
        return round;
    }

    private static void decide(CountyRound round, List<String> voted) {
        round.visitAndScore();
        round.confirm();
        round.allocate(voted);
        round.decide();
    }

    private void downgradeStruckOut() {
        String branch = "b052";
        cast.on(LocalDate.of(2025, 3, 10));
        DecisionId contested = downgrade(branch, "2", LocalDate.of(2025, 2, 20), "上报的活动记录不属实");
        appeal(branch, contested, LocalDate.of(2025, 3, 17), "活动记录由上级机关误录，原件可证。");
        cast.on(LocalDate.of(2025, 4, 14));
        cast.ask("appeal-1", "uphold", "原件证明记录属实，原决定依据的事实不存在", new UpholdAppeal(appealOf(branch)));
        world.settle();
        world.tell("2025: %s was downgraded for a false report, appealed, and was right: the decision is struck out".formatted(branch));
    }

    private void downgradesThatStand() {
        cast.on(LocalDate.of(2026, 3, 9));
        downgrade("b088", "3", LocalDate.of(2026, 2, 3), "半年未开展组织生活");
        DecisionId contested = downgrade("b017", "3", LocalDate.of(2026, 2, 13), "整改逾期未完成");
        appeal("b017", contested, LocalDate.of(2026, 3, 16), "整改材料已按期报送。");
        cast.on(LocalDate.of(2026, 4, 13));
        cast.ask("appeal-2", "dismiss", "材料报送日期晚于期限", new DismissAppeal(appealOf("b017")));
        cast.on(LocalDate.of(2026, 4, 20));
        AppealId second = new AppealId("appeal-b017-second");
        lodge(second, "b017", contested, "请求上一级复核组复核送达日期。");
        cast.on(LocalDate.of(2026, 4, 24));
        admit(second, "appeal-4", "appeal-5", "appeal-6");
        cast.on(LocalDate.of(2026, 5, 18));
        cast.ask("appeal-4", "dismiss", "送达回执载明的日期无误", new DismissAppeal(second));
        world.settle();
        world.tell("2026: b088 and b017 were downgraded; b017 appealed in vain, and in vain again to the second instance");
    }

    private void appealsThatWait() {
        String judged = "b088";
        cast.on(LocalDate.of(2026, 12, 18));
        AppealId appeal = new AppealId("appeal-2026-" + judged);
        lodge(appeal, judged, award(judged), "两次现场核查的扣分依据不同，请求复核。");
        admit(appeal, FIRST_PANEL);
        cast.on(LocalDate.of(2026, 12, 21));
        lodge(WAITING, "b009", award("b009"), "满意度测评的参评人数不足，请求复核。");
        world.tell("2026: b088 and b009 appeal against their new stars; nothing is decided yet");
    }

    private DecisionId award(String branch) {
        return world.latest(StreamId.standing(new BranchId(branch)), LevelGranted.class).orElseThrow().decision();
    }

    private DecisionId downgrade(String branch, String to, LocalDate factOn, String reason) {
        LocalDate from = factOn.plusMonths(1).withDayOfMonth(15);
        Downgrade command = new Downgrade(new BranchId(branch), new Level(to), "veto", factOn, from);
        String place = "downgrade-" + factOn.getYear();
        cast.ask("committee-secretary", place, reason, command);
        return new DecisionId(Cast.idOf(place, command).toString());
    }

    private void appeal(String branch, DecisionId contested, LocalDate on, String statement) {
        cast.on(on);
        lodge(appealOf(branch), branch, contested, statement);
        cast.on(on.plusDays(4));
        admit(appealOf(branch), FIRST_PANEL);
    }

    private void lodge(AppealId appeal, String branch, DecisionId contested, String statement) {
        cast.ask(secretaries.getOrDefault(branch, branch), "lodge",
                new LodgeAppeal(appeal, new BranchId(branch), contested, "facts", null, statement));
    }

    private void admit(AppealId appeal, String... panel) {
        cast.ask("committee-secretary", "admit", new AdmitAppeal(appeal, Stream.of(panel).map(PersonId::new).toList()));
    }

    private static AppealId appealOf(String branch) {
        return new AppealId("appeal-" + branch);
    }
}
