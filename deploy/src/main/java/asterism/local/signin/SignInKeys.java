package asterism.local.signin;

import asterism.command.wiring.keys.KeyFile;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * What must be kept over a restart: the key that signs tokens, so that those given out stay good, the secret that the pages prove
 * themselves with, and the token that the services share.
 *
 * @param key          signs tokens
 * @param clientSecret of the client {@code asterism-pages}
 * @param serviceToken shared by the services of the house
 */
public record SignInKeys(RSAKey key, String clientSecret, String serviceToken) {

    private static final Duration LIFETIME = Duration.ofHours(1);

    /**
     * Reads the keys kept in this folder, making them first where they are missing.
     *
     * @throws IOException when the folder cannot be read or written, or holds something else
     */
    public static SignInKeys in(Path folder) throws IOException {
        Path key = folder.resolve("sign-in.jwk");
        Path secret = folder.resolve("asterism-pages.secret");
        Path token = folder.resolve("service.token");
        try {
            return new SignInKeys(JWK.parse(KeyFile.readOrMake(key, SignInKeys::signing)).toRSAKey(),
                    KeyFile.readOrMake(secret, SignInKeys::random), KeyFile.readOrMake(token, SignInKeys::random));
        } catch (ParseException e) {
            throw new IOException(key + " holds no key: " + e.getMessage(), e);
        }
    }

    /** An access token for this person, as signing in would give it. */
    public String tokenFor(String person, String issuer, Clock clock) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder().issuer(issuer).subject(person).audience(List.of(SignIn.AUDIENCE))
                .issuedAt(now).notBefore(now).expiresAt(now.plus(LIFETIME)).claim("scope", List.of("openid", "profile")).build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).keyId(key.getKeyID()).build();
        return new NimbusJwtEncoder(asSource()).encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    JWKSource<SecurityContext> asSource() {
        return new ImmutableJWKSet<>(new JWKSet((JWK) key));
    }

    private static String signing() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    private static String random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
