package asterism.document;

import java.util.List;
import java.util.Map;

/** One part of a document. Its path names list elements by their id where they have one: {@code steps.total.add.of[2].weight}. */
public sealed interface Node {
    /** Where the part begins: at its key, where it has one. */
    Mark mark();

    String path();

    record Text(String value, Mark mark, String path) implements Node {
    }

    record Items(List<Node> items, Mark mark, String path) implements Node {
    }

    /** A mapping; its keys keep the order of the document. */
    record Fields(Map<String, Node> fields, Mark mark, String path) implements Node {
    }

    /** Whether this is exactly the given text, such as {@code none}. */
    default boolean is(String text) {
        return this instanceof Text(String value, Mark _, String _) && value.equals(text);
    }
}
