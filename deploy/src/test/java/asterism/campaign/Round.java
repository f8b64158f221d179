package asterism.campaign;

import static org.awaitility.Awaitility.await;

import asterism.checking.Beside;
import asterism.checking.Finding;
import asterism.checking.Invariants;
import asterism.command.CommandService;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalUnavailable;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.Tree;
import asterism.command.wiring.relay.RelayingProcess;
import asterism.embedded.Ports;
import asterism.embedded.ServerFailure;
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
import asterism.local.TestIssuer;
import asterism.query.projecting.ProjectingDesk;
import asterism.query.projecting.ProjectingProcess;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of the campaign on a journal of its own: clients write, a relay sends, a projector folds, each in a process of its own,
 * while faults come as the seed has it. When all has come to rest the checker says what is wrong.
 */
final class Round implements AutoCloseable {
    static final Duration LIVELY = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final String POISONED = "poisoned";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Servers servers;
    private final Of of;
    private final Random random;
    private final String name;
    private final HikariDataSource source = new HikariDataSource();
    private final Journal journal;
    private final ProjectingDesk desk;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Told told = new Told();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<Long, String> poison = new ConcurrentHashMap<>();
    /** How many commands were acknowledged before the last kill. */
    private int before;

    /** What is killed: parts of the house that do one thing each, a whole command-service that people ask over HTTP, or whole houses. */
    enum Of {
        PROCESSES, HTTP, HOUSES
    }

    /**
     * What came of it.
     *
     * @param restMillis from the last fault until every projection stood at the head
     */
    record Result(Map<Fault, Integer> faults, int acknowledged, long facts, long restMillis, List<Finding> findings) {
    }

    Round(Servers servers, Of of, long seed) {
        this.servers = servers;
        this.of = of;
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
    }

    private void append(String stream, String type, byte[] payload) {
        UUID command = new UUID(random.nextLong(), random.nextLong());
        told.asked(command);
        byte[] envelope = EventJson.write(new Envelope(command, "Campaign", "system/campaign", null, null, null, List.of(), null));
        journal.append(new Append(command, new byte[1], List.of(new NewFact(stream, journal.lastVersion(stream) + 1, type, DAY, envelope,
                payload)), List.of()));
    }

    /** Plays until so many processes were killed. */
    Result play(int kills) throws IOException {
        return of == Of.HTTP ? overHttp(kills) : byProcesses(kills);
    }

    private Result byProcesses(int kills) throws IOException {
        BodyEvent body = new BodyEstablished(new BodyId("work-committee"), null, BodyEvent.Kind.WORK_COMMITTEE,
                new Label("工委", "Committee"));
        append("body/work-committee", EventTypes.nameOf(BodyEstablished.class), EventJson.write(body, new UUID(0, 0), Keys.NONE));
        Slot relay = new Slot(Fault.RELAY_KILLED, RelayingProcess.class,
                _ -> join(database(), List.of(servers.kafka().bootstrapServers(), name)), heard -> heard > 0, _ -> { });
        return play(kills, List.of(writer(), writer(), relay), () -> { });
    }

    /** The command-service has its own relay. */
    private Result overHttp(int kills) throws IOException {
        int port = Ports.free();
        Path folder = Files.createDirectories(servers.folder().resolve(name));
        try (TestIssuer issuer = new TestIssuer(folder);
                Clients clients = new Clients(URI.create("http://127.0.0.1:" + port), "root", issuer::token, told)) {
            List<String> settings = join(issuer.settings(), List.of("--server.port=" + port, "--asterism.topic=" + name,
                    "--spring.datasource.url=" + servers.url(name), "--spring.datasource.username=" + source.getUsername(),
                    "--spring.datasource.password=" + source.getPassword(), "--asterism.pace.person.per-second=10000",
                    "--asterism.pace.address.per-second=10000", "--logging.level.root=warn", "--spring.main.banner-mode=off",
                    "--spring.kafka.bootstrap-servers=" + servers.kafka().bootstrapServers()));
            Slot commands = new Slot(Fault.COMMANDS_KILLED, CommandService.class, _ -> settings, _ -> told.acknowledged() > before + 50,
                    LOG::warn);
            clients.begin();
            Result result = play(kills, List.of(commands), clients::finish);
            clients.troubles().forEach(trouble -> result.findings().add(new Finding("F1", 0, trouble)));
            clients.neverDone().forEach((address, why) -> result.findings()
                    .add(new Finding("I1", 0, "never done: " + address + " " + why)));
            return result;
        }
    }

    /** @param over asks for nothing more */
    private Result play(int kills, List<Slot> writing, Runnable over) throws IOException {
        List<Slot> slots = join(writing, List.of(new Slot(Fault.PROJECTOR_KILLED, ProjectingProcess.class, _ -> join(
                List.of(servers.url(name)), List.of(servers.url(name + "_rows")), database().subList(1, 3),
                List.of(servers.kafka().bootstrapServers(), name)), heard -> heard > 0, _ -> { })));
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
            over.run();
            return rest(slots);
        } catch (ConditionTimeoutException | IllegalStateException | ServerFailure | JournalUnavailable broken) {
            return new Result(faults, told.acknowledged(), 0, LIVELY.toMillis(),
                    new ArrayList<>(List.of(new Finding("I10", 0, "the round broke off: " + broken))));
        } finally {
            over.run();
            slots.forEach(Slot::end);
        }
    }

    private List<String> database() {
        return List.of(servers.url(name), source.getUsername(), source.getPassword());
    }

    private Slot writer() {
        return new Slot(Fault.WRITER_KILLED, WritingProcess.class, n -> join(database(), List.of("" + random.nextInt(1_000_000) + n)),
                heard -> heard > 1_200, told::hear);
    }

    @SafeVarargs
    private static <T> List<T> join(List<T>... parts) {
        return Arrays.stream(parts).flatMap(List::stream).toList();
    }

    private void kill(List<Slot> slots) {
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(5))
                .until(() -> slots.stream().anyMatch(slot -> slot.works() || slot.ended()));
        List<Slot> working = slots.stream().filter(slot -> slot.works() || slot.ended()).toList();
        Slot slot = working.get(random.nextInt(working.size()));
        slot.killAndStartAnew();
        faults.merge(slot.kill(), 1, Integer::sum);
        before = told.acknowledged();
        if (slot.kill() == Fault.RELAY_KILLED || slot.kill() == Fault.COMMANDS_KILLED) {
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
        int now = told.acknowledged();
        await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(50)).until(() -> told.acknowledged() > now + 20);
    }

    /** A record that is no fact, and a fact of a branch that nobody can read. */
    private void poison() {
        send(journal.after(random.nextInt(50), 1), true);
        if (of == Of.PROCESSES && poison.isEmpty()) { // no command-service decides on a journal that it cannot read
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
        slots.stream().filter(slot -> slot.kill() == Fault.WRITER_KILLED).forEach(Slot::end);
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
        Beside beside = new Beside(told.asked(), told.answers(), checkpoints, desk.built(), List.of(), poison);
        Invariants invariants = new Invariants(beside, Keys.NONE);
        Tree tree = journal.copyOut(0, invariants::take);
        findings.addAll(invariants.conclude(tree.size(), tree.root()));
        journal.verify().fault().ifPresent(fault -> findings.add(new Finding("I3", fault.position(), fault.what())));
        return new Result(faults, told.acknowledged(), tree.size(), rest, findings);
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
        servers.drop(name, name + "_rows");
    }
}
