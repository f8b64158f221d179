package asterism.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once from the archive on the class path.
 *
 * <p>The archives are those of the zonky project. Its Java wrapper is left aside: it starts the server with {@code -F}
 * (no fsync), cannot run it as another user where a container forbids {@code unshare}, and hides the server's process.
 */
final class PostgresBinaries {

    /** The version that the build puts on the class path; a test compares it with what the server says. */
    static final String VERSION = "18.6";

    private PostgresBinaries() {
    }

    /**
     * Unpacks the programs below a folder unless they are there already.
     *
     * @param folder where to keep them, in a subfolder named by version and platform
     * @return the folder that holds {@code bin}, {@code lib} and {@code share}
     */
    static Path in(Path folder) throws IOException {
        String archive = archive();
        Path home = folder.resolve(archive.replace(".txz", "-" + VERSION));
        Files.createDirectories(folder);
        Path half = Files.createTempDirectory(folder, "unpacking-");
        UserPrincipal we = Files.getOwner(half);
        if (Files.isDirectory(home)) {
            Files.delete(half);
        } else {
            unpack(archive, half);
            publish(half, home);
        }
        if (!Files.getOwner(home).equals(we)) {
            throw new ServerFailure(home + " belongs to somebody else, whose programs we do not run: delete it.");
        }
        return home;
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new ServerFailure("This build carries no PostgreSQL for this machine (" + archive
                        + "): build Asterism on the machine that runs it.");
            }
            unpack(packed, target);
        }
    }

    private static void publish(Path half, Path home) throws IOException {
        Folders.letOthersEnter(half);
        try {
            Files.move(half, home);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.delete(half); // someone else was faster
        }
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, entry.resolveIn(target));
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(Path.of(String.valueOf(file.getParent())));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
                throw new IOException("cannot make " + file + " executable");
            }
        }
    }
}
