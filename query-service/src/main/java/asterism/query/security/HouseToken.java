package asterism.query.security;

import asterism.query.reading.ServiceToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The token the services of one house share, in the hands of whoever keeps the machine: it opens the upkeep, and nothing of a person's. */
@Component
public class HouseToken extends OncePerRequestFilter {
    private static final String AUTHORITY = "SERVICE";
    private static final String BEARER = "Bearer ";
    private final DefaultBearerTokenResolver bearer = new DefaultBearerTokenResolver();
    private final byte @Nullable [] expected;

    HouseToken(ServiceToken token) {
        expected = token.get().map(text -> (BEARER + text).getBytes(StandardCharsets.UTF_8)).orElse(null);
    }

    /** Whether it was asked with that token. */
    public static boolean holds(Authentication who) {
        return who.getAuthorities().stream().anyMatch(each -> AUTHORITY.equals(each.getAuthority()));
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
        return expected != null && header != null && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
    }

    /** Part of the security chain only, not a filter of its own. */
    @Configuration(proxyBeanMethods = false)
    static class NotByItself {
        @Bean
        FilterRegistrationBean<HouseToken> houseTokenRegistration(HouseToken filter) {
            FilterRegistrationBean<HouseToken> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
