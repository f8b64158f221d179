package asterism.command.wiring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that stands on a small disk of its own, in memory, where this process may mount one; else it is a folder like any other. */
final class TightDisk implements AutoCloseable {
    private final Path folder;
    private final boolean mounted;

    TightDisk(Path folder, int megabytes) throws IOException {
        this.folder = folder;
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=755", "tight", folder.toString());
    }

    boolean isMounted() {
        return mounted;
    }

    /** Takes all that is left, to the last page. */
    void fill() throws IOException {
        for (int piece = 1 << 20; piece >= 1 << 12; piece >>= 4) {
            try (OutputStream ballast = Files.newOutputStream(folder.resolve("ballast" + piece))) {
                while (true) {
                    ballast.write(new byte[piece]);
                }
            } catch (IOException full) {
                // that was the last one of this size
            }
        }
    }

    /** Gives it back. */
    void free() throws IOException {
        for (int piece = 1 << 20; piece >= 1 << 12; piece >>= 4) {
            Files.deleteIfExists(folder.resolve("ballast" + piece));
        }
    }

    @Override
    public void close() throws IOException {
        if (mounted && !run("umount", "-l", folder.toString())) {
            throw new IOException("still mounted: " + folder);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
