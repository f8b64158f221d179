package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.standing.Stars.APPLICATION;
import static asterism.command.standing.Stars.AS_SHIPPED;
import static asterism.command.standing.Stars.AWARD;
import static asterism.command.standing.Stars.AWARDED;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.FOUR;
import static asterism.command.standing.Stars.LIFE;
import static asterism.command.standing.Stars.MADE;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static asterism.command.standing.Stars.asked;
import static asterism.command.standing.Stars.house;
import static asterism.command.standing.Stars.own;
import static asterism.command.standing.Stars.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.core.Decision.Accepted;
import asterism.command.core.Decision;
import asterism.command.core.Refusal.Kind;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.CloseSurveillance;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.EndPairing;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.NotePoints;
import asterism.command.standing.StandingCommand.OpenSurveillance;
import asterism.command.standing.StandingCommand.PairBranch;
import asterism.command.standing.StandingCommand.RecognisePractice;
import asterism.command.standing.StandingCommand.RecordPlaqueReturned;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.command.standing.StandingCommand.UpholdComplaint;
import asterism.command.standing.Stars.Row;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.Outcome;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.StarToJudge;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.VetoRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is seen of a branch between two rounds, and what strong branches give. */
class WatchingTest {
    private static final String RULE = "yearly_recheck";
    private static final DecisionId AGAIN = new DecisionId("d3");
    private static final LocalDate FACT = TODAY.minusDays(9);
    private static final BranchId STRONG = new BranchId("b07");
    private static final State TWO = after(level("2"));
    private static final State FIVE = after(level("5"));
    private static final SurveillanceOpened OPENED = new SurveillanceOpened(BRANCH, RULE, Occasion.YEARLY, null, TODAY);
    private static final ComplaintUpheld COMPLAINT = new ComplaintUpheld(BRANCH, "fees", FACT, "属实");
    private static final VetoRecorded VETO = new VetoRecorded(BRANCH, "discipline", FACT, List.of(), "处分决定");
    private static final BranchPaired PAIRED = new BranchPaired(BRANCH, STRONG, "组织生活", TODAY);
    private static final Given ASKED = asked(TODAY, AS_SHIPPED);

    static Stream<Row> rows() {
        return Stream.concat(sharing(), Stream.of(
                new Row(Kind.GUARD, "recusal.own-branch", after(FOUR), open(Occasion.YEARLY, null), own()),
                new Row(Kind.RULE, "standing.unrated", after(), open(Occasion.YEARLY, null), ASKED),
                new Row(Kind.RULE, "standing.under-review", after(FOUR, OPENED), open(Occasion.YEARLY, null), ASKED),
                new Row(Kind.INVALID, "standing.surveillance-unknown", after(FOUR),
                        new OpenSurveillance(BRANCH, "mood", Occasion.YEARLY, null), ASKED),
                new Row(Kind.RULE, "standing.surveillance-not-for-level", TWO, open(Occasion.YEARLY, null), ASKED),
                new Row(Kind.RULE, "standing.surveillance-not-yearly", after(FOUR), open(Occasion.YEARLY, null),
                        asked(TODAY, Stars.locally("every: year", "every: none"))),
                new Row(Kind.RULE, "standing.surveillance-not-due", after(FOUR, OPENED, new SurveillanceClosed(BRANCH, RULE,
                        Outcome.CONFIRMED, "与申报一致")), open(Occasion.YEARLY, null), ASKED),
                new Row(Kind.RULE, "standing.not-drawn", after(FOUR), open(Occasion.SAMPLE, null), asked(yearOf(false), AS_SHIPPED)),
                new Row(Kind.INVALID, "standing.trigger-unknown", after(FOUR), open(Occasion.TRIGGER, "mood"), ASKED),
                new Row(Kind.INVALID, "standing.trigger-unknown", after(FOUR), open(Occasion.TRIGGER, null), ASKED),
                new Row(Kind.RULE, "standing.trigger-missing", after(FOUR), open(Occasion.TRIGGER, "complaint"), ASKED),
                new Row(Kind.RULE, "standing.no-review", after(FOUR), close(), ASKED),
                new Row(Kind.GUARD, "recusal.own-branch", after(FOUR), veto(FACT), own()),
                new Row(Kind.UNKNOWN, "standing.branch-unknown", after(), veto(FACT), unknown(false)),
                new Row(Kind.INVALID, "standing.fact-not-yet", after(FOUR), veto(TODAY.plusDays(1)), ASKED),
                new Row(Kind.INVALID, "standing.item-unknown", after(FOUR), points("mood", "1"), ASKED),
                new Row(Kind.INVALID, "standing.points-unreadable", after(FOUR), points("deductions", "a few"), ASKED),
                new Row(Kind.INVALID, "standing.points-unreadable", after(FOUR), points("deductions", "0.0"), ASKED)));
    }

    private static Stream<Row> sharing() {
        PairBranch pair = new PairBranch(BRANCH, STRONG, "组织生活", TODAY);
        return Stream.of(
                new Row(Kind.RULE, "standing.no-example", after(FOUR), practice("base"), ASKED),
                new Row(Kind.GUARD, "recusal.own-branch", FIVE, new PairBranch(BRANCH, new BranchId("b01"), "p", TODAY), own()),
                new Row(Kind.GUARD, "recusal.own-branch", FIVE, new EndPairing(BRANCH, new BranchId("b01"), "r"), own()),
                new Row(Kind.GUARD, "recusal.own-branch", FIVE, new RecordPlaqueReturned(BRANCH, TODAY), own()),
                new Row(Kind.GUARD, "recusal.own-branch", FIVE, practice("base"), own()),
                new Row(Kind.INVALID, "standing.item-unknown", FIVE, practice("mood"), ASKED),
                new Row(Kind.RULE, "standing.no-pairing", after(FOUR), pair, ASKED),
                new Row(Kind.RULE, "standing.partner-not-stronger", TWO, pair,
                        new Given(ASKED.asked(), BRANCH, ASKED.laws(), true, Optional.empty(), ASKED.award(), Optional.of(new Level("2")),
                                Optional.empty(), ASKED.superior(), Optional.empty(), List.of())),
                new Row(Kind.INVALID, "standing.begins-in-the-past", TWO, new PairBranch(BRANCH, STRONG, "组织生活", FACT), ASKED),
                new Row(Kind.RULE, "standing.not-paired", TWO, new EndPairing(BRANCH, STRONG, "升一星"), ASKED));
    }

    @Test
    void a_star_under_review_holds_until_something_is_decided() {
        assertThat(LIFE.ask(after(FOUR), open(Occasion.YEARLY, null), ASKED)).isEqualTo(accept(OPENED));
        State reviewed = after(FOUR, OPENED);
        assertThat(reviewed.ledger()).isEqualTo(after(FOUR).ledger());
        SurveillanceClosed closed = new SurveillanceClosed(BRANCH, RULE, Outcome.CONFIRMED, "与申报一致");
        assertThat(LIFE.ask(reviewed, close(), ASKED)).isEqualTo(accept(closed));
        assertThat(after(FOUR, OPENED, closed).file().watch().review()).isNull();
        LocalDate next = LocalDate.of(2026, 1, 5);
        assertThat(LIFE.ask(after(FOUR, OPENED, closed), open(Occasion.YEARLY, null), asked(next, AS_SHIPPED))).as("a year later")
                .isEqualTo(accept(new SurveillanceOpened(BRANCH, RULE, Occasion.YEARLY, null, next)));
    }

    @Test
    void the_lot_falls_on_about_as_many_as_the_scheme_says_and_always_on_the_same() {
        LocalDate drawn = yearOf(true);
        assertThat(LIFE.ask(after(FOUR), open(Occasion.SAMPLE, null), asked(drawn, AS_SHIPPED)))
                .isEqualTo(accept(new SurveillanceOpened(BRANCH, RULE, Occasion.SAMPLE, null, drawn)));
        long of = IntStream.range(0, 1000).filter(number -> AS_SHIPPED.drawn(AS_SHIPPED.surveillance(RULE).orElseThrow(),
                new BranchId("b" + number), 2026)).count();
        assertThat(of).as("ten in a hundred").isBetween(70L, 130L);
    }

    @Test
    void a_complaint_or_a_veto_triggers_one_surveillance_and_keeps_the_day_of_the_fact() {
        assertThat(LIFE.ask(after(FOUR), new UpholdComplaint(BRANCH, "fees", FACT, "属实"), ASKED)).isEqualTo(accept(COMPLAINT));
        assertThat(LIFE.ask(after(FOUR), veto(FACT), ASKED)).isEqualTo(accept(VETO));
        ApplicationId underway = ApplicationId.of("r2025.b06");
        Given applying = new Given(ASKED.asked(), BRANCH, ASKED.laws(), true, Optional.empty(), ASKED.award(), Optional.empty(),
                Optional.empty(), ASKED.superior(), Optional.empty(), List.of(underway));
        assertThat(LIFE.ask(after(FOUR), veto(FACT), applying)).as("what it applied for waits meanwhile").isEqualTo(accept(VETO,
                new ApplicationsToHold(BRANCH, HoldCause.VETO, "discipline", List.of(underway))));
        assertThat(Stream.of(COMPLAINT, VETO).map(fact -> fact.effectiveOn(TODAY))).containsOnly(FACT);
        SurveillanceOpened triggered = new SurveillanceOpened(BRANCH, RULE, Occasion.TRIGGER, "complaint", TODAY);
        assertThat(LIFE.ask(after(FOUR, COMPLAINT), open(Occasion.TRIGGER, "complaint"), ASKED)).isEqualTo(accept(triggered));
        assertThat(LIFE.ask(after(FOUR, VETO), open(Occasion.TRIGGER, "veto_event"), ASKED))
                .isEqualTo(accept(new SurveillanceOpened(BRANCH, RULE, Occasion.TRIGGER, "veto_event", TODAY)));
        State again = after(FOUR, COMPLAINT, triggered, new SurveillanceClosed(BRANCH, RULE, Outcome.CONFIRMED, "与申报一致"));
        assertThat(LIFE.ask(again, open(Occasion.TRIGGER, "complaint"), ASKED)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void points_are_booked_exactly_and_by_the_year_they_fall_into() {
        assertThat(LIFE.ask(after(FOUR), points("deductions", "-1.5"), ASKED)).isEqualTo(accept(booked("-1.5", FACT, "-1.5")));
        State booked = after(FOUR, booked("-1.5", FACT, "-1.5"));
        assertThat(LIFE.ask(booked, points("deductions", "0.25"), ASKED)).isEqualTo(accept(booked("0.25", FACT, "-1.25")));
        LocalDate before = LocalDate.of(2024, 12, 31);
        assertThat(LIFE.ask(booked, new NotePoints(BRANCH, "deductions", "2", before, "迟报"), ASKED))
                .isEqualTo(accept(booked("2", before, "2")));
    }

    @Test
    void a_level_that_is_new_names_what_the_scheme_foresees_for_it() {
        GrantLevel five = new GrantLevel(BRANCH, AGAIN, APPLICATION, new Level("5"), TODAY);
        LevelGranted first = new LevelGranted(BRANCH, AGAIN, APPLICATION, new Level("5"), Change.FIRST, TODAY, null);
        assertThat(LIFE.ask(after(), five, house(TODAY, AS_SHIPPED))).isEqualTo(accept(first, new FollowUpDue(
                BRANCH, AGAIN, new Level("5"), "practice_library", new Label("经验入库推广", "Practice shared with others"))));
        assertThat(LIFE.ask(FIVE, five, house(TODAY, AS_SHIPPED))).as("nothing new").isEqualTo(accept(
                new LevelGranted(BRANCH, AGAIN, APPLICATION, new Level("5"), Change.RETAINED, TODAY, null)));
        Downgraded down = new Downgraded(BRANCH, MADE, new Level("4"), new Level("2"), "veto", FACT, TODAY);
        assertThat(LIFE.ask(after(FOUR), new Downgrade(BRANCH, new Level("2"), "veto", FACT, TODAY), ASKED)).isEqualTo(accept(down,
                new FollowUpDue(BRANCH, MADE, new Level("2"), "pairing", new Label("结对帮扶", "Paired with a strong branch"))));
    }

    @Test
    void the_strong_give_examples_and_help_the_weak() {
        assertThat(LIFE.ask(FIVE, practice("base"), ASKED)).isEqualTo(accept(
                new PracticeRecognised(BRANCH, MADE, "base", "开放日", List.of())));
        PairBranch pair = new PairBranch(BRANCH, STRONG, "组织生活", TODAY);
        assertThat(LIFE.ask(TWO, pair, ASKED)).isEqualTo(accept(PAIRED));
        State paired = after(level("2"), PAIRED);
        assertThat(LIFE.ask(paired, pair, ASKED)).as("once is enough").isEqualTo(accept());
        PairingEnded ended = new PairingEnded(BRANCH, STRONG, TODAY, "升一星");
        assertThat(LIFE.ask(paired, new EndPairing(BRANCH, STRONG, "升一星"), ASKED)).isEqualTo(accept(ended));
        assertThat(after(level("2"), PAIRED, ended)).isEqualTo(TWO);
    }

    /** A day in a year in which the lot does, or does not, fall on the branch. */
    private static LocalDate yearOf(boolean drawn) {
        return IntStream.range(2025, 2125)
                .filter(year -> AS_SHIPPED.drawn(AS_SHIPPED.surveillance(RULE).orElseThrow(), BRANCH, year) == drawn)
                .mapToObj(year -> LocalDate.of(year, 3, 10)).findFirst().orElseThrow();
    }

    private static LevelGranted level(String level) {
        return new LevelGranted(BRANCH, AWARD, APPLICATION, new Level(level), Change.FIRST, AWARDED, null);
    }

    private static OpenSurveillance open(Occasion occasion, @Nullable String trigger) {
        return new OpenSurveillance(BRANCH, RULE, occasion, trigger);
    }

    private static CloseSurveillance close() {
        return new CloseSurveillance(BRANCH, Outcome.CONFIRMED, "与申报一致");
    }

    private static RecordVeto veto(LocalDate factOn) {
        return new RecordVeto(BRANCH, "discipline", factOn, List.of(), "处分决定");
    }

    private static NotePoints points(String item, String points) {
        return new NotePoints(BRANCH, item, points, FACT, "迟报");
    }

    private static PointsNoted booked(String points, LocalDate factOn, String balance) {
        return new PointsNoted(BRANCH, "deductions", points, factOn, balance, "迟报");
    }

    private static RecognisePractice practice(String item) {
        return new RecognisePractice(BRANCH, item, "开放日", List.of());
    }

    @Test
    void what_is_recorded_has_the_effect_the_scheme_gives_it() {
        Terms terms = Stars.with("effects:", "  - {on: veto_event, codes: [fraud], then: withdraw}",
                "  - {on: veto_event, codes: any, then: {move: -2}}", "  - {on: complaint, codes: [fees], then: judge}");
        assertThat(facts(LIFE.ask(after(FOUR), new RecordVeto(BRANCH, "fraud", FACT, List.of(), "as decided"), Stars.asked(TODAY, terms))))
                .extracting(fact -> fact.getClass().getSimpleName()).containsExactly("VetoRecorded", "Withdrawn");
        assertThat(facts(LIFE.ask(after(FOUR), veto(FACT), Stars.asked(TODAY, terms)))).last()
                .isEqualTo(new Downgraded(BRANCH, Stars.MADE, new Level("4"), new Level("2"), "discipline", FACT, TODAY));
        assertThat(facts(LIFE.ask(after(FOUR), new UpholdComplaint(BRANCH, "fees", FACT, "unpublished"), Stars.asked(TODAY, terms)))).last()
                .isEqualTo(new StarToJudge(BRANCH, "fees", Stars.SUPERIOR));
        assertThat(facts(LIFE.ask(after(FOUR), new UpholdComplaint(BRANCH, "noise", FACT, "loud"), Stars.asked(TODAY, terms)))).hasSize(1);
        assertThat(facts(LIFE.ask(after(), veto(FACT), Stars.unknown(true)))).as("no star, no effect").hasSize(1);
    }

    private static List<Event> facts(Decision decision) {
        return ((Accepted) decision).facts();
    }
}
