package asterism.query.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many requests are worked on at once; whoever comes beyond that is told to come again, at once, instead of waiting behind others for
 * memory and the database. Whether the house lives can be asked all the time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Crowd extends OncePerRequestFilter {
    private final Semaphore places;

    Crowd(@Value("${asterism.requests.at-once}") int atOnce) {
        places = new Semaphore(atOnce);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) { // listeners stay for long, and are counted where they are
        String path = request.getRequestURI();
        return path.startsWith("/actuator/") || path.equals("/api/v1/changes") || path.equals("/live");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (places.tryAcquire()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.release();
            }
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            ApiSecurity.refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "house.crowded");
        }
    }
}
