package asterism.command.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** An issuer of tokens that serves its keys, as the real one does. */
public final class SignIn {
    private static final RSAKey KEY = key("house");
    private static final RSAKey FORGER = key("house");
    private static final HttpServer SERVER = serve();
    private static final Cache<String, String> GOOD = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();

    private SignIn() {
    }

    public static String issuer() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    /** A good token of that person: the same for some minutes, as signing takes longer than most answers. */
    public static String token(String person) {
        return GOOD.get(person, who -> token(who, KEY, claims -> claims));
    }

    public static String forged(String person) {
        return token(person, FORGER, claims -> claims);
    }

    /** A well-signed token that says something else than it should. */
    public static String odd(String person, UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(person, KEY, change);
    }

    private static String token(String person, RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            Instant now = Instant.now();
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                    change.apply(new JWTClaimsSet.Builder().issuer(issuer()).audience("asterism").subject(person)
                            .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(600)))).build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
