package asterism.cli;

import asterism.command.wiring.keys.KeyFile;
import asterism.journal.SignedNote;
import asterism.journal.SigningKey;
import asterism.local.CannotRun;
import asterism.verify.Verify;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code asterism witness}: cosigns a house's checkpoint where it grew out of the one that was cosigned before. Run it every so often. */
@Command(name = "witness", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Looks at a house's log, holds it against what it saw before, and cosigns what only grew.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:cosigned, or nothing is new", "1:something differs, or the house does not take it", "2:wrong use"})
final class WitnessCommand implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL", required = true, description = "of the command-service")
    private String url = "";

    @Option(names = "--log-key", paramLabel = "KEY", required = true, description = "the log's key, had by another way")
    private String logKey = "";

    @Option(names = "--key", paramLabel = "FILE", defaultValue = "witness.key",
            description = "of this witness, made at first; what it cosigned last stands beside it (default: ${DEFAULT-VALUE})")
    private Path key = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "witness.example",
            description = "under which the key is made (default: ${DEFAULT-VALUE})")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SigningKey witness = SigningKey.parse(KeyFile.readOrMake(key, () -> SigningKey.ofWitness(name).secretText()));
        Path file = key.resolveSibling(key.getFileName() + ".seen");
        Optional<String> seen = Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        Verify verify = new Verify(Optional.of(logKey), seen);
        Optional<String> now = look(verify);
        if (!verify.report(out) || now.isEmpty()) {
            return 1;
        }
        SignedNote note = SignedNote.parse(now.get());
        KeyFile.replace(file, note.encoded()); // before it is signed: nobody gets two signatures over two histories
        send(note.and(witness.cosign(note, Instant.now().getEpochSecond())));
        out.println("cosigned by " + witness.verifier());
        return 0;
    }

    private Optional<String> look(Verify verify) {
        try {
            return verify.house(url);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
    }

    private void send(SignedNote note) {
        URI door = URI.create(url.replaceAll("/+$", "") + "/api/v1/proofs/cosigned");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(door)
                    .header("Content-Type", "text/plain;charset=UTF-8").POST(HttpRequest.BodyPublishers.ofString(note.encoded())).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CannotRun("The house does not take it (" + answer.statusCode() + "): " + answer.body());
            }
        } catch (IOException e) {
            throw new CannotRun("No house answers at " + url + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while waiting for the house.", e);
        }
    }
}
