package asterism.command.wiring.http;

import static asterism.command.wiring.http.Description.number;
import static asterism.command.wiring.http.Description.object;
import static asterism.command.wiring.http.Description.text;
import static asterism.command.wiring.http.Description.typed;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API's description says of batches. */
@Configuration(proxyBeanMethods = false)
class BatchDescription {

    @Bean
    OperationCustomizer batches(Doors doors) {
        return (operation, handler) -> handler.getBeanType() == BatchApi.class ? describe(operation, doors) : operation;
    }

    private static Operation describe(Operation operation, Doors doors) {
        Schema<String> kind = text(null);
        doors.kinds().keySet().forEach(kind::addEnumItemObject);
        Schema<?> item = typed("object").addProperty("ifVersion", number()).addProperty("reason", text(null))
                .addProperty("onBehalfOf", text(null));
        item.setDescription("the fields of the command, those of its own address among them");
        Schema<?> body = typed("object").addProperty("items", typed("array").items(item).minItems(1).maxItems(Batch.MOST));
        body.addRequiredItem("items");
        return operation.operationId("Batch").summary("Ask for many commands of one kind, or what would come of them")
                .description("Each item is one command with an id of its own, made of the Idempotency-Key and its place. They are asked "
                        + "one after the other; what one leads to, the next sees. With dryRun each is judged as things stand now. In a "
                        + "table a column is named as the field it fills, and problems name line and column; where a row is not "
                        + "understood nothing is recorded.")
                .parameters(List.of(
                        new Parameter().in("path").name("kind").required(true).schema(kind).example("AcceptApplication"),
                        new Parameter().in("query").name("dryRun").schema(typed("boolean"))
                                .description("true: say what would come of each, and record nothing"),
                        Description.key()))
                .requestBody(new RequestBody().required(true).content(new Content().addMediaType("application/json",
                        new MediaType().schema(body).example(Map.of("items", List.of(Map.of("application", "r2026.b017")))))
                        .addMediaType("text/csv", new MediaType().schema(text(null)).example("application\nr2026.b017\n"))))
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse()
                                .description("a line for each item, either a receipt or a problem, and a last one that counts them")
                                .content(new Content().addMediaType(BatchApi.LINES, new MediaType().schema(line()))))
                        .addApiResponse("4XX", Description.refused()));
    }

    private static Schema<?> line() {
        Schema<?> line = typed("object").addProperty("item", number()).addProperty("of", number())
                .addProperty("receipt", object(Answering.Receipt.class, Set.of())).addProperty("problem", Description.problem());
        Schema<?> sum = object(BatchApi.Sum.class, Set.of());
        return new Schema<>().anyOf(List.of(line, sum));
    }
}
