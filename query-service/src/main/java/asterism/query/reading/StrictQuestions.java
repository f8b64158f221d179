package asterism.query.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a parameter nobody reads: whoever misspells a filter must not get an answer to another question. And a text that no database
 * holds, wherever it is said.
 */
@Configuration(proxyBeanMethods = false)
class StrictQuestions implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            request.getParameterMap().forEach((name, values) -> {
                if (Arrays.stream(values).anyMatch(StrictQuestions::unusable)) {
                    throw Refused.bad(shown(name), "text.unusable", "This text holds a character that cannot be stored.");
                }
            });
        }
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/v1/")) {
            Set<String> known = Arrays.stream(method.getMethodParameters()).flatMap(StrictQuestions::names).collect(Collectors.toSet());
            request.getParameterMap().keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
                throw Refused.bad(shown(name), "parameter.unknown", "This question has no such parameter.");
            });
        }
        return true;
    }

    private static String shown(String name) {
        return name.length() > 64 ? "query" : name;
    }

    /** NUL, or half of a surrogate pair. */
    private static boolean unusable(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    /** A parameter's name; those of its components, for a record that is bound as a whole. */
    private static Stream<String> names(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class) ? Stream.of(name(parameter))
                : parameter.hasParameterAnnotation(ModelAttribute.class)
                        ? Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        String named = annotation == null ? "" : annotation.name();
        return named.isEmpty() ? String.valueOf(parameter.getParameter().getName()) : named;
    }
}
