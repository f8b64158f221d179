package asterism.query.listing;

import asterism.query.reading.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one language in which lists are narrowed:
 *
 * <pre>{@code
 * level in (4, 5) and (body = archives or name ~ "机关") and not since < 2024-01-01 and until = none
 * }</pre>
 *
 * <p>Compared are a field and a value with {@code = != < <= > >= ~} (contains, whatever the case) or {@code in (…)}. A value with
 * blanks or signs stands in quotes, in which a backslash takes the next sign as it is; {@code none} is a value that is not there.
 * A comparison with something that is not there does not hold, so its {@code not} does. Each fault is refused with a code and the
 * place, counted from 1, where it stands.
 */
public final class Filter {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 20;
    private static final String SIGNS = "()=<>!~,\"";
    private final Map<String, Field> fields;
    private final String text;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private int at;
    private int depth;

    private Filter(String text, Map<String, Field> fields) {
        this.text = text;
        this.fields = fields;
    }

    /** A condition of SQL and the values it names. */
    public record Condition(String sql, Map<String, Object> values) {
        /** Holds always. */
        public static final Condition ALL = new Condition("true", Map.of());
    }

    /** @throws Refused with a code {@code filter.…} where the text is no filter over these fields */
    public static Condition over(Collection<Field> fields, String text) {
        if (text.length() > LONGEST) {
            throw Refused.at("filter", LONGEST + 1, "filter.too-long", "A filter has at most " + LONGEST + " characters.");
        }
        Filter filter = new Filter(text, fields.stream().collect(
                Collectors.toMap(Field::name, Function.identity(), (one, _) -> one, LinkedHashMap::new)));
        if (filter.ended()) {
            return Condition.ALL;
        }
        String sql = filter.either();
        if (!filter.ended()) {
            throw filter.unexpected("and, or, or the end");
        }
        return new Condition(sql, filter.values);
    }

    private String either() {
        String left = both();
        while (takes("or")) {
            left = "(" + left + " or " + both() + ")";
        }
        return left;
    }

    private String both() {
        String left = part();
        while (takes("and")) {
            left = "(" + left + " and " + part() + ")";
        }
        return left;
    }

    private String part() {
        if (++depth > DEEPEST) {
            throw Refused.at("filter", at + 1, "filter.too-deep", "A filter is nested at most " + DEEPEST + " deep.");
        }
        String part = takes("not") ? "(" + part() + ") is not true" : takes("(") ? within() : comparison();
        depth--;
        return part;
    }

    private String within() {
        String inner = either();
        expect(")");
        return inner;
    }

    private String comparison() {
        blanks();
        int start = at;
        String name = word("a field");
        Field field = fields.get(name);
        if (field == null) {
            throw Refused.at("filter", start + 1, "filter.unknown-field",
                    "There is no field " + name + " here; there are " + String.join(", ", fields.keySet()) + ".");
        }
        return takes("in") ? among(field) : compared(field);
    }

    private String among(Field field) {
        expect("(");
        List<String> either = new ArrayList<>();
        do {
            either.add(equal(field, operand()));
        } while (takes(","));
        expect(")");
        return "(" + String.join(" or ", either) + ")";
    }

    private String compared(Field field) {
        blanks();
        int start = at;
        String operator = operator();
        if (!field.type().bears(operator)) {
            throw Refused.at("filter", start + 1, "filter.unfit-operator", field.name() + " cannot be compared with " + operator + ".");
        }
        Operand operand = operand();
        if (operand.none() && !operator.equals("=") && !operator.equals("!=")) {
            throw Refused.at("filter", operand.at(), "filter.unfit-operator", "What is not there is only = or != none.");
        }
        if (operator.equals("=")) {
            return equal(field, operand);
        } else if (operator.equals("!=")) {
            return "(" + equal(field, operand) + ") is not true";
        }
        String value = bound(field, operand);
        return operator.equals("~") ? "position(lower(" + value + ") in lower(" + field.column() + ")) > 0"
                : field.column() + " " + operator + " " + value;
    }

    private String equal(Field field, Operand operand) {
        return operand.none() ? field.column() + " is null" : field.column() + " = " + bound(field, operand);
    }

    private String bound(Field field, Operand operand) {
        String name = "filter" + values.size();
        values.put(name, field.value(operand.text(), operand.at()));
        return ":" + name;
    }

    /** @param none it is the bare word for what is not there */
    private record Operand(String text, int at, boolean none) {
    }

    private Operand operand() {
        blanks();
        int start = at + 1;
        if (at < text.length() && text.charAt(at) == '"') {
            return new Operand(quoted(), start, false);
        }
        String word = word("a value");
        return new Operand(word, start, word.equals("none"));
    }

    private String quoted() {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw Refused.at("filter", start + 1, "filter.unclosed-quote", "This quote is not closed.");
        }
        at++;
        return value.toString();
    }

    private String operator() {
        for (String operator : List.of("!=", "<=", ">=", "=", "<", ">", "~")) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return operator;
            }
        }
        throw unexpected("one of = != < <= > >= ~ in");
    }

    private String word(String wanted) {
        int end = wordEnd();
        if (end == at) {
            throw unexpected(wanted);
        }
        String word = text.substring(at, end);
        at = end;
        return word;
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && SIGNS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Takes that sign or bare word, if it comes next. */
    private boolean takes(String wanted) {
        blanks();
        boolean next = SIGNS.contains(wanted) ? text.startsWith(wanted, at) : text.substring(at, wordEnd()).equals(wanted);
        at += next ? wanted.length() : 0;
        return next;
    }

    private void expect(String wanted) {
        if (!takes(wanted)) {
            throw unexpected(wanted);
        }
    }

    private boolean ended() {
        blanks();
        return at == text.length();
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Refused unexpected(String wanted) {
        return Refused.at("filter", at + 1, "filter.unexpected", "Here must stand " + wanted + ".");
    }
}
