package asterism.query.reading;

import java.util.Optional;

/** How this service signs in to the command-service; empty where it has no account. */
@FunctionalInterface
public interface ServiceToken {
    Optional<String> get();
}
