package asterism.command.wiring.http;

import asterism.command.core.Command;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a handler take a command and its asking as parameters. Until it is answered, whatever is logged names the command. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {
    private static final String LOGGED = "command";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Wishes());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new HandlerInterceptor() {
            @Override
            public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
                                        @Nullable Exception fault) {
                MDC.remove(LOGGED);
            }
        });
    }

    private static final class Wishes implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return Command.class.isAssignableFrom(parameter.getParameterType()) || parameter.getParameterType() == Ask.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
                                      @Nullable WebDataBinderFactory binders) throws Exception {
            Wish wish = Wish.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
            Door door = parameter.getMethodAnnotation(Door.class);
            if (parameter.getParameterType() != Ask.class) {
                return wish.command(parameter.getParameterType());
            }
            Ask ask = wish.ask(Objects.requireNonNull(door, "a way in is described"));
            MDC.put(LOGGED, ask.id().toString());
            return ask;
        }
    }
}
