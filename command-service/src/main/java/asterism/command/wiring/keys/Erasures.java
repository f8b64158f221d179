package asterism.command.wiring.keys;

import asterism.events.ApplicationEvent.StatementErased;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Personal;
import java.util.List;
import java.util.Optional;
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
    /** Wire names of the facts that say that a key is deleted. */
    public static final Set<String> FACTS =
            Set.of(EventTypes.nameOf(PersonalValuesErased.class), EventTypes.nameOf(StatementErased.class));
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final Keyring keyring;
    private final Set<String> undone = ConcurrentHashMap.newKeySet();

    Erasures(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The key that a fact says is deleted. */
    public static Optional<String> key(Event fact) {
        return switch (fact) {
            case PersonalValuesErased erased -> Optional.of(Personal.keyOf(erased.person()));
            case StatementErased erased -> Optional.of(erased.statement());
            case Event _ -> Optional.empty();
        };
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
