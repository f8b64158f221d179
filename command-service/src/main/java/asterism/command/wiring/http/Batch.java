package asterism.command.wiring.http;

import asterism.command.core.Command;
import asterism.command.core.Commands.Ask;
import asterism.journal.Uuids;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Many wishes of one kind in one body, understood as a whole or not at all. The id of each is made of the id of the request and its
 * place, so that the same request again asks for the same.
 */
record Batch(List<Item> items) {
    static final int MOST = 500;

    record Item(Command command, Ask ask) {
    }

    /**
     * A wish as it was read, or why it is none.
     *
     * @param placed says of a problem where in the request it arose
     */
    record Read(@Nullable Item item, @Nullable ProblemDetail problem, UnaryOperator<ProblemDetail> placed) {
    }

    List<Read> read() {
        return items.stream().map(item -> new Read(item, null, UnaryOperator.identity())).toList();
    }

    /**
     * @param id of the request
     * @throws Trouble with the place of the item at fault in its field
     */
    static Batch of(ObjectNode body, Doors.Kind kind, String actor, UUID id) {
        JsonNode items = body.remove("items");
        if (!body.isEmpty()) {
            throw Trouble.bad("field.unknown", body.propertyNames().iterator().next(), "nobody knows a field of that name here");
        }
        if (items == null || !items.isArray()) {
            throw Trouble.bad("field.not-a-list", "items", "here a list is expected");
        }
        if (items.isEmpty()) {
            throw Trouble.bad("list.empty", "items", "items must not be empty");
        }
        if (items.size() > MOST) {
            throw Trouble.bad("list.too-long", "items", "items has more than " + MOST + " entries");
        }
        return new Batch(IntStream.range(0, items.size()).mapToObj(place -> within(items.get(place), place, kind, actor, id)).toList());
    }

    private static Item within(JsonNode node, int place, Doors.Kind kind, String actor, UUID id) {
        try {
            return item(node, place, kind, actor, id);
        } catch (Trouble trouble) {
            throw trouble.within("items[" + place + "]");
        }
    }

    /** @throws Trouble where it is not understood */
    static Item item(JsonNode node, int place, Doors.Kind kind, String actor, UUID id) {
        if (!(node instanceof ObjectNode object)) {
            throw Trouble.bad("field.not-an-object", null, "here an object is expected");
        }
        Long seen = version(object.remove("ifVersion"), kind.needsVersion());
        Worded worded = Worded.of(object);
        return new Item(worded.command(kind.command()),
                new Ask(Uuids.v5(id, String.valueOf(place)), actor, worded.onBehalfOf(), worded.reason(), null, seen));
    }

    private static @Nullable Long version(@Nullable JsonNode node, boolean needed) {
        if (node == null || node.isNull()) {
            if (needed) {
                throw Trouble.bad("if-match.missing", "ifVersion", "this command needs the version you have seen");
            }
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw Trouble.bad("if-match.malformed", "ifVersion", "a version is a whole number");
        }
        return node.longValue();
    }
}
