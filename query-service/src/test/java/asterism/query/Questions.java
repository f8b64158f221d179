package asterism.query;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What can be asked, as the API's description has it and as the pages take it. */
public final class Questions {
    private Questions() {
    }

    /** Where something is said in a question. */
    public record Place(String name, boolean inPath, boolean needed) {
    }

    /** A question and all that may be said in it. */
    public record Asked(String method, String path, List<Place> places) {
        /** As a table names it. */
        public String name() {
            return method + " " + path;
        }

        /** The address with these values, by the names of their places. */
        public String address(Map<String, String> values) {
            String address = path;
            List<String> said = new ArrayList<>();
            for (Place place : places) {
                String value = values.get(place.name());
                if (place.inPath() && value == null) {
                    throw new AssertionError("nobody has said what to put in the place of " + place.name() + " in " + path);
                } else if (value != null && place.inPath()) {
                    address = address.replace("{" + place.name() + "}", encoded(value).replace("+", "%20"));
                } else if (value != null) {
                    said.add(place.name() + "=" + encoded(value));
                }
            }
            return said.isEmpty() ? address : address + "?" + String.join("&", said);
        }

        /** Of these values what must be said, and what is given for this question alone. */
        public Map<String, String> least(Map<String, String> values) {
            Map<String, String> least = new HashMap<>();
            places.forEach(place -> {
                String own = values.get(path + " " + place.name());
                String any = place.inPath() || place.needed() ? values.get(place.name()) : null;
                if (own != null || any != null) {
                    least.put(place.name(), own != null ? own : Objects.requireNonNull(any));
                }
            });
            return least;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Every operation of a description. */
    public static List<Asked> described(JsonNode api) {
        List<Asked> questions = new ArrayList<>();
        api.path("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> questions.add(new Asked(
                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue().path("parameters").valueStream()
                .filter(place -> !place.path("in").asString().equals("header"))
                .map(place -> new Place(place.path("name").asString(), place.path("in").asString().equals("path"),
                        place.path("required").asBoolean(false))).toList()))));
        questions.sort(Comparator.comparing(Asked::path).thenComparing(Asked::method));
        return questions;
    }

    /** Every page: what its path and its handler take. */
    static List<Asked> pages(RequestMappingHandlerMapping mapped) {
        List<Asked> pages = new ArrayList<>();
        mapped.getHandlerMethods().forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            boolean streams = info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM);
            if (handler.getBeanType().getPackageName().startsWith("asterism.") && methods.contains(RequestMethod.GET) && !streams) {
                info.getPatternValues().stream().filter(path -> !path.startsWith("/api/")).forEach(path -> pages.add(new Asked("GET",
                        path.replaceAll("\\{(\\w+):.*?}(?=/|$)", "{$1}"), Arrays.stream(handler.getMethodParameters())
                        .flatMap(Questions::places).toList())));
            }
        });
        pages.sort(Comparator.comparing(Asked::path));
        return pages;
    }

    private static Stream<Place> places(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String name = Objects.requireNonNull(parameter.getParameterName());
        RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Stream.of(new Place(name, true, true));
        } else if (said != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
            return Stream.of("suppose", "round", "reason").map(field -> new Place(field, false, false));
        } else if (said != null) {
            return Stream.of(new Place(said.name().isEmpty() ? name : said.name(), false, said.required()
                    && said.defaultValue().equals(ValueConstants.DEFAULT_NONE)));
        } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            return Arrays.stream(Objects.requireNonNullElse(parameter.getParameterType().getRecordComponents(), new RecordComponent[0]))
                    .map(component -> new Place(component.getName(), false, false));
        }
        return Stream.empty();
    }
}
