package asterism.query.why;

import asterism.events.PersonId;
import asterism.query.directory.WhoIsWho;
import asterism.query.why.Node.Who;
import org.jspecify.annotations.Nullable;

/**
 * Who is named to whoever asks.
 *
 * @param named people are named, with what they remarked; otherwise only the house itself is
 */
record Persons(boolean named, WhoIsWho.Names names) {

    @Nullable Who of(String actor) {
        boolean person = actor.startsWith("person/");
        return person && !named ? null : new Who(actor, person ? names.of(actor).orElse(null) : null);
    }

    @Nullable Who of(PersonId person) {
        return of("person/" + person.value());
    }

    /** What somebody remarked, for those who may know who they are. */
    @Nullable String remark(@Nullable String words) {
        return named ? words : null;
    }
}
