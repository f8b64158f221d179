package asterism.command.wiring.http;

import asterism.command.core.Command;
import asterism.command.core.Door;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The commands that have a door: those that people may send. */
@Component
class Doors {
    private final Map<String, Kind> kinds = new TreeMap<>();

    /** @param needsVersion whoever sends it must say which version of the subject they have seen */
    record Kind(Class<? extends Command> command, boolean needsVersion) {
    }

    Doors(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        handlers.getHandlerMethods().values().stream().filter(handler -> handler.hasMethodAnnotation(Door.class))
                .forEach(handler -> kinds.put(command(handler).getSimpleName(), new Kind(command(handler),
                        Objects.requireNonNull(handler.getMethodAnnotation(Door.class)).needsVersion())));
    }

    /** By name, in the order of the alphabet. */
    Map<String, Kind> kinds() {
        return kinds;
    }

    /** The command that a door takes. */
    static Class<? extends Command> command(HandlerMethod door) {
        return commandOf(door).orElseThrow(() -> new IllegalStateException(door + " is a door without a command"));
    }

    private static Optional<Class<? extends Command>> commandOf(HandlerMethod door) {
        return Arrays.stream(door.getMethodParameters()).map(MethodParameter::getParameterType).filter(Command.class::isAssignableFrom)
                .<Class<? extends Command>>map(type -> type.asSubclass(Command.class)).findFirst();
    }
}
