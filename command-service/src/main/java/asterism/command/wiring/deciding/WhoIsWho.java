package asterism.command.wiring.deciding;

import asterism.events.BodyId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.policy.Directory;
import asterism.policy.Directory.Held;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The posts of people as recorded, and the one administrator who may act before any post is recorded. */
@Component
public class WhoIsWho {
    private static final BodyId HOUSE = new BodyId("house");

    private final Directories directories;
    private final String administrator;

    /** @param administrator the person's id; blank for none */
    WhoIsWho(Directories directories, @Value("${asterism.administrator:}") String administrator) {
        this.directories = directories;
        this.administrator = administrator;
    }

    /** Bodies, people, posts and branches as the facts say. */
    public Directory directory() {
        return directories.current();
    }

    /** The posts a person holds on a day. */
    public List<Held> posts(PersonId person, LocalDate day) {
        List<Held> held = directory().held(person, day);
        return person.value().equals(administrator)
                ? Stream.concat(held.stream(), Stream.of(new Held(Post.ADMINISTRATOR, HOUSE, null, LocalDate.EPOCH, null))).toList()
                : held;
    }
}
