package asterism.local.signin;

import asterism.client.Client;
import asterism.local.CannotRun;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone of a local house who has signed in from a terminal: authorization code with PKCE, by the buttons of the sign-in page. */
public final class SignedIn implements AutoCloseable {
    private static final String BACK = "http://127.0.0.1:1/signed-in";

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String token;
    private final String idToken;

    /** @throws CannotRun where no house answers there, or it knows no such person */
    public SignedIn(String issuer, String person) {
        String verifier = (UUID.randomUUID() + "-" + UUID.randomUUID());
        HttpResponse<String> asked = send(HttpRequest.newBuilder(URI.create(issuer + "/oauth2/authorize?" + form(Map.of(
                "response_type", "code", "client_id", "asterism-cli", "scope", "openid profile", "redirect_uri", BACK,
                "code_challenge", challenge(verifier), "code_challenge_method", "S256")))).header("Accept", "text/html"));
        String page = send(HttpRequest.newBuilder(whereTo(asked)).header("Accept", "text/html")).body();
        HttpResponse<String> knownNow = send(posting(issuer + "/login", Map.of("username", person, "password", hidden(page, "password"),
                "_csrf", hidden(page, "_csrf"))));
        HttpResponse<String> back = send(HttpRequest.newBuilder(whereTo(knownNow)).header("Accept", "text/html"));
        String code = found("[?&]code=([^&]+)", back.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> tokens = send(posting(issuer + "/oauth2/token", Map.of("grant_type", "authorization_code", "code", code,
                "redirect_uri", BACK, "client_id", "asterism-cli", "code_verifier", verifier)));
        JsonNode answer = JsonMapper.shared().readTree(tokens.body());
        token = answer.get("access_token").asString();
        idToken = answer.get("id_token").asString();
    }

    /** What the access token says. */
    public Map<?, ?> claims() {
        return JsonMapper.shared().readValue(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), Map.class);
    }

    /** Asks a service as this person. */
    public Client at(String url) {
        return new Client(url, () -> token);
    }

    public HttpResponse<String> get(String address) {
        return get(address, token);
    }

    /** Knocks with the token that is about the person and meant for the terminal, not for the APIs. */
    public HttpResponse<String> getWithIdToken(String address) {
        return get(address, idToken);
    }

    private HttpResponse<String> get(String address, String bearer) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + bearer));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotRun("No house answers at " + request.build().uri().getAuthority() + ": is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder posting(String address, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html, application/json").POST(BodyPublishers.ofString(form(fields)));
    }

    private static URI whereTo(HttpResponse<String> redirect) {
        return redirect.request().uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
    }

    private static String hidden(String page, String field) {
        return found("name=\"" + field + "\" value=\"([^\"]+)\"", page);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new CannotRun("Sign-in did not answer as expected; is that a local house, and such a person in it?");
        }
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
