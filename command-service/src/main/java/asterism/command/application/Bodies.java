package asterism.command.application;

import asterism.events.BodyEvent.Kind;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds who decides on a branch. */
final class Bodies {
    private static final Set<Post> DECIDING = Set.of(Post.COMMITTEE_MEMBER, Post.COMMITTEE_SECRETARY);

    private Bodies() {
    }

    /** The members of the nearest body of these kinds above the branch, or beside one above it. */
    static Set<PersonId> members(Directory directory, BranchId branch, List<Kind> kinds, LocalDate day) {
        return directory.branch(branch).map(BranchRegistered::body).stream().flatMap(directory::upward)
                .flatMap(body -> Stream.concat(Stream.of(body), directory.below(body)))
                .filter(body -> directory.body(body).filter(known -> kinds.contains(known.kind())).isPresent()).findFirst()
                .map(body -> directory.holders(body, DECIDING, day)).orElse(Set.of());
    }
}
