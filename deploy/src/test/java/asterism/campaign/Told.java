package asterism.campaign;

import asterism.checking.Beside.Acknowledged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What clients know: each command that they sent, answered or not, and each success that they were told of. Fit for many threads. */
final class Told {
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();
    private final Set<UUID> done = ConcurrentHashMap.newKeySet();
    private final List<Acknowledged> answers = Collections.synchronizedList(new ArrayList<>());

    void asked(UUID command) {
        asked.add(command);
    }

    void acknowledged(UUID command, long position, List<String> facts) {
        done.add(command);
        answers.add(new Acknowledged(command, position, facts));
    }

    /** A line of a {@link WritingProcess}; one without a full stop was cut off. */
    void hear(String line) {
        String[] words = line.split(" ", -1);
        if (words[words.length - 1].equals(".")) {
            switch (words[0]) {
                case "?" -> asked(UUID.fromString(words[1]));
                case "!" -> acknowledged(UUID.fromString(words[1]), Long.parseLong(words[2]), List.of(words[3].split(",", -1)));
                default -> { }
            }
        }
    }

    Set<UUID> asked() {
        return asked;
    }

    List<Acknowledged> answers() {
        return answers;
    }

    /** How many commands were acknowledged, once or more often. */
    int acknowledged() {
        return done.size();
    }
}
