package asterism.query.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the shell around every page, error pages too. */
@Component
final class Shells implements HandlerInterceptor {
    private final DemoClock demoClock;
    private final boolean signInOffered;

    Shells(DemoClock demoClock, ObjectProvider<ClientRegistrationRepository> issuers) {
        this.demoClock = demoClock;
        this.signInOffered = issuers.getIfAvailable() != null;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.addObject("shell", new Shell(path(request), otherLanguage(request), person(request.getUserPrincipal()), signInOffered,
                    demoClock.now().orElse(null)));
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
    }

    private static String otherLanguage(HttpServletRequest request) {
        Language other = Language.of(LocaleContextHolder.getLocale()) == Language.ZH ? Language.EN : Language.ZH;
        return UriComponentsBuilder.fromPath(path(request)).query(request.getQueryString())
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
