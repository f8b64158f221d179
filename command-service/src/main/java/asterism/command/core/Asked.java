package asterism.command.core;

import asterism.events.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, when, and why: all that a decision may know of the world outside the facts.
 *
 * @param command    id of the command; new ids derive from it
 * @param actor      {@code person/<id>}, {@code system/<name>}, {@code survey/<id>} or {@code public}
 * @param onBehalfOf the person who delegated
 * @param reason     as given, to be published with the fact
 * @param now        by the house's clock
 * @param today      the day of {@code now} in the scheme's zone
 */
public record Asked(UUID command, String actor, @Nullable PersonId onBehalfOf, @Nullable String reason, Instant now, LocalDate today) {
    private static final String PERSON = "person/";

    /** The person who asks; empty for the house itself, ballots and the public. */
    public Optional<PersonId> person() {
        return actor.startsWith(PERSON) ? Optional.of(new PersonId(actor.substring(PERSON.length()))) : Optional.empty();
    }

    /** A ballot or a comment that a code stands for, and nobody else. */
    public boolean byBallot() {
        return actor.startsWith("survey/");
    }

    /** The house itself asks: a timer or a reaction. */
    public boolean bySystem() {
        return actor.startsWith("system/");
    }
}
