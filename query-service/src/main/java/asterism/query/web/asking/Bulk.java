package asterism.query.web.asking;

import asterism.query.web.asking.Drawn.Input;
import asterism.query.web.asking.Drawn.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same command about many cases.
 *
 * @param key     of the whole; each command has an id made of it and its place
 * @param inputs  what is said alike about all
 * @param done    it was recorded; else it was tried, or is to be filled in
 * @param results of each; none where it was not tried yet
 * @param problem why the whole was refused
 */
public record Bulk(Form form, String key, List<Input> inputs, List<Item> items, boolean done, List<Result> results,
                   @Nullable Problem problem) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Field.Kind> ALIKE = Set.of(Field.Kind.LINE, Field.Kind.LINES, Field.Kind.TEXT, Field.Kind.DAY,
            Field.Kind.MANY);
    private static final Set<String> AS_RECOMMENDED = Set.of("Decide");
    private static final String LEVEL = "level";
    /** The most that the command API takes at once. */
    static final int MOST = 500;

    /**
     * A case.
     *
     * @param version it was looked at in
     * @param level   recommended for it; none where none is, or the command takes none
     */
    public record Item(String subject, long version, @Nullable String level) {
    }

    /**
     * What came of a case, or would come.
     *
     * @param facts   wire names; none where it is refused
     * @param problem why it is refused
     */
    public record Result(Item item, List<String> facts, @Nullable Problem problem) {
    }

    /** What a command says can be the same of many cases. */
    public static boolean isFor(String command) {
        return Forms.of(command).filter(form -> form.stream().equals("application")
                && form.path().indexOf('{') == form.path().lastIndexOf('{')
                && form.fields().stream().allMatch(field -> ALIKE.contains(field.kind()) || isOwn(form, field))).isPresent();
    }

    /** What each case has of its own: many cases are decided as is recommended for each, never otherwise. */
    static boolean isOwn(Form form, Field field) {
        return AS_RECOMMENDED.contains(form.command()) && field.name().equals(LEVEL);
    }

    /** Whether each case has a level of its own. */
    static boolean takesLevel(Form form) {
        return form.fields().stream().anyMatch(field -> isOwn(form, field));
    }

    public long accepted() {
        return results.stream().filter(result -> result.problem() == null).count();
    }

    /** The body of the batch. */
    static ObjectNode body(Filled filled, List<Item> items) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode all = body.putArray("items");
        items.forEach(item -> {
            ObjectNode one = filled.body().put("application", item.subject());
            if (takesLevel(filled.form())) {
                one.remove(LEVEL);
            }
            if (filled.form().guarded() && item.version() > 0) {
                one.put("ifVersion", item.version());
            }
            if (item.level() != null) {
                one.put(LEVEL, item.level());
            }
            all.add(one);
        });
        return body;
    }

    /** @param lines as the batch gave them; the last one counts, and what was cut off before it is not known */
    static List<Result> results(List<Item> items, List<JsonNode> lines) {
        return lines.stream().filter(line -> line.has("item") && line.path("item").asInt() < items.size()).map(line -> {
            JsonNode problem = line.path("problem");
            return new Result(items.get(line.path("item").asInt()), line.path("receipt").path("facts").values().stream()
                    .map(JsonNode::asString).toList(),
                    problem.isMissingNode() ? null : CommandApi.problem(problem.path("status").asInt(), problem));
        }).toList();
    }

    /** The position of the last fact recorded; 0 where none was. */
    static long last(List<JsonNode> lines) {
        return lines.stream().mapToLong(line -> line.path("receipt").path("position").asLong(0)).max().orElse(0);
    }
}
