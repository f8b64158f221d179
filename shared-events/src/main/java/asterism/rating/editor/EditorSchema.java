package asterism.rating.editor;

import static asterism.rating.editor.Shapes.DAY;
import static asterism.rating.editor.Shapes.TEXT;
import static asterism.rating.editor.Shapes.WHOLE;
import static asterism.rating.editor.Shapes.YES_NO;
import static asterism.rating.editor.Shapes.either;
import static asterism.rating.editor.Shapes.form;
import static asterism.rating.editor.Shapes.list;
import static asterism.rating.editor.Shapes.may;
import static asterism.rating.editor.Shapes.named;
import static asterism.rating.editor.Shapes.need;
import static asterism.rating.editor.Shapes.orNone;
import static asterism.rating.editor.Shapes.ref;
import static asterism.rating.editor.Shapes.some;
import static asterism.rating.editor.Shapes.words;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of a scheme document. */
public final class EditorSchema {
    private EditorSchema() {
    }

    /** The schema as text: the same bytes each time. */
    public static String text() {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build()
                .writeValueAsString(schema()).replace("\r\n", "\n") + "\n";
    }

    private static Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>(document());
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:asterism:scheme:1");
        schema.put("title", "Asterism scheme language, 1 and 2");
        schema.put("$defs", shared());
        return schema;
    }

    private static Map<String, Object> document() {
        Map<String, Object> legal = either(TEXT, form(need("issuer", TEXT), need("title", TEXT), need("number", TEXT), need("date", TEXT),
                may("paraphrase", YES_NO)));
        Map<String, Object> day = either(words("open"), DAY);
        return form(need("language", Map.of("enum", List.of("1", 1, "2", 2))), need("scheme", TEXT), need("version", TEXT),
                need("title", ref("label")),
                need("source", legal), may("paraphrase", YES_NO), need("valid", form(need("from", day), need("to", day))),
                need("rows", form(need("unit", TEXT), need("kind", TEXT), need("version_date", TEXT))),
                need("levels", some(form(need("code", TEXT), need("label", ref("label"))))), need("reasons", orNone(named(ref("label")))),
                need("kinds", orNone(named(form(need("rubric", TEXT), need("label", ref("label")))))),
                need("rubrics", orNone(named(list(PartShapes.indicator())))), need("assessors", orNone(named(PartShapes.assessors()))),
                need("inputs", orNone(named(PartShapes.input()))), need("tables", orNone(named(PartShapes.table()))),
                need("steps", list(ref("step"))), need("cohort", orNone(PartShapes.cohort())),
                need("procedure", orNone(ProcedureShapes.procedure())));
    }

    private static Map<String, Object> shared() {
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put("label", form(need("zh", TEXT), need("en", TEXT)));
        shared.put("operand", StepShapes.OPERAND);
        shared.put("ending", StepShapes.ENDING);
        shared.put("result", StepShapes.RESULT);
        shared.put("predicate", StepShapes.predicate());
        shared.put("step", StepShapes.step());
        shared.put("rounding_mode", Map.of("enum", Arrays.stream(RoundingMode.values()).filter(mode -> mode != RoundingMode.UNNECESSARY)
                .map(mode -> mode.name().toLowerCase(Locale.ROOT)).toList()));
        shared.put("rounding", either(words("exact"), form(need("scale", WHOLE), need("mode", ref("rounding_mode")))));
        shared.put("level_set", either(form(need("is", TEXT)), form(need("at_least", TEXT)), form(need("at_most", TEXT))));
        shared.put("period", ProcedureShapes.period());
        return shared;
    }
}
