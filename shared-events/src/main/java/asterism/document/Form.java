package asterism.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A mapping being read key by key. What is missing, malformed or left over is an L101. */
public final class Form {
    private final Node.Fields node;
    private final Set<String> taken = new HashSet<>();

    public Form(Node node) {
        if (!(node instanceof Node.Fields fields)) {
            throw new MalformedException("L101", node, "must be a mapping of keys to values");
        }
        this.node = fields;
    }

    /** Reads a mapping whole: a key that the reader does not ask for is refused. */
    public static <T> T read(Node node, Function<Form, T> reader) {
        Form form = new Form(node);
        T read = reader.apply(form);
        form.close();
        return read;
    }

    public Node node() {
        return node;
    }

    public boolean has(String key) {
        return node.fields().containsKey(key);
    }

    /** The keys in the order of the document. */
    public Set<String> keys() {
        return node.fields().keySet();
    }

    public Node need(String key) {
        return may(key).orElseThrow(() -> new MalformedException("L101", node, "the key " + key + " is missing"));
    }

    public Optional<Node> may(String key) {
        taken.add(key);
        return Optional.ofNullable(node.fields().get(key));
    }

    public String text(String key) {
        return text(need(key));
    }

    public int whole(String key, int least) {
        return whole(need(key), least);
    }

    public boolean yesNo(String key) {
        return yesNo(need(key));
    }

    public <T> List<T> list(String key, Function<Node, T> reader) {
        return items(need(key)).stream().map(reader).toList();
    }

    /** Refuses keys that nobody asked for. */
    public void close() {
        node.fields().forEach((key, value) -> {
            if (!taken.contains(key)) {
                throw new MalformedException("L101", value, "unknown key " + key);
            }
        });
    }

    public static String text(Node node) {
        if (node instanceof Node.Text text && !text.value().isEmpty()) {
            return text.value();
        }
        throw new MalformedException("L101", node, "a text is needed here");
    }

    public static boolean yesNo(Node node) {
        return switch (text(node)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new MalformedException("L101", node, "true or false is needed here");
        };
    }

    public static int whole(Node node, int least) {
        String text = text(node);
        if (text.matches("-?[0-9]{1,9}") && Integer.parseInt(text) >= least) {
            return Integer.parseInt(text);
        }
        throw new MalformedException("L101", node, "a whole number" + (least == Integer.MIN_VALUE ? "" : " of at least " + least)
                + " is needed here");
    }

    public static List<Node> items(Node node) {
        if (node instanceof Node.Items items) {
            return items.items();
        }
        throw new MalformedException("L101", node, "a list is needed here");
    }

    public static <E extends Enum<E>> E oneOf(Class<E> type, Node node) {
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(java.util.Locale.ROOT);
            if (node.is(word)) {
                return constant;
            }
            known.add(word);
        }
        throw new MalformedException("L101", node, "one of " + String.join(", ", known) + " is needed here");
    }

    /** Reads each named part of a mapping, keeping the order of the document. */
    public static <T> Map<String, T> named(Node node, Function<Node, T> reader) {
        Map<String, T> parts = new LinkedHashMap<>();
        if (!(node instanceof Node.Fields fields)) {
            throw new MalformedException("L101", node, "must be a mapping of names to values, or none");
        }
        fields.fields().forEach((key, value) -> parts.put(key, reader.apply(value)));
        return parts;
    }
}
