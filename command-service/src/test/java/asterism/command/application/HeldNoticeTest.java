package asterism.command.application;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.command.core.Decision.Accepted;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.Event;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.Personal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A notice of five working days, posted on Friday the 4th; somebody objects on Monday the 7th. The scheme gives the days back. */
class HeldNoticeTest {
    private static final ApplicationId APPLICATION = Road.APPLICATION;
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final LocalDate NEXT_FRIDAY = LocalDate.of(2026, 12, 18);
    private static final ObjectionId ANOTHER = new ObjectionId("o2");
    private static final List<Done> TWICE = Road.on(Road.STOPPED, "cousin",
            new ObjectionRaised(APPLICATION, ANOTHER, Personal.of(new PersonId("cousin"), "nor were they signed")));

    @Test
    void the_first_objection_stops_the_days_and_has_its_own_time_for_an_answer() {
        assertThat(facts(Story.given(Road.POSTED).on(MONDAY).when("neighbour", Wishes.OBJECT)).subList(1, 3)).isEqualTo(List.of(
                new NoticePaused(APPLICATION, Road.NOTICE_UNTIL, MONDAY), Road.ANSWER_BY));
        assertThat(facts(Story.given(Road.POSTED).under(Laws.NOTICE_RUNS_ON).on(MONDAY).when("neighbour", Wishes.OBJECT)))
                .as("where the scheme lets them run").hasSize(2).contains(Road.ANSWER_BY);
        assertThat(facts(Story.given(Road.STOPPED).on(MONDAY).when("cousin", Wishes.OBJECT))).as("they stand still already").hasSize(1);
    }

    @Test
    void while_they_stand_still_anybody_may_object_and_the_notice_does_not_end() {
        Story late = Story.given(Road.STOPPED).on(NEXT_FRIDAY);
        assertThat(late.when("cousin", Wishes.OBJECT)).isInstanceOf(Accepted.class);
        assertThat(code(late.whenTheHouseAsks(Wishes.CLOSE))).isEqualTo("application.objection-open");
        assertThat(code(Story.given(Road.OBJECTED).under(Laws.NOTICE_RUNS_ON).on(NEXT_FRIDAY).when("cousin", Wishes.OBJECT)))
                .as("where they run").isEqualTo("application.notice-over");
    }

    @Test
    void when_the_last_is_dismissed_the_notice_goes_on_for_the_days_it_had_left() {
        Story answered = Story.given(Road.STOPPED).on(NEXT_FRIDAY).because("unfounded");
        Decision dismissed = answered.when("office", Wishes.DISMISS);
        NoticeResumed resumed = new NoticeResumed(APPLICATION, LocalDate.of(2026, 12, 24), false);
        assertThat(dismissed).as("four of its days were left").isEqualTo(accept(new ObjectionDismissed(APPLICATION, Road.OBJECTION),
                resumed));
        assertThat(new NoticeAlarm().setBy(resumed)).contains(resumed.lastDay());
        Story after = Story.given(Road.on(Road.on(Road.STOPPED, "office", new ObjectionDismissed(APPLICATION, Road.OBJECTION)), "office",
                resumed));
        assertThat(code(after.on(resumed.lastDay()).whenTheHouseAsks(Wishes.CLOSE))).isEqualTo("application.notice-not-over");
        assertThat(after.on(resumed.lastDay().plusDays(1)).whenTheHouseAsks(Wishes.CLOSE)).isEqualTo(accept(new NoticeClosed(APPLICATION)));
        assertThat(code(after.on(LocalDate.of(2027, 2, 1)).whenTheHouseAsks(Wishes.OVERDUE))).as("no answer is due any more")
                .isEqualTo("application.not-overdue");
    }

    @Test
    void while_another_waits_the_days_stand_still_and_the_answer_to_that_one_is_due() {
        Story answered = Story.given(TWICE).on(NEXT_FRIDAY).because("unfounded");
        assertThat(answered.when("office", Wishes.DISMISS)).as("15 working days after it was raised").isEqualTo(accept(
                new ObjectionDismissed(APPLICATION, Road.OBJECTION),
                new StageDue(APPLICATION, Rules.OBJECTION_ANSWER, LocalDate.of(2026, 11, 10), false)));
        assertThat(answered.when("office", new DismissObjection(APPLICATION, ANOTHER, null, null))).asString()
                .doesNotContain("NoticeResumed");
    }

    @Test
    void an_answer_that_is_late_goes_up_to_the_body_above() {
        Story late = Story.given(Road.STOPPED).on(Road.ANSWER_BY.dueOn().plusDays(1));
        assertThat(late.whenTheHouseAsks(Wishes.OVERDUE)).isEqualTo(accept(new StageOverdue(APPLICATION, Rules.OBJECTION_ANSWER,
                Road.ANSWER_BY.dueOn(), new BodyId("work-committee"))));
        assertThat(new StageAlarm().clearedBy(new ObjectionDismissed(APPLICATION, Road.OBJECTION))).isTrue();
    }

    @Test
    void a_calendar_that_is_published_meanwhile_counts_both_days_again() {
        StageDue unsure = new StageDue(APPLICATION, Rules.OBJECTION_ANSWER, LocalDate.of(2026, 12, 29), true);
        Story stopped = Story.given(Road.on(Road.STOPPED, null, unsure));
        assertThat(stopped.whenTheHouseAsks(Wishes.RECOUNT)).isEqualTo(accept(
                new NoticeRecounted(APPLICATION, LocalDate.of(2026, 10, 27), false),
                new StageDue(APPLICATION, Rules.OBJECTION_ANSWER, LocalDate.of(2026, 11, 10), false)));
        assertThat(Story.given(Road.on(Road.STOPPED, null, new NoticeRecounted(APPLICATION, LocalDate.of(2026, 12, 14), false)))
                .on(NEXT_FRIDAY).because("unfounded").when("office", Wishes.DISMISS)).asString()
                .as("five days are left of it now").contains("lastDay=2026-12-25");
    }

    @Test
    void what_goes_on_hold_as_a_whole_meanwhile_keeps_the_days_the_notice_had_left() {
        Story stopped = Story.given(Road.STOPPED).on(MONDAY.plusDays(2)).because("a veto");
        Story held = stopped.then(by(facts(stopped.when("office", Wishes.HOLD))));
        List<Event> resumed = facts(held.on(NEXT_FRIDAY).because("lifted").when("office", Wishes.RESUME));
        assertThat(resumed.getFirst()).isEqualTo(new ApplicationResumed(APPLICATION, NEXT_FRIDAY, null, null, false));
        assertThat(resumed.getLast()).asString().as("and the answer its own").contains("StageDue", Rules.OBJECTION_ANSWER, "2027-01-");
        Story again = held.then(by(resumed)).on(LocalDate.of(2026, 12, 21)).because("unfounded");
        assertThat(again.when("office", Wishes.DISMISS)).asString().contains("NoticeResumed", "lastDay=2026-12-25");
    }

    private static List<Done> by(List<Event> facts) {
        return facts.stream().map(fact -> new Done("person/office", (ApplicationEvent) fact)).toList();
    }

    private static List<Event> facts(Decision decision) {
        return decision instanceof Accepted(var facts, _) ? facts : List.of();
    }

    private static String code(Decision decision) {
        return decision instanceof Decision.Refused(var refusal) ? refusal.code() : decision.toString();
    }
}
