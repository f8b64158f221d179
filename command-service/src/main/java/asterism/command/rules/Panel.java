package asterism.command.rules;

import asterism.events.BodyId;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import asterism.rating.Procedure.Decision;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on a level.
 *
 * @param rule    what the scheme says of the body
 * @param members those who hold a seat in it on that day
 */
public record Panel(Decision rule, Set<PersonId> members) {

    /** The nearest body of the kind the scheme means that has members; seen from the branch's body, or from the round's office. */
    public static Panel of(Rules rules, @Nullable Level level, Directory directory, BodyId from, LocalDate day) {
        Decision rule = rules.decision(level);
        return new Panel(rule, directory.around(from, Rules.kinds(rule)).map(body -> directory.holders(Post.COMMITTEE_MEMBER, body, day))
                .filter(members -> !members.isEmpty()).findFirst().orElse(Set.of()));
    }

    /** Each of them is a member. */
    public boolean seats(Set<PersonId> people) {
        return members.containsAll(people);
    }
}
