package asterism.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a run of the bench wrote with {@code --json}. */
record Figures(JsonNode run, Map<String, JsonNode> lines, List<JsonNode> ratios) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Figures read(Path file) throws IOException {
        List<JsonNode> all = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(JSON::readTree).toList();
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        all.stream().filter(node -> node.has("line")).forEach(node -> lines.put(
                node.path("line").asString() + "@" + node.path("callers").asInt(), node));
        return new Figures(all.stream().filter(node -> node.has("processors")).findFirst().orElse(JsonNodeFactory.instance.objectNode()),
                lines, all.stream().filter(node -> node.has("measure")).toList());
    }

    /**
     * @param by {@code rate journal@8/insert@8} for a ratio, {@code p99 lag@1} for a figure of a line in microseconds
     * @return empty where the run did not measure it
     */
    Optional<Double> of(String by) {
        String[] words = by.split(" ", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        return words[1].contains("/")
                ? ratios.stream().filter(ratio -> by.equals(ratio.path("measure").asString() + " " + ratio.path("of").asString() + "/"
                        + ratio.path("to").asString())).findFirst().map(ratio -> ratio.path("ratio").asDouble())
                : Optional.ofNullable(lines.get(words[1])).map(line -> line.path(words[0] + "Micros").asDouble());
    }
}
