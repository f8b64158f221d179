package asterism.command.rules;

import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds who decides. */
public final class Bodies {
    private static final Set<Post> DECIDING = Set.of(Post.COMMITTEE_MEMBER, Post.COMMITTEE_SECRETARY);

    private Bodies() {
    }

    /** The members of the nearest body of these kinds: that body itself, one above it, or one beside one above it. */
    public static Set<PersonId> members(Directory directory, BodyId from, List<Kind> kinds, LocalDate day) {
        return directory.upward(from)
                .flatMap(body -> Stream.concat(Stream.of(body), directory.below(body)))
                .filter(body -> directory.body(body).filter(known -> kinds.contains(known.kind())).isPresent()).findFirst()
                .map(body -> directory.holders(body, DECIDING, day)).orElse(Set.of());
    }
}
