package asterism.command.wiring.http;

import jakarta.servlet.DispatcherType;
import java.util.Collection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** Who may knock at which door. What a person may wish, the policy says; here only whether they are who they say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Pace.Limits.class)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain commandSecurity(HttpSecurity http, ServiceToken service, Overseers overseers, Pace.Limits limits)
            throws Exception {
        return http
                .csrf(AbstractHttpConfigurer::disable) // no cookies here: a bearer token never comes by itself
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(server -> server.jwt(_ -> { }).bearerTokenResolver(service::otherToken)
                        .authenticationEntryPoint((_, response, _) ->
                                Problems.write(response, HttpStatus.UNAUTHORIZED, "sign-in.required")))
                .addFilterBefore(service, BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new Pace(limits), BearerTokenAuthenticationFilter.class)
                .exceptionHandling(problems -> problems
                        .authenticationEntryPoint((_, response, _) -> Problems.write(response, HttpStatus.UNAUTHORIZED, "sign-in.required"))
                        .accessDeniedHandler((_, response, _) -> Problems.write(response, HttpStatus.FORBIDDEN, "policy.denied")))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(EndpointRequest.to(HealthEndpoint.class)).permitAll()
                        .requestMatchers(HttpMethod.GET, "/checkpoint", "/api/v1/proofs/**").permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/proofs/cosigned").permitAll()
                        .requestMatchers("/internal/**").hasAuthority(ServiceToken.AUTHORITY)
                        .requestMatchers("/api/v1/journal/**", "/api/v1/reactions/**", "/api/v1/operations", "/api/v1/pack",
                                "/actuator/**").access(overseers)
                        .requestMatchers(HttpMethod.POST, "/api/v1/applications/*/objections", "/api/v1/applications/*/ballots",
                                "/api/v1/applications/*/comments").permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    /** The keys come from the issuer's own set; a token counts only if it is signed by one of them, in time, and meant for us. */
    @Bean
    JwtDecoder jwtDecoder(@Value("${asterism.sign-in.issuer}") String issuer,
                          @Value("${asterism.sign-in.key-set:${asterism.sign-in.issuer}/oauth2/jwks}") String keySet,
                          @Value("${asterism.sign-in.audience}") String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keySet).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD, meant -> meant != null && meant.contains(audience))));
        return decoder;
    }
}
