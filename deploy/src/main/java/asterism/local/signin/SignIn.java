package asterism.local.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The issuer of the local house: named demo people, one password, tokens that carry identity alone. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({ // named one by one: the class path is shared with two services and must not decide
    TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class, SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class})
@Import({SignInDoors.class, LoginPage.class})
public class SignIn {

    /** Whom access tokens are for. */
    public static final String AUDIENCE = "asterism";
    /** What the one password of all demo people is; it opens nothing that is not on 127.0.0.1 with made-up data. */
    public static final String DEMO_PASSWORD = "asterism";

    /**
     * What sign-in needs to know.
     *
     * @param issuer its own address; must be on this machine
     * @param pages  where the pages are, to which it sends people back
     * @param keys   what it keeps over a restart
     * @param people who can sign in
     */
    public record Setup(URI issuer, URI pages, SignInKeys keys, List<Person> people) {
    }

    /**
     * The application, not yet running.
     *
     * @param databaseUrl of the database that the demo people would work on
     * @throws IllegalArgumentException when the issuer or the database is not on this machine: demo people stay at home
     */
    public static SpringApplicationBuilder application(Setup setup, String databaseUrl) {
        demandThisMachine(setup.issuer().getHost(), "sign-in");
        demandThisMachine(URI.create(databaseUrl.replaceFirst("^jdbc:", "")).getHost(), "the database");
        return new SpringApplicationBuilder(SignIn.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> context.getBeanFactory().registerSingleton("setup", setup))
                .properties(Map.of(
                        "spring.config.name", "sign-in",
                        "spring.application.name", "sign-in",
                        "spring.web.resources.static-locations", "classpath:/sign-in/static/", // /static is the pages' own
                        "spring.thymeleaf.prefix", "classpath:/sign-in/",
                        "server.address", setup.issuer().getHost(),
                        "server.port", setup.issuer().getPort(),
                        "server.servlet.session.cookie.name", "ASTERISM_SIGN_IN"));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Setup setup) {
        return AuthorizationServerSettings.builder().issuer(setup.issuer().toString()).build();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(Setup setup) {
        return setup.keys().asSource();
    }

    /** For the door at which the pages ask who someone is. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    InMemoryUserDetailsManager demoPeople(Setup setup, PasswordEncoder encoder) {
        String password = encoder.encode(DEMO_PASSWORD);
        return new InMemoryUserDetailsManager(setup.people().stream()
                .map(person -> User.withUsername(person.id()).password(password).build()).toList());
    }

    /** Access tokens are for the two APIs; the token about the person also says the name, for the corner of a page. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> identityAlone(Setup setup) {
        Map<String, Person> people = setup.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return context -> {
            if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
                context.getClaims().audience(List.of(AUDIENCE));
            } else {
                Optional.ofNullable(context.<Authentication>getPrincipal()).map(Authentication::getName).map(people::get)
                        .ifPresent(person -> context.getClaims().claim("name", person.nameZh() + " " + person.nameEn()));
            }
        };
    }

    private static void demandThisMachine(String host, String what) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The host of " + what + " is unknown: " + host, e);
        }
        throw new IllegalArgumentException("Demo people sign in on this machine only, and " + what + " is on " + host + ".");
    }
}
