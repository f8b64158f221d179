package asterism.rating.editor;

import static asterism.rating.editor.Shapes.MONTH_DAY;
import static asterism.rating.editor.Shapes.NUMBER;
import static asterism.rating.editor.Shapes.TEXT;
import static asterism.rating.editor.Shapes.WHOLE;
import static asterism.rating.editor.Shapes.YES_NO;
import static asterism.rating.editor.Shapes.either;
import static asterism.rating.editor.Shapes.form;
import static asterism.rating.editor.Shapes.list;
import static asterism.rating.editor.Shapes.may;
import static asterism.rating.editor.Shapes.need;
import static asterism.rating.editor.Shapes.ref;
import static asterism.rating.editor.Shapes.words;

import asterism.rating.Procedure;
import java.util.Map;

/** The procedure, where every key may also say that there is none, or that the text is silent; those from survey on are of language 2. */
final class ProcedureShapes {
    private static final Map<String, Object> LEVELS = either(words("any"), ref("level_set"));
    private static final Map<String, Object> RECUSAL = list(words("scored", "visited", "moderated", "decided", "members"));
    private static final Map<String, Object> DAY_TYPE = words(Procedure.DayType.class);

    private ProcedureShapes() {
    }

    static Map<String, Object> procedure() {
        return form(stated("calendar", TEXT), stated("stages", list(stage())), stated("decision", list(decision())),
                stated("notice", notice()),
                stated("objection", objection()), stated("appeal", list(instance())), stated("validity", validity()),
                stated("surveillance", list(surveillance())), stated("rectification", rectification()),
                stated("suspension", form(stated("max", ref("period")), stated("then", words("judge", "withdraw", "reinstate")))),
                stated("cool_down", form(stated("after", list(TEXT)), stated("years", WHOLE),
                stated("applies_to", either(words("any"), list(words("unit", "successor")))))),
                stated("plaque", form(stated("levels", LEVELS), stated("return_within", ref("period")),
                stated("if_not_returned", words("announce_void")))),
                stated("reorganisation", reorganisation()),
                stated("follow_up", list(form(need("levels", LEVELS), need("action", TEXT), need("label", ref("label"))))),
                may("survey", silentOr(form(stated("least_answered", NUMBER)))),
                may("moderation", silentOr(form(stated("spread", NUMBER), may("sample", silentOr(NUMBER))))),
                may("guards", silentOr(form(stated("former_post_years", WHOLE)))),
                may("downgrade", silentOr(form(stated("grounds", list(TEXT)), stated("most_steps", WHOLE)))),
                may("promotion", silentOr(form(stated("most_steps", WHOLE)))),
                may("scoring", silentOr(form(stated("reason_for_less", YES_NO)))),
                may("zone", silentOr(TEXT)),
                may("impact", silentOr(form(may("most_falling", silentOr(NUMBER)), may("most_moving", silentOr(NUMBER)),
                        may("most_cut_move", silentOr(NUMBER))))),
                may("entry", silentOr(form(stated("months_since_founding", WHOLE),
                        stated("bars", list(words(Procedure.EntryBar.class)))))),
                may("joint", silentOr(list(form(need("id", TEXT), stated("body", TEXT), need("of", list(TEXT)),
                        need("label", ref("label")))))),
                may("skip", silentOr(list(words("desk_review", "site_visit", "moderation")))),
                may("calibration", silentOr(form(stated("most_apart", NUMBER)))),
                may("effects", silentOr(list(effect()))),
                may("remind_before", silentOr(form(stated("days", WHOLE), stated("day_type", DAY_TYPE)))));
    }

    static Map<String, Object> period() {
        return either(form(stated("days", WHOLE), stated("day_type", DAY_TYPE), stated("from", TEXT), stated("first_day_counts", YES_NO)),
                longer("months"), longer("years"));
    }

    private static Map<String, Object> longer(String unit) {
        return form(stated(unit, WHOLE), may("day_type", silentOr(DAY_TYPE)), stated("from", TEXT), stated("first_day_counts", YES_NO));
    }

    private static Shapes.Key stated(String name, Map<String, Object> shape) {
        return need(name, silentOr(shape));
    }

    private static Map<String, Object> silentOr(Map<String, Object> shape) {
        return either(words("none", "not_stated"), shape);
    }

    private static Map<String, Object> stage() {
        Map<String, Object> due = either(form(need("date", MONTH_DAY)), form(need("from", MONTH_DAY), need("to", MONTH_DAY)),
                ref("period"));
        return form(need("id", TEXT), may("kind", words(Procedure.Kind.class)), need("actor", TEXT), stated("due", due),
                may("if_late", silentOr(words("lapse", "warn", "escalate", "proceed"))),
                may("levels", LEVELS), need("label", ref("label")));
    }

    private static Map<String, Object> decision() {
        return form(need("levels", LEVELS), need("body", TEXT), stated("quorum", TEXT),
                stated("may_depart", form(need("up", WHOLE), need("down", WHOLE), need("reason", words("required")))));
    }

    private static Map<String, Object> notice() {
        return form(stated("days", WHOLE), stated("day_type", DAY_TYPE), stated("posting_day_counts", YES_NO), may("levels", LEVELS),
                stated("holds_on_objection", YES_NO));
    }

    private static Map<String, Object> objection() {
        return form(stated("within", either(words("notice"), ref("period"))), stated("by", TEXT), stated("form", TEXT),
                stated("body", TEXT),
                stated("vote", TEXT), stated("answer", ref("period")), stated("recusal", RECUSAL), stated("may_lower", YES_NO));
    }

    private static Map<String, Object> instance() {
        return form(need("id", TEXT), stated("within", ref("period")), stated("grounds", either(words("any"), list(TEXT))),
                stated("max_requests", WHOLE),
                stated("may_lower", YES_NO), stated("may_extend", YES_NO), stated("new_evidence", YES_NO), stated("suspends_level", YES_NO),
                stated("recusal", RECUSAL), stated("body", TEXT), stated("answer", ref("period")));
    }

    private static Map<String, Object> validity() {
        return either(form(need("kind", words("until_next_round", "unlimited"))),
                form(need("kind", words("years")), need("years", WHOLE), need("starts", words("announcement", "decision"))),
                form(need("kind", words("calendar_years")), need("years", WHOLE), need("starts", words("next_january_1"))));
    }

    private static Map<String, Object> surveillance() {
        return form(need("id", TEXT), stated("every", TEXT), stated("share", NUMBER), stated("levels", LEVELS),
                stated("trigger", list(TEXT)));
    }

    private static Map<String, Object> effect() {
        return form(need("on", words("veto_event", "complaint")), stated("codes", either(words("any"), list(TEXT))),
                need("then", missed()));
    }

    private static Map<String, Object> missed() {
        return either(words("judge", "suspend", "withdraw"), form(need("move", WHOLE)));
    }

    private static Map<String, Object> rectification() {
        return form(stated("days", WHOLE), stated("day_type", DAY_TYPE),
                stated("if_missed", missed()),
                may("trigger", silentOr(ref("predicate"))));
    }

    private static Map<String, Object> reorganisation() {
        Map<String, Object> policy = words("carry", "lower_of_both", "provisional", "unrated", "close", "judge");
        return form(stated("rename", policy), stated("merge", policy), stated("split", policy), stated("transfer", policy),
                stated("abolish", policy));
    }
}
