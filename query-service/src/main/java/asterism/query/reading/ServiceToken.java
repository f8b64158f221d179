package asterism.query.reading;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The token the services of one house share: it opens the command-service's feed and keys. */
@Component
public class ServiceToken {
    private final String token;

    ServiceToken(@Value("${asterism.service-token:}") String token) {
        this.token = token;
    }

    /** Empty where this service holds none. */
    public Optional<String> get() {
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
}
