package asterism.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the machine may do to a process of a test. */
public final class Signals {

    private Signals() {
    }

    /**
     * Sends a signal, and waits until it is sent.
     *
     * @param name such as TERM, STOP or CONT
     */
    public static void send(String name, Process process) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
