package asterism.local;

import asterism.command.CommandService;
import asterism.embedded.EmbeddedKafka;
import asterism.embedded.EmbeddedPostgres;
import asterism.embedded.Ports;
import asterism.embedded.ServerFailure;
import asterism.local.HouseProperties.Addresses;
import asterism.local.signin.People;
import asterism.local.signin.Person;
import asterism.local.signin.SignIn;
import asterism.local.signin.SignInKeys;
import asterism.query.QueryService;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One house: starts its parts in order, notices when one of them gives up, stops them in reverse order.
 *
 * <p>Starting and stopping exclude each other, so a stop that comes during the start waits for the part under way and keeps
 * the next one from starting.
 */
public final class LocalHouse implements AutoCloseable {

    static {
        System.setProperty("axoniq.update-checker.disabled", "true"); // it would ask the internet for news at each start
    }

    private final HouseSettings settings;
    private final Progress out;
    private final ReentrantLock startingOrStopping = new ReentrantLock();
    private final Deque<Part> running = new ArrayDeque<>();
    private final CompletableFuture<String> trouble = new CompletableFuture<>();
    private volatile boolean stopping;

    private record Part(String name, AutoCloseable it) {
    }

    public LocalHouse(HouseSettings settings, Progress out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Starts everything, or nothing: when a part fails, those before it are stopped again.
     *
     * @throws CannotRun saying why in one sentence
     */
    public RunningHouse start() {
        try {
            return startInOrder();
        } catch (ServerFailure e) {
            close();
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            close();
            throw e instanceof CannotRun ? e : new CannotRun(Sentences.about(e), e);
        }
    }

    private RunningHouse startInOrder() {
        Addresses addresses = freeAddresses();
        DataFolder data = part("the data folder", () -> DataFolder.open(settings.data(), DataFolder.NEEDED_TO_START_BYTES));
        boolean demoWorld = data.holdsDemoWorld(settings.empty());
        SignInKeys keys = keysOf(data);
        List<Person> people = People.whoCanSignIn();

        EmbeddedPostgres postgres = timed("PostgreSQL", () -> EmbeddedPostgres.start(data.postgresql(), 0));
        postgres.createDatabase("command");
        postgres.createDatabase("query");
        var _ = postgres.ended().thenRun(() -> trouble.complete("PostgreSQL has ended; see " + data.postgresql()
                .resolve("server.log") + "."));

        EmbeddedKafka kafka = timed("Kafka", () -> EmbeddedKafka.start(data.kafka(), 0));
        var _ = kafka.fault().thenAccept(words -> trouble.complete("Kafka has given up: " + words));

        HouseProperties properties = new HouseProperties(postgres, kafka, addresses, keys.serviceToken());
        SignIn.Setup signIn = new SignIn.Setup(addresses.signIn(), addresses.pages(), keys, people);
        context("sign-in", () -> SignIn.application(signIn, postgres.jdbcUrl("command")), HouseProperties.ofAnyContext());
        ConfigurableApplicationContext commands = context("commands", CommandService::application, properties.ofCommands(data, demoWorld));
        context("pages", QueryService::application, properties.ofPages(demoWorld, keys.clientSecret()));
        part("the watch over the disk", () -> DiskWatch.over(data, trouble));
        return new RunningHouse(addresses.pages(), addresses.commands(), addresses.signIn(), data.path(), people, demoWorld,
                person -> keys.tokenFor(person, addresses.signIn().toString(), Clock.systemUTC()), Inside.of(commands));
    }

    /** Completes with one sentence when the house cannot go on. */
    public CompletableFuture<String> trouble() {
        return trouble.copy();
    }

    /** The running contexts by name, for tests that look inside. */
    Map<String, ConfigurableApplicationContext> contexts() {
        Map<String, ConfigurableApplicationContext> contexts = new HashMap<>();
        for (Part part : running) {
            if (part.it() instanceof ConfigurableApplicationContext context) {
                contexts.put(part.name(), context);
            }
        }
        return contexts;
    }

    /** Stops what runs, last started first; waits until all of it has stopped. Does nothing the second time. */
    @Override
    public void close() {
        stopping = true;
        startingOrStopping.lock();
        try {
            while (!running.isEmpty()) {
                stop(running.pop());
            }
        } finally {
            startingOrStopping.unlock();
        }
    }

    /** Whether the house was asked to stop. */
    public boolean isStopping() {
        return stopping;
    }

    private void stop(Part part) {
        try {
            part.it().close();
        } catch (Exception e) {
            out.say("Stopping " + part.name() + " failed: " + Sentences.about(e));
        }
    }

    private ConfigurableApplicationContext context(String name, Supplier<SpringApplicationBuilder> service,
            Map<String, Object> properties) {
        String[] arguments = properties.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        return timed(name, () -> service.get().registerShutdownHook(false).run(arguments));
    }

    private <T extends AutoCloseable> T timed(String name, Supplier<T> start) {
        long before = System.nanoTime();
        T started = part(name, start);
        out.say("  %-12s %5.1f s".formatted(name, Duration.ofNanos(System.nanoTime() - before).toMillis() / 1000.0));
        return started;
    }

    private <T extends AutoCloseable> T part(String name, Supplier<T> start) {
        startingOrStopping.lock();
        try {
            if (stopping) {
                throw new CannotRun("The house was stopped while it was starting.");
            }
            T started = start.get();
            running.push(new Part(name, started));
            return started;
        } finally {
            startingOrStopping.unlock();
        }
    }

    private Addresses freeAddresses() {
        return new Addresses(
                address("pages", settings.pagesPort()),
                address("commands", settings.commandsPort()),
                address("sign-in", settings.signInPort()));
    }

    private static URI address(String door, int port) {
        if (port != 0 && !Ports.isFree(port)) {
            throw new CannotRun("Port %d, meant for %s, is taken: stop the program that uses it, or choose another with --%s-port."
                    .formatted(port, door, door));
        }
        return URI.create("http://127.0.0.1:" + Ports.orFree(port));
    }

    private static SignInKeys keysOf(DataFolder data) {
        try {
            return SignInKeys.in(data.keys());
        } catch (IOException e) {
            throw new CannotRun("The keys in " + data.keys() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
