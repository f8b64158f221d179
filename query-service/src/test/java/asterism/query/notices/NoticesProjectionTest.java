package asterism.query.notices;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.RoundId;
import asterism.query.Story;
import asterism.query.notices.NoticesProjection.Notice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesProjectionTest {
    private static final ApplicationId CASE = new ApplicationId(new RoundId("r2024"), new BranchId("b001"));

    private static Event decided(String decision, String level) {
        return new LevelDecided(CASE, new DecisionId(decision), new Level(level), new Computed("RATED", new Level(level), "total"),
                List.of());
    }

    private static Event posted(String on, String lastDay) {
        return new NoticePosted(CASE, LocalDate.parse(on), LocalDate.parse(lastDay), false);
    }

    @Test
    void aNoticeStoppedByAnObjectionIsFollowedByAnotherAndBothAreRemembered() {
        Story story = new Story();
        ObjectionId objection = new ObjectionId("o-1");
        story.tell(decided("d-1", "5"), posted("2024-06-03", "2024-06-10"),
                new ObjectionRaised(CASE, objection, Personal.of(new PersonId("p1"), "not so")));
        story.on("2024-06-06").tell(new ObjectionUpheld(CASE, objection), decided("d-2", "4"), posted("2024-06-06", "2024-06-13"));
        story.on("2024-06-14").tell(new NoticeClosed(CASE));

        List<Notice> notices = story.folded(new NoticesProjection()).of(NoticesProjection.NOTICE, CASE.toString());
        assertThat(notices).extracting(Notice::decision).containsExactly("d-1", "d-1", "d-1", "d-1", "d-2", "d-2", "d-2");
        assertThat(notices).extracting(Notice::open).containsExactly(false, true, true, false, false, true, false);
        assertThat(notices).extracting(Notice::objections).containsExactly(0, 0, 1, 0, 0, 0, 0);
        assertThat(notices).filteredOn(notice -> notice.knownTo() == null).singleElement().satisfies(last -> {
            assertThat(last.closedOn()).isEqualTo("2024-06-14");
            assertThat(last.level()).isEqualTo("4");
        });
    }

    @Test
    void while_an_objection_is_answered_the_notice_says_since_when_its_days_stand_still() {
        Story story = new Story();
        ObjectionId objection = new ObjectionId("o-1");
        story.tell(decided("d-1", "5"), posted("2024-06-03", "2024-06-10"));
        story.on("2024-06-05").tell(new ObjectionRaised(CASE, objection, Personal.of(new PersonId("p1"), "not so")),
                new NoticePaused(CASE, LocalDate.parse("2024-06-10"), LocalDate.parse("2024-06-05")));
        Notice stopped = now(story);
        assertThat(stopped.pausedOn()).isEqualTo("2024-06-05");
        assertThat(stopped.lastDay()).isEqualTo("2024-06-10");
        story.on("2024-06-07").tell(new ObjectionDismissed(CASE, objection), new NoticeResumed(CASE, LocalDate.parse("2024-06-12"), false));
        assertThat(now(story).pausedOn()).isNull();
        assertThat(now(story).lastDay()).isEqualTo("2024-06-12");
        assertThat(now(story).open()).isTrue();
    }

    private static Notice now(Story story) {
        return story.folded(new NoticesProjection()).of(NoticesProjection.NOTICE, CASE.toString()).stream()
                .filter(notice -> notice.knownTo() == null).findFirst().orElseThrow();
    }
}
