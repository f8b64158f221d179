package asterism.campaign;

import static org.awaitility.Awaitility.await;

import asterism.checking.Beside;
import asterism.checking.Beside.Acknowledged;
import asterism.checking.Finding;
import asterism.checking.Invariants;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalUnavailable;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.Tree;
import asterism.command.wiring.relay.RelayingProcess;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent;
import asterism.events.BodyId;
import asterism.events.Envelope;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.journal.Carried;
import asterism.journal.Checkpoint;
import asterism.journal.Recorded;
import asterism.query.projecting.ProjectingDesk;
import asterism.query.projecting.ProjectingProcess;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.flywaydb.core.Flyway;

/**
 * One round of the campaign on a journal of its own: clients write, a relay sends, a projector folds, each in a process of its own,
 * while faults come as the seed has it. When all has come to rest the checker says what is wrong.
 */
final class Round implements AutoCloseable {
    static final Duration LIVELY = Duration.ofSeconds(30);
    private static final String POISONED = "poisoned";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Servers servers;
    private final Random random;
    private final String name;
    private final HikariDataSource source = new HikariDataSource();
    private final Journal journal;
    private final ProjectingDesk desk;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();
    private final List<Acknowledged> answers = new CopyOnWriteArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<Long, String> poison = new ConcurrentHashMap<>();

    /**
     * What came of it.
     *
     * @param restMillis from the last fault until every projection stood at the head
     */
    record Result(Map<Fault, Integer> faults, int acknowledged, long facts, long restMillis, List<Finding> findings) {
    }

    Round(Servers servers, long seed) {
        this.servers = servers;
        random = new Random(seed);
        name = "round" + seed;
        servers.postgres().createDatabase(name);
        servers.postgres().createDatabase(name + "_rows");
        servers.kafka().createTopic(name);
        source.setJdbcUrl(servers.url(name));
        source.setUsername(servers.postgres().username());
        source.setPassword(servers.postgres().password());
        source.setMaximumPoolSize(6);
        source.setMinimumIdle(0);
        Flyway.configure().dataSource(source).locations("classpath:db/command").load().migrate();
        journal = new Journal(source);
        desk = new ProjectingDesk(servers.url(name + "_rows"), source.getUsername(), source.getPassword(), journal);
        desk.migrate();
        BodyEvent body = new BodyEstablished(new BodyId("work-committee"), null, BodyEvent.Kind.WORK_COMMITTEE,
                new Label("工委", "Committee"));
        append("body/work-committee", EventTypes.nameOf(BodyEstablished.class), EventJson.write(body, new UUID(0, 0), Keys.NONE));
    }

    private void append(String stream, String type, byte[] payload) {
        UUID command = new UUID(random.nextLong(), random.nextLong());
        asked.add(command);
        byte[] envelope = EventJson.write(new Envelope(command, "Campaign", "system/campaign", null, null, null, List.of(), null));
        journal.append(new Append(command, new byte[1], List.of(new NewFact(stream, journal.lastVersion(stream) + 1, type, DAY, envelope,
                payload)), List.of()));
    }

    /** Plays until so many processes were killed. */
    Result play(int kills) throws IOException {
        List<String> common = List.of(source.getUsername(), source.getPassword());
        List<Slot> slots = List.of(
                new Slot(Fault.WRITER_KILLED, WritingProcess.class,
                        n -> join(List.of(servers.url(name)), common, List.of("" + random.nextInt(1_000_000) + n)), 200, this::hear),
                new Slot(Fault.RELAY_KILLED, RelayingProcess.class,
                        _ -> join(List.of(servers.url(name)), common, List.of(servers.kafka().bootstrapServers(), name)), 1, _ -> { }),
                new Slot(Fault.PROJECTOR_KILLED, ProjectingProcess.class,
                        _ -> join(List.of(servers.url(name), servers.url(name + "_rows")), common,
                                List.of(servers.kafka().bootstrapServers(), name)), 1, _ -> { }));
        try {
            trouble(Fault.KAFKA_RESTARTED, slots);
            for (int killed = 0; killed < kills;) {
                pause(random.nextInt(150));
                if (random.nextInt(4) == 0) {
                    trouble(any(), slots);
                } else {
                    kill(slots);
                    killed++;
                }
            }
            return rest(slots);
        } finally {
            slots.forEach(Slot::end);
        }
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Arrays.stream(parts).flatMap(List::stream).toList();
    }

    private void hear(String line) {
        String[] words = line.split(" ", -1);
        if (words[words.length - 1].equals(".")) {
            switch (words[0]) {
                case "?" -> asked.add(UUID.fromString(words[1]));
                case "!" -> answers.add(new Acknowledged(UUID.fromString(words[1]), Long.parseLong(words[2]),
                        List.of(words[3].split(",", -1))));
                default -> { }
            }
        }
    }

    private void kill(List<Slot> slots) {
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(5))
                .until(() -> slots.stream().anyMatch(slot -> slot.works() || slot.ended()));
        List<Slot> working = slots.stream().filter(slot -> slot.works() || slot.ended()).toList();
        Slot slot = working.get(random.nextInt(working.size()));
        slot.killAndStartAnew();
        faults.merge(slot.kill(), 1, Integer::sum);
        if (slot.kill() == Fault.RELAY_KILLED) {
            sql("delete from desk.lease"); // as if its time had run out
        }
    }

    private Fault any() {
        int which = random.nextInt(100);
        return which < 30 ? Fault.CUT_OFF : which < 50 ? Fault.PAUSED : which < 75 ? Fault.DUPLICATES : which < 85 ? Fault.POISON
                : which < 93 ? Fault.TOPIC_DELETED : which < 97 ? Fault.POSTGRES_KILLED : Fault.KAFKA_RESTARTED;
    }

    private void trouble(Fault fault, List<Slot> slots) throws IOException {
        switch (fault) {
            case CUT_OFF -> {
                servers.cable().sever();
                pause(random.nextInt(300));
                servers.cable().mend();
            }
            case PAUSED -> {
                Slot slot = slots.get(random.nextInt(slots.size()));
                slot.signal("STOP");
                pause(random.nextInt(800));
                slot.signal("CONT");
            }
            case DUPLICATES -> send(journal.after(random.nextInt(200), 1 + random.nextInt(50)), false);
            case POISON -> poison();
            case TOPIC_DELETED -> {
                servers.kafka().deleteTopic(name);
                servers.kafka().createTopic(name);
            }
            case POSTGRES_KILLED -> servers.killPostgres();
            case KAFKA_RESTARTED -> servers.restartKafka(this::othersGoOn);
            default -> throw new IllegalStateException("a kill is none of these: " + fault);
        }
        faults.merge(fault, 1, Integer::sum);
        save();
    }

    /** Commands are accepted whether Kafka is there or not. */
    private void othersGoOn() {
        int before = answers.size();
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(5)).until(() -> answers.size() > before + 20);
    }

    /** A record that is no fact, and a fact of a branch that nobody can read. */
    private void poison() {
        send(journal.after(random.nextInt(50), 1), true);
        if (poison.isEmpty()) {
            append("branch/" + POISONED, "branch.vanished/1", "{}".getBytes(StandardCharsets.UTF_8));
            journal.stream("branch/" + POISONED, 0).forEach(fact -> poison.put(fact.position(), POISONED));
        }
    }

    private void send(List<Recorded> facts, boolean broken) {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafka().bootstrapServers(),
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Recorded fact : facts) {
                ProducerRecord<String, byte[]> again = new ProducerRecord<>(name, 0, fact.stream(), fact.payload());
                if (!broken) {
                    Carried.headers(fact).forEach(again.headers()::add);
                }
                var _ = producer.send(again); // lost is as good as sent: it is a duplicate or poison
            }
        }
    }

    /** What an auditor saves now must hold for ever. */
    private void save() {
        try {
            Tree tree = journal.tree();
            checkpoints.add(new Checkpoint(name, tree.size(), tree.root()));
        } catch (JournalUnavailable _) {
            // then nothing is to be saved at this moment
        }
    }

    private Result rest(List<Slot> slots) {
        Slot writer = slots.getFirst();
        writer.end();
        long healed = System.nanoTime();
        save();
        long head = journal.head();
        List<Finding> findings = new ArrayList<>();
        try {
            await().atMost(LIVELY).pollInterval(Duration.ofMillis(20)).ignoreExceptions().until(() -> desk.applied() >= head);
        } catch (ConditionTimeoutException behind) {
            findings.add(new Finding("I10", desk.applied(), "so far have projections come in 30 seconds, to " + head + " they should"));
        }
        long rest = Duration.ofNanos(System.nanoTime() - healed).toMillis();
        slots.forEach(Slot::end);
        desk.open();
        desk.rebuild();
        Beside beside = new Beside(asked, answers, checkpoints, desk.built(), List.of(), poison);
        Invariants invariants = new Invariants(beside, Keys.NONE);
        Tree tree = journal.copyOut(0, invariants::take);
        findings.addAll(invariants.conclude(tree.size(), tree.root()));
        journal.verify().fault().ifPresent(fault -> findings.add(new Finding("I3", fault.position(), fault.what())));
        return new Result(faults, (int) answers.stream().map(Acknowledged::command).distinct().count(), tree.size(), rest, findings);
    }

    private void sql(String statement) {
        try (var connection = source.getConnection(); var asking = connection.createStatement()) {
            asking.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    @Override
    public void close() throws SQLException {
        desk.close();
        journal.close();
        source.close();
    }
}
