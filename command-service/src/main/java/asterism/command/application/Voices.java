package asterism.command.application;

import asterism.events.PersonId;
import java.util.HashSet;
import java.util.Set;

/**
 * What others than its judges said of an application.
 *
 * @param replied  the branch used its right to reply
 * @param rated    whose reviews the branch rated
 * @param unsigned keys of the statements that nobody signed for, those that can still be read
 */
record Voices(boolean replied, Set<PersonId> rated, Set<String> unsigned) {
    static final Voices NONE = new Voices(false, Set.of(), Set.of());

    Voices withReply() {
        return new Voices(true, rated, unsigned);
    }

    Voices withRated(PersonId assessor) {
        Set<PersonId> more = new HashSet<>(rated);
        more.add(assessor);
        return new Voices(replied, Set.copyOf(more), unsigned);
    }

    Voices with(String statement) {
        Set<String> more = new HashSet<>(unsigned);
        more.add(statement);
        return new Voices(replied, rated, Set.copyOf(more));
    }

    Voices without(String statement) {
        Set<String> left = new HashSet<>(unsigned);
        left.remove(statement);
        return new Voices(replied, rated, Set.copyOf(left));
    }
}
