package asterism.query;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.StandingEvent.StarEnded;
import asterism.query.ReadSide.Reply;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Branches are reorganised, and the read side knows under which name, in which body and in whom each of them went on. */
class LineageIT {
    private static final LocalDate ORDER = LocalDate.parse("2025-03-01");
    private static final BranchId ONE = new BranchId("b001");
    private static final BranchId TWO = new BranchId("b002");

    @Test
    void aMergedBranchIsInNoListAnyMoreAndItsHistoryIsFoundFromTheOneThatGoesOn() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(side.story.tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                    County.body("audit", "work-committee"), County.branch("b001", "archives"), County.branch("b002", "archives"),
                    County.granted("b001", "d-1", "4", "2024-05-01"), County.granted("b002", "d-2", "3", "2024-05-01"),
                    new BranchesMerged(ONE, List.of(TWO), "Order 12", ORDER),
                    new BranchEnded(TWO, Reorganisation.MERGE, List.of(ONE), List.of(), "Order 12", ORDER),
                    new StarEnded(TWO, new DecisionId("d-3"), new Level("3"), Reorganisation.MERGE, ORDER),
                    new BranchRenamed(ONE, new Label("史志支部", "Archives and History Branch"), "Order 13", ORDER),
                    new BranchTransferred(ONE, new BodyId("audit"), "Order 13", ORDER)));

            Reply family = side.get("/api/v1/branches/b001/lineage?waitFor=12");

            assertThat(family.text("/answer/members/0/branch") + family.text("/answer/members/1/branch")).as(family.toString())
                    .isEqualTo("b001b002");
            assertThat(family.text("/answer/members/1/endedOn")).isEqualTo("2025-03-01");
            assertThat(List.of(family.text("/answer/steps/0/role"), family.text("/answer/steps/1/role")))
                    .isEqualTo(List.of("CAME_FROM", "BECAME"));
            assertThat(family.text("/answer/steps/2/wasEn") + " > " + family.text("/answer/steps/2/nowEn"))
                    .isEqualTo("Branch b001 > Archives and History Branch");
            assertThat(family.text("/answer/steps/3/nowEn")).isEqualTo("Body audit");
            assertThat(side.get("/api/v1/branches/b002/lineage").at("/answer/members").size()).as("from the other end too").isEqualTo(2);
            assertThat(side.get("/api/v1/branches/b002/lineage?knownAt=1999-01-01T00:00:00Z").at("/answer/members").size())
                    .as("before anybody knew").isEqualTo(1);
            assertThat(side.get("/api/v1/ratings").at("/answer/items").size()).isEqualTo(1);
            assertThat(side.get("/api/v1/ratings?on=2025-02-28").at("/answer/items").size()).as("the day before").isEqualTo(2);
            assertThat(side.get("/api/v1/ratings").text("/answer/items/0/bodyEn")).isEqualTo("Body audit");
            assertThat(side.get("/api/v1/branches/b002/history?validAt=2025-02-28").text("/answer/stretches/0/level")).isEqualTo("3");
            assertThat(side.get("/api/v1/branches/b009/lineage").text("/code")).isEqualTo("branch.unknown");
        }
    }
}
