package asterism.local;

import asterism.embedded.Signals;
import asterism.embedded.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code asterism run} in a process of its own, as a test sees it: what it says, and how it ends. */
public final class HouseProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private HouseProcess(List<String> command) {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /** Runs the house on this folder and on free ports, unless the arguments name some. */
    public static HouseProcess run(Path data, String... more) {
        List<String> command = TestJvm.of("asterism.cli.Main");
        command.addAll(List.of("run", "--data", data.toString()));
        command.addAll(List.of(more));
        for (String port : List.of("--pages-port", "--commands-port", "--sign-in-port")) {
            if (!command.contains(port)) {
                command.addAll(List.of(port, "0"));
            }
        }
        return new HouseProcess(command);
    }

    /** Any command line. */
    static HouseProcess of(String... command) {
        return new HouseProcess(List.of(command));
    }

    /** The address of a door, from what the house says once it is ready. */
    public String address(String door) {
        Matcher line = Pattern.compile("(?m)^ *" + door + " +(http://\\S+)").matcher(awaitSaying("Stop it with Ctrl-C"));
        if (!line.find()) {
            throw new AssertionError("no address of " + door + " in: " + words());
        }
        return line.group(1);
    }

    /** Waits until the house has said this; answers all it has said. */
    public String awaitSaying(String words) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> words().contains(words) || !process.isAlive());
        if (!words().contains(words)) {
            ended();
            if (!words().contains(words)) {
                throw new AssertionError("the house ended without saying \"" + words + "\": " + words());
            }
        }
        return words();
    }

    /** All that it has said so far. */
    String words() {
        return String.join("\n", said);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Sends a signal such as TERM. */
    public void signal(String name) {
        Signals.send(name, process);
    }

    /** Kills the house: no hook runs, nothing is flushed. Its PostgreSQL lives on. */
    public void kill() {
        process.destroyForcibly();
        ended();
    }

    /** Kills the PostgreSQL that runs on this folder, with all its sessions. */
    public static void killPostgres(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postgresql").resolve("data").resolve("postmaster.pid"))) {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip())).orElseThrow();
            List<ProcessHandle> sessions = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            sessions.forEach(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; answers the exit code. */
    public int ended() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the house did not end: " + words());
            }
            listener.join(Duration.ofSeconds(1)); // a PostgreSQL left behind may keep the pipe open
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            signal("TERM");
            ended();
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException gone) {
            said.add("(its words broke off)");
        }
    }
}
