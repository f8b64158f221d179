package asterism.cli;

import asterism.local.CannotRun;
import asterism.local.HouseSettings;
import asterism.local.LocalHouse;
import asterism.local.Progress;
import asterism.local.RunningHouse;
import asterism.local.demo.CountyStory;
import asterism.local.demo.DemoCounty;
import asterism.local.signin.Person;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code asterism run}: the whole house on this machine, until Ctrl-C. */
@Command(name = "run", mixinStandardHelpOptions = true,
        description = "Starts the whole house on this machine: PostgreSQL, Kafka, sign-in, commands and pages.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "the folder that keeps everything (default: ${DEFAULT-VALUE} in the current folder)")
    private Path data = Path.of("data");

    @Option(names = "--empty", description = "without the demo county")
    private boolean empty;

    @Option(names = "--pages-port", paramLabel = "PORT", defaultValue = "" + HouseSettings.PAGES_PORT,
            description = "of pages and queries; 0 for a free one (default: ${DEFAULT-VALUE})")
    private int pagesPort;

    @Option(names = "--commands-port", paramLabel = "PORT", defaultValue = "" + HouseSettings.COMMANDS_PORT,
            description = "of the command API; 0 for a free one (default: ${DEFAULT-VALUE})")
    private int commandsPort;

    @Option(names = "--sign-in-port", paramLabel = "PORT", defaultValue = "" + HouseSettings.SIGN_IN_PORT,
            description = "of sign-in; 0 for a free one (default: ${DEFAULT-VALUE})")
    private int signInPort;

    @Option(names = "--demo-until", paramLabel = "YEAR", defaultValue = "" + CountyStory.LAST_YEAR, hidden = true,
            description = "the last round of the demo county")
    private int demoUntil;

    private volatile boolean jvmIsEnding;

    @Override
    public Integer call() {
        checkPort("--pages-port", pagesPort);
        checkPort("--commands-port", commandsPort);
        checkPort("--sign-in-port", signInPort);
        HouseLog.into(data);
        PrintWriter console = commandSpec().commandLine().getOut();
        Progress out = line -> {
            console.println(line);
            console.flush();
        };
        LocalHouse house = new LocalHouse(new HouseSettings(data, pagesPort, commandsPort, signInPort, empty), out);
        stopWithTheJvm(house, out);
        return live(house, out);
    }

    private int live(LocalHouse house, Progress out) {
        long before = System.nanoTime();
        out.say("Starting the house in " + data.toAbsolutePath().normalize());
        try {
            RunningHouse running = house.start();
            if (running.demoWorld()) {
                new DemoCounty(demoUntil).play(running, out);
            }
            out.say(ready(running, Duration.ofNanos(System.nanoTime() - before)));
            throw new CannotRun(house.trouble().join());
        } catch (RuntimeException e) {
            if (jvmIsEnding) {
                waitForTheEnd();
            }
            house.close();
            throw e;
        }
    }

    private void stopWithTheJvm(LocalHouse house, Progress out) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            jvmIsEnding = true;
            if (!house.isStopping()) {
                out.say("Stopping …");
                house.close();
                out.say("Stopped; everything is kept.");
            }
        }, "stop-house"));
    }

    /** The JVM is ending already; this thread must not report what that does to it. */
    @SuppressWarnings("ThreadJoinLoop") // nobody interrupts it
    private static void waitForTheEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ready(RunningHouse house, Duration took) {
        return """

                Asterism is ready after %d s.

                  pages     %s
                  commands  %s
                  sign-in   %s
                  data      %s

                Sign in by a click on a name; there is no password.

                %s

                Stop it with Ctrl-C.
                """.formatted(took.toSeconds(), house.pages(), house.commands(), house.signIn(), house.data(), signIns(house.people()));
    }

    private static String signIns(List<Person> people) {
        return people.stream().collect(Collectors.groupingBy(Person::role, LinkedHashMap::new,
                Collectors.mapping(Person::id, Collectors.joining(" "))))
                .entrySet().stream().map(role -> "  %-22s%s".formatted(role.getKey().toLowerCase(Locale.ROOT).replace('_', ' '),
                        role.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private void checkPort(String option, int port) {
        if (port < 0 || port > 65535) {
            throw new ParameterException(commandSpec().commandLine(), option + " takes 0 to 65535, not " + port + ".");
        }
    }

    private CommandSpec commandSpec() {
        return java.util.Objects.requireNonNull(spec);
    }
}
