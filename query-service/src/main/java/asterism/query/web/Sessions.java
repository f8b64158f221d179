package asterism.query.web;

import java.util.List;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who is signed in how often. A person is one person by their name, however their tokens differ from one signing in to the next. */
final class Sessions extends SessionRegistryImpl {

    @Override
    public List<SessionInformation> getAllSessions(Object principal, boolean includeExpired) {
        return super.getAllSessions(name(principal), includeExpired);
    }

    @Override
    public void registerNewSession(String session, Object principal) {
        super.registerNewSession(session, name(principal));
    }

    private static Object name(Object principal) {
        return principal instanceof AuthenticatedPrincipal known ? known.getName() : principal;
    }

    /** It hears when a session is over. */
    @Configuration(proxyBeanMethods = false)
    static class Kept {
        @Bean
        Sessions sessions() {
            return new Sessions();
        }

        @Bean
        ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionsThatAreOver() {
            return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
        }
    }
}
