package asterism.campaign;

import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalUnavailable;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.Outcome;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchId;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.StarToJudge;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent;
import asterism.journal.Recorded;
import asterism.journal.Uuids;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Clients that write until they are killed: {@code <url> <user> <password> <seed>}. Each says {@code ?} and its command before it
 * sends it, and {@code !}, the command, the position of its last fact and their types once that is acknowledged. A line ends with a full
 * stop: one without was cut off.
 */
public final class WritingProcess {
    private static final int CLIENTS = 24;
    private static final int HOT = 48;
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Journal journal;
    private final Random random;
    private final String own;
    private int born;

    private WritingProcess(Journal journal, long seed, int client) {
        this.journal = journal;
        this.random = new Random(seed * 31 + client);
        this.own = "s" + seed + "-" + client + "-";
    }

    public static void main(String[] arguments) throws InterruptedException {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(arguments[0]);
        source.setUsername(arguments[1]);
        source.setPassword(arguments[2]);
        source.setMaximumPoolSize(12);
        source.setMinimumIdle(0);
        Journal journal = new Journal(source);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            WritingProcess client = new WritingProcess(journal, Long.parseLong(arguments[3]), i);
            clients.add(Thread.ofPlatform().start(client::write));
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    /** Two in three commands are about a subject that others write to as well; one in ten is sent again at once. */
    @SuppressWarnings("InfiniteLoopStatement") // it is killed
    private void write() {
        while (true) {
            UUID command = new UUID(random.nextLong(), random.nextLong());
            String hot = "hot" + random.nextInt(HOT);
            List<Event> events = random.nextInt(3) == 0 ? born() : standing(new BranchId(hot));
            try {
                send(command, events);
                if (random.nextInt(10) == 0) {
                    send(command, events);
                }
            } catch (JournalUnavailable cut) {
                say("- " + command);
            }
        }
    }

    private List<Event> born() {
        BranchId branch = new BranchId(own + born++);
        Label name = new Label("支部" + branch, "Branch " + branch);
        return List.of(new BranchRegistered(branch, new BodyId("work-committee"), "agency", name, DAY),
                new BranchRenamed(branch, name, "order 1", DAY));
    }

    private List<Event> standing(BranchId branch) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new PointsNoted(branch, "base", "1", DAY, "1", "noted"));
            case 1 -> List.of(new ComplaintUpheld(branch, "matter", DAY, "so it was"), new StarToJudge(branch, "matter", null));
            case 2 -> List.of(new SurveillanceOpened(branch, "yearly", StandingEvent.Occasion.YEARLY, null, DAY),
                    new SurveillanceClosed(branch, "yearly", StandingEvent.Outcome.CONFIRMED, "as it should be"));
            default -> List.of(new PointsNoted(branch, "base", "2", DAY, "3", "noted"),
                    new PointsNoted(branch, "base", "-1", DAY, "2", "noted"));
        };
    }

    private void send(UUID command, List<Event> events) {
        say("? " + command);
        String stream = events.getFirst().stream().toString();
        byte[] digest = Uuids.bytes(Uuids.v5(command, "body"));
        byte[] envelope = EventJson.write(new Envelope(command, "Campaign", "person/client", null, null, null, List.of(), null));
        long version = journal.lastVersion(stream);
        List<NewFact> facts = new ArrayList<>();
        for (Event event : events) {
            facts.add(new NewFact(stream, version + facts.size() + 1, EventTypes.nameOf(event.getClass()), event.effectiveOn(DAY), envelope,
                    EventJson.write(event, command, Keys.NONE)));
        }
        switch (journal.append(new Append(command, digest, facts, List.of()))) {
            case Outcome.Appended(List<Recorded> recorded) -> acknowledged(command, recorded);
            case Outcome.Repeated(List<Recorded> recorded) -> acknowledged(command, recorded);
            case Outcome.Conflict _ -> say("- " + command);
            case Outcome.OtherBody _ -> throw new IllegalStateException("the same command has another body");
        }
    }

    private static void acknowledged(UUID command, List<Recorded> facts) {
        say("! " + command + " " + facts.getLast().position() + " "
                + facts.stream().map(Recorded::type).collect(Collectors.joining(",")));
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line + " .");
            System.out.flush();
        }
    }
}
