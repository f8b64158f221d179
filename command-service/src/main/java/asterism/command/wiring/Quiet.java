package asterism.command.wiring;

import asterism.command.wiring.alarms.Alarms;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.reacting.Reactions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Says when the house has done by itself all that there is to do. */
@Component
public class Quiet {
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Journal journal;
    private final Reactions reactions;
    private final Alarms alarms;

    Quiet(Journal journal, Reactions reactions, Alarms alarms) {
        this.journal = journal;
        this.reactions = reactions;
        this.alarms = alarms;
    }

    /** Waits until every reaction has seen every fact and no alarm is due; false where it took too long. */
    public boolean await(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!now()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }

    private boolean now() {
        long head = journal.head();
        return reactions.position() >= head && alarms.quietUpTo(head) && journal.head() == head;
    }
}
