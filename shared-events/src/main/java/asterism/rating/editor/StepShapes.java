package asterism.rating.editor;

import static asterism.rating.editor.Shapes.NUMBER;
import static asterism.rating.editor.Shapes.TEXT;
import static asterism.rating.editor.Shapes.WHOLE;
import static asterism.rating.editor.Shapes.and;
import static asterism.rating.editor.Shapes.either;
import static asterism.rating.editor.Shapes.form;
import static asterism.rating.editor.Shapes.list;
import static asterism.rating.editor.Shapes.may;
import static asterism.rating.editor.Shapes.need;
import static asterism.rating.editor.Shapes.pair;
import static asterism.rating.editor.Shapes.ref;
import static asterism.rating.editor.Shapes.some;
import static asterism.rating.editor.Shapes.words;

import asterism.rating.Operand;
import asterism.rating.Verb;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The pipeline of one unit: the nine verbs and what they share. */
final class StepShapes {
    static final Map<String, Object> OPERAND = either(TEXT,
            form(need("name", TEXT), may("plus", NUMBER), may("unit", words(Operand.Span.class))));
    static final Map<String, Object> ENDING = either(form(need("not_rated", TEXT)), form(need("undetermined", TEXT)));
    static final Map<String, Object> RESULT = either(TEXT, ref("ending"));
    private static final Shapes.Key SETS = may("sets", TEXT);

    private StepShapes() {
    }

    /** Each verb by the word of its record, so that a verb without a shape fails. */
    static Map<String, Object> step() {
        List<Map<String, Object>> steps = Arrays.stream(Verb.class.getPermittedSubclasses())
                .map(verb -> verb.getSimpleName().toLowerCase(Locale.ROOT))
                .map(word -> form(need("id", TEXT), need("label", ref("label")), may("reading", ref("label")), may("if", ref("predicate")),
                need(word, verb(word)))).toList();
        return Map.of("oneOf", steps);
    }

    static Map<String, Object> predicate() {
        return either(form(need("all", some(ref("predicate")))), form(need("any", some(ref("predicate")))),
                form(need("not", ref("predicate"))),
                form(and(new Shapes.Key[] {need("name", TEXT)}, comparisons())));
    }

    private static Shapes.Key[] comparisons() {
        Shapes.Key[] orders = Stream.of("is", "is_not", "at_least", "above", "at_most", "below").map(op -> may(op, ref("operand")))
                .toArray(Shapes.Key[]::new);
        return and(orders, may("in", some(ref("operand"))), may("missing", Shapes.YES_NO));
    }

    private static Map<String, Object> verb(String word) {
        return switch (word) {
            case "stop" -> either(ref("ending"), form(need("level", ref("operand")), need("because", TEXT)));
            case "add" -> add();
            case "count" -> count();
            case "take" -> form(need("which", words(Verb.Which.class)), need("of", some(TEXT)), SETS);
            case "band" -> band();
            case "decide" -> form(need("mode", words(Verb.Mode.class)),
                    need("rows", list(form(need("result", ref("result")), need("when", ref("predicate"))))),
                            need("otherwise", ref("result")), SETS);
            case "move" -> form(need("on", TEXT), need("rules", some(form(need("by", WHOLE), need("when", ref("predicate"))))),
                    need("clamp", pair(TEXT)));
            case "limit" -> form(need("on", TEXT), may("at_most", ref("operand")), may("at_least", ref("operand")));
            case "judge" -> form(need("options", either(words("any"), some(ref("operand")))), need("decision", TEXT),
                    need("undecided", words("undetermined", "keep")), need("body", TEXT));
            default -> throw new IllegalStateException("the verb " + word + " has no shape");
        };
    }

    private static Map<String, Object> add() {
        Shapes.Key[] rest = {need("as", words("sum", "mean")), need("missing_parts", words(Verb.MissingParts.class)),
                need("round", ref("rounding")),
            may("at_least_present", WHOLE)};
        Map<String, Object> weighted = either(TEXT, form(need("name", TEXT), need("weight", NUMBER)));
        return either(form(and(rest, need("of", some(weighted)))), form(and(rest, need("of_part", TEXT))));
    }

    private static Map<String, Object> count() {
        Shapes.Key where = need("where", form(comparisons()));
        return either(form(need("of", some(TEXT)), where), form(need("of_part", TEXT), where),
                form(need("conditions", some(ref("predicate")))));
    }

    private static Map<String, Object> band() {
        Map<String, Object> row = form(may("from", NUMBER), may("above", NUMBER), may("to", NUMBER), may("below", NUMBER),
                need("result", ref("result")));
        Map<String, Object> cuts = form(need("table", TEXT), need("by", list(TEXT)), need("columns", some(TEXT)),
                need("bound", words("from", "above")),
                need("results", some(TEXT)), need("no_row", ref("ending")));
        return either(form(need("of", TEXT), need("rows", some(row)), need("otherwise", ref("result")), SETS),
                form(need("of", TEXT), need("direction", words(Verb.Direction.class)), need("cuts", cuts), SETS));
    }
}
