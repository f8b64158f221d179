package asterism.command.rules;

import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import asterism.rating.Procedure.BodyWord;
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

    /** The kinds a scheme means by a word; none for a panel, which is no body of its own. */
    public static List<Kind> kinds(BodyWord word) {
        return switch (word) {
            case DEPARTMENT -> List.of(Kind.ORGANISATION_DEPARTMENT);
            case WORK_COMMITTEE -> List.of(Kind.WORK_COMMITTEE);
            case COMMITTEE -> List.of(Kind.WORK_COMMITTEE, Kind.COMMITTEE);
            case DISCIPLINE_BODY -> List.of(Kind.DISCIPLINE_BODY);
            case AGENCY -> List.of(Kind.AGENCY);
            case PANEL, TEAM -> List.of();
        };
    }

    /** The nearest body of these kinds: that body itself, one above it, or one beside one above it. */
    public static Optional<BodyId> nearest(Directory directory, BodyId from, List<Kind> kinds) {
        return directory.upward(from)
                .flatMap(body -> Stream.concat(Stream.of(body), directory.below(body)))
                .filter(body -> directory.body(body).filter(known -> kinds.contains(known.kind())).isPresent()).findFirst();
    }

    /** The members of the nearest body of these kinds. */
    public static Set<PersonId> members(Directory directory, BodyId from, List<Kind> kinds, LocalDate day) {
        return nearest(directory, from, kinds).map(body -> directory.holders(body, DECIDING, day)).orElse(Set.of());
    }
}
