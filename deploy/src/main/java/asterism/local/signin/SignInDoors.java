package asterism.local.signin;

import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Who may ask for tokens, and what stands open before anyone has signed in. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInDoors {

    static final String LOGIN = "/login";
    static final String STYLE = "/sign-in.css";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http, SignIn.Setup setup) {
        String policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + setup.pages(); // browsers hold the form to this even where it is sent on
        http.authorizeHttpRequests(requests -> requests.requestMatchers(STYLE, "/error").permitAll().anyRequest().authenticated());
        http.formLogin(form -> form.loginPage(LOGIN).permitAll());
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)));
        return http.build();
    }

    @Bean
    InMemoryRegisteredClientRepository clients(SignIn.Setup setup, PasswordEncoder encoder) {
        RegisteredClient pages = client("asterism-pages")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSecret(encoder.encode(setup.keys().clientSecret()))
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(setup.pages() + "/login/oauth2/code/house")
                .postLogoutRedirectUri(setup.pages() + "/")
                .build();
        RegisteredClient cli = client("asterism-cli")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUri("http://127.0.0.1/signed-in") // on 127.0.0.1 any port will do (RFC 8252)
                .build();
        return new InMemoryRegisteredClientRepository(pages, cli);
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString())
                .clientId(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope("openid").scope("profile")
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(30))
                        .refreshTokenTimeToLive(Duration.ofHours(12)).reuseRefreshTokens(false).build());
    }
}
