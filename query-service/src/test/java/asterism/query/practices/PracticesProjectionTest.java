package asterism.query.practices;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Pin;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.query.Story;
import asterism.query.known.Known;
import asterism.query.practices.PracticesProjection.Pairing;
import asterism.query.projecting.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
        assertThat(rows.find(PracticesProjection.PRACTICE, "pr-1")).hasValueSatisfying(
                practice -> assertThat(practice.scheme()).as("its round is not known").isNull());
    }

    @Test
    void aPairingEndsWithEitherOfItsBranches() {
        LocalDate day = LocalDate.parse("2024-06-03");
        BranchId other = new BranchId("b024");
        Story story = new Story();
        story.tell(new BranchPaired(WEAK, STRONG, "records", day), new BranchPaired(other, STRONG, "records", day),
                new PairingEnded(other, STRONG, day, "in order"), new BranchPaired(STRONG, new BranchId("b002"), "meetings", day),
                new BranchPaired(other, new BranchId("b002"), "meetings", day),
                new BranchEnded(STRONG, Reorganisation.ABOLISH, List.of(), List.of(), "Order 12", day.plusDays(30)));
        Rows rows = story.folded(new PracticesProjection());
        assertThat(Stream.of(WEAK, STRONG, other).flatMap(branch -> Known.now(PracticesProjection.PAIRING, branch.value(), rows).stream()))
                .extracting(pair -> pair.branch() + " " + pair.strong() + " " + pair.endedOn() + " " + pair.result())
                .containsExactlyInAnyOrder("b023 b001 2024-07-03 null", "b024 b001 2024-06-03 in order", "b001 b002 2024-07-03 null",
                        "b024 b002 null null");
    }

    @Test
    void aPracticeNamesTheRulesThatKnowItsItem() {
        Story story = new Story();
        RoundId round = new RoundId("r2024");
        story.tell(new RoundOpened(round, new Label("轮", "Round"), new Pin(new SchemeId("s"), "2023", "a".repeat(64), "b".repeat(64)),
                        new CalendarId("cn"), new BodyId("office"), LocalDate.parse("2024-01-02"), LocalDate.parse("2024-03-01")),
                new ProvisionalGranted(STRONG, new DecisionId("d-1"), round, new Level("5"), "merge", LocalDate.parse("2024-05-01"), null),
                new PracticeRecognised(STRONG, new DecisionId("pr-1"), "base", "党日积分", List.of()));
        assertThat(story.folded(new PracticesProjection()).find(PracticesProjection.PRACTICE, "pr-1"))
                .hasValueSatisfying(practice -> assertThat(practice.scheme() + " " + practice.version()).isEqualTo("s 2023"));
    }
}
