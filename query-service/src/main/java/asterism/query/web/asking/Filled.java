package asterism.query.web.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody filled in, and the command it makes. What is no value of its kind goes as it is: the command API says what is wrong. */
record Filled(Form form, Map<String, List<String>> values) {
    /** Whoever lets the person act on their behalf. */
    static final String FOR = "onBehalfOf";
    static final String MARK = "mark.";
    static final String REMARK = "remark.";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final String APART = "|";

    static Filled of(Form form, MultiValueMap<String, String> sent) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        sent.forEach((name, all) -> values.put(name, all.stream().map(String::strip).filter(value -> !value.isEmpty()).toList()));
        return new Filled(form, values);
    }

    static Filled empty(Form form) {
        return new Filled(form, Map.of());
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    /** Items with a mark, in the order they are sent. */
    List<String> marked() {
        return values.keySet().stream().filter(name -> name.startsWith(MARK) && !all(name).isEmpty())
                .map(name -> name.substring(MARK.length())).toList();
    }

    /** The address behind {@code /api/v1/}. */
    String path(String subject) {
        String path = form.path().replace("{subject}", subject);
        for (Field field : form.fields()) {
            path = path.replace("{" + field.name() + "}", one(field.name()).orElse("none"));
        }
        return path;
    }

    ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        form.fields().stream().filter(field -> !form.inPath(field)).forEach(field -> put(field, body));
        one(FOR).ifPresent(other -> body.put(FOR, other));
        return body;
    }

    private void put(Field field, ObjectNode body) {
        String name = field.name();
        switch (field.kind()) {
            case LINE, TEXT, DAY, CHOICE, GIVEN -> one(name).ifPresent(value -> body.put(name, value));
            case NUMBER, GIVEN_NUMBER -> one(name).ifPresent(value -> number(body, name, value));
            case YES_NO -> one(name).ifPresent(value -> body.put(name, value.equals("yes")));
            case LINES -> list(body, name, one(name).stream().flatMap(String::lines).map(String::strip).filter(line -> !line.isEmpty())
                    .toList());
            case MANY -> {
                if (!field.optional() || !all(name).isEmpty()) {
                    list(body, name, all(name));
                }
            }
            case MARKS -> marks(body.putArray(name));
            case EVIDENCE -> evidence(body.putArray(name), all(name));
        }
    }

    private static void number(ObjectNode body, String name, String value) {
        if (WHOLE.matcher(value).matches()) {
            body.put(name, Integer.parseInt(value));
        } else {
            body.put(name, value);
        }
    }

    private static void list(ObjectNode body, String name, List<String> values) {
        ArrayNode list = body.putArray(name);
        values.forEach(list::add);
    }

    private void marks(ArrayNode into) {
        marked().forEach(item -> {
            ObjectNode mark = into.addObject().put("input", item).put("cell", all(MARK + item).getFirst());
            one(REMARK + item).ifPresent(remark -> mark.put("remark", remark));
        });
    }

    private static void evidence(ArrayNode into, List<String> files) {
        files.forEach(file -> {
            String[] parts = file.split(Pattern.quote(APART), 3);
            if (parts.length == 3) {
                into.addObject().put("sha256", parts[0]).put("input", parts[1]).put("title", parts[2]);
            }
        });
    }

    /** How a file is named in a field of the form. */
    static String file(String sha256, String input, String title) {
        return String.join(APART, sha256, input, title);
    }

    /** The same with a file named beside those before. */
    Filled with(String file) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.merge("evidence", List.of(file), (before, now) -> {
            List<String> all = new ArrayList<>(before);
            all.addAll(now);
            return all;
        });
        return new Filled(form, more);
    }
}
