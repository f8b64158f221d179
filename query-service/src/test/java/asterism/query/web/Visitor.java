package asterism.query.web;

import asterism.query.ReadSide;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Somebody who looks at the pages without scripts, signed in without an issuer. */
public final class Visitor implements AutoCloseable {
    private static final String PERSON = "X-Signed-In";
    private final WebClient client = new WebClient();
    private final ReadSide side;

    public Visitor(ReadSide side, @Nullable String person, String language) {
        this.side = side;
        client.getOptions().setJavaScriptEnabled(false);
        client.getOptions().setCssEnabled(false);
        client.getOptions().setThrowExceptionOnFailingStatusCode(false);
        client.addRequestHeader("Accept-Language", language);
        if (person != null) {
            client.addRequestHeader(PERSON, person);
        }
    }

    public HtmlPage open(String path) throws IOException {
        return client.getPage(side.url() + path);
    }

    /** The browser has this cookie. */
    void remember(String name, String value) {
        client.getCookieManager().addCookie(new Cookie("127.0.0.1", name, value, "/", 3_600, false));
    }

    @Override
    public void close() {
        client.close();
    }

    /** Signs in whomever a request names; stands before all other filters. */
    public static final class SignIn implements Filter, Ordered {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
            if (request instanceof HttpServletRequest http && http.getHeader(PERSON) != null) {
                http.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(http.getHeader(PERSON), "", List.of())));
            }
            chain.doFilter(request, response);
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
