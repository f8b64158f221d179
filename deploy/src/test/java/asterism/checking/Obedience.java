package asterism.checking;

import asterism.checking.Beside.Acknowledged;
import asterism.events.EventTypes;
import asterism.events.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** I1: what was acknowledged has exactly its facts. I2: what was recorded was asked for, and a repetition was answered the same. */
final class Obedience {
    private static final String PERSON = "person/";
    private final Beside beside;
    private final Findings findings;
    private final Map<UUID, Done> done = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    private @Nullable UUID last;

    /** What a command led to. */
    private record Done(List<String> facts, long position) {
    }

    Obedience(Beside beside, Findings findings) {
        this.beside = beside;
        this.findings = findings;
        beside.answers().forEach(answer -> done.put(answer.command(), new Done(new ArrayList<>(), 0)));
    }

    void take(Fact fact) {
        UUID command = fact.envelope().command();
        long position = fact.at().position();
        if (!command.equals(last) && done.getOrDefault(command, new Done(List.of(), 0)).position() > 0) {
            findings.add("I1", position, "the command %s was recorded before, at %d".formatted(command, of(command).position()));
        }
        List<String> facts = of(command).facts();
        facts.add(fact.at().type());
        done.put(command, new Done(facts, position));
        known(fact);
        ids.add(fact.at().eventId());
        last = command;
    }

    private Done of(UUID command) {
        return done.getOrDefault(command, new Done(new ArrayList<>(1), 0));
    }

    private void known(Fact fact) {
        UUID cause = fact.envelope().cause();
        if (cause != null && !cause.equals(new UUID(0, 0)) && !ids.contains(cause)) {
            findings.add("I2", fact.at().position(), EventTypes.nameOf(fact.event().getClass()) + " was caused by no earlier fact");
        }
        if (beside.asked() != null && fact.envelope().actor().startsWith(PERSON) && !beside.asked().contains(fact.envelope().command())) {
            findings.add("I2", fact.at().position(), "nobody asked for it: " + fact.envelope().command());
        }
    }

    void conclude() {
        Map<UUID, Acknowledged> first = new HashMap<>();
        for (Acknowledged answer : beside.answers()) {
            Acknowledged before = first.putIfAbsent(answer.command(), answer);
            if (before != null && !before.equals(answer)) {
                findings.add("I2", answer.position(), "a repetition of %s was answered otherwise".formatted(answer.command()));
            }
            Done is = of(answer.command());
            if (!is.facts().equals(answer.facts()) || (!is.facts().isEmpty() && is.position() != answer.position())) {
                findings.add("I1", answer.position(), "%s was acknowledged with %s, and has %s, the last at %d"
                        .formatted(answer.command(), answer.facts(), is.facts(), is.position()));
            }
        }
    }
}
