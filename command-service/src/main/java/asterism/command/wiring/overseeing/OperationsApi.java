package asterism.command.wiring.overseeing;

import asterism.command.wiring.Liveness;
import asterism.command.wiring.alarms.Alarms;
import asterism.command.wiring.alarms.Alarms.Timer;
import asterism.command.wiring.hooks.Hooks.Standing;
import asterism.command.wiring.hooks.Hooks;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.proving.SelfCheck;
import asterism.command.wiring.reacting.Reactions;
import asterism.command.wiring.reacting.Reactions.Parked;
import asterism.command.wiring.relay.Relay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is sent on, what is due, what is parked, and whether the journal is what it was: auditors and administrators may ask. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationsApi {
    private static final int TIMERS = 20;
    private static final int PARKED = 100;

    private final Journal journal;
    private final Relay relay;
    private final Alarms alarms;
    private final Reactions reactions;
    private final SelfCheck check;
    private final Hooks hooks;
    private final Liveness relayLiveness;
    private final Liveness alarmsLiveness;
    private final Liveness reactionsLiveness;

    OperationsApi(Journal journal, Relay relay, Alarms alarms, Reactions reactions, SelfCheck check, Hooks hooks, Liveness relayLiveness,
                  Liveness alarmsLiveness, Liveness reactionsLiveness) {
        this.journal = journal;
        this.relay = relay;
        this.alarms = alarms;
        this.reactions = reactions;
        this.check = check;
        this.hooks = hooks;
        this.relayLiveness = relayLiveness;
        this.alarmsLiveness = alarmsLiveness;
        this.reactionsLiveness = reactionsLiveness;
    }

    /**
     * How somebody who reads the journal stands.
     *
     * @param position up to which facts were taken in
     * @param lag      facts still to be taken in
     * @param seconds  since this process showed a sign of life there
     */
    record Reader(String name, long position, long lag, long seconds) {
    }

    /**
     * Last days that are waited for.
     *
     * @param set   how many
     * @param due   how many of them are over, and not rung for yet
     * @param first those that end first, the earliest at the top
     */
    record Timers(long set, long due, List<Timer> first) {
    }

    /**
     * The last look at every row.
     *
     * @param facts    that were looked at without a fault
     * @param position of the first fault; 0 where there is none, or no place for it
     * @param what     is wrong; empty where nothing is
     * @param seconds  since this process looked; none where it has not looked yet
     */
    record Checked(long facts, long position, String what, @Nullable Long seconds) {
    }

    /**
     * The command side.
     *
     * @param head   position of the newest fact
     * @param parked facts whose reactions failed, by what they are about, the one that waits longest first
     * @param hooks  programs that are told of outcomes
     */
    record Operations(long head, List<Reader> readers, Timers timers, long parkedFacts, List<Parked> parked, Checked check,
                      List<Standing> hooks) {
    }

    @GetMapping
    Operations operations() {
        long head = journal.head();
        SelfCheck.Found found = check.found();
        return new Operations(head,
                List.of(reader("relay", relay.position(), head, relayLiveness), reader("alarms", alarms.position(), head, alarmsLiveness),
                        reader("reactions", reactions.position(), head, reactionsLiveness)),
                new Timers(alarms.set(), alarms.due(), alarms.first(TIMERS)), reactions.deadLetters(), reactions.parked(PARKED),
                new Checked(found.size(), found.position(), found.what(), check.since().map(since -> since.toSeconds()).orElse(null)),
                hooks.standing());
    }

    private static Reader reader(String name, long position, long head, Liveness sign) {
        return new Reader(name, position, Math.max(0, head - position), sign.since().toSeconds());
    }
}
