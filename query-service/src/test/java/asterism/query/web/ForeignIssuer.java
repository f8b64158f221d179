package asterism.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID Connect issuer that is not ours, with addresses of its own: whoever comes is that person already. It holds its clients to PKCE
 * and to their secret, and its access tokens are old as soon as they are given out.
 */
final class ForeignIssuer implements AutoCloseable {
    private static final String CLIENT = "pages-of-a-county";
    private static final String SECRET = "a-secret-of-the-pages";
    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshing = new ConcurrentHashMap<>();
    private final AtomicInteger given = new AtomicInteger();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private volatile String person = "nobody";

    ForeignIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("foreign").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/realms/county/.well-known/openid-configuration", exchange -> answer(exchange, 200, Map.of("issuer", url(),
                "authorization_endpoint", url() + "/in", "token_endpoint", url() + "/tokens", "jwks_uri", url() + "/keys",
                "end_session_endpoint", url() + "/out", "subject_types_supported", List.of("public"), "response_types_supported",
                List.of("code"), "id_token_signing_alg_values_supported", List.of("RS256"))));
        server.createContext("/realms/county/in", this::in);
        server.createContext("/realms/county/tokens", this::tokens);
        server.createContext("/realms/county/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/realms/county/out", exchange -> {
            ended.add(exchange.getRequestURI().getQuery());
            sendTo(exchange, form(exchange.getRequestURI().getRawQuery()).getOrDefault("post_logout_redirect_uri", ""));
        });
        server.start();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/county";
    }

    /** What a query-service is told that trusts it. */
    String[] settings() {
        String registration = "--spring.security.oauth2.client.registration.house.";
        return new String[] {registration + "client-id=" + CLIENT, registration + "client-secret=" + SECRET,
            registration + "scope=openid,profile", registration + "authorization-grant-type=authorization_code",
            registration + "redirect-uri={baseUrl}/login/oauth2/code/house",
            "--spring.security.oauth2.client.provider.house.issuer-uri=" + url()};
    }

    String secret() {
        return SECRET;
    }

    /** From here on whoever comes is that person. */
    void knows(String who) {
        person = who;
    }

    /** From here on nobody gets another token without signing in. */
    void revoke() {
        refreshing.clear();
    }

    /** How many access tokens were given out. */
    int given() {
        return given.get();
    }

    /** With what it was asked to end a session, each time. */
    List<String> ended() {
        return ended;
    }

    private void in(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, asked);
        sendTo(exchange, asked.getOrDefault("redirect_uri", "") + "?code=" + code + "&state="
                + asked.getOrDefault("state", "").replace("=", "%3D"));
    }

    private void tokens(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        boolean known = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Map<String, String> begun = codes.remove(asked.getOrDefault("code", ""));
        String nonce = begun == null ? "" : begun.getOrDefault("nonce", "");
        boolean begunHere = begun != null && challenge(asked.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"));
        String who = begunHere ? person : refreshing.remove(asked.getOrDefault("refresh_token", ""));
        if (!known || who == null) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String next = "refresh-" + given.incrementAndGet();
        refreshing.put(next, who);
        answer(exchange, 200, Map.of("token_type", "Bearer", "expires_in", 1, "access_token", signed(who, "asterism", ""),
                "refresh_token", next, "scope", "openid profile", "id_token", signed(who, CLIENT, nonce)));
    }

    private String signed(String who, String audience, String nonce) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("foreign").build(), new JWTClaimsSet.Builder()
                    .subject(who).issuer(url()).audience(audience).claim("nonce", nonce).jwtID("" + given.get())
                    .issueTime(Date.from(Instant.now())).expirationTime(Date.from(Instant.now().plusSeconds(600))).build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&", -1)).map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private static void sendTo(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().add("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(json);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
