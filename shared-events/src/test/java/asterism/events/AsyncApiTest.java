package asterism.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the topic's description says of a fact is what every record of it is. */
class AsyncApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FILE = Path.of("asyncapi.json");
    private static final Path GOLDEN = Path.of("src/test/resources/contracts");

    @Test
    void the_description_of_the_topic_is_that_of_the_facts() throws IOException {
        String wanted = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new AsyncApi().document()) + "\n";
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, wanted);
        }
        assertThat(Files.readString(FILE)).as("write it anew with -Ddocs.write=true").isEqualTo(wanted);
    }

    @Test
    void every_fact_ever_written_down_is_as_described_and_one_with_something_more_is_not() throws IOException {
        ObjectNode document = new AsyncApi().document();
        for (Class<? extends Event> type : EventTypes.all()) {
            Schema schema = schema(document, document.at("/components/messages/" + AsyncApi.id(type) + "/payload"));
            String golden = Files.readString(GOLDEN.resolve(AsyncApi.id(type) + ".json"));
            assertThat(schema.validate(golden, InputFormat.JSON)).as(AsyncApi.id(type)).isEmpty();
            assertThat(schema.validate(golden.replaceFirst("\\{", "{\"more\":1,").replace(",}", "}"), InputFormat.JSON)).isNotEmpty();
        }
    }

    private static Schema schema(JsonNode document, JsonNode payload) {
        ObjectNode schema = (ObjectNode) payload.deepCopy();
        schema.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema.toString(), InputFormat.JSON);
    }
}
