package asterism.query;

import asterism.journal.Framed;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for what is outside: the command-service's feed and keys over a story, and the issuer's key set. */
public final class TestCommands implements AutoCloseable {
    public static final String SERVICE_TOKEN = "a-token-of-the-house";
    private static final String ROOT = "A".repeat(43) + "=";
    /** A note as it comes from the command-service; its signature is nobody's here. */
    public static final String CHECKPOINT = "asterism.example/journal\n7\n" + ROOT + "\n\n— asterism.example/journal AAAA\n";
    private final Story story;
    private final HttpServer server;
    private final RSAKey key;
    private final AtomicInteger feeds = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();
    private volatile String standing = "";
    private volatile String mail = "";
    private volatile boolean silent;
    private volatile Scripted answered = new Scripted(503, "");
    private volatile String asked = "";
    private volatile String bearer = "";
    private volatile long shown = Long.MAX_VALUE;
    private volatile Hold hold = new Hold(Long.MAX_VALUE, new CountDownLatch(0));
    private volatile byte[] planted = new byte[0];
    private final List<Long> read = new CopyOnWriteArrayList<>();

    /** Whoever reads from the beginning waits behind that position. */
    private record Hold(long behind, CountDownLatch until) {
    }

    public TestCommands(Story story) {
        this.story = story;
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException("the stand-in does not start", e);
        }
        server.createContext("/api/v1/journal", this::feed);
        server.createContext("/checkpoint", exchange -> answer(exchange, silent ? 500 : 200, CHECKPOINT));
        server.createContext("/internal/keys/", this::keys);
        server.createContext("/api/v1/applications/", this::command);
        server.createContext("/api/v1/appeals", this::command);
        server.createContext("/api/v1/operations", exchange -> answer(exchange, standing.isEmpty() ? 503 : 200, standing));
        server.createContext("/api/v1/reactions/parked/retry", this::command);
        server.createContext("/api/v1/pack", this::command);
        server.createContext("/api/v1/letters", exchange -> {
            bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, mail.isEmpty() ? 503 : 200, mail);
        });
        server.createContext("/api/v1/letters/seen", this::command);
        server.createContext("/", exchange -> {
            others.incrementAndGet();
            answer(exchange, 404, "");
        });
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From here on the feed answers 503, or answers again. */
    public void silent(boolean now) {
        silent = now;
    }

    /** From here on it says so of itself; it says nothing where that is empty. */
    public void stands(String json) {
        standing = json;
    }

    /** From here on whoever asks has these letters; nobody answers where that is empty. */
    public void letters(String json) {
        mail = json;
    }

    /** From here on the feed ends at that position. */
    public void showUpTo(long position) {
        shown = position;
    }

    /** From here on, whoever reads the journal from its beginning waits behind that position, until released. */
    public void holdBehind(long position) {
        hold = new Hold(position, new CountDownLatch(1));
    }

    /** Nobody waits any more. */
    public void release() {
        Hold before = hold;
        hold = new Hold(Long.MAX_VALUE, new CountDownLatch(0));
        before.until().countDown();
    }

    /** From here on the feed says that its root is this one; the true one where it has no bytes. */
    public void claimRoot(byte[] root) {
        planted = root;
    }

    /** After which positions the feed was asked for more. */
    public List<Long> read() {
        return List.copyOf(read);
    }

    /** How often the feed was asked and answered. */
    public int feeds() {
        return feeds.get();
    }

    /** How often something was asked of it that it knows nothing of, such as a command. */
    public int others() {
        return others.get();
    }

    /** A token of that person, as the issuer would sign it. */
    public String tokenOf(String person, String audience) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), new JWTClaimsSet.Builder()
                    .subject(person).issuer("http://127.0.0.1:9000").audience(audience)
                    .expirationTime(Date.from(Instant.now().plusSeconds(600))).build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void feed(HttpExchange exchange) throws IOException {
        if (silent || !signedIn(exchange)) {
            answer(exchange, silent ? 503 : 401, "");
            return;
        }
        long after = Long.parseLong(exchange.getRequestURI().getQuery().replace("after=", ""));
        read.add(after);
        List<Recorded> facts = story.facts().stream().filter(fact -> fact.position() <= shown).toList();
        exchange.sendResponseHeaders(200, 0);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(exchange.getResponseBody()))) {
            Frontier frontier = new Frontier();
            for (Recorded fact : facts) {
                frontier.add(Leaf.hash(fact));
                if (fact.position() > after) {
                    wait(fact.position(), after, out);
                    Framed.write(fact, out);
                }
            }
            Framed.end(facts.size(), planted.length == 0 ? frontier.root() : planted, out);
        }
        feeds.incrementAndGet();
    }

    /** From here on every command gets that answer; none where the status is 0. */
    public void answer(int status, String json) {
        answered = new Scripted(status, json);
    }

    /** The command asked last: method, path, idempotency key, version and body. */
    public String asked() {
        return asked;
    }

    /** With what whoever asked for letters last came. */
    public String bearer() {
        return bearer;
    }

    private record Scripted(int status, String json) {
    }

    private void command(HttpExchange exchange) throws IOException {
        asked = "%s %s %s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"), exchange.getRequestHeaders().getFirst("If-Match"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (answered.status() == 0) {
            exchange.close();
            return;
        }
        answer(exchange, answered.status(), answered.json());
    }

    private void wait(long position, long after, DataOutputStream out) throws IOException {
        Hold now = hold;
        if (after == 0 && position > now.behind()) {
            out.flush();
            try {
                now.until().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/internal/keys/".length());
        Optional<byte[]> found = signedIn(exchange) ? story.key(name) : Optional.empty();
        answer(exchange, found.isPresent() ? 200 : 404, found.orElse(new byte[0]));
    }

    private static boolean signedIn(HttpExchange exchange) {
        return ("Bearer " + SERVICE_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) {
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
