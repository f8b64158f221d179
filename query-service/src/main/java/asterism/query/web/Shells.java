package asterism.query.web;

import asterism.events.Post;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion;
import asterism.query.reading.NotYet;
import asterism.query.reading.Refused;
import asterism.query.web.Shell.Receipt;
import asterism.query.worklist.WorklistQuestion;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the shell around every page, error pages too. */
@Component
final class Shells implements HandlerInterceptor {
    private static final String RECORDED = "recorded";
    private final DemoClock demoClock;
    private final Me me;
    private final FactsQuestion facts;
    private final WorklistQuestion worklist;
    private final ZoneId zone;
    private final boolean signInOffered;

    Shells(DemoClock demoClock, Me me, FactsQuestion facts, WorklistQuestion worklist, @Value("${asterism.zone:Asia/Shanghai}") ZoneId zone,
           ObjectProvider<ClientRegistrationRepository> issuers) {
        this.demoClock = demoClock;
        this.me = me;
        this.facts = facts;
        this.worklist = worklist;
        this.zone = zone;
        this.signInOffered = issuers.getIfAvailable() != null;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            Instant demo = demoClock.now().orElse(null);
            page.addObject("shell", new Shell(path(request), otherLanguage(request), person(request.getUserPrincipal()), signInOffered,
                    demo, Menu.of(posts(request.getUserPrincipal(), demo), path(request)), recorded(request)));
        }
    }

    /** Error pages too have a menu; where the house cannot say who somebody is, it is that of a visitor. */
    private Set<Post> posts(@Nullable Principal person, @Nullable Instant demo) {
        try {
            Instant now = demo == null ? Clock.systemUTC().instant() : demo;
            return person == null ? Set.of() : me.on(person, LocalDate.ofInstant(now, zone)).held();
        } catch (NotYet | DataAccessException | TransactionException e) {
            return Set.of();
        }
    }

    private @Nullable Receipt recorded(HttpServletRequest request) {
        String position = request.getParameter(RECORDED);
        if (position == null || !position.matches("[1-9]\\d{0,17}")) {
            return null;
        }
        try {
            Line line = facts.at(Long.parseLong(position)).answer().line();
            boolean signedIn = request.getUserPrincipal() != null;
            return new Receipt(line.position(), line.type(), signedIn ? worklist.waiting(subject(line.stream())).answer() : List.of());
        } catch (Refused | NotYet | DataAccessException | TransactionException e) {
            return new Receipt(Long.parseLong(position), null, List.of());
        }
    }

    /** The worklist names applications and appeals by their ids, and stars by their streams. */
    private static String subject(String stream) {
        return stream.startsWith("standing/") ? stream : stream.substring(stream.indexOf('/') + 1);
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
    }

    private static String otherLanguage(HttpServletRequest request) {
        Language other = Language.of(LocaleContextHolder.getLocale()) == Language.ZH ? Language.EN : Language.ZH;
        return UriComponentsBuilder.fromPath(path(request)).query(request.getQueryString()).replaceQueryParam(RECORDED)
                .replaceQueryParam(Languages.PARAMETER, other.code()).build().toUriString();
    }

    private static @Nullable String person(@Nullable Principal principal) {
        return switch (principal) {
            case null -> null;
            case AnonymousAuthenticationToken _ -> null;
            case Authentication signedIn when signedIn.getPrincipal() instanceof OidcUser user ->
                    Optional.ofNullable(user.getFullName()).orElse(user.getSubject());
            case Principal other -> other.getName();
        };
    }
}
