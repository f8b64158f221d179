package asterism.rating.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor that knows the schema helps with documents that load, and marks those whose form is wrong. */
class EditorSchemaTest {
    private static final Path PUBLISHED = Path.of("..", "deploy", "schemes", "scheme.schema.json");
    private static final Path CLEAN = Path.of("src", "test", "resources", "rating", "clean.yaml");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(EditorSchema.text());

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(PUBLISHED.getParent())) {
            return Stream.concat(Stream.of(CLEAN),
                    files.filter(file -> file.toString().endsWith(".yaml") && !file.toString().contains("local-rules")))
                    .sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_that_loads_is_not_marked(Path document) {
        assertThat(versions(read(document))).isNotEmpty().allSatisfy(version -> assertThat(marks(version)).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "two verbs | take: {which: lowest | stop: {not_rated: TOO_NEW}\\n    take: {which: lowest",
        "an unknown comparison | survey, below: 30 | survey, under: 30",
        "an unknown key | actor: office, | actor: office, color: red,",
        "a missing key | version: 1\\n | ",
        "a word that is none of the choices | which: lowest | which: cheapest",
        "a band row that says a text for a bound | {from: 60, below: 80 | {from: sixty, below: 80"})
    void a_wrong_form_is_marked(String fault, String text, String planted) {
        String clean = read(CLEAN);
        String from = text.replace("\\n", "\n");
        String to = planted == null ? "" : planted.replace("\\n", "\n");
        assertThat(clean).as(fault).contains(from);
        assertThat(marks(clean.replaceFirst(Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to)))).as(fault).isNotEmpty();
    }

    @Test
    void the_published_schema_is_that_of_the_engine() {
        String now = EditorSchema.text();
        if (Boolean.getBoolean("docs.write")) {
            write(now);
        }
        assertThat(read(PUBLISHED)).as("run with -Ddocs.write=true to publish it anew").isEqualTo(now);
    }

    private static List<String> marks(String document) {
        return SCHEMA.validate(document, InputFormat.YAML).stream().map(Object::toString).toList();
    }

    private static List<String> versions(String text) {
        return Pattern.compile("(?m)^---.*$").splitAsStream(text)
                .filter(part -> part.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String text) {
        try {
            Files.writeString(PUBLISHED, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
