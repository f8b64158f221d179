package asterism.campaign;

import static org.awaitility.Awaitility.await;

import asterism.campaign.Round.Result;
import asterism.checking.Beside;
import asterism.checking.Finding;
import asterism.checking.Invariants;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.Tree;
import asterism.embedded.EmbeddedPostgres;
import asterism.embedded.Ports;
import asterism.events.Keys;
import asterism.local.HouseProcess;
import asterism.local.signin.SignInKeys;
import asterism.query.projecting.ProjectingDesk;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One round of the campaign on whole houses: people send commands of many kinds over HTTP while the house is killed, now and then together
 * with its PostgreSQL, and started anew on the same folder. Then its own pages must come to the head, and the checker looks at all of it.
 */
final class HouseRound {
    private static final int WORK = 40;
    private final Path folder;
    private final Random random;
    private final Told told = new Told();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final int commands = Ports.free();
    private final int pages = Ports.free();
    private final String signIn;
    private final String[] arguments;

    /** @param folder that holds the house; empty at first */
    HouseRound(Path folder, long seed) {
        this.folder = folder;
        random = new Random(seed);
        int port = Ports.free();
        signIn = "http://127.0.0.1:" + port;
        arguments = new String[] {"--empty", "--commands-port", "" + commands, "--pages-port", "" + pages, "--sign-in-port", "" + port};
    }

    /** Plays until the house was killed so often. */
    Result play(int kills) throws IOException, InterruptedException, SQLException {
        HouseProcess house = ready();
        SignInKeys keys = SignInKeys.in(folder.resolve("keys"));
        List<Finding> findings = new ArrayList<>();
        long rest;
        try (Clients clients = new Clients(URI.create("http://127.0.0.1:" + commands), "administrator",
                person -> keys.tokenFor(person, signIn, Clock.systemUTC()), told)) {
            clients.begin();
            for (int killed = 0; killed < kills; killed++) {
                int before = told.acknowledged();
                await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(5)).until(() -> told.acknowledged() > before + WORK);
                house.kill();
                faults.merge(Fault.HOUSE_KILLED, 1, Integer::sum);
                if (random.nextInt(3) == 0) {
                    HouseProcess.killPostgres(folder);
                    faults.merge(Fault.POSTGRES_KILLED, 1, Integer::sum);
                }
                house = ready();
            }
            clients.finish();
            long done = System.nanoTime();
            theHousesOwnPagesComeToTheHead(findings);
            rest = Duration.ofNanos(System.nanoTime() - done).toMillis();
            clients.troubles().forEach(trouble -> findings.add(new Finding("F1", 0, trouble)));
            clients.neverDone().forEach((address, why) -> findings.add(new Finding("I1", 0, "never done: " + address + " " + why)));
        } finally {
            house.close();
        }
        return checked(rest, findings);
    }

    private HouseProcess ready() {
        HouseProcess house = HouseProcess.run(folder, arguments);
        house.awaitSaying("Stop it with Ctrl-C");
        return house;
    }

    private void theHousesOwnPagesComeToTheHead(List<Finding> findings) throws IOException, InterruptedException {
        long last;
        synchronized (told.answers()) {
            last = told.answers().stream().mapToLong(Beside.Acknowledged::position).max().orElse(0);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (long until = System.nanoTime() + Round.LIVELY.toNanos(); System.nanoTime() < until;) {
                if (http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/lists/stars?limit=1&waitFor=%d"
                        .formatted(pages, last))).build(), BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            }
        }
        findings.add(new Finding("I10", last, "the pages have not come to it in 30 seconds"));
    }

    private Result checked(long rest, List<Finding> findings) throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), 0);
                HikariDataSource source = source(postgres); Journal journal = new Journal(source);
                ProjectingDesk desk = new ProjectingDesk(postgres.jdbcUrl("query"), postgres.username(), postgres.password(), journal)) {
            desk.open();
            desk.rebuild();
            Invariants invariants = new Invariants(new Beside(told.asked(), told.answers(), List.of(), desk.built(), List.of(), Map.of()),
                    Keys.NONE);
            Tree tree = journal.copyOut(0, invariants::take);
            findings.addAll(invariants.conclude(tree.size(), tree.root()));
            journal.verify().fault().ifPresent(fault -> findings.add(new Finding("I3", fault.position(), fault.what())));
            return new Result(faults, told.acknowledged(), tree.size(), rest, findings);
        }
    }

    private static HikariDataSource source(EmbeddedPostgres postgres) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(postgres.jdbcUrl("command"));
        source.setUsername(postgres.username());
        source.setPassword(postgres.password());
        source.setMaximumPoolSize(5);
        return source;
    }
}
