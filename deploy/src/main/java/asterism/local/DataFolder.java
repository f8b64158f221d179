package asterism.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds a house: {@code postgresql}, {@code kafka}, {@code keys}, {@code logs}, and which world it is.
 * A lock keeps a second house out for as long as this one runs, even if it is killed.
 */
final class DataFolder implements AutoCloseable {

    /** Below this much free space a house does not start. */
    static final long NEEDED_TO_START_BYTES = 512L << 20;
    /** Below this much free space a running house stops in good order, before the disk is full. */
    static final long NEEDED_TO_GO_ON_BYTES = 64L << 20;

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Opens the folder for one house.
     *
     * @param needed bytes that must be free
     * @throws CannotRun when another house uses it, the disk is too full, or it cannot be written
     */
    static DataFolder open(Path folder, long needed) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(home.resolve("house.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new CannotRun("Another house is running on " + home + ": stop it first, or choose another folder with --data.");
            }
            DataFolder opened = new DataFolder(home, channel);
            long free = opened.freeBytes();
            if (free < needed) {
                opened.close();
                throw new CannotRun("Only %d MB are free on the disk of %s, and the house needs %d MB to start: make room, or choose"
                        .formatted(free >> 20, home, needed >> 20) + " another folder with --data.");
            }
            return opened;
        } catch (IOException e) {
            throw new CannotRun("The data folder " + home + " cannot be used: " + e, e);
        }
    }

    /** Free bytes on the folder's disk. */
    long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    Path postgresql() {
        return folder.resolve("postgresql");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path logKey() {
        return keys().resolve("log.key");
    }

    Path path() {
        return folder;
    }

    /**
     * Whether the demo county lives here. The first start decides for good.
     *
     * @throws CannotRun when an empty house is asked for where the demo county lives
     */
    boolean holdsDemoWorld(boolean emptyAsked) {
        Path file = folder.resolve("world");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, emptyAsked ? "empty\n" : "demo\n");
            }
            boolean demo = Files.readString(file).strip().equals("demo");
            if (demo && emptyAsked) {
                throw new CannotRun("The demo county lives in " + folder + ": choose another folder with --data for an empty house.");
            }
            return demo;
        } catch (IOException e) {
            throw new CannotRun("The data folder " + folder + " cannot be used: " + e, e);
        }
    }

    /** Lets the next house in. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException thisVeryProcess) {
            return null;
        }
    }
}
