package asterism.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs: it refuses to run as root, so root has to step back for it.
 *
 * @param prefix what to put before a command line, so that it runs as this user
 * @param owner  the id of the user to whom the files must belong; negative: whoever made them
 */
record PostgresUser(List<String> prefix, int owner) {

    /** The user at the keyboard; the usual case. */
    static final PostgresUser OURSELVES = new PostgresUser(List.of(), -1);
    /** Root, seen as nobody from inside a user namespace. */
    static final PostgresUser ROOT_IN_A_NAMESPACE = new PostgresUser(List.of("unshare", "-U", "--"), 0);
    /** For root in a container that forbids namespaces. */
    static final PostgresUser NOBODY =
            new PostgresUser(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), 65534);

    /** The user that fits this process on this machine. */
    static PostgresUser fitting() {
        if (!weAreRoot()) {
            return OURSELVES;
        }
        return ROOT_IN_A_NAMESPACE.works() ? ROOT_IN_A_NAMESPACE : NOBODY;
    }

    /** The command line that runs this program as this user. */
    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Hands a file or folder over to this user, who must be able to reach it, too. */
    void own(Path folder) throws IOException {
        if (owner < 0) {
            return;
        }
        if (!Integer.valueOf(owner).equals(Files.getAttribute(folder, "unix:uid"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.setAttribute(file, "unix:uid", owner);
                }
            }
        }
        if (!succeeds(command(Path.of("test"), List.of("-w", folder.toString())))) {
            throw new ServerFailure("PostgreSQL cannot run as root, and the user it would run as cannot reach " + folder
                    + ": start the house as an ordinary user, or give it a data folder that every user may enter.");
        }
    }

    private boolean works() {
        return succeeds(command(Path.of("true"), List.of()));
    }

    private static boolean weAreRoot() {
        try {
            return Files.getFileStore(Path.of("/")).supportsFileAttributeView("unix")
                    && Files.exists(Path.of("/proc/self"))
                    && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
