package asterism.command.wiring.keys;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes the keys that facts say are deleted. The fact comes first, so that no value is ever lost without one; whoever reads the
 * journal hands over each such fact, at the start all of them, so that what a crash left undone is done then.
 */
@Component
public class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final Keyring keyring;
    private final Set<String> undone = ConcurrentHashMap.newKeySet();

    Erasures(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Deletes the key, or keeps at it until the database takes it. */
    public void heard(String key) {
        undone.add(key);
        retry();
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void retry() {
        for (String key : List.copyOf(undone)) {
            try {
                keyring.erase(key);
                undone.remove(key);
            } catch (DataAccessException e) {
                LOG.warn("the key of what was erased is not deleted yet, and will be: {}", e.getMessage());
            }
        }
    }
}
