package asterism.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** The language of an answer: {@code ?lang=} in the address, else the one chosen before, else what the browser prefers. */
@Component("localeResolver")
final class Languages implements LocaleResolver, HandlerInterceptor {
    static final String PARAMETER = "lang";
    static final String COOKIE = "ASTERISM_LANGUAGE";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.of(inAddress(request), chosenBefore(request)).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> Language.preferred(Collections.list(request.getLocales()))).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen in the address");
    }

    /** Remembers for a year what the address chooses. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        inAddress(request).map(language -> ResponseCookie.from(COOKIE, language.code())
                        .path("/").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(Duration.ofDays(365)).build())
                .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
        return true;
    }

    private static Optional<Language> inAddress(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Language::byCode);
    }

    private static Optional<Language> chosenBefore(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE)).findFirst().flatMap(cookie -> Language.byCode(cookie.getValue()));
    }
}
