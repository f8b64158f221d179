package asterism.command.wiring.http;

import asterism.command.core.Command;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Door;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** The API's description (OpenAPI 3.1), drawn from the commands themselves: what is described is what is checked. */
@Configuration(proxyBeanMethods = false)
class Description {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Command.class, Ask.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Asterism: commands").version("1")
                .description("Every command is one POST. The same Idempotency-Key again gets the same answer again."));
    }

    @Bean
    OperationCustomizer commandOperations() {
        return (operation, handler) -> {
            Door door = handler.getMethodAnnotation(Door.class);
            if (door != null) {
                describe(operation, handler, Doors.command(handler), door);
            }
            return operation;
        };
    }

    private static void describe(Operation operation, HandlerMethod handler, Class<?> command, Door door) {
        operation.setOperationId(command.getSimpleName());
        operation.setSummary(door.summary());
        Set<String> variables = variables(handler);
        variables.forEach(name -> operation.addParametersItem(
                new Parameter().in("path").name(name).required(true).schema(text(null))));
        operation.addParametersItem(key());
        operation.addParametersItem(new Parameter().in("header").name("If-Match").required(door.needsVersion()).schema(text(null))
                .description("the version of the subject that was seen, as an ETag says it"));
        Schema<?> body = object(command, variables);
        if (!door.anonymous()) {
            body.addProperty("reason", text(null).maxLength(4_000).description("to be published with the fact; must not name persons"));
            body.addProperty("onBehalfOf", text(null).description("the person who delegated"));
        }
        operation.setRequestBody(new RequestBody().required(body.getRequired() != null).content(new Content().addMediaType(
                "application/json", new MediaType().schema(body).example(JSON.readValue(door.example(), Object.class)))));
        operation.setResponses(responses());
    }

    static Parameter key() {
        return new Parameter().in("header").name("Idempotency-Key").required(true).schema(text(null).maxLength(255))
                .description("1 to 255 visible characters, new for each new wish");
    }

    private static ApiResponses responses() {
        ApiResponses responses = new ApiResponses();
        Schema<?> receipt = object(Answering.Receipt.class, Set.of());
        for (String done : List.of("200", "201")) {
            responses.addApiResponse(done, new ApiResponse().description(done.equals("200") ? "recorded" : "recorded; the subject is new")
                    .content(new Content().addMediaType("application/json", new MediaType().schema(receipt))));
        }
        return responses.addApiResponse("4XX", refused());
    }

    static ApiResponse refused() {
        return new ApiResponse().description("a problem with a stable code (RFC 9457); nothing was recorded")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem())));
    }

    static Schema<?> problem() {
        return typed("object").addProperty("status", number())
                .addProperty("title", text(null)).addProperty("detail", text(null)).addProperty("code", text(null))
                .addProperty("field", text(null)).addProperty("version", number());
    }

    private static Set<String> variables(HandlerMethod handler) {
        RequestMapping base = handler.getBeanType().getAnnotation(RequestMapping.class);
        PostMapping own = handler.getMethodAnnotation(PostMapping.class);
        String path = (base == null ? "" : String.join("", base.value())) + (own == null ? "" : String.join("", own.value()));
        Set<String> names = new TreeSet<>();
        VARIABLE.matcher(path).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    static Schema<?> object(Class<?> type, Set<String> without) {
        Schema<?> schema = typed("object");
        schema.setAdditionalProperties(false);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!without.contains(component.getName())) {
                schema.addProperty(component.getName(), value(component.getAnnotatedType()));
                if (!Shape.optional(component.getAnnotatedType())) {
                    schema.addRequiredItem(component.getName());
                }
            }
        }
        return schema;
    }

    private static Schema<?> value(AnnotatedType type) {
        Optional<AnnotatedType> element = Shape.element(type);
        if (element.isPresent()) {
            return typed("array").items(value(element.get()));
        }
        Class<?> raw = Shape.raw(type.getType());
        return Shape.structured(raw) ? object(raw, Set.of()) : simple(raw);
    }

    private static Schema<?> simple(Class<?> type) {
        if (type.isEnum()) {
            Schema<String> choice = text(null);
            Arrays.stream(type.getEnumConstants()).forEach(constant -> choice.addEnumItemObject(constant.toString()));
            return choice;
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getMethods()).filter(method -> method.isAnnotationPresent(JsonValue.class)).findFirst()
                    .<Schema<?>>map(method -> simple(method.getReturnType())).orElseGet(() -> text(null));
        }
        return type == int.class || type == Integer.class || type == long.class || type == Long.class ? number()
                : type == boolean.class ? typed("boolean")
                : type == LocalDate.class ? text("date")
                : type == Instant.class ? text("date-time") : text(null);
    }

    static Schema<?> number() {
        return typed("integer");
    }

    static Schema<String> text(@Nullable String format) {
        Schema<String> schema = typed("string");
        schema.setFormat(format);
        return schema;
    }

    static <T> Schema<T> typed(String type) {
        Schema<T> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
