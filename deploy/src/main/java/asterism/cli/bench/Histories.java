package asterism.cli.bench;

import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.NewFact;
import asterism.events.ApplicationId;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.RoundId;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.LevelGranted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A journal as the lines of rebuilding read it: a body, and branches with ten facts each, the registration and nine stars. Written once,
 * when a line first needs it, and handed out by the command-service's feed.
 *
 * @param url      of the command-service
 * @param branches of a generation; the next begins once each has its ten facts
 */
record Histories(String url, long facts, int branches) {
    static final int BRANCHES = 5_000;
    /** Facts until each branch of the first generation has a star. */
    static final int LEAST = 3 * BRANCHES;
    private static final long EACH = 10;
    private static final int AT_ONCE = 1_000;
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final BodyId BODY = new BodyId("county");

    /** Keeps the one journal of a bench. */
    static final class Kept {
        private final AtomicReference<@Nullable Histories> written = new AtomicReference<>();

        Histories get(Services services, Database database, long facts) {
            Histories known = written.get();
            if (known == null) {
                database.server().createDatabase("rebuilding-journal");
                known = write(services.commands(new Database(database.server(), "rebuilding-journal")),
                        services.sized(Math.toIntExact(facts)), services.sized(BRANCHES));
                written.set(known);
            }
            return known;
        }
    }

    /** One of the first generation. */
    String anyBranch() {
        return branch(ThreadLocalRandom.current().nextInt(branches));
    }

    /** When every branch of the first generation has a star or more. */
    long anyPosition() {
        return ThreadLocalRandom.current().nextLong(2L * branches + 2, Math.min(facts, EACH * branches) + 1);
    }

    private static String branch(long number) {
        return "b" + number;
    }

    private static Histories write(ConfigurableApplicationContext commands, long facts, int branches) {
        fill(commands.getBean(Journal.class), facts, branches);
        return new Histories("http://127.0.0.1:" + commands.getEnvironment().getProperty("local.server.port"), facts, branches);
    }

    /** Writes so many facts into an empty journal. */
    static void fill(Journal journal, long facts, int branches) {
        var batch = new ArrayList<NewFact>();
        for (long position = 1; position <= facts; position++) {
            batch.add(fact(position, branches));
            if (batch.size() == AT_ONCE || position == facts) {
                journal.append(new Append(UUID.randomUUID(), new byte[32], List.copyOf(batch), List.of()));
                batch.clear();
            }
        }
        if (journal.head() != facts) {
            throw new BenchFailure("the journal holds " + journal.head() + " facts, not " + facts);
        }
    }

    /** The branches by turns, so that facts of one are far apart, as in life. */
    private static NewFact fact(long position, int branches) {
        if (position == 1) {
            return fact(new BodyEstablished(BODY, null, Kind.WORK_COMMITTEE, new Label("县委", "County")), 1, position);
        }
        var place = position - 2;
        var generation = place / (branches * EACH);
        var turn = place % (branches * EACH) / branches;
        var branch = new BranchId(branch(generation * branches + place % branches));
        return turn == 0
                ? fact(new BranchRegistered(branch, BODY, "agency", new Label("支部" + branch, "Branch " + branch), FIRST), 1, position)
                : fact(new LevelGranted(branch, new DecisionId("d" + position), new ApplicationId(new RoundId("r" + turn), branch),
                        new Level("S" + (position % 5 + 1)), turn == 1 ? Change.FIRST : Change.PROMOTED, FIRST.plusYears(turn), null),
                        turn, position);
    }

    private static NewFact fact(Event event, long version, long position) {
        var envelope = new Envelope(new UUID(1, position), "GrantLevel", "system/bench", null, "as decided", null, List.of(), null);
        return new NewFact(event.stream().toString(), version, EventTypes.nameOf(event.getClass()), event.effectiveOn(FIRST),
                EventJson.write(envelope), EventJson.write(event, new UUID(2, position), Keys.NONE));
    }
}
