package asterism.command.rules;

import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds who decides. */
public final class Bodies {
    private static final Set<Post> DECIDING = Set.of(Post.COMMITTEE_MEMBER, Post.COMMITTEE_SECRETARY);

    private Bodies() {
    }

    /**
     * The members of the nearest body of these kinds: that body itself, one above it, or one beside one above it. A body without members of its
     * own, such as a department of a committee, decides by the members of the nearest body above it that has some.
     */
    public static Set<PersonId> members(Directory directory, BodyId from, List<Kind> kinds, LocalDate day) {
        Optional<BodyId> deciding = directory.upward(from)
                .flatMap(body -> Stream.concat(Stream.of(body), directory.below(body)))
                .filter(body -> directory.body(body).filter(known -> kinds.contains(known.kind())).isPresent()).findFirst();
        return deciding.stream().flatMap(directory::upward).map(body -> directory.holders(body, DECIDING, day))
                .filter(members -> !members.isEmpty()).findFirst().orElse(Set.of());
    }
}
