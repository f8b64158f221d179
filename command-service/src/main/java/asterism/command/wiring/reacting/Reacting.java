package asterism.command.wiring.reacting;

import asterism.command.core.Command;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Commands;
import asterism.command.core.Reaction;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Documents;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.journal.Uuids;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks for what the reactions wish. Every wish has an id that follows from the fact, so that the same fact seen twice asks for
 * nothing twice. A refused wish is recorded as its reaction says; a fault is tried again after a little while, then thrown, and the
 * fact becomes a dead letter.
 */
public final class Reacting {
    private static final int TRIES = 5;
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Journal journal;
    private final Commands commands;
    private final Documents documents;
    private final Keys keys;
    private final List<Reaction<?>> reactions;
    private final TransactionTemplate outside;

    /** @param outside runs things outside of the processor's transaction: what a command keeps must not vanish with it */
    Reacting(Journal journal, Commands commands, Documents documents, Keys keys, List<Reaction<?>> reactions, TransactionTemplate outside) {
        this.journal = journal;
        this.commands = commands;
        this.documents = documents;
        this.keys = keys;
        this.reactions = reactions;
        this.outside = outside;
    }

    @EventHandler
    void on(Happened happened) {
        List<Reaction<?>> awake = reactions.stream().filter(reaction -> EventTypes.nameOf(reaction.when()).equals(happened.type()))
                .toList();
        if (!awake.isEmpty()) {
            outside.executeWithoutResult(_ -> journal.after(happened.position() - 1, 1).forEach(recorded -> {
                Fact fact = EventJson.read(recorded, keys);
                awake.forEach(reaction -> patiently(() -> react(reaction, fact)));
            }));
        }
    }

    /** What failed may succeed a moment later; what was asked before is not asked twice by it. */
    private static void patiently(Runnable task) {
        for (int left = ATTEMPTS; ; left--) {
            try {
                task.run();
                return;
            } catch (RuntimeException e) {
                if (left == 1 || !paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <F extends Event> void react(Reaction<F> reaction, Fact fact) {
        F happened = reaction.when().cast(fact.event());
        String name = reaction.getClass().getSimpleName();
        List<Command> wishes = reaction.wish(happened, fact, documents::find);
        for (int i = 0; i < wishes.size(); i++) {
            String id = name + "/" + i;
            Command wish = wishes.get(i);
            if (ask(wish, fact, name, id) instanceof Answer.Refused(var refusal, _)) {
                reaction.refused(happened, wish, refusal).ifPresent(command -> done(ask(command, fact, name, id + "/refused")));
            }
        }
    }

    private Answer ask(Command wish, Fact fact, String name, String id) {
        Ask ask = new Ask(Uuids.v5(fact.at().eventId(), id), "system/" + name, null, null, fact.at().eventId(), null);
        Answer answer = commands.send(wish, ask);
        for (int left = TRIES; left > 0 && answer instanceof Answer.Conflict; left--) {
            answer = commands.send(wish, ask);
        }
        return switch (answer) {
            case Answer.Done _, Answer.Told _, Answer.Refused _ -> answer;
            case Answer.Conflict _ -> throw new IllegalStateException(name + ": others were always first at " + wish.stream());
            case Answer.OtherCommand() -> throw new IllegalStateException(name + " wished something else of the same fact before");
        };
    }

    private static void done(Answer answer) {
        if (answer instanceof Answer.Refused(var refusal, _)) {
            throw new IllegalStateException("a refused wish could not be recorded: " + refusal.code());
        }
    }
}
