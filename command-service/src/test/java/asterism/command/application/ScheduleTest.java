package asterism.command.application;

import static asterism.command.application.Road.APPLICATION;
import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Capabilities;
import asterism.command.application.ApplicationState.Closed;
import asterism.command.application.ApplicationState.End;
import asterism.command.core.Alarm;
import asterism.command.core.Decision.Accepted;
import asterism.command.core.Decision;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.OwnerReminded;
import asterism.events.ApplicationEvent.ReminderSet;
import asterism.events.ApplicationEvent.ReviewPassedOn;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent;
import asterism.events.BodyId;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The last days of stages, which the scheme sets, and what comes of lateness. */
class ScheduleTest {
    /** As the shipped scheme has it: until the end of the year. */
    static final StageDue SELF_ASSESSMENT = new StageDue(APPLICATION, "self_assessment", LocalDate.of(2026, 12, 31), false);
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private static Rules stages(String... stages) {
        return Laws.stages("\n    - {" + String.join(", label: {zh: 阶段, en: Stage}}\n    - {", stages) + ", label: {zh: 阶段, en: Stage}}");
    }

    private static String within(String kind, int days) {
        return "id: " + kind + ", actor: panel, due: {days: " + days + ", day_type: working, from: application, first_day_counts: false}";
    }

    @Test
    void a_stage_ends_with_the_next_such_day_of_the_year() {
        assertThat(Story.given(Road.NOTHING).when("secretary", Wishes.START)).asString().contains(SELF_ASSESSMENT.toString());
        Rules earlier = stages("id: self, kind: self_assessment, actor: unit, due: {from: 01-02, to: 02-29}");
        assertThat(Story.given(Road.NOTHING).under(earlier).when("secretary", Wishes.START)).asString()
                .contains("stage=self, dueOn=2027-02-28");
    }

    @Test
    void a_period_is_counted_by_the_calendar_from_the_day_the_stage_begins() {
        Rules rules = stages(within("desk_review", 3));
        assertThat(Story.given(Road.ASSESSED).under(rules).on(LocalDate.of(2026, 10, 9)).when("secretary", Wishes.SUBMIT)).isEqualTo(accept(
                new ApplicationSubmitted(APPLICATION, null), new StageDue(APPLICATION, "desk_review", LocalDate.of(2026, 10, 13), false)));
        assertThat(Story.given(Road.RETURNED).under(rules).when("secretary", Wishes.SUBMIT)).asString()
                .as("what comes back begins anew").contains("dueOn=2026-10-23");
    }

    @Test
    @Tag("F15")
    void beyond_the_published_calendar_a_day_is_provisional() {
        Rules rules = stages(within("site_visit", 90));
        assertThat(Story.given(Road.ACCEPTED).under(rules).when("desk", Wishes.REVIEW)).asString()
                .contains("DeskReviewCompleted", "provisional=true");
    }

    @Test
    void once_the_calendar_is_published_the_day_is_counted_again_from_the_day_the_stage_began() {
        Rules rules = stages(within("site_visit", 5));
        StageDue said = new StageDue(APPLICATION, "site_visit", LocalDate.of(2027, 1, 6), true);
        assertThat(Story.given(with(Road.REVIEWED, said)).under(rules).whenTheHouseAsks(Wishes.RECOUNT))
                .isEqualTo(accept(new StageDue(APPLICATION, "site_visit", LocalDate.of(2026, 10, 27), false)));
        assertThat(Story.given(with(Road.REVIEWED, new StageDue(APPLICATION, "site_visit", LocalDate.of(2026, 12, 6), false))).under(rules)
                .whenTheHouseAsks(Wishes.RECOUNT)).as("what was certain stays").isEqualTo(accept());
        assertThat(Story.given(Road.POSTED).whenTheHouseAsks(Wishes.RECOUNT))
                .isEqualTo(accept(new NoticeRecounted(APPLICATION, LocalDate.of(2026, 10, 27), false)));
        assertThat(Story.given(with(Road.POSTED, new NoticeRecounted(APPLICATION, LocalDate.of(2026, 10, 27), false)))
                .on(LocalDate.of(2026, 10, 28)).whenTheHouseAsks(Wishes.CLOSE)).as("and that day counts").isInstanceOf(Accepted.class);
    }

    @Test
    void of_two_stages_of_a_kind_the_later_counts_and_one_of_other_levels_does_not() {
        Rules rules = stages("id: town, kind: decision, actor: town, due: {date: 12-01}",
                "id: city, kind: decision, levels: {is: 4}, actor: city, due: {date: 12-10}",
                "id: province, kind: decision, levels: {is: 5}, actor: province, due: {date: 12-20}");
        assertThat(Story.given(Road.RANKED).under(rules).whenTheHouseAsks(Wishes.PLACE)).asString()
                .contains("stage=city, dueOn=2026-12-10");
    }

    static final Rules TWO_DESKS = stages("id: agency, kind: desk_review, actor: agency, due: {date: 11-20}",
            "id: county, kind: desk_review, actor: county, due: {date: 12-01}");
    static final ReviewPassedOn PASSED_ON = new ReviewPassedOn(APPLICATION, "agency", "complete");

    @Test
    void where_the_scheme_has_several_desks_they_review_one_after_the_other_each_with_its_own_days() {
        assertThat(Story.given(Road.ASSESSED).under(TWO_DESKS).when("secretary", Wishes.SUBMIT)).asString()
                .contains("stage=agency, dueOn=2026-11-20").doesNotContain("stage=county");
        assertThat(Story.given(Road.ACCEPTED).under(TWO_DESKS).when("desk", Wishes.REVIEW)).isEqualTo(
                accept(PASSED_ON, new StageDue(APPLICATION, "county", LocalDate.of(2026, 12, 1), false)));
        Story passed = Story.given(Road.on(Road.ACCEPTED, "desk", PASSED_ON)).under(TWO_DESKS);
        assertThat(refusal(passed.when("desk", Wishes.REVIEW))).as("there sits somebody else").isEqualTo("recusal.reviewed-before");
        assertThat(passed.when("county-desk", Wishes.REVIEW)).isEqualTo(accept(new DeskReviewCompleted(APPLICATION, "complete")));
    }

    @Test
    void what_a_later_desk_returns_begins_at_the_first_again() {
        List<Story.Done> returned = Road.on(Road.on(Road.ACCEPTED, "desk", PASSED_ON), "county-desk",
                new ApplicationReturned(APPLICATION, List.of("minutes of June"), Road.RETURNED_UNTIL));
        Story again = Story.given(Road.on(returned, "secretary", new ApplicationSubmitted(APPLICATION, null))).under(TWO_DESKS);
        assertThat(again.when("desk", Wishes.REVIEW)).asString().contains(PASSED_ON.toString());
    }

    @Test
    void nobody_is_late_on_the_last_day_or_where_the_stage_has_none() {
        Story started = Story.given(with(Road.STARTED, SELF_ASSESSMENT));
        assertThat(refusal(started.on(LocalDate.of(2026, 12, 31)).whenTheHouseAsks(Wishes.OVERDUE))).isEqualTo("application.not-overdue");
        assertThat(refusal(Story.given(with(with(Road.STARTED, SELF_ASSESSMENT), new ApplicationSubmitted(APPLICATION, null)))
                .on(NEW_YEAR).whenTheHouseAsks(Wishes.OVERDUE))).as("the stage is over").isEqualTo("application.not-overdue");
    }

    @Test
    void lateness_is_recorded_once_where_the_scheme_only_warns() {
        Story late = Story.given(with(Road.STARTED, SELF_ASSESSMENT)).on(NEW_YEAR);
        StageOverdue fact = new StageOverdue(APPLICATION, "self_assessment", LocalDate.of(2026, 12, 31), null);
        assertThat(late.whenTheHouseAsks(Wishes.OVERDUE)).isEqualTo(accept(fact));
        assertThat(refusal(Story.given(with(with(Road.STARTED, SELF_ASSESSMENT), fact)).on(NEW_YEAR).whenTheHouseAsks(Wishes.OVERDUE)))
                .isEqualTo("application.not-overdue");
    }

    @Test
    void where_the_scheme_says_so_the_superior_body_looks_after_it() {
        Rules rules = stages("id: self_assessment, actor: unit, due: {date: 12-31}, if_late: escalate");
        assertThat(Story.given(with(Road.STARTED, SELF_ASSESSMENT)).under(rules).on(NEW_YEAR).whenTheHouseAsks(Wishes.OVERDUE)).isEqualTo(
                accept(new StageOverdue(APPLICATION, "self_assessment", LocalDate.of(2026, 12, 31), new BodyId("work-committee"))));
    }

    @Test
    void where_the_scheme_says_so_the_application_lapses() {
        Rules rules = stages("id: self_assessment, actor: unit, due: {date: 12-31}, if_late: lapse");
        assertThat(Story.given(with(Road.STARTED, SELF_ASSESSMENT)).under(rules).on(NEW_YEAR).whenTheHouseAsks(Wishes.OVERDUE))
                .isEqualTo(accept(new ApplicationLapsed(APPLICATION, LocalDate.of(2026, 12, 31))));
    }

    @Test
    void what_was_to_be_completed_in_time_and_was_not_lapses() {
        ApplicationLapsed lapsed = new ApplicationLapsed(APPLICATION, Road.RETURNED_UNTIL);
        assertThat(Story.given(Road.RETURNED).on(Road.RETURNED_UNTIL.plusDays(1)).whenTheHouseAsks(Wishes.OVERDUE))
                .isEqualTo(accept(lapsed));
        assertThat(Story.given(with(Road.RETURNED, lapsed)).state())
                .isInstanceOfSatisfying(Closed.class, closed -> assertThat(closed.end()).isEqualTo(End.LAPSED));
    }

    @Test
    void a_draft_lapses_with_the_last_day_on_which_its_round_takes_applications() {
        ApplicationLapsed lapsed = new ApplicationLapsed(APPLICATION, Story.UNTIL);
        assertThat(Story.given(Road.NOTHING).when("secretary", Wishes.START)).asString()
                .contains(new DraftDue(APPLICATION, Story.UNTIL).toString());
        assertThat(refusal(Story.given(Road.DRAFTED).on(Story.UNTIL).whenTheHouseAsks(Wishes.OVERDUE)))
                .isEqualTo("application.not-overdue");
        assertThat(Story.given(Road.DRAFTED).on(Story.UNTIL.plusDays(1)).whenTheHouseAsks(Wishes.OVERDUE)).isEqualTo(accept(lapsed));
        assertThat(Story.given(with(Road.DRAFTED, lapsed)).state())
                .isInstanceOfSatisfying(Closed.class, closed -> assertThat(closed.end()).isEqualTo(End.LAPSED));
        Story handedIn = Story.given(Road.on(Road.DRAFTED, "secretary", new ApplicationSubmitted(APPLICATION, null)));
        assertThat(refusal(handedIn.on(Story.UNTIL.plusDays(1)).whenTheHouseAsks(Wishes.OVERDUE))).isEqualTo("application.not-overdue");
    }

    @Test
    void a_draft_on_hold_lapses_only_when_it_goes_on_too_late() {
        Story held = Story.given(Road.HELD_AS_DRAFT).because("it was looked into");
        ApplicationResumed on = new ApplicationResumed(APPLICATION, Story.UNTIL, null, null, false);
        ApplicationResumed tooLate = new ApplicationResumed(APPLICATION, Story.UNTIL.plusDays(1), null, null, false);
        assertThat(refusal(held.on(Story.UNTIL.plusDays(1)).whenTheHouseAsks(Wishes.OVERDUE))).isEqualTo("application.not-overdue");
        assertThat(held.on(Story.UNTIL).when("office", Wishes.RESUME)).isEqualTo(accept(on));
        assertThat(held.on(Story.UNTIL.plusDays(1)).when("office", Wishes.RESUME))
                .isEqualTo(accept(tooLate, new ApplicationLapsed(APPLICATION, Story.UNTIL)));
    }

    @Test
    void the_alarm_of_a_draft_stays_set_while_it_is_on_hold() {
        DraftAlarm alarm = new DraftAlarm();
        assertThat(alarm.setBy(new DraftDue(APPLICATION, Story.UNTIL))).contains(Story.UNTIL);
        assertThat(alarm.setBy(SELF_ASSESSMENT)).isEmpty();
        assertThat(alarm.clearedBy(new ApplicationSubmitted(APPLICATION, null))).isTrue();
        assertThat(alarm.clearedBy(Road.HELD_AS_DRAFT.getLast().fact())).isFalse();
        assertThat(alarm.clearedBy(SELF_ASSESSMENT)).isFalse();
        assertThat(alarm.ring(StreamId.of(APPLICATION))).isEqualTo(Wishes.OVERDUE);
    }

    private static final Rules REMINDING = Laws.with("remind_before: {days: 3, day_type: working}");

    @Test
    void whoever_must_act_is_to_be_reminded_three_working_days_before_the_last_one() {
        assertThat(Story.given(Road.NOTHING).under(REMINDING).when("secretary", Wishes.START)).asString()
                .contains(SELF_ASSESSMENT.toString(), "dueOn=2026-12-31, remindOn=2026-12-28")
                .contains("step=draft, dueOn=2026-11-08, remindOn=2026-11-04");
        assertThat(Story.given(Road.ACCEPTED).under(REMINDING).when("desk", Wishes.RETURN)).asString()
                .contains("step=completion, dueOn=" + Road.RETURNED_UNTIL);
        assertThat(Story.given(Road.NOTHING).under(REMINDING).on(LocalDate.of(2026, 12, 28)).in(new OfRound(Road.PIN,
                new BodyId("work-committee"), Story.OPENS, SELF_ASSESSMENT.dueOn(), false)).when("secretary", Wishes.START)).asString()
                .as("what begins so late reminds of itself").contains(SELF_ASSESSMENT.toString()).doesNotContain("ReminderSet");
    }

    @Test
    void the_reminder_comes_on_its_day_where_nothing_was_done_and_the_last_day_is_not_over() {
        ReminderSet set = new ReminderSet(APPLICATION, "self_assessment", SELF_ASSESSMENT.dueOn(), LocalDate.of(2026, 12, 28));
        ReminderAlarm alarm = new ReminderAlarm();
        assertThat(alarm.setBy(set)).contains(LocalDate.of(2026, 12, 27));
        assertThat(alarm.clearedBy(SELF_ASSESSMENT)).as("another last day").isTrue();
        assertThat(alarm.clearedBy(new ApplicationSubmitted(APPLICATION, null))).isTrue();
        assertThat(alarm.clearedBy(set)).isFalse();
        assertThat(alarm.ring(StreamId.of(APPLICATION))).isEqualTo(Wishes.REMIND);
        List<Story.Done> started = with(with(Road.STARTED, SELF_ASSESSMENT), set);
        assertThat(Story.given(started).on(set.remindOn()).whenTheHouseAsks(Wishes.REMIND))
                .isEqualTo(accept(new OwnerReminded(APPLICATION, "self_assessment", SELF_ASSESSMENT.dueOn())));
        assertThat(Story.given(Road.DRAFTED).whenTheHouseAsks(Wishes.REMIND))
                .isEqualTo(accept(new OwnerReminded(APPLICATION, "draft", Story.UNTIL)));
        assertThat(Story.given(Road.RETURNED).whenTheHouseAsks(Wishes.REMIND))
                .isEqualTo(accept(new OwnerReminded(APPLICATION, "completion", Road.RETURNED_UNTIL)));
        assertThat(refusal(Story.given(started).on(NEW_YEAR).whenTheHouseAsks(Wishes.REMIND))).isEqualTo("application.nothing-due");
        assertThat(refusal(Story.given(with(started, new ApplicationSubmitted(APPLICATION, null))).whenTheHouseAsks(Wishes.REMIND)))
                .isEqualTo("application.nothing-due");
    }

    @Test
    void the_alarm_is_set_by_a_last_day_and_cleared_when_the_stage_is_over() {
        StageAlarm alarm = new StageAlarm();
        assertThat(alarm.setBy(SELF_ASSESSMENT)).contains(SELF_ASSESSMENT.dueOn());
        assertThat(alarm.setBy(new ApplicationReturned(APPLICATION, List.of("minutes"), Road.RETURNED_UNTIL)))
                .contains(Road.RETURNED_UNTIL);
        assertThat(alarm.clearedBy(new DeskReviewCompleted(APPLICATION, "complete"))).isTrue();
        assertThat(alarm.clearedBy(new LevelAllocated(APPLICATION, Road.FOUR_BY_POINTS, Road.RANKING, List.of()))).isTrue();
        assertThat(alarm.clearedBy(SELF_ASSESSMENT)).isFalse();
        assertThat(alarm.ring(StreamId.of(APPLICATION))).isEqualTo(Wishes.OVERDUE);
    }

    @Test
    void the_alarm_of_a_notice_is_set_by_its_last_day_and_cleared_where_the_notice_ends_or_waits() {
        NoticeAlarm alarm = new NoticeAlarm();
        LocalDate later = Road.NOTICE_UNTIL.plusDays(2);
        assertThat(alarm.setBy(Road.POSTED.getLast().fact())).contains(Road.NOTICE_UNTIL);
        assertThat(alarm.setBy(new NoticeRecounted(APPLICATION, later, false))).contains(later);
        assertThat(alarm.setBy(new ApplicationResumed(APPLICATION, later, null, later, false))).contains(later);
        assertThat(alarm.setBy(new ApplicationResumed(APPLICATION, later, null, null, false))).as("no notice was posted").isEmpty();
        assertThat(alarm.setBy(SELF_ASSESSMENT)).isEmpty();
        assertThat(List.of(Road.CONFIRMED, Road.REOPENED, Road.HELD_IN_NOTICE)).allSatisfy(facts ->
                assertThat(alarm.clearedBy(facts.getLast().fact())).isTrue());
        assertThat(alarm.clearedBy(Road.OBJECTED.getLast().fact())).as("an objection keeps it open").isFalse();
        assertThat(alarm.ring(StreamId.of(APPLICATION))).isEqualTo(Wishes.CLOSE);
        assertThat(alarm.recount(StreamId.of(APPLICATION))).contains(Wishes.RECOUNT);
        assertThat(new StageAlarm().recount(StreamId.of(APPLICATION))).contains(Wishes.RECOUNT);
    }

    @Test
    void no_two_alarms_have_one_name() {
        assertThat(Capabilities.alarms()).extracting(Alarm::name).doesNotHaveDuplicates().allSatisfy(name ->
                assertThat(name).matches("[a-z-]+"));
    }

    private static List<Story.Done> with(List<Story.Done> before, ApplicationEvent fact) {
        return Road.on(before, null, fact);
    }

    private static String refusal(Decision decision) {
        return decision instanceof Decision.Refused(var refusal) ? refusal.code() : decision.toString();
    }
}
