package asterism.cli.bench;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Whoever asks a service of the bench for the history is its administrator, without an issuer to sign in at. */
@Configuration(proxyBeanMethods = false)
class AsAdministrator {
    static final String WHO = "nobody";

    @Bean
    @Order(0)
    SecurityFilterChain administrator(HttpSecurity http) {
        var administrator = UsernamePasswordAuthenticationToken.authenticated(WHO, "", List.of());
        return http.securityMatcher("/history/**").authorizeHttpRequests(may -> may.anyRequest().authenticated())
                .addFilterBefore((request, response, rest) -> {
                    SecurityContextHolder.getContext().setAuthentication(administrator);
                    rest.doFilter(request, response);
                }, AnonymousAuthenticationFilter.class).build();
    }
}
