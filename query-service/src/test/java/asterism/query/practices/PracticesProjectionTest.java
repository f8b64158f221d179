package asterism.query.practices;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.query.Story;
import asterism.query.practices.PracticesProjection.Pairing;
import asterism.query.projecting.Rows;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PracticesProjectionTest {
    private static final BranchId WEAK = new BranchId("b023");
    private static final BranchId STRONG = new BranchId("b001");

    @Test
    void aPairingThatEndedMayBeginAnew() {
        Story story = new Story();
        story.tell(new PracticeRecognised(STRONG, new DecisionId("pr-1"), "base", "党日积分", List.of()),
                new BranchPaired(WEAK, STRONG, "records", LocalDate.parse("2024-06-03")),
                new PairingEnded(WEAK, STRONG, LocalDate.parse("2024-09-01"), "in order"),
                new BranchPaired(WEAK, STRONG, "meetings", LocalDate.parse("2025-01-01")));
        Rows rows = story.folded(new PracticesProjection());
        List<Pairing> pairings = rows.of(PracticesProjection.PAIRING, "b023");
        assertThat(pairings).filteredOn(pairing -> pairing.knownTo() == null).extracting(Pairing::purpose)
                .containsExactly("records", "meetings");
        assertThat(pairings).extracting(Pairing::endedOn).containsExactly(null, LocalDate.parse("2024-09-01"), null);
        assertThat(rows.find(PracticesProjection.PRACTICE, "pr-1")).isPresent();
    }
}
