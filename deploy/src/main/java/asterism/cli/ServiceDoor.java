package asterism.cli;

import asterism.client.Client;
import asterism.local.CannotRun;
import asterism.local.RunningHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which house, and its services' own token. */
final class ServiceDoor {
    @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080",
            description = "of the query-service (default: ${DEFAULT-VALUE})")
    private String url = "";

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
            description = "a local house's folder, which holds its token (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--token-file", paramLabel = "FILE", description = "holds asterism.service-token of any other house")
    private @Nullable Path token;

    Client open() {
        return at(url, data, token);
    }

    /**
     * @param data  a local house's folder, which holds its token
     * @param token a file that holds one, in the place of the house's; none where the house's is meant
     * @throws CannotRun where there is no token
     */
    static Client at(String url, Path data, @Nullable Path token) {
        Path file = token == null ? RunningHouse.tokenFile(data) : token;
        try {
            String held = Files.readString(file).strip();
            return new Client(url, () -> held);
        } catch (NoSuchFileException e) {
            throw new CannotRun("There is no token in " + file + ": name the house's folder with --data, or a file with --token-file.", e);
        } catch (IOException e) {
            throw new CannotRun("The token in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
