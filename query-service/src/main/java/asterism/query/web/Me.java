package asterism.query.web;

import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import asterism.policy.Directory.Held;
import asterism.policy.Policy;
import asterism.policy.Policy.Subject;
import asterism.query.directory.WhoIsWho;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is signed in, as the facts know them: the posts they hold, and what these permit. */
@Component
public class Me {
    private final WhoIsWho who;

    Me(WhoIsWho who) {
        this.who = who;
    }

    /**
     * Somebody on a day.
     *
     * @param id none where nobody is signed in
     */
    public record Person(@Nullable PersonId id, List<Held> posts, Directory directory) {

        public boolean is(String person) {
            return id != null && id.value().equals(person);
        }

        public boolean holds(Post post) {
            return posts.stream().anyMatch(held -> held.post() == post);
        }

        public Set<Post> held() {
            return posts.stream().map(Held::post).collect(Collectors.toSet());
        }

        /** One of their posts permits the command about the branch; anybody may do what is open to anybody. */
        public boolean may(String command, BranchId branch) {
            return Policy.openToAnybody(command) || Policy.permitting(command, posts, new Subject(branch, null), directory).isPresent();
        }

        /** One of their posts permits the command about what that body runs. */
        public boolean may(String command, BodyId body) {
            return Policy.permitting(command, posts, new Subject(null, body), directory).isPresent();
        }
    }

    /** @param principal of the request; null where nobody is signed in */
    public Person on(@Nullable Principal principal, LocalDate day) {
        Directory directory = who.directory();
        Optional<PersonId> person = Optional.ofNullable(principal).map(Principal::getName).flatMap(Me::id);
        return new Person(person.orElse(null), person.map(id -> directory.held(id, day)).orElse(List.of()), directory);
    }

    private static Optional<PersonId> id(String name) {
        try {
            return Optional.of(new PersonId(name));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
