package asterism.command.application;

import asterism.events.PersonId;
import java.util.HashSet;
import java.util.Set;

/**
 * What the branch said of its own rating.
 *
 * @param replied it used its right to reply
 * @param rated   whose reviews it rated
 */
record Afterwards(boolean replied, Set<PersonId> rated) {
    static final Afterwards NOTHING = new Afterwards(false, Set.of());

    Afterwards withReply() {
        return new Afterwards(true, rated);
    }

    Afterwards withRated(PersonId assessor) {
        Set<PersonId> more = new HashSet<>(rated);
        more.add(assessor);
        return new Afterwards(replied, Set.copyOf(more));
    }
}
