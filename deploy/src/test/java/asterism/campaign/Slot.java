package asterism.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import asterism.embedded.Signals;
import asterism.embedded.TestJvm;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The place of one process, which is taken by another as soon as it is killed. */
final class Slot {
    private final Fault kill;
    private final Class<?> main;
    private final IntFunction<List<String>> arguments;
    private final Consumer<String> ear;
    private Process process;
    private Thread listener;
    private int started;
    private final IntPredicate busy;
    private final AtomicInteger heard = new AtomicInteger();

    /**
     * @param arguments of the so-manieth process that takes the place
     * @param busy      whether it is in the middle of its work, having said so many lines
     * @param ear       hears each line it says
     */
    Slot(Fault kill, Class<?> main, IntFunction<List<String>> arguments, IntPredicate busy, Consumer<String> ear) {
        this.kill = kill;
        this.main = main;
        this.arguments = arguments;
        this.busy = busy;
        this.ear = ear;
        process = start();
        listener = listen(process);
    }

    Fault kill() {
        return kill;
    }

    /** Whether the process that has the place now is at work. */
    boolean works() {
        return busy.test(heard.get());
    }

    /** Whether the process has ended, though nobody killed it. */
    boolean ended() {
        return !process.isAlive();
    }

    /** @throws IllegalStateException where it had ended by itself, which no fault may bring about */
    void killAndStartAnew() {
        if (ended()) {
            throw new IllegalStateException(main.getSimpleName() + " ended by itself; see target/campaign-*.log");
        }
        end();
        process = start();
        listener = listen(process);
    }

    /** Kills it, and waits until all that it has said is heard. */
    void end() {
        try {
            process.destroyForcibly().waitFor();
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As if the machine had stopped it. */
    void signal(String name) {
        Signals.send(name, process);
    }

    private Process start() {
        heard.set(0);
        List<String> command = TestJvm.of(main.getName(), "-Xmx256m", "-Dlogback.configurationFile=campaign-logback.xml");
        command.addAll(arguments.apply(started++));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/campaign-" + main.getSimpleName() + ".log"))).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Thread listen(Process speaking) {
        return Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader said = speaking.inputReader(UTF_8)) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    heard.incrementAndGet();
                    ear.accept(line);
                }
            } catch (IOException e) {
                // it was killed in the middle of a line
            }
        });
    }
}
