package asterism.local.demo;

import asterism.command.core.Command;
import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.events.PersonId;
import asterism.journal.Uuids;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The people of the county, asking. Each wish has an id made of its place in the story: a story that was cut off is played
 * from the start again, and what was done before is answered, not done twice.
 */
final class Cast {
    private static final UUID STORY = Uuids.v5(new UUID(0, 0), "asterism demo county");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AT_ONCE = 16;

    private final World world;
    private final AtomicInteger asked = new AtomicInteger();

    Cast(World world) {
        this.world = world;
    }

    /** Commands asked so far. */
    int asked() {
        return asked.get();
    }

    void on(LocalDate day) {
        world.advanceTo(day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant());
    }

    Answer ask(String person, String place, Command command) {
        return ask(person, place, null, command);
    }

    /** @throws IllegalStateException where the house refuses: the story is written so that it does not */
    Answer ask(String person, String place, @Nullable String reason, Command command) {
        Answer answer = attempt(person, place, reason, command);
        if (answer instanceof Answer.Done) {
            return answer;
        }
        throw new IllegalStateException("The story broke off at \"%s\" of %s by %s (%s): %s".formatted(place, command.stream(), person,
                command.getClass().getSimpleName(), answer));
    }

    /** Asks for something to be worked out; the text is kept under the hash that is returned. */
    String propose(String person, String place, Command command) {
        Answer answer = attempt(person, place, null, command);
        if (answer instanceof Answer.Told told) {
            return told.sha256();
        }
        throw new IllegalStateException("The story broke off at \"%s\" of %s: %s".formatted(place, command.stream(), answer));
    }

    /** Somebody asks who need not say who they are: {@code public}, or {@code survey/<id>}. */
    void askUnnamed(String actor, String place, Command command) {
        Answer answer = send(actor, place, null, command);
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException("The story broke off at \"%s\" of %s: %s".formatted(place, command.stream(), answer));
        }
    }

    /** Asks, and takes a refusal for an answer. */
    Answer attempt(String person, String place, @Nullable String reason, Command command) {
        return send("person/" + new PersonId(person), place, reason, command);
    }

    private Answer send(String actor, String place, @Nullable String reason, Command command) {
        asked.incrementAndGet();
        Commands commands = world.commands();
        return commands.send(command, new Ask(idOf(place, command), actor, null, reason, null, null));
    }

    /** The id of the command that asks for this at this place of the story. */
    static UUID idOf(String place, Command command) {
        return Uuids.v5(STORY, place + "/" + command.stream());
    }

    /** Does the same for many, several at once. */
    <T> void each(Collection<T> many, Consumer<T> step) {
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE)) {
            List<? extends Future<?>> running = many.stream().map(one -> hands.submit(() -> step.accept(one))).toList();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demo county's story broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The demo county's story was interrupted", e);
        }
    }
}
