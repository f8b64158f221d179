package asterism.command.wiring.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The token the services of one house share; it opens the feed and the keys, and asks for no command. None: nobody holds it. */
@Component
class ServiceToken extends OncePerRequestFilter {
    static final String AUTHORITY = "SERVICE";

    private final DefaultBearerTokenResolver bearer = new DefaultBearerTokenResolver();
    private final byte[] token;

    ServiceToken(@Value("${asterism.service-token:}") String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (carried(request)) {
            SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    "service", null, List.of(new SimpleGrantedAuthority(AUTHORITY))));
        }
        chain.doFilter(request, response);
    }

    /** The bearer token of a person; none where it is the services' own. */
    @Nullable String otherToken(HttpServletRequest request) {
        return carried(request) ? null : bearer.resolve(request);
    }

    private boolean carried(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return token.length > 0 && header != null
                && MessageDigest.isEqual(token, header.substring(Math.min(header.length(), "Bearer ".length()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Part of the security chain only, not a filter of its own. */
    @Configuration(proxyBeanMethods = false)
    static class NotByItself {
        @Bean
        FilterRegistrationBean<ServiceToken> serviceTokenRegistration(ServiceToken filter) {
            FilterRegistrationBean<ServiceToken> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
