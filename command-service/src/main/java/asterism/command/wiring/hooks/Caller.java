package asterism.command.wiring.hooks;

import asterism.command.wiring.Follower;
import asterism.command.wiring.Lease;
import asterism.command.wiring.hooks.Calling.NotTaken;
import asterism.command.wiring.hooks.Hooks.Delivery;
import asterism.command.wiring.hooks.Hooks.Hook;
import asterism.command.wiring.journal.Journal;
import asterism.events.BranchId;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.journal.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was recorded, writes down which hooks are to be told, and tells them; one that is slow or gone holds up no other. */
final class Caller extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final int ENOUGH = 200;
    private static final Duration KEPT = Duration.ofDays(30);
    private final Hooks hooks;
    private final Calling calling;
    private final Duration again;
    private final int tries;
    private final MeterRegistry metrics;

    Caller(Journal journal, Hooks hooks, Calling calling, Lease lease, Duration again, int tries, MeterRegistry metrics) {
        super("hooks", journal, lease);
        this.hooks = hooks;
        this.calling = calling;
        this.again = again;
        this.tries = tries;
        this.metrics = metrics;
    }

    @Override
    protected long position() {
        return hooks.position();
    }

    @Override
    protected void take(List<Recorded> facts, long upTo) {
        List<Hook> all = hooks.all();
        Map<Recorded, List<Hook>> told = new LinkedHashMap<>();
        Map<Recorded, String> branches = new HashMap<>();
        facts.forEach(fact -> {
            List<Hook> wanting = all.stream().filter(hook -> hook.wants(fact.type())).toList();
            if (!wanting.isEmpty() && EventTypes.byName(fact.type()).isPresent()) {
                told.put(fact, wanting);
                EventJson.read(fact.type(), fact.payload(), Keys.NONE).about().map(BranchId::value)
                        .ifPresent(branch -> branches.put(fact, branch));
            }
        });
        hooks.write(told, branches, upTo);
        if (!told.isEmpty()) {
            hooks.tidy(KEPT);
        }
    }

    @Override
    protected void tend() {
        List<Thread> callers = new ArrayList<>();
        hooks.all().forEach(hook -> callers.add(Thread.ofVirtual().name("hook-" + hook.id()).start(() -> tell(hook))));
        try {
            for (Thread caller : callers) {
                caller.join();
            }
        } catch (InterruptedException _) {
            callers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    /** The first that is not taken ends it, and enough does, so that what is recorded meanwhile is taken in. */
    private void tell(Hook hook) {
        int most = ENOUGH;
        for (List<Delivery> due = hooks.due(hook.id(), most); !due.isEmpty(); due = hooks.due(hook.id(), most)) {
            for (Delivery delivery : due) {
                if (most-- == 0 || !holds() || !told(hook, delivery)) {
                    return;
                }
            }
        }
    }

    private boolean told(Hook hook, Delivery delivery) {
        try {
            calling.tell(hook, delivery);
            hooks.sent(delivery);
            count("SENT");
            return true;
        } catch (NotTaken e) {
            boolean over = hooks.failed(delivery, again, tries, String.valueOf(e.getMessage()));
            count(over ? "FAILED" : "WAITING");
            LOG.warn("hook {} did not take fact {} ({}), which is {}", hook.id(), delivery.position(), e.getMessage(),
                    over ? "given up" : "tried again");
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void count(String outcome) {
        metrics.counter("asterism.hooks.deliveries", "outcome", outcome).increment();
    }
}
