package asterism.command.wiring.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a good body one that somebody sends who means no good, or does not know better. The same seed makes the same bodies. */
final class Hostile {
    /** Texts that break out of statements, markup, paths and formats; half characters and controls; long ones. */
    static final List<String> TEXTS = List.of("'; drop schema journal cascade; --", "\" or 1=1 --", "1); select pg_sleep(3); --", "$$;$$",
            "%27%20or%201%3D1", "\\'; commit; --", "<script>alert(1)</script>", "../../../etc/passwd", "${jndi:ldap://x}", "{{7*7}}",
            "%s%n%x", "\u0000", "\ud83d", "\u202egnp.exe", "", " ", "null", "-1", "1e309", "NaN", "9".repeat(400), "x".repeat(70_000),
            "2026-02-30", "r-own.b-elsewhere", "00000000-0000-0000-0000-000000000000");
    private static final List<String> VALUES = List.of("null", "true", "-1", "1e400", "9223372036854775808", "0.1", "[]", "{}", "[[[[]]]]",
            "{\"@class\": \"java.lang.Runtime\"}", "[null]", "{\"zh\": 1}");
    /** What only the house may say. */
    static final List<String> NOT_THEIRS = List.of("actorId", "actor", "status", "recordedAt", "version", "command", "stream", "position",
            "today", "id", "__proto__", "class");
    private final Random random;

    Hostile(long seed) {
        random = new Random(seed);
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The same with one value, wherever it stands, put in another's place, taken away or doubled in an array. */
    ObjectNode changed(ObjectNode good) {
        ObjectNode body = good.deepCopy();
        List<Runnable> changes = new ArrayList<>();
        gather(body, changes);
        if (!changes.isEmpty()) {
            any(changes).run();
        }
        return body;
    }

    private void gather(JsonNode node, List<Runnable> changes) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                changes.add(() -> object.set(name, value()));
                changes.add(() -> object.put(name, any(TEXTS)));
                changes.add(() -> object.remove(name));
                gather(object.path(name), changes);
            });
        } else if (node instanceof ArrayNode array) {
            changes.add(() -> array.add(value()));
            changes.add(() -> array.add(any(TEXTS)));
            array.forEach(element -> gather(element, changes));
        }
    }

    private JsonNode value() {
        return JsonMapper.shared().readTree(any(VALUES));
    }
}
