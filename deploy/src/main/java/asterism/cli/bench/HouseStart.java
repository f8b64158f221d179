package asterism.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code asterism run} on a folder that it ran on before, in a process of its own, until it says that it is ready. */
final class HouseStart implements Work {
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Tally done;
    private @Nullable Process house;

    private HouseStart(Path folder) {
        this.folder = folder;
        this.done = new Tally(folder.resolveSibling("starts"));
    }

    static HouseStart open(Services services) {
        return new HouseStart(services.folder().resolve("started"));
    }

    @Override
    public int once() throws IOException {
        var quiet = List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
        var started = new ProcessBuilder(Itself.command(quiet, "run", "--empty", "--data", folder.toString(),
                "--pages-port", "0", "--commands-port", "0", "--sign-in-port", "0"))
                .redirectErrorStream(true).start();
        house = started;
        var said = new StringBuilder();
        var lines = started.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Ctrl-C")) {
                done.add(1);
                return 1;
            }
        }
        throw new BenchFailure("the house did not start: " + said);
    }

    /** Stops the one before first. */
    @Override
    public boolean more() {
        try {
            close();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public long stored() throws IOException {
        return done.sum();
    }

    @Override
    public void close() {
        var running = house;
        house = null;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
