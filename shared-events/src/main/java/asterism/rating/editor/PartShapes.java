package asterism.rating.editor;

import static asterism.rating.editor.Shapes.NUMBER;
import static asterism.rating.editor.Shapes.TEXT;
import static asterism.rating.editor.Shapes.WHOLE;
import static asterism.rating.editor.Shapes.YES_NO;
import static asterism.rating.editor.Shapes.and;
import static asterism.rating.editor.Shapes.either;
import static asterism.rating.editor.Shapes.form;
import static asterism.rating.editor.Shapes.list;
import static asterism.rating.editor.Shapes.may;
import static asterism.rating.editor.Shapes.need;
import static asterism.rating.editor.Shapes.orNone;
import static asterism.rating.editor.Shapes.pair;
import static asterism.rating.editor.Shapes.ref;
import static asterism.rating.editor.Shapes.some;
import static asterism.rating.editor.Shapes.words;

import asterism.rating.Assessors;
import asterism.rating.Cohort;
import asterism.rating.Input;
import java.util.Map;

/** What comes in, and the rules about a set of units. */
final class PartShapes {
    private static final Map<String, Object> SCALE = either(words("any"), WHOLE);
    private static final Map<String, Object> MISSING = either(words("allowed"), form(need("use", TEXT)), ref("ending"));

    private PartShapes() {
    }

    static Map<String, Object> input() {
        Shapes.Key[] common = {need("source", words(Input.Source.class)), need("missing", MISSING), need("label", ref("label"))};
        return either(
                form(and(common, need("type", words("number")), need("range", pair(either(words("open"), NUMBER))), need("scale", SCALE),
                need("by", TEXT))),
                form(and(common, need("type", words("choice")), need("values", some(TEXT)))),
                form(and(common, need("type", words("level", "yes_no", "date", "text")))));
    }

    static Map<String, Object> indicator() {
        Shapes.Key[] common = {need("id", TEXT), need("part", TEXT), need("max", NUMBER), need("floor", NUMBER), need("scale", SCALE),
            need("missing", MISSING), need("label", ref("label"))};
        Map<String, Object> item = form(need("id", TEXT), need("points", NUMBER), need("label", ref("label")));
        return either(form(and(common, need("method", words("given")), need("by", TEXT))),
                form(and(common, need("method", words("deducted", "collected")), need("items", list(item)), need("free_points", YES_NO))));
    }

    static Map<String, Object> assessors() {
        return form(need("label", ref("label")), need("min", WHOLE), need("on", words(Assessors.On.class)),
                need("combine", either(words("mean", "median", "committee"), form(need("trimmed", WHOLE)))), need("round", ref("rounding")),
                need("too_few", ref("ending")), may("reading", ref("label")));
    }

    static Map<String, Object> table() {
        return either(form(need("keys", list(TEXT)), need("columns", some(TEXT)), need("rows", list(list(TEXT)))),
                form(need("keys", list(TEXT)), need("columns", some(TEXT)), need("file", TEXT), need("sha256", TEXT)));
    }

    static Map<String, Object> cohort() {
        Shapes.Key[] common = {need("id", TEXT), need("label", ref("label")), may("reading", ref("label")),
                need("levels", ref("level_set")),
            need("share", either(NUMBER, form(need("table", TEXT), need("by", either(TEXT, list(TEXT))), need("column", TEXT)))),
            need("base", words(Cohort.Base.class)), need("rounding", ref("rounding_mode"))};
        Map<String, Object> keys = orNone(list(form(need("name", TEXT), need("first", words("highest", "lowest")))));
        Map<String, Object> hard = form(and(common, need("kind", words("max", "min")), need("rank_by", keys),
                need("ties", form(need("then_by", keys), need("still_tied", words(Cohort.StillTied.class)))),
                need("protected", orNone(form(need("when", ref("predicate")), need("use_seats", YES_NO)))),
                need("if_broken", words(Cohort.IfBroken.class)),
                need("displaced", form(need("to", either(TEXT, form(need("not_rated", TEXT)))), need("counts_there", YES_NO))),
                need("while_undetermined", words("wait", "ignore"))));
        Map<String, Object> guide = form(and(common, need("kind", words("guide")), need("tolerance", NUMBER)));
        return form(need("scope", list(TEXT)), need("quotas", list(either(hard, guide))));
    }
}
