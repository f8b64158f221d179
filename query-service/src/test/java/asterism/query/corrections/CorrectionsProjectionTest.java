package asterism.query.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BodyId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.query.Story;
import asterism.query.corrections.CorrectionsProjection.Correction;
import asterism.query.corrections.CorrectionsProjection.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsProjectionTest {
    private static final BranchId BRANCH = new BranchId("b001");
    private static final DecisionId ACTION = new DecisionId("act-1");
    private static final LocalDate DUE = LocalDate.parse("2024-07-15");

    @Test
    void whatIsMissedIsEscalatedAndMayStillBeCured() {
        Story story = new Story();
        story.tell(new CorrectionRequired(BRANCH, ACTION, "records", "put them in order", LocalDate.parse("2024-05-30"), DUE, false),
                new CorrectionShown(BRANCH, ACTION, List.of(), "s"), new CorrectionRechecked(BRANCH, ACTION, false, "not all of them"),
                new CorrectionMissed(BRANCH, ACTION, DUE, new BodyId("county")), new CorrectionShown(BRANCH, ACTION, List.of(), "s"),
                new CorrectionRechecked(BRANCH, ACTION, true, "all of them"));
        List<Correction> states = story.folded(new CorrectionsProjection()).of(CorrectionsProjection.CORRECTION, "act-1");
        assertThat(states).extracting(Correction::state)
                .containsExactly(State.REQUIRED, State.SHOWN, State.NOT_CURED, State.MISSED, State.SHOWN, State.CURED);
        assertThat(states).extracting(Correction::escalatedTo).containsExactly(null, null, null, "county", "county", "county");
        assertThat(states).filteredOn(state -> state.knownTo() == null).singleElement().extracting(Correction::finding)
                .isEqualTo("all of them");
    }

    @Test
    void withTheBranchItIsOver() {
        Story story = new Story();
        story.tell(new CorrectionRequired(BRANCH, ACTION, "records", "put them in order", LocalDate.parse("2024-05-30"), DUE, false),
                new CorrectionEnded(BRANCH, ACTION, Reorganisation.MERGE));
        assertThat(story.folded(new CorrectionsProjection()).of(CorrectionsProjection.CORRECTION, "act-1"))
                .extracting(Correction::state).containsExactly(State.REQUIRED, State.ENDED);
    }
}
