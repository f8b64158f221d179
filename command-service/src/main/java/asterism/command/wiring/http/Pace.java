package asterism.command.wiring.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many commands a person may send, and so many an address that nobody signed in from; whoever sends more waits, and disturbs
 * nobody else. Each process counts by itself. Whoever was quiet for a while is forgotten, so memory is bounded.
 */
final class Pace extends OncePerRequestFilter {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final long MOST_REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> people;
    private final LoadingCache<String, Bucket> addresses;

    /** How fast they may be. */
    @ConfigurationProperties("asterism.pace")
    record Limits(@DefaultValue Limit person, @DefaultValue Anonymous address) {
    }

    /**
     * @param atOnce    commands that may come at once
     * @param perSecond commands that may come for ever
     */
    record Limit(@DefaultValue("200") int atOnce, @DefaultValue("50") int perSecond) {
    }

    /** As {@link Limit}, for those who are not signed in. */
    record Anonymous(@DefaultValue("50") int atOnce, @DefaultValue("5") int perSecond) {
    }

    Pace(Limits limits) {
        people = buckets(limits.person().atOnce(), limits.person().perSecond());
        addresses = buckets(limits.address().atOnce(), limits.address().perSecond());
    }

    private static LoadingCache<String, Bucket> buckets(int atOnce, int perSecond) {
        return Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterAccess(FORGOTTEN_AFTER).build(_ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, Duration.ofSeconds(1))).build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || request.getRequestURI().startsWith("/internal/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = bucket(request).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER,
                    Long.toString(TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1));
            Problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "pace.too-fast");
        }
    }

    private Bucket bucket(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who instanceof JwtAuthenticationToken token ? people.get(token.getName()) : addresses.get(request.getRemoteAddr());
    }
}
