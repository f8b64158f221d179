package asterism.command.core;

import asterism.events.Envelope;
import asterism.events.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people behind a fact or a wish: who acted, and on whose behalf. */
public final class Actors {
    private static final String PERSON = "person/";

    private Actors() {
    }

    public static Set<PersonId> of(Envelope envelope) {
        return Stream.of(person(envelope.actor()), Optional.ofNullable(envelope.onBehalfOf()).flatMap(Actors::person))
                .flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    public static Set<PersonId> of(Asked asked) {
        return Stream.of(asked.person(), Optional.ofNullable(asked.onBehalfOf()))
                .flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<PersonId> person(String actor) {
        return actor.startsWith(PERSON) ? Optional.of(new PersonId(actor.substring(PERSON.length()))) : Optional.empty();
    }
}
