package asterism.query.dwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.Pin;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import asterism.query.Story;
import asterism.query.course.Stage;
import asterism.query.dwell.DwellProjection.Stay;
import asterism.query.known.Known;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DwellProjectionTest {
    private static final ApplicationId CASE = new ApplicationId(new RoundId("r2024"), new BranchId("b001"));
    private final Story story = new Story();

    private List<Stay> stays() {
        return Known.now(DwellProjection.STAY, CASE.toString(), story.folded(new DwellProjection()));
    }

    private void started() {
        story.on("2024-06-01").tell(new ApplicationStarted(CASE, new Pin(new SchemeId("s"), "1", Sha256.of("s"), Sha256.of("l"))));
        story.on("2024-06-11").tell(new ApplicationSubmitted(CASE, null));
        story.on("2024-06-13").tell(new ApplicationAccepted(CASE),
                new StageDue(CASE, "desk", LocalDate.parse("2024-06-20"), false));
    }

    @Test
    void aStayEndsWhereTheNextBegins() {
        started();
        assertThat(stays()).extracting(Stay::stage).containsExactly(Stage.DRAFT, Stage.SUBMITTED, Stage.DESK_REVIEW);
        assertThat(stays()).extracting(Stay::fromOn).containsExactly(LocalDate.parse("2024-06-01"), LocalDate.parse("2024-06-11"),
                LocalDate.parse("2024-06-13"));
        assertThat(stays()).extracting(Stay::untilOn).containsExactly(LocalDate.parse("2024-06-11"), LocalDate.parse("2024-06-13"), null);
        assertThat(stays().getLast().dueOn()).isEqualTo("2024-06-20");
    }

    @Test
    void whatIsLateSaysWhoLooksAfterIt() {
        started();
        story.on("2024-06-21").tell(new StageOverdue(CASE, "desk", LocalDate.parse("2024-06-20"), new BodyId("county")));
        assertThat(stays().getLast()).satisfies(late -> {
            assertThat(late.overdue()).isTrue();
            assertThat(late.escalatedTo()).isEqualTo("county");
        });
    }

    @Test
    void whatWasKnownBeforeIsKept() {
        started();
        story.on("2024-06-21").tell(new StageOverdue(CASE, "desk", LocalDate.parse("2024-06-20"), new BodyId("county")));
        List<Stay> versions = story.folded(new DwellProjection()).of(DwellProjection.STAY, CASE.toString());
        assertThat(versions).filteredOn(stay -> stay.stage() == Stage.DESK_REVIEW)
                .extracting(Stay::knownFrom, Stay::knownTo, Stay::dueOn, Stay::overdue)
                .containsExactly(tuple(3L, 4L, null, false), tuple(4L, 5L, LocalDate.parse("2024-06-20"), false),
                        tuple(5L, null, LocalDate.parse("2024-06-20"), true));
    }

    @Test
    void noDayPassesForACaseThatIsHeld() {
        started();
        story.on("2024-06-15").tell(new StagePaused(CASE, "desk", LocalDate.parse("2024-06-20"), LocalDate.parse("2024-06-15")));
        assertThat(stays().getLast().dueOn()).isNull();
        story.on("2024-07-01").tell(new StageDue(CASE, "desk", LocalDate.parse("2024-07-06"), false));
        assertThat(stays().getLast().dueOn()).isEqualTo("2024-07-06");
        assertThat(stays()).hasSize(3);
    }

    @Test
    void theDaysOfANoticeStandStillWhileAnObjectionIsAnsweredWhateverDaysTheAnswerHas() {
        story.tell(new NoticePosted(CASE, LocalDate.parse("2024-06-03"), LocalDate.parse("2024-06-10"), false));
        assertThat(stays().getLast().dueOn()).isEqualTo("2024-06-10");
        story.tell(new NoticePaused(CASE, LocalDate.parse("2024-06-10"), LocalDate.parse("2024-06-05")),
                new StageDue(CASE, "objection_answer", LocalDate.parse("2024-06-26"), false),
                new NoticeRecounted(CASE, LocalDate.parse("2024-06-11"), false));
        assertThat(stays().getLast().dueOn()).isNull();
        story.tell(new NoticeResumed(CASE, LocalDate.parse("2024-06-12"), false));
        assertThat(stays().getLast().dueOn()).isEqualTo("2024-06-12");
    }

    @Test
    void whatComesBackIsCountedAgainAndWhatIsOverWaitsForNobody() {
        started();
        story.on("2024-06-18").tell(new ApplicationReturned(CASE, List.of("a"), LocalDate.parse("2024-06-25")));
        story.on("2024-06-19").tell(new ApplicationSubmitted(CASE, null));
        story.on("2024-06-20").tell(new ApplicationWithdrawn(CASE));
        assertThat(stays()).extracting(Stay::stage)
                .containsExactly(Stage.DRAFT, Stage.SUBMITTED, Stage.DESK_REVIEW, Stage.RETURNED, Stage.SUBMITTED);
        assertThat(stays()).allSatisfy(stay -> assertThat(stay.untilOn()).isNotNull());
        assertThat(stays().get(3).dueOn()).isEqualTo("2024-06-25");
    }
}
