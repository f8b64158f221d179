package asterism.cli.bench;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.guard.GuardCommand.RecordRefusedAttempt;
import asterism.events.PersonId;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The product's way of a command: Axon's bus with its interceptors, the desk, the decider on its cached state, the journal. */
record HouseCommand(Commands commands, DataSource source, Subjects subjects, boolean disturbed, AtomicLong asked) implements Work {
    private static final int DISTURBED = 100;
    private static final long NOT_ITS_VERSION = 1_000_000;

    /** @param disturbed of each hundred commands one first comes with a version that its subject does not have */
    static HouseCommand open(ConfigurableApplicationContext service, boolean disturbed) {
        return new HouseCommand(service.getBean(Commands.class), service.getBean(DataSource.class), new Subjects(), disturbed,
                new AtomicLong());
    }

    @Override
    public int once() {
        var subject = subjects.take();
        var padding = Samples.words(150, ThreadLocalRandom.current());
        var command = new RecordRefusedAttempt(new PersonId(subject.id()), "separation.bench", "RecordAttempt", "bench/" + padding);
        if (disturbed && asked.incrementAndGet() % DISTURBED == 0 && !(send(command, NOT_ITS_VERSION) instanceof Answer.Conflict)) {
            throw new BenchFailure("the house found no conflict where there is one");
        }
        var facts = switch (send(command, null)) {
            case Answer.Done done -> done.facts().size();
            case Answer.Told _ -> 0;
            case Answer.Refused refused -> throw new BenchFailure("the house refused: " + refused.refusal().sentence());
            case Answer.Conflict _, Answer.OtherCommand _ -> throw new BenchFailure("the house found a conflict where there is none");
        };
        subjects.giveBack(subject);
        return facts;
    }

    private Answer send(RecordRefusedAttempt command, @Nullable Long seen) {
        return commands.send(command, new Ask(UUID.randomUUID(), "system/bench", null, null, null, seen));
    }

    @Override
    public long stored() throws SQLException {
        return JournalAppend.stored(source);
    }

    /** The service goes on. */
    @Override
    public void close() {
    }
}
