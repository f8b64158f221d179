package asterism.command.wiring.deciding;

import asterism.command.core.Asked;
import asterism.command.core.Command;
import asterism.command.core.Refusal;
import asterism.events.PersonId;
import asterism.policy.Directory.Held;
import asterism.policy.Directory;
import asterism.policy.Policy;
import java.util.List;
import java.util.Optional;

/** Asks the policy whether it is for this person to ask. The house itself may ask anything. */
final class Gate {
    private final Directories directories;
    private final WhoIsWho people;

    Gate(Directories directories, WhoIsWho people) {
        this.directories = directories;
        this.people = people;
    }

    Optional<Refusal> refusal(Command command, Asked asked) {
        String name = command.getClass().getSimpleName();
        if (asked.bySystem() || (Policy.openToAnybody(name) && asked.onBehalfOf() == null)) {
            return Optional.empty();
        }
        Directory directory = people.directory();
        PersonId other = asked.onBehalfOf();
        List<Held> posts = asked.person().stream().flatMap(person -> (other == null ? people.posts(person, asked.today())
                : directory.lent(other, person, asked.today(), name)).stream()).toList();
        if (other != null && posts.isEmpty()) {
            return denied("policy.no-delegation", "nobody has delegated this to you");
        }
        if (posts.isEmpty() && asked.person().filter(directory::knows).isEmpty()) {
            return denied("policy.person-unknown", "you are signed in, but this house does not know you");
        }
        return Policy.refusal(name, posts, directories.subject(command), directory).flatMap(code -> denied(code, sentence(code)));
    }

    private static String sentence(String code) {
        return code.equals(Policy.NOT_YOUR_BODY)
                ? "your post does not reach as far as this subject" : "none of your posts permits this";
    }

    private static Optional<Refusal> denied(String code, String sentence) {
        return Optional.of(new Refusal(Refusal.Kind.DENIED, code, sentence, null));
    }
}
