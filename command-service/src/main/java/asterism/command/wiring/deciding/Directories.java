package asterism.command.wiring.deciding;

import asterism.command.wiring.journal.Journal;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import asterism.policy.Directory;
import asterism.policy.Policy.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Who is who and what belongs where, folded from the journal as it grows. */
final class Directories {
    private static final int BATCH = 1_000;
    private static final List<String> TELLING = List.of("body.", "branch.", "round.opened/", "appeal.lodged/");

    private final Journal journal;
    private final Directory directory = new Directory();
    private final Map<StreamId, Subject> subjects = new ConcurrentHashMap<>();
    private final ReentrantLock folding = new ReentrantLock();
    private volatile long position;

    Directories(Journal journal) {
        this.journal = journal;
    }

    /** The directory with all facts that this process knows of. */
    Directory current() {
        if (journal.beyond(position)) {
            catchUp();
        }
        return directory;
    }
}
