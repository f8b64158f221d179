package asterism.query.web.asking;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.query.County;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.facts.Importance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the forms about a star offer: only what still waits. */
class OutstandingTest {
    private static final BranchId BRANCH = new BranchId("b001");
    private static final Event STRUCK = County.struck("b001", "d-1", "appeal-1", "d-2", "d-3");
    private static final Event DUE = new FollowUpDue(BRANCH, new DecisionId("d-2"), new Level("1"), "improve", new Label("整改", "Improve"));

    private static Outstanding after(Event... events) {
        List<Told> told = new ArrayList<>();
        for (Event event : events) {
            told.add(new Told(new Line(1, "standing/b001", 1, "x/1", "system/test", null, null, null, null, LocalDate.EPOCH, Instant.EPOCH,
                    null, Importance.STEP), event));
        }
        return Outstanding.of(told);
    }

    @Test
    void dependants_of_a_struck_decision_wait_until_each_is_looked_at() {
        assertThat(after(STRUCK).decisions()).containsExactly("d-2", "d-3");
        assertThat(after(STRUCK, new DecisionReviewed(BRANCH, new DecisionId("d-2"), true, "fine")).decisions()).containsExactly("d-3");
    }

    @Test
    void what_a_level_asks_for_waits_until_it_is_closed() {
        assertThat(after(DUE).actions()).containsOnlyKeys("improve");
        assertThat(after(DUE, new FollowUpClosed(BRANCH, "improve", "done")).actions()).isEmpty();
    }
}
