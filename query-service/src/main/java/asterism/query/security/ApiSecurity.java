package asterism.query.security;

import asterism.query.listing.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Published results are open; work and the course of a case are for people who are signed in. The API only ever reads, and keeps
 * projections; the house's own token opens that alone. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Lists lists, HouseToken house) throws Exception {
        return http
                .securityMatcher("/api/**", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .csrf(AbstractHttpConfigurer::disable) // no cookies here: a bearer token never comes by itself
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.jwt(_ -> { }).bearerTokenResolver(house::otherToken)
                        .authenticationEntryPoint((_, response, _) -> refuse(response, HttpStatus.UNAUTHORIZED, "sign-in.required")))
                .addFilterBefore(house, BearerTokenAuthenticationFilter.class)
                .exceptionHandling(problems -> problems
                        .authenticationEntryPoint((_, response, _) -> refuse(response, HttpStatus.UNAUTHORIZED, "sign-in.required"))
                        .accessDeniedHandler((_, response, _) -> refuse(response, HttpStatus.FORBIDDEN, "policy.denied")))
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                        .requestMatchers("/actuator/prometheus").access(ApiSecurity::house)
                        .requestMatchers(HttpMethod.GET, "/api/v1/ratings", "/api/v1/bodies", "/api/v1/branches/*/rating",
                                "/api/v1/branches/*/history", "/api/v1/branches/*/why", "/api/v1/branches/*/why-changed",
                                "/api/v1/branches/*/lineage", "/api/v1/dashboard/**",
                                "/api/v1/notices", "/api/v1/certificates/*", "/v3/api-docs", "/v3/api-docs.yaml").permitAll()
                        .requestMatchers(HttpMethod.GET, lists.openPaths()).permitAll()
                        .requestMatchers("/api/v1/projections", "/api/v1/projections/**").authenticated()
                        .requestMatchers(HttpMethod.GET, "/api/v1/**").access(ApiSecurity::person)
                        .requestMatchers(HttpMethod.POST, "/api/v1/what-if").access(ApiSecurity::person)
                        .requestMatchers(HttpMethod.DELETE, "/api/v1/what-if/*").access(ApiSecurity::person)
                        .anyRequest().denyAll())
                .build();
    }

    /** The keys come from the issuer's own set; a token counts only if it is signed by one of them, in time, and meant for us. */
    @Bean
    JwtDecoder queryJwtDecoder(@Value("${asterism.sign-in.issuer}") String issuer,
                               @Value("${asterism.sign-in.key-set:${asterism.sign-in.issuer}/oauth2/jwks}") String keySet,
                               @Value("${asterism.sign-in.audience}") String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keySet).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD, meant -> meant != null && meant.contains(audience))));
        return decoder;
    }

    /** Signed in as somebody: the house's own token is nobody. */
    private static AuthorizationResult person(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        return new AuthorizationDecision(who.get() instanceof JwtAuthenticationToken);
    }

    private static AuthorizationResult house(Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        Authentication known = who.get();
        return new AuthorizationDecision(known != null && HouseToken.holds(known));
    }

    static void refuse(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write("{\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), code).getBytes(StandardCharsets.UTF_8));
    }
}
