package asterism.query.listing;

import static java.util.Map.entry;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's description (OpenAPI 3.1): each list is a path of its own, drawn from the list itself. */
@Configuration(proxyBeanMethods = false)
class Description {
    private static final String LISTS = ListsApi.PATH + "/{list}";
    private static final String LANGUAGE = "Narrows the list: comparisons of a field and a value with "
            + "= != < <= > >= ~ (contains) or in (…), joined by and, or, not and brackets. "
            + "Values with blanks stand in double quotes; none is what is not there. Fields: ";

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            entry("waitFor", "answers only once this position is visible; where that takes too long, 503 with position.not-yet"),
            entry("validAt", "as it held on this day; today where none"),
            entry("knownAt", "as it was known at this time; not together with asOfPosition"),
            entry("asOfPosition", "as it was known at this position of the journal"),
            entry("on", "as on this day; today where none"), entry("limit", "how many at most"),
            entry("filter", "narrows the answer, in the language of the lists"), entry("after", "what the page before named as next"),
            entry("before", "only facts before this position"), entry("from", "the earlier of two: a day, or a round"),
            entry("to", "the later of two: a day, or a round"), entry("fromPosition", "what was known of the earlier one"),
            entry("toPosition", "what was known of the later one"), entry("branch", "id of the branch"), entry("body", "id of the body"),
            entry("round", "id of the round"), entry("application", "id of the application, as round.branch"),
            entry("level", "code of the level"), entry("report", "name of a what-if report"), entry("scheme", "id of the scheme"),
            entry("name", "of a projection, or all"),
            entry("hold", "the new build waits to be promoted; else it takes over once it has come as far"),
            entry("build", "number of the build; where none, the newest that does not answer, or for what is parked the one that does"),
            entry("table", "only the rows of this table"), entry("Last-Event-ID", "the last position seen"));

    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Asterism: questions").version("1").description(
                "Every answer says at which position of the journal it stands. waitFor waits, for a bounded time, until a position is "
                        + "visible; ETag saves the rest."));
    }

    @Bean
    OpenApiCustomizer pathsOfLists(Lists lists) {
        return api -> {
            for (String form : List.of("", ".csv")) {
                PathItem any = api.getPaths().remove(LISTS + form);
                if (any != null) {
                    lists.all().forEach(listing -> api.path(ListsApi.PATH + "/" + listing.name() + form,
                            new PathItem().get(operation(api, listing, form))));
                }
            }
        };
    }

    /** What parameters mean is the same everywhere, so it is said here once. */
    @Bean
    OpenApiCustomizer parameters() {
        return api -> api.getPaths().values().stream().flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
                .filter(parameter -> parameter.getDescription() == null)
                .forEach(parameter -> parameter.setDescription(PARAMETERS.get(parameter.getName())));
    }

    private static Operation operation(OpenAPI api, Listing<?> listing, String form) {
        Operation operation = new Operation().operationId(listing.name() + form.replace('.', '-')).summary(listing.says());
        String fields = listing.fields().values().stream()
                .map(field -> field.name() + " (" + field.type().name().toLowerCase(Locale.ROOT) + ")").collect(Collectors.joining(", "));
        operation.addParametersItem(parameter("filter", "string", null, LANGUAGE + fields));
        operation.addParametersItem(parameter("after", "string", null, "what the page before named as next"));
        operation.addParametersItem(parameter("limit", "integer", null, "rows on the page"));
        if (listing.hasDays()) {
            operation.addParametersItem(parameter("validAt", "string", "date", "as it held on this day; today where none"));
        }
        if (listing.hasKnowledge()) {
            operation.addParametersItem(parameter("knownAt", "string", "date-time", "as it was known at this time"));
            operation.addParametersItem(parameter("asOfPosition", "integer", "int64", "as it was known at this position"));
        }
        operation.addParametersItem(parameter("waitFor", "integer", "int64", "answers only once this position is visible"));
        return operation.responses(new ApiResponses()
                .addApiResponse("200", new ApiResponse().description("a page").content(form.isEmpty() ? json(api, listing) : csv()))
                .addApiResponse("4XX", new ApiResponse().description("a problem with a stable code (RFC 9457), its field, "
                        + "and the column of the filter at fault")));
    }

    private static Content csv() {
        return new Content().addMediaType("text/csv", new MediaType().schema(typed("string")));
    }

    private static Content json(OpenAPI api, Listing<?> listing) {
        var found = ModelConverters.getInstance(true).readAll(new AnnotatedType(listing.row()));
        String name = listing.name() + "-row";
        Schema<?> row = found.get(listing.row().getSimpleName());
        api.schema(name, row == null ? typed("object") : row);
        Schema<?> items = typed("array").items(new Schema<>().$ref("#/components/schemas/" + name));
        Schema<?> page = typed("object").addProperty("items", items).addProperty("next", typed("string"));
        return new Content().addMediaType("application/json", new MediaType().schema(
                typed("object").addProperty("at", new Schema<>().$ref("#/components/schemas/At")).addProperty("answer", page)));
    }

    private static Parameter parameter(String name, String type, @Nullable String format, String says) {
        Schema<?> schema = typed(type);
        schema.setFormat(format);
        return new Parameter().in("query").name(name).required(false).description(says).schema(schema);
    }

    private static <T> Schema<T> typed(String type) {
        Schema<T> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
