package asterism.query.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.PersonId;
import asterism.query.County;
import asterism.query.Story;
import asterism.query.appeals.AppealsProjection.Appeal;
import asterism.query.appeals.AppealsProjection.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppealsProjectionTest {
    private static final AppealId APPEAL = new AppealId("ap-1");
    private static final BranchId BRANCH = new BranchId("b001");
    private static final DecisionId CONTESTED = new DecisionId("d-2");
    private final Story story = new Story();

    private List<Appeal> after(Event... events) {
        story.tell(County.branch("b001", "agency"), new AppealLodged(APPEAL, BRANCH, CONTESTED, "facts", "s"));
        story.on("2024-09-01").by("p-panel", "the record is genuine");
        story.tell(events);
        return story.folded(new AppealsProjection()).of(AppealsProjection.APPEAL, "ap-1");
    }

    @Test
    void eachStateIsKeptWithTheFactsBetweenWhichItWasBelieved() {
        List<Appeal> states = after(new AppealAdmitted(APPEAL, BRANCH, List.of(new PersonId("x"), new PersonId("y")),
                LocalDate.parse("2024-10-01")), new AppealUpheld(APPEAL, BRANCH, CONTESTED));
        assertThat(states).extracting(Appeal::state).containsExactly(State.LODGED, State.ADMITTED, State.UPHELD);
        assertThat(states).extracting(Appeal::knownFrom).containsExactly(2L, 3L, 4L);
        assertThat(states).extracting(Appeal::knownTo).containsExactly(3L, 4L, null);
        assertThat(states.getLast()).satisfies(upheld -> {
            assertThat(upheld.lodgedOn()).isEqualTo("2024-06-03");
            assertThat(upheld.decidedOn()).isEqualTo("2024-09-01");
            assertThat(upheld.answerBy()).isEqualTo("2024-10-01");
            assertThat(upheld.panel()).isEqualTo(2);
            assertThat(upheld.reason()).isEqualTo("the record is genuine");
        });
    }

    @Test
    void whatIsNotAdmittedSaysWhy() {
        assertThat(after(new AppealFoundInadmissible(APPEAL, BRANCH, "late")).getLast()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(State.INADMISSIBLE);
            assertThat(found.code()).isEqualTo("late");
        });
    }

    @Test
    void aLateAnswerIsEscalatedAndAReplacementEndsTheAppeal() {
        List<Appeal> states = after(new AppealCarriedFurther(APPEAL, BRANCH, new AppealId("ap-0"), "county"),
                new AppealEffectStayed(APPEAL, BRANCH, CONTESTED),
                new AppealAdmitted(APPEAL, BRANCH, List.of(new PersonId("x")), LocalDate.parse("2024-10-01")),
                new AppealAnswerRecounted(APPEAL, BRANCH, LocalDate.parse("2024-10-08")),
                new AppealAnswerOverdue(APPEAL, BRANCH, LocalDate.parse("2024-10-08"), new BodyId("above")),
                new AppealEvidenceSubmitted(APPEAL, BRANCH, List.of(), "s"),
                new AppealDecisionReplaced(APPEAL, BRANCH, CONTESTED, new DecisionId("d-9"), null, null, List.of()));
        assertThat(states).hasSize(7).last().satisfies(replaced -> {
            assertThat(replaced.state()).isEqualTo(State.REPLACED);
            assertThat(replaced.instance()).isEqualTo("county");
            assertThat(replaced.after()).isEqualTo("ap-0");
            assertThat(replaced.stays()).isFalse();
            assertThat(replaced.answerBy()).isEqualTo("2024-10-08");
            assertThat(replaced.escalatedTo()).isEqualTo("above");
        });
        assertThat(states).extracting(Appeal::stays).containsExactly(false, false, true, true, true, true, false);
    }

    @Test
    void aDismissedAppealStandsAsSuch() {
        assertThat(after(new AppealDismissed(APPEAL, BRANCH, CONTESTED)).getLast().state()).isEqualTo(State.DISMISSED);
    }
}
