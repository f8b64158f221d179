package asterism.query.web;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may see which page, and how people sign in: authorization code with PKCE at the issuer registered as {@code house}. Where no
 * issuer is configured the public pages still work and nobody can sign in. Stands behind all other filter chains.
 */
@Configuration(proxyBeanMethods = false)
class PagesSecurity {
    private static final String OWN = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    static final String HOUSE = "house";
    static final String SIGN_IN = "/oauth2/authorization/" + HOUSE;
    static final String SIGN_IN_FAILED = "/sign-in-failed";
    static final String SIGN_OUT = "/sign-out";

    /** Pages that others may show in a frame: open numbers, and only where whoever keeps the house names who may. */
    @Bean
    @Order(2)
    SecurityFilterChain embedded(HttpSecurity http, @Value("${asterism.embed.frame-ancestors:'none'}") String ancestors) throws Exception {
        return http.securityMatcher("/embed/**")
                .authorizeHttpRequests(may -> may.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(OWN + "; base-uri 'none'; frame-ancestors " + ancestors))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.disable()))
                .build();
    }

    @Bean
    @Order
    SecurityFilterChain pages(HttpSecurity http, ObjectProvider<ClientRegistrationRepository> issuers, Sessions sessions,
            @Value("${asterism.sign-in.sessions}") int mostSessions) {
        ClientRegistrationRepository issuer = issuers.getIfAvailable();
        http.authorizeHttpRequests(may -> may
                .requestMatchers("/api/**", "/actuator/**").denyAll()
                .requestMatchers("/do/RaiseObjection/**").permitAll()
                .requestMatchers("/worklist/**", "/cases/**", "/do/**", "/appeals/**", "/rounds/**", "/history/**", "/operations/**",
                        "/what-if/**")
                .authenticated()
                .anyRequest().permitAll());
        http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy(issuer)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.deny()));
        return issuer == null ? http.build() : withSignIn(http, issuer).sessionManagement(session -> session
                .maximumSessions(mostSessions).sessionRegistry(sessions).expiredUrl("/")).build(); // whose oldest ends for the newest
    }

    private static HttpSecurity withSignIn(HttpSecurity http, ClientRegistrationRepository issuer) {
        OidcClientInitiatedLogoutSuccessHandler signedOut = new OidcClientInitiatedLogoutSuccessHandler(issuer);
        signedOut.setPostLogoutRedirectUri("{baseUrl}/");
        return http
                .oauth2Login(login -> login
                        .loginPage(SIGN_IN)
                        .defaultSuccessUrl("/worklist")
                        .failureUrl(SIGN_IN_FAILED)
                        .authorizationEndpoint(end -> end.authorizationRequestResolver(withPkce(issuer))))
                .oauth2Client(Customizer.withDefaults())
                .logout(out -> out.logoutUrl(SIGN_OUT).logoutSuccessHandler(signedOut));
    }

    private static OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository issuer) {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(issuer, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** Scripts, styles and data from here only, nothing inline. Signing out redirects a form to the issuer, which must be allowed. */
    private static String contentPolicy(@Nullable ClientRegistrationRepository issuer) {
        String forms = Optional.ofNullable(issuer).map(found -> found.findByRegistrationId(HOUSE))
                .flatMap(PagesSecurity::endSession).map(end -> " " + end.getScheme() + "://" + end.getAuthority()).orElse("");
        return OWN + "; form-action 'self'" + forms + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static Optional<URI> endSession(ClientRegistration house) {
        return Optional.ofNullable(house.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(address -> URI.create(address.toString()));
    }
}
