package asterism.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Failsafe YAML: text, lists and mappings, nothing else. Aliases, anchors, tags, double keys and second documents are refused (L001). */
public final class YamlTree {
    private static final int DEEPEST = 60;

    private final int linesBefore;
    private final Iterator<Event> events;

    private YamlTree(String text, int linesBefore) {
        this.linesBefore = linesBefore;
        this.events = new Parse(LoadSettings.builder().setLabel("document").setCodePointLimit(20_000_000).build())
                .parseString(text).iterator();
    }

    /**
     * Reads one document.
     *
     * @param linesBefore lines of the file before this text, so that marks tell the line of the file
     * @throws MalformedException with L001
     */
    public static Node read(String text, int linesBefore) {
        try {
            return new YamlTree(text, linesBefore).document();
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().map(m -> new Mark(m.getLine() + 1 + linesBefore, m.getColumn() + 1))
                    .orElse(new Mark(linesBefore + 1, 1));
            throw new MalformedException(unreadable(mark, "not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            throw new MalformedException(unreadable(new Mark(linesBefore + 1, 1), "not YAML: " + String.valueOf(e.getMessage()).strip()));
        }
    }

    private Node document() {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && root != null) {
                throw new MalformedException(unreadable(mark(event),
                        "a second document begins here; versions are separated by a line of ---"));
            } else if (event instanceof NodeEvent node) {
                root = node(node, mark(event), "", 0);
            }
        }
        if (root == null) {
            throw new MalformedException(unreadable(new Mark(linesBefore + 1, 1), "the document is empty"));
        }
        return root;
    }

    private Node node(NodeEvent event, Mark mark, String path, int depth) {
        refuseSpecials(event);
        if (depth > DEEPEST) {
            throw new MalformedException(unreadable(mark(event), "nested deeper than " + DEEPEST + " levels"));
        }
        return switch (event) {
            case ScalarEvent scalar -> new Node.Text(scalar.getValue(), mark, path);
            case SequenceStartEvent _ -> items(mark, path, depth);
            case MappingStartEvent _ -> fields(mark, path, depth);
            default -> throw new MalformedException(unreadable(mark(event), "unexpected " + event.getEventId()));
        };
    }

    private Node items(Mark mark, String path, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            Node item = node((NodeEvent) event, mark(event), "", depth + 1);
            items.add(moved(item, path + nameOf(item, items.size())));
        }
        return new Node.Items(List.copyOf(items), mark, path);
    }

    private Node fields(Mark mark, String path, int depth) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw new MalformedException(unreadable(mark(event), "a key must be plain text"));
            }
            refuseSpecials(key);
            String name = key.getValue();
            Node value = node((NodeEvent) events.next(), mark(key), path.isEmpty() ? name : path + "." + name, depth + 1);
            if (fields.put(name, value) != null) {
                throw new MalformedException(Finding.error("L001", value, "the key " + name + " stands twice"));
            }
        }
        return new Node.Fields(Collections.unmodifiableMap(fields), mark, path);
    }

    /** A list element is named after its id or code only once it is read: its parts then move under that name. */
    private static Node moved(Node node, String to) {
        return switch (node) {
            case Node.Text(String value, Mark mark, String path) -> new Node.Text(value, mark, to + path);
            case Node.Items(List<Node> items, Mark mark, String path) ->
                    new Node.Items(items.stream().map(item -> moved(item, to)).toList(), mark, to + path);
            case Node.Fields(Map<String, Node> fields, Mark mark, String path) -> {
                Map<String, Node> parts = new LinkedHashMap<>();
                String under = path.isEmpty() ? to + "." : to;
                fields.forEach((key, part) -> parts.put(key, moved(part, under)));
                yield new Node.Fields(Collections.unmodifiableMap(parts), mark, to + path);
            }
        };
    }

    private static String nameOf(Node item, int place) {
        Optional<String> id = item instanceof Node.Fields(Map<String, Node> fields, Mark _, String _)
                ? Optional.ofNullable(fields.getOrDefault("id", fields.get("code")))
                        .flatMap(node -> node instanceof Node.Text text && !text.value().isEmpty() ? Optional.of(text.value())
                                : Optional.empty())
                : Optional.empty();
        return id.map(name -> "." + name).orElse("[" + (place + 1) + "]");
    }

    private void refuseSpecials(NodeEvent event) {
        if (event instanceof AliasEvent) {
            throw new MalformedException(unreadable(mark(event), "aliases are not allowed: write the part out"));
        }
        if (event.getAnchor().isPresent()) {
            throw new MalformedException(unreadable(mark(event), "anchors are not allowed: write the part out"));
        }
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case SequenceStartEvent sequence -> sequence.getTag();
            case MappingStartEvent mapping -> mapping.getTag();
            default -> Optional.empty();
        };
        if (tag.isPresent()) {
            throw new MalformedException(unreadable(mark(event), "tags are not allowed: every value is text"));
        }
    }

    private Mark mark(Event event) {
        return event.getStartMark().map(m -> new Mark(m.getLine() + 1 + linesBefore, m.getColumn() + 1)).orElse(Mark.START);
    }

    private static Finding unreadable(Mark mark, String message) {
        return new Finding(Finding.Severity.ERROR, "L001", mark, "", message);
    }
}
