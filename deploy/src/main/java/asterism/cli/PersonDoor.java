package asterism.cli;

import asterism.client.Client;
import asterism.local.signin.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who asks a house: somebody of a local one, or whoever an access token says. */
final class PersonDoor {
    @Option(names = "--as", paramLabel = "PERSON", description = "who asks, of a local house")
    private @Nullable String person;

    @Option(names = "--token-file", paramLabel = "FILE",
            description = "of a house elsewhere: holds the access token of somebody who may ask, who then needs no --as")
    private @Nullable Path token;

    @Option(names = "--sign-in", paramLabel = "URL", defaultValue = "http://127.0.0.1:9000",
            description = "where its sign-in is (default: ${DEFAULT-VALUE})")
    private String signIn = "";

    /** @param somebody who asks where nobody is named */
    Client at(String url, String somebody) throws IOException {
        if (token != null) {
            String held = Files.readString(token).strip();
            return new Client(url, () -> held);
        }
        try (SignedIn who = new SignedIn(signIn, person == null ? somebody : person)) {
            return who.at(url);
        }
    }
}
