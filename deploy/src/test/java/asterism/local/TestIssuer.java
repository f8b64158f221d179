package asterism.local;

import asterism.local.signin.SignInKeys;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Any issuer will do that publishes its keys; and what a command-service needs to know that trusts this one. */
public final class TestIssuer implements AutoCloseable {
    private final Path folder;
    private final SignInKeys keys;
    private final HttpServer server;

    /** @param folder where the keys are kept */
    public TestIssuer(Path folder) throws IOException {
        this.folder = folder;
        keys = SignInKeys.in(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] set = new JWKSet(keys.key().toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
    }

    SignInKeys keys() {
        return keys;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A good token of that person, for an hour. */
    public String token(String person) {
        return keys.tokenFor(person, address(), Clock.systemUTC());
    }

    /** Arguments of a command-service on the class path of both services, whose administrator is root. */
    public List<String> settings() {
        return List.of("--asterism.sign-in.issuer=" + address(), "--asterism.service-token=" + keys.serviceToken(),
                "--asterism.keyring.file=" + folder.resolve("keyring"), "--asterism.log.key=" + folder.resolve("log.key"),
                "--asterism.administrator=root", "--asterism.journal.may-hold-unknown=true", "--server.address=127.0.0.1",
                "--" + OwnAutoConfigurations.FOREIGN + "=" + String.join(",", OwnAutoConfigurations.TO_COMMANDS));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
