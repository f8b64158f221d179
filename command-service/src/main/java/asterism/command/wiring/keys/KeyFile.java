package asterism.command.wiring.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** Small files that must be whole and must stay: keys, and what was signed with them. Their owner alone can read them. */
public final class KeyFile {

    private KeyFile() {
    }

    /**
     * What the file holds. Where there is none it is made; of two processes that start together one wins, and both read what it wrote.
     *
     * @throws IOException where the file cannot be read or made
     */
    public static String readOrMake(Path file, Supplier<String> secret) throws IOException {
        if (Files.notExists(file)) {
            Path draft = draft(file, secret.get());
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException _) {
                // another process was first, and its key counts
            } catch (UnsupportedOperationException _) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            settle(folder(file));
        }
        return Files.readString(file);
    }

    /**
     * Puts this in the place of what the file held. Once it returns, a power cut does not bring the former content back.
     *
     * @throws IOException where the file cannot be written; it holds what it held before
     */
    public static void replace(Path file, String content) throws IOException {
        Path draft = draft(file, content);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        settle(folder(file));
    }

    /** Never half a file: written beside, then moved. */
    private static Path draft(Path file, String content) throws IOException {
        Path folder = Files.createDirectories(folder(file));
        Path draft = Files.createTempFile(folder, "." + file.getFileName(), null, ownerOnly(folder));
        Files.writeString(draft, content, StandardOpenOption.SYNC);
        return draft;
    }

    /** The name of a file is kept by its folder, which has to reach the disk too. */
    private static void settle(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return posix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
