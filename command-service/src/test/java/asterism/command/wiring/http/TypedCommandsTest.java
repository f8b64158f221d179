package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.client.Wanted;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A program that uses the typed client sends what the API takes: every command has its record, and every example is one of them. */
class TypedCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    /** Reads what is not sent in the body, too: what the path names. */
    private static final JsonMapper WHOLE = JsonMapper.builder().annotationIntrospector(new JacksonAnnotationIntrospector() {
        private static final long serialVersionUID = 1;

        @Override
        public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
            return false;
        }
    }).build();
    private static final Map<String, String> NAMES = Map.of("application", "r2026.b001");
    private static final Path FOLDER = Path.of("../shared-events/src/main/java/asterism/client/commands");

    @Test
    void every_command_has_its_record_with_the_same_fields() throws IOException {
        Map<String, String> wanted = TypedCommands.sources();
        if (Boolean.getBoolean("docs.write")) {
            for (Map.Entry<String, String> each : wanted.entrySet()) {
                Files.writeString(FOLDER.resolve(each.getKey() + ".java"), each.getValue());
            }
        }
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(each.getKey() + ".java"))).as("write it anew with -Ddocs.write=true")
                    .isEqualTo(each.getValue());
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet()))
                    .containsAll(wanted.keySet()).hasSize(wanted.size() + 1);
        }
    }

    @Test
    void every_example_of_the_description_is_a_typed_command_and_is_sent_as_it_stands() throws ReflectiveOperationException {
        for (TypedCommands.Way way : TypedCommands.ways()) {
            ObjectNode example = (ObjectNode) JSON.readTree(way.door().example());
            example.remove("reason");
            ObjectNode whole = example.deepCopy();
            way.variables().forEach(name -> whole.put(name, NAMES.getOrDefault(name, "b001")));
            Class<?> type = Class.forName("asterism.client.commands." + way.holder() + "$" + way.command().getSimpleName());
            Wanted typed = (Wanted) WHOLE.treeToValue(whole, type);
            JsonNode sent = JSON.valueToTree(typed);
            assertThat(sent).as(way.command().getSimpleName()).isEqualTo(example);
            assertThat(typed.path()).isEqualTo(way.path().replace("{application}", "r2026.b001").replaceAll("\\{\\w+}", "b001"));
        }
    }
}
