package asterism.query.listing;

import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Policy;
import asterism.query.directory.WhoIsWho;
import asterism.query.reading.Refused;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read.
 *
 * @param open  anyone, signed in or not
 * @param posts only people who hold one of these now; empty where being signed in is enough
 */
public record Readers(boolean open, Set<Post> posts) {
    public static final Readers ANYONE = new Readers(true, Set.of());
    public static final Readers SIGNED_IN = new Readers(false, Set.of());
    /** Those who watch over how all others judge, wherever they do. */
    public static final Readers OVERSEERS = new Readers(false, Policy.OVERSEERS);

    public Readers {
        posts = Set.copyOf(posts);
    }

    /** @throws Refused {@code policy.denied} where this person may not */
    public void permit(@Nullable Principal person, WhoIsWho people) {
        if (!admit(person, people)) {
            throw Refused.forbidden("policy.denied", "Only people with certain posts may read this.");
        }
    }

    /** Whether this person may. */
    public boolean admit(@Nullable Principal person, WhoIsWho people) {
        return open || (person != null && (posts.isEmpty() || holds(person, people)));
    }

    private boolean holds(Principal person, WhoIsWho people) {
        return people.directory().everHeld(new PersonId(person.getName())).stream()
                .anyMatch(held -> held.until() == null && posts.contains(held.post()));
    }
}
