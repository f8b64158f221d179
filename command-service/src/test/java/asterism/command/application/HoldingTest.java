package asterism.command.application;

import static asterism.command.application.Road.APPLICATION;
import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.application.ApplicationCommand.PutOnHold;
import asterism.command.application.ApplicationState.Closed;
import asterism.command.application.ApplicationState.DeskReview;
import asterism.command.application.ApplicationState.End;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.Envelope;
import asterism.events.Fact;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.journal.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An application waits, and no time passes for it; and what becomes of it when its branch is no more. */
class HoldingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 15);
    private static final LocalDate NEXT_FRIDAY = LocalDate.of(2026, 10, 23);
    /** Five working days after that Monday. */
    private static final StageDue DESK = new StageDue(APPLICATION, "desk_review", LocalDate.of(2026, 10, 19), false);
    private static final Rules FIVE_DAYS = Laws.stages("""

            - {id: desk_review, kind: desk_review, actor: desk, label: {zh: 初审, en: Desk},
               due: {days: 5, day_type: working, from: application, first_day_counts: false}}
            - {id: town, kind: decision, actor: town, due: {date: 12-01}, label: {zh: 决定, en: Decision}}""".indent(4).stripTrailing());

    private static Story atTheDesk() {
        return Story.given(Road.ACCEPTED).under(FIVE_DAYS).then(by(DESK)).because("because");
    }

    private static List<Done> by(ApplicationEvent... facts) {
        return Road.on(List.of(), "office", facts);
    }

    private static Story after(Story story, Decision decision) {
        return story.then(((Decision.Accepted) decision).facts().stream().map(fact -> by((ApplicationEvent) fact).getFirst()).toList());
    }

    @Test
    void what_a_branch_applied_for_waits_by_itself_while_something_about_it_is_looked_into() {
        ApplicationsToHold happened = new ApplicationsToHold(Road.APPLICATION.branch(), HoldCause.VETO, "discipline",
                List.of(Road.APPLICATION));
        WhenApplicationsToHoldPutThemOnHold reaction = new WhenApplicationsToHoldPutThemOnHold();
        UUID id = new UUID(0, 0);
        PutOnHold wish = new PutOnHold(Road.APPLICATION, HoldCause.VETO, "discipline");
        assertThat(reaction.wish(happened, new Fact(new Recorded(1, id, "standing/b", 1, "", THURSDAY, Instant.EPOCH, new byte[0],
                new byte[0]),
                new Envelope(id, "Test", "system/test", null, null, null, List.of(), null), happened),
                        _ -> Optional.empty())).containsExactly(wish);
        assertThat(atTheDesk().on(THURSDAY).whenTheHouseAsks(wish)).asString().contains("ApplicationHeld", "cause=VETO");
        assertThat(Story.given(Road.HELD).whenTheHouseAsks(wish)).as("it waits already").isInstanceOf(Decision.Refused.class);
        assertThat(reaction.refused(happened, wish, new Refusal(Refusal.Kind.RULE, "application.not-now", "s", null))).isEmpty();
    }

    @Test
    void the_days_that_were_left_are_left_when_it_goes_on() {
        ApplicationHeld held = new ApplicationHeld(APPLICATION, HoldCause.COMPLAINT, "complaint 7", List.of(), THURSDAY);
        Decision hold = atTheDesk().on(THURSDAY).when("office", Wishes.HOLD);
        assertThat(hold).isEqualTo(accept(held, new StagePaused(APPLICATION, "desk_review", DESK.dueOn(), THURSDAY)));
        Story onHold = after(atTheDesk(), hold);
        assertThat(onHold.state()).isInstanceOf(Held.class);
        assertThat(onHold.on(NEXT_FRIDAY).when("office", Wishes.RESUME)).as("Friday and Monday were left").isEqualTo(accept(
                new ApplicationResumed(APPLICATION, NEXT_FRIDAY, null, null, false),
                new StageDue(APPLICATION, "desk_review", LocalDate.of(2026, 10, 27), false)));
        assertThat(after(onHold, onHold.on(NEXT_FRIDAY).when("office", Wishes.RESUME)).state()).isInstanceOf(DeskReview.class);
    }

    @Test
    void a_pause_of_no_days_changes_nothing() {
        Story onHold = after(atTheDesk(), atTheDesk().on(THURSDAY).when("office", Wishes.HOLD));
        assertThat(onHold.on(THURSDAY).when("office", Wishes.RESUME)).isEqualTo(accept(
                new ApplicationResumed(APPLICATION, THURSDAY, null, null, false), DESK));
    }

    @Test
    void held_on_the_last_day_it_is_due_on_the_day_it_goes_on_and_held_after_it_stays_late() {
        Story lastDay = after(atTheDesk(), atTheDesk().on(DESK.dueOn()).when("office", Wishes.HOLD));
        assertThat(lastDay.on(NEXT_FRIDAY).when("office", Wishes.RESUME)).asString().contains("dueOn=" + NEXT_FRIDAY);
        Story dayAfter = after(atTheDesk(), atTheDesk().on(DESK.dueOn().plusDays(1)).when("office", Wishes.HOLD));
        assertThat(dayAfter.on(NEXT_FRIDAY).when("office", Wishes.RESUME)).asString().contains("dueOn=" + DESK.dueOn());
    }

    @Test
    void what_was_returned_comes_in_again_with_the_days_the_desk_had_left() {
        Decision back = atTheDesk().on(THURSDAY).when("desk", Wishes.RETURN);
        assertThat(back).asString().contains("StagePaused", "pausedOn=2026-10-15");
        assertThat(after(atTheDesk(), back).on(NEXT_FRIDAY).when("secretary", Wishes.SUBMIT)).isEqualTo(accept(
                new ApplicationSubmitted(APPLICATION, null), new StageDue(APPLICATION, "desk_review", LocalDate.of(2026, 10, 27), false)));
    }

    @Test
    void a_desk_that_was_late_before_gets_no_new_days_by_returning_it() {
        Story late = atTheDesk().then(by(new StageOverdue(APPLICATION, "desk_review", DESK.dueOn(), null)));
        Story returned = after(late, late.on(NEXT_FRIDAY).when("desk", Wishes.RETURN));
        assertThat(returned.on(NEXT_FRIDAY).when("secretary", Wishes.SUBMIT)).isEqualTo(accept(
                new ApplicationSubmitted(APPLICATION, null)));
    }

    @Test
    void the_branch_keeps_its_days_for_completing_too_and_the_desk_its_own() {
        Story returned = after(atTheDesk(), atTheDesk().on(THURSDAY).when("desk", Wishes.RETURN));
        Story onHold = after(returned, returned.on(LocalDate.of(2026, 11, 1)).when("office", Wishes.HOLD));
        Decision resumed = onHold.on(LocalDate.of(2026, 11, 11)).when("office", Wishes.RESUME);
        assertThat(resumed).isEqualTo(accept(new ApplicationResumed(APPLICATION, LocalDate.of(2026, 11, 11),
                Road.RETURNED_UNTIL.plusDays(10), null, false)));
        assertThat(new StageAlarm().setBy(((Decision.Accepted) resumed).facts().getFirst())).contains(Road.RETURNED_UNTIL.plusDays(10));
        assertThat(after(onHold, resumed).on(Road.RETURNED_UNTIL.plusDays(10)).when("secretary", Wishes.SUBMIT)).asString()
                .contains("StageDue[application=r2026.b01, stage=desk_review, dueOn=2026-11-30");
    }

    @Test
    void a_notice_goes_on_for_the_working_days_it_had_left() {
        Story onHold = Story.given(Road.HELD_IN_NOTICE).because("the veto was lifted");
        Decision resumed = onHold.on(LocalDate.of(2026, 12, 18)).when("office", Wishes.RESUME);
        assertThat(resumed).as("four of its days were left").isEqualTo(accept(
                new ApplicationResumed(APPLICATION, LocalDate.of(2026, 12, 18), null, LocalDate.of(2026, 12, 24), false)));
        assertThat(new NoticeAlarm().setBy(((Decision.Accepted) resumed).facts().getFirst())).contains(LocalDate.of(2026, 12, 24));
        assertThat(after(onHold, resumed).state()).isInstanceOfSatisfying(ApplicationState.Notice.class, notice -> {
            assertThat(notice.days().lastDay()).isEqualTo(LocalDate.of(2026, 12, 24));
            assertThat(notice.open()).containsExactly(Road.OBJECTION);
        });
        assertThat(new NoticeAlarm().clearedBy(Road.HELD_IN_NOTICE.getLast().fact())).isTrue();
    }

    @Test
    void the_round_gives_it_its_place_but_no_time_passes_for_it() {
        Story ranked = Story.given(Road.RANKED).under(FIVE_DAYS).because("because").on(THURSDAY);
        Story onHold = after(ranked, ranked.when("office", Wishes.HOLD));
        Decision placed = onHold.whenTheHouseAsks(Wishes.PLACE);
        assertThat(placed).isEqualTo(accept(new LevelAllocated(APPLICATION, Road.FOUR_BY_POINTS, Road.RANKING, List.of()),
                new StagePaused(APPLICATION, "town", LocalDate.of(2026, 12, 1), THURSDAY)));
        Story placedOnHold = after(onHold, placed);
        assertThat(placedOnHold.state().place()).isInstanceOf(ApplicationState.Allocated.class);
        assertThat(placedOnHold.on(NEXT_FRIDAY).when("office", Wishes.RESUME)).asString().contains("stage=town, dueOn=2026-12-09");
    }

    @Test
    void it_may_be_withdrawn_or_declined_while_it_waits() {
        assertThat(Story.given(Road.HELD).because("b").when("secretary", Wishes.WITHDRAW)).isInstanceOf(Decision.Accepted.class);
        assertThat(Story.given(Road.HELD).because("b").when("office", Wishes.DECLINE)).isInstanceOf(Decision.Accepted.class);
        assertThat(Story.given(Road.HELD_IN_NOTICE).because("b").when("office", Wishes.DECLINE)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void when_its_branch_is_no_more_it_waits_for_another_to_take_it_over() {
        ApplicationHeld held = new ApplicationHeld(APPLICATION, HoldCause.REORGANISATION, "Order 12", List.of(Road.SUCCESSOR), MONDAY);
        assertThat(Story.given(Road.SURVEYED).on(MONDAY).whenTheHouseAsks(Wishes.GO_ON)).isEqualTo(accept(held));
        assertThat(Story.given(Road.HELD).on(THURSDAY.plusDays(3)).whenTheHouseAsks(Wishes.GO_ON)).asString()
                .as("on hold already, it waits since then").contains("heldOn=" + THURSDAY);
        assertThat(Story.given(Road.HELD).then(by(held)).state()).isEqualTo(
                new Held(((Held) Story.given(Road.HELD).state()).at(), held));
    }

    @Test
    void it_ends_with_its_branch_where_nothing_came_out_of_it_or_the_scheme_lets_nothing_go_on_or_the_round_counts_on_it() {
        Decision ended = accept(new ApplicationEnded(APPLICATION, Reorganisation.MERGE));
        assertThat(Story.given(Road.SURVEYED).whenTheHouseAsks(Wishes.END)).isEqualTo(ended);
        assertThat(Story.given(Road.SURVEYED).under(Laws.ENDING_WITH_BRANCH).whenTheHouseAsks(Wishes.GO_ON)).isEqualTo(ended);
        assertThat(Story.given(Road.ALLOCATED).whenTheHouseAsks(Wishes.GO_ON)).isEqualTo(ended);
        assertThat(Story.given(Road.AWARDED).whenTheHouseAsks(Wishes.GO_ON)).isEqualTo(accept());
    }

    @Test
    void the_office_readdresses_it_and_the_other_branch_hands_in_by_a_day() {
        ApplicationReaddressed moved = new ApplicationReaddressed(APPLICATION, ApplicationId.of("r2026.b09"), LocalDate.of(2027, 1, 31));
        assertThat(Story.given(Road.WITHOUT_BRANCH).when("office", Wishes.READDRESS)).isEqualTo(accept(moved));
        assertThat(Story.given(Road.WITHOUT_BRANCH).then(by(moved)).state()).isInstanceOfSatisfying(Closed.class,
                closed -> assertThat(closed.end()).isEqualTo(End.READDRESSED));
        ApplicationTakenOver over = (ApplicationTakenOver) Road.TAKEN_OVER.getLast().fact();
        assertThat(Story.given(Road.NOTHING).whenTheHouseAsks(Wishes.TAKE_OVER)).isEqualTo(accept(over));
        assertThat(Story.given(Road.SUBMITTED).whenTheHouseAsks(Wishes.TAKE_OVER)).as("it applied itself").isEqualTo(accept());
        Story assessed = Story.given(Road.TAKEN_OVER).then(by(Road.ASSESSED.getLast().fact() instanceof
                ApplicationEvent.SelfAssessmentRecorded recorded ? recorded : over));
        assertThat(after(assessed, assessed.when("secretary", Wishes.SUBMIT)).state()).isInstanceOf(DeskReview.class);
        assertThat(new StageAlarm().setBy(over)).contains(Road.RETURNED_UNTIL);
    }
}
