package asterism.command.application;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.application.Application.Jury;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.application.Story.Done;
import asterism.command.core.Decision;
import asterism.command.core.Decision.Accepted;
import asterism.command.rules.Rules;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ObjectionVoted;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.InvalidValue;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scheme says of objections, key by key: their time, who raises them, how, who answers, with how many, and how far down. */
class ObjectionRulesTest {
    private static final ApplicationId APPLICATION = Road.APPLICATION;
    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
    private static final NoticePosted POSTED = new NoticePosted(APPLICATION, FRIDAY, Road.NOTICE_UNTIL, false);

    private static Rules saying(String key, String otherwise) {
        return Laws.locally("    " + key + ":.*", "    " + key + ": " + otherwise);
    }

    /** @param from where three days of the calendar begin */
    private static Rules threeDays(String from) {
        return saying("within", "{days: 3, day_type: calendar, from: " + from + ", first_day_counts: false}");
    }

    @Nested
    class Within {
        private final ObjectionsUntil monday = new ObjectionsUntil(APPLICATION, LocalDate.of(2026, 12, 7), false);
        private final ObjectionsUntil after = new ObjectionsUntil(APPLICATION, LocalDate.of(2026, 12, 14), false);
        private final List<Done> untilMonday = Road.on(Road.POSTED, "office", monday);
        private final List<Done> untilAfter = Road.on(Road.POSTED, "office", after);

        @Test
        void a_time_of_their_own_begins_with_the_posting_or_with_the_end_of_the_notice() {
            assertThat(posting(threeDays("notice"))).isEqualTo(accept(POSTED, monday));
            assertThat(posting(threeDays("publication"))).isEqualTo(accept(POSTED, monday));
            assertThat(posting(threeDays("notice_end"))).isEqualTo(accept(POSTED, after));
            assertThat(posting(Laws.AS_SHIPPED)).as("the time is that of the notice").isEqualTo(accept(POSTED));
        }

        private static Decision posting(Rules rules) {
            return Story.given(Road.DECIDED).under(rules).on(FRIDAY).when("office", Wishes.POST);
        }

        @Test
        void an_objection_is_in_time_on_its_last_day_whatever_the_notice_says() {
            Story early = Story.given(untilMonday).under(threeDays("notice"));
            assertThat(early.on(monday.lastDay()).when("neighbour", Wishes.OBJECT)).isInstanceOf(Accepted.class);
            assertThat(code(early.on(monday.lastDay().plusDays(1)).when("neighbour", Wishes.OBJECT)))
                    .as("though the notice runs on").isEqualTo("application.objection-too-late");
            Story late = Story.given(untilAfter).under(threeDays("notice_end"));
            assertThat(late.on(after.lastDay()).when("neighbour", Wishes.OBJECT)).as("though its days are over")
                    .isInstanceOf(Accepted.class);
            assertThat(code(late.on(after.lastDay().plusDays(1)).when("neighbour", Wishes.OBJECT)))
                    .isEqualTo("application.objection-too-late");
        }

        @Test
        void the_notice_ends_when_both_times_are_over() {
            Story late = Story.given(untilAfter).under(threeDays("notice_end"));
            assertThat(code(late.on(after.lastDay()).whenTheHouseAsks(Wishes.CLOSE))).isEqualTo("application.objections-possible");
            assertThat(late.on(after.lastDay().plusDays(1)).whenTheHouseAsks(Wishes.CLOSE))
                    .isEqualTo(accept(new NoticeClosed(APPLICATION)));
            Story early = Story.given(untilMonday).under(threeDays("notice"));
            assertThat(code(early.on(Road.NOTICE_UNTIL).whenTheHouseAsks(Wishes.CLOSE))).isEqualTo("application.notice-not-over");
        }

        @Test
        void an_alarm_of_its_own_ends_the_notice_that_waited_for_objections() {
            ObjectionAlarm alarm = new ObjectionAlarm();
            assertThat(alarm.setBy(after)).contains(after.lastDay());
            assertThat(alarm.setBy(POSTED)).isEmpty();
            assertThat(alarm.ring(StreamId.of(APPLICATION))).isEqualTo(Wishes.CLOSE);
            assertThat(alarm.recount(StreamId.of(APPLICATION))).contains(Wishes.RECOUNT);
            assertThat(List.<Event>of(new NoticeClosed(APPLICATION), new ObjectionUpheld(APPLICATION, Road.OBJECTION),
                    Road.HELD_IN_NOTICE.getLast().fact())).allMatch(alarm::clearedBy);
            assertThat(alarm.clearedBy(after)).isFalse();
        }

        @Test
        void where_the_days_run_on_the_answer_to_the_last_objection_leaves_the_notice_open_until_both_times_are_over() {
            Story raised = Story.given(Road.on(untilAfter, "neighbour", Road.OBJECTED.getLast().fact()))
                    .under(Laws.NOTICE_RUNS_ON).because("unfounded");
            assertThat(raised.on(after.lastDay()).when("office", Wishes.DISMISS)).isEqualTo(accept(dismissed()));
            assertThat(raised.on(after.lastDay().plusDays(1)).when("office", Wishes.DISMISS))
                    .isEqualTo(accept(dismissed(), new NoticeClosed(APPLICATION)));
        }

        @Test
        void days_given_back_to_the_notice_move_the_time_that_follows_it_and_no_other() {
            List<Done> stopped = Road.on(Road.on(untilAfter, "neighbour", Road.OBJECTED.getLast().fact()), "neighbour",
                    Road.STOPPED.get(Road.STOPPED.size() - 2).fact());
            Story answered = Story.given(stopped).on(LocalDate.of(2026, 12, 18)).because("unfounded");
            NoticeResumed resumed = new NoticeResumed(APPLICATION, LocalDate.of(2026, 12, 24), false);
            assertThat(answered.under(threeDays("notice_end")).when("office", Wishes.DISMISS)).isEqualTo(accept(dismissed(), resumed,
                    new ObjectionsUntil(APPLICATION, LocalDate.of(2026, 12, 27), false)));
            assertThat(answered.under(threeDays("notice")).when("office", Wishes.DISMISS)).isEqualTo(accept(dismissed(), resumed));
        }

        @Test
        void a_hold_gives_their_days_back_as_it_does_to_everything() {
            Story held = Story.given(Road.on(untilMonday, "office", new ApplicationHeld(APPLICATION, HoldCause.VETO, null, List.of(),
                    LocalDate.of(2026, 12, 6)))).under(threeDays("notice")).because("lifted");
            assertThat(facts(held.on(LocalDate.of(2026, 12, 16)).when("office", Wishes.RESUME))).as("one day was left").containsExactly(
                    new ApplicationResumed(APPLICATION, LocalDate.of(2026, 12, 16), null, LocalDate.of(2026, 12, 23), false),
                    new ObjectionsUntil(APPLICATION, LocalDate.of(2026, 12, 17), false));
        }

        @Test
        void a_calendar_that_is_published_meanwhile_counts_them_again() {
            NoticeRecounted notice = new NoticeRecounted(APPLICATION, LocalDate.of(2026, 10, 27), false);
            assertThat(Story.given(untilMonday).under(threeDays("notice")).whenTheHouseAsks(Wishes.RECOUNT)).isEqualTo(accept(notice,
                    new ObjectionsUntil(APPLICATION, Story.BEGUN.plusDays(3), false)));
            assertThat(Story.given(untilAfter).under(threeDays("notice_end")).whenTheHouseAsks(Wishes.RECOUNT)).isEqualTo(accept(notice,
                    new ObjectionsUntil(APPLICATION, LocalDate.of(2026, 10, 30), false)));
            assertThat(Story.given(Road.on(Road.POSTED, null, notice, new ObjectionsUntil(APPLICATION, Story.BEGUN.plusDays(3), false)))
                    .under(threeDays("notice")).whenTheHouseAsks(Wishes.RECOUNT)).as("they stay").isEqualTo(accept());
        }
    }

    @Nested
    class ByWhomAndHow {
        private final Story posted = Story.given(Road.POSTED).on(FRIDAY);

        @ParameterizedTest
        @ValueSource(strings = {"unit", "units"})
        void whoever_the_scheme_does_not_name_may_not_object(String by) {
            Story restricted = posted.under(saying("by", by));
            assertThat(restricted.when("neighbour", Wishes.OBJECT)).isInstanceOf(Accepted.class);
            assertThat(code(restricted.bySomebodyElse().when("neighbour", Wishes.OBJECT))).isEqualTo("application.may-not-object");
        }

        @Test
        void where_it_wants_a_name_nobody_objects_without_one() {
            assertThat(posted.asked("anonymous", Wishes.OBJECT)).isInstanceOf(Accepted.class);
            Story signed = posted.under(saying("form", "signed"));
            assertThat(code(signed.asked("anonymous", Wishes.OBJECT))).isEqualTo("application.objection-unsigned");
            assertThat(signed.when("neighbour", Wishes.OBJECT)).isInstanceOf(Accepted.class);
        }
    }

    @Nested
    class Answers {
        private static final Jury DISCIPLINE = new Jury(Set.copyOf(Road.people("inspector", "j1", "j2", "j3", "j4")),
                Set.copyOf(Road.people("j1", "j2", "j3", "j4")));
        private final Story objected = Story.given(Road.OBJECTED).under(Laws.NOTICE_RUNS_ON).on(FRIDAY).because("checked");
        private final Story voting = objected.under(saying("vote", "majority"));

        @Test
        void the_body_that_the_scheme_names_answers_and_nobody_else() {
            Story discipline = objected.answeredBy(DISCIPLINE);
            assertThat(discipline.when("inspector", Wishes.DISMISS)).isEqualTo(accept(dismissed()));
            assertThat(code(discipline.when("office", Wishes.DISMISS))).isEqualTo("application.objection-not-your-body");
            assertThat(code(discipline.when("office", Wishes.UPHOLD))).isEqualTo("application.objection-not-your-body");
            assertThat(objected.when("office", Wishes.DISMISS)).as("where a panel answers").isEqualTo(accept(dismissed()));
        }

        @Test
        void of_a_panel_a_majority_of_those_who_sit_must_be_of_the_answer() {
            ObjectionVoted voted = new ObjectionVoted(APPLICATION, Road.OBJECTION, Road.people("j1", "j2", "j3"), 2);
            assertThat(voting.when("office", dismissal(2, "j1", "j2", "j3"))).isEqualTo(accept(voted, dismissed()));
            assertThat(voting.when("office", upholding(2, "j1", "j2", "j3")))
                    .isEqualTo(accept(voted, new ObjectionUpheld(APPLICATION, Road.OBJECTION)));
            assertThat(code(voting.when("office", dismissal(1, "j1", "j2", "j3")))).isEqualTo("application.vote-not-carried");
            assertThat(code(voting.when("office", dismissal(2, "j1", "j2")))).isEqualTo("application.panel-too-small");
            assertThat(code(voting.when("office", Wishes.UPHOLD))).as("nobody sat over it").isEqualTo("application.panel-too-small");
            assertThat(code(voting.when("office", dismissal(3, "j1", "j1", "j2")))).isEqualTo("application.member-twice");
        }

        @Test
        void of_a_body_a_majority_of_all_its_members_must() {
            Story discipline = voting.answeredBy(DISCIPLINE);
            assertThat(discipline.when("inspector", dismissal(3, "j1", "j2", "j3"))).isInstanceOf(Accepted.class);
            assertThat(code(discipline.when("inspector", dismissal(2, "j1", "j2")))).as("two of four")
                    .isEqualTo("application.vote-not-carried");
            assertThat(code(discipline.when("inspector", dismissal(3, "j1", "j2", "j9")))).isEqualTo("application.not-a-member");
        }

        @Test
        void nobody_sits_over_an_objection_to_what_they_took_part_in() {
            assertThat(code(voting.when("office", dismissal(3, "j1", "j2", "m1")))).isEqualTo("recusal.objection-judge");
            assertThat(code(voting.when("office", dismissal(3, "j1", "j2", "cousin")))).isEqualTo("recusal.declared-relation");
        }

        @Test
        void a_vote_is_told_even_where_the_scheme_asks_for_none_and_must_be_possible() {
            assertThat(facts(objected.when("office", dismissal(0, "j1")))).first().isInstanceOf(ObjectionVoted.class);
            assertThatThrownBy(() -> dismissal(2, "j1")).isInstanceOfSatisfying(InvalidValue.class, invalid ->
                    assertThat(invalid.code()).isEqualTo("vote.impossible"));
            assertThatThrownBy(() -> dismissal(-1, "j1")).isInstanceOf(InvalidValue.class);
            assertThatThrownBy(() -> new DismissObjection(APPLICATION, Road.OBJECTION, null, 1)).isInstanceOf(InvalidValue.class);
            assertThatThrownBy(() -> new UpholdObjection(APPLICATION, Road.OBJECTION, Road.people("j1"), null))
                    .isInstanceOf(InvalidValue.class);
        }

        private static DismissObjection dismissal(int inFavour, String... present) {
            return new DismissObjection(APPLICATION, Road.OBJECTION, Road.people(present), inFavour);
        }

        private static UpholdObjection upholding(int inFavour, String... present) {
            return new UpholdObjection(APPLICATION, Road.OBJECTION, Road.people(present), inFavour);
        }
    }

    @Nested
    class MayLower {
        private final Story again = Story.given(Road.REOPENED).because("the minutes were written afterwards");

        @Test
        void after_an_upheld_objection_the_body_goes_lower_where_the_scheme_lets_it() {
            assertThat(again.when("sec-general", Wishes.decide("3"))).isInstanceOf(Accepted.class);
            Story not = again.under(saying("may_lower", "false"));
            assertThat(code(not.when("sec-general", Wishes.decide("3")))).isEqualTo("application.may-not-lower");
            assertThat(not.when("sec-general", Wishes.decide("4"))).as("as before").isInstanceOf(Accepted.class);
        }

        @Test
        void what_an_appeal_reopened_has_nothing_below_it() {
            Story appealed = Story.given(Road.on(Road.NOT_GRANTED, null, new ApplicationEvent.DecisionReopened(APPLICATION, Road.DECISION,
                    new AppealId("ap-1")))).because("as before").under(saying("may_lower", "false"));
            assertThat(appealed.when("sec-general", new ApplicationCommand.Decide(APPLICATION, null, Road.COMMITTEE)))
                    .isInstanceOf(Accepted.class);
        }
    }

    private static ObjectionDismissed dismissed() {
        return new ObjectionDismissed(APPLICATION, Road.OBJECTION);
    }

    private static List<Event> facts(Decision decision) {
        return decision instanceof Accepted(var facts, _) ? facts : Stream.<Event>empty().toList();
    }

    private static String code(Decision decision) {
        return decision instanceof Decision.Refused(var refusal) ? refusal.code() : decision.toString();
    }
}
