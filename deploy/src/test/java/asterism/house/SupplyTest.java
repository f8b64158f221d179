package asterism.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the house is made of is listed, and everybody may use all of it. */
class SupplyTest {
    /** Licences under which a part may be shipped with an Apache-2.0 product; of several, one is enough. */
    private static final Set<String> FREE = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "CC0-1.0",
            "EPL-2.0", "Public Domain", "Go License", "Indiana University Extreme! Lab Software License", "Unlicense", "BlueOak-1.0.0");

    @Test
    void theBillOfMaterialsNamesWhatTheJarHoldsAndEachPartIsFree() throws IOException {
        List<JsonNode> parts = parts();
        assertThat(parts).map(part -> part.path("name").asString())
                .contains("axon-messaging", "spring-kafka", "postgresql", "snakeyaml-engine");
        assertThat(parts.stream().filter(part -> licences(part).noneMatch(FREE::contains))
                .map(part -> part.path("purl").asString() + " " + licences(part).toList())).isEmpty();
        assertThat(parts).allSatisfy(part -> assertThat(part.path("hashes").isEmpty()).as(part.path("purl").asString()).isFalse());
    }

    @Test
    void eachServiceHasABillOfItsOwn() {
        assertThat(List.of("command-service", "query-service")).allSatisfy(service ->
                assertThat(Path.of("..", service, "target/classes/META-INF/sbom/application.cdx.json")).isNotEmptyFile());
    }

    @Test
    void whatThePagesBringToTheBrowserIsFreeToo() {
        JsonNode lock = JsonMapper.shared().readTree(Path.of("../query-service/src/main/frontend/package-lock.json").toFile());
        List<JsonNode> packages = lock.path("packages").propertyStream().filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> entry.getValue()).toList();
        assertThat(packages).isNotEmpty();
        assertThat(packages.stream().map(part -> part.path("license").asString("none")).filter(licence -> !FREE.contains(licence)))
                .isEmpty();
    }

    @Test
    void aPartThatIsNotFreeIsCaught() {
        JsonNode part = JsonMapper.shared().readTree("""
                {"licenses": [{"license": {"id": "SSPL-1.0"}}, {"expression": "AGPL-3.0-only"}]}""");
        assertThat(licences(part)).containsExactly("SSPL-1.0", "AGPL-3.0-only").noneMatch(FREE::contains);
    }

    /** Everything but the modules of the house itself. */
    private static List<JsonNode> parts() throws IOException {
        try (InputStream bill = Objects.requireNonNull(SupplyTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json"))) {
            return JsonMapper.shared().readTree(bill).path("components").valueStream()
                    .filter(part -> !part.path("group").asString("").equals("asterism")).toList();
        }
    }

    private static Stream<String> licences(JsonNode part) {
        return StreamSupport.stream(part.path("licenses").spliterator(), false).map(licence -> licence.path("expression").asString(
                licence.path("license").path("id").asString(licence.path("license").path("name").asString(""))));
    }
}
