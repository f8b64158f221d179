package asterism.cli.bench;

import asterism.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * A durable PostgreSQL of its own in a folder of its own, with the services that lines need; all gone afterwards.
 *
 * @param cpu of this JVM and that server
 */
record Ground(Path folder, EmbeddedPostgres server, Cpu cpu, Services services) implements AutoCloseable {

    static {
        System.setProperty("asterism.log.level", "ERROR");
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE); // or each context would set logging up anew beside Kafka
    }

    /**
     * @param parent where the folder is made, on the disk to be measured; none for the system's temporary folder
     * @param small  whether lines prepare only a twentieth of what they work on
     */
    static Ground in(@Nullable Path parent, boolean small) throws IOException {
        var name = "asterism-bench-";
        var folder = parent == null ? Files.createTempDirectory(name) : Files.createTempDirectory(Files.createDirectories(parent), name);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x")); // PostgreSQL may run as another user
        }
        var server = EmbeddedPostgres.start(folder, 0);
        var pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).getFirst().strip();
        return new Ground(folder, server, new Cpu(Long.parseLong(pid)), new Services(folder, small));
    }

    @Override
    public void close() throws IOException {
        services.close();
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
