package asterism.rating;

import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Node;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the procedure: form only. Any key may be none or not_stated. */
final class ProcedureReader {
    private static final List<String> REORGANISATIONS = List.of("rename", "merge", "split", "transfer", "abolish");

    private final Grammar grammar;
    private final int language;

    private ProcedureReader(Grammar grammar, int language) {
        this.grammar = grammar;
        this.language = language;
    }

    /** @param language 1 or 2, as the document says */
    static @Nullable Procedure procedure(Grammar grammar, int language, Node node) {
        return node.is("none") ? null : new ProcedureReader(grammar, language).procedure(new Form(node));
    }

    /** The language a document is written in. */
    static int language(Node said) {
        if (!said.is("1") && !said.is("2")) {
            throw new MalformedException("L101", said, "this reader knows the languages 1 and 2");
        }
        return said.is("1") ? 1 : 2;
    }

    private Procedure procedure(Form form) {
        Procedure procedure = new Procedure(stated(form, "calendar", Form::text), stated(form, "stages", each(this::stage)),
                stated(form, "decision", each(this::decision)), stated(form, "notice", this::notice),
                stated(form, "objection", this::objection),
                stated(form, "appeal", each(this::instance)), stated(form, "validity", ProcedureReader::inForce),
                stated(form, "surveillance", each(this::surveillance)), stated(form, "rectification", this::rectification),
                stated(form, "suspension", this::suspension), stated(form, "cool_down", this::coolDown),
                stated(form, "plaque", this::plaque),
                stated(form, "reorganisation", this::reorganisation), stated(form, "follow_up", each(this::followUp)),
                since2(form, "survey", ProcedureReader::survey), since2(form, "moderation", ProcedureReader::moderation),
                since2(form, "guards", ProcedureReader::guards), since2(form, "downgrade", ProcedureReader::downgrade),
                since2(form, "promotion", ProcedureReader::promotion),
                since2(form, "scoring", ProcedureReader::scoring), since2(form, "zone", ProcedureReader::zone),
                since2(form, "impact", ProcedureReader::impact), since2(form, "entry", ProcedureReader::entry),
                since2(form, "joint", each(this::joint)),
                since2(form, "skip", ProcedureReader::skip), since2(form, "calibration", ProcedureReader::calibration),
                since2(form, "effects", each(ProcedureReader::effect)), since2(form, "remind_before", ProcedureReader::remindBefore));
        form.close();
        return procedure;
    }

    private static <T> Stated<T> stated(Node node, Function<Node, T> reader) {
        if (node.is("not_stated")) {
            return new Stated.NotStated<>();
        }
        return node.is("none") ? new Stated.None<>() : new Stated.Is<>(reader.apply(node));
    }

    private static <T> Stated<T> stated(Form form, String key, Function<Node, T> reader) {
        return stated(form.need(key), reader);
    }

    /* A key that may be left out counts as none. */
    private static <T> Stated<T> optional(Form form, String key, Function<Node, T> reader) {
        return form.may(key).map(node -> stated(node, reader)).orElseGet(Stated.None::new);
    }

    /* A key that language 2 adds; a document of language 1 that has it is refused, as for any key nobody knows. */
    private <T> Stated<T> since2(Form form, String key, Function<Node, T> reader) {
        return language < 2 ? new Stated.None<>() : optional(form, key, reader);
    }

    private static Procedure.Survey survey(Node node) {
        return Form.read(node, form -> new Procedure.Survey(stated(form, "least_answered", ProcedureReader::share)));
    }

    private static Exact share(Node node) {
        Exact share = Grammar.number(node);
        if (share.compareTo(Exact.ZERO) < 0 || share.compareTo(Exact.of(1)) > 0) {
            throw new MalformedException("L104", node, "a share lies between 0 and 1");
        }
        return share;
    }

    private static Procedure.Moderation moderation(Node node) {
        return Form.read(node, form -> new Procedure.Moderation(stated(form, "spread", Grammar::number),
                optional(form, "sample", ProcedureReader::share)));
    }

    private static Procedure.Scoring scoring(Node node) {
        return Form.read(node, form -> new Procedure.Scoring(stated(form, "reason_for_less", Form::yesNo)));
    }

    private static Procedure.ImpactLimit impact(Node node) {
        return Form.read(node, form -> new Procedure.ImpactLimit(optional(form, "most_falling", ProcedureReader::share),
                optional(form, "most_moving", ProcedureReader::share), optional(form, "most_cut_move", Grammar::number)));
    }

    private static Procedure.Entry entry(Node node) {
        return Form.read(node, form -> new Procedure.Entry(stated(form, "months_since_founding", ProcedureReader::count),
                stated(form, "bars", bars -> Form.items(bars).stream().map(bar -> Form.oneOf(Procedure.EntryBar.class, bar)).toList())));
    }

    private static Procedure.Effect effect(Node node) {
        return Form.read(node, form -> new Procedure.Effect(Form.oneOf(Procedure.Happening.class, form.need("on")),
                stated(form, "codes", it -> it.is("any") ? List.of() : words(it)), missed(form.need("then"))));
    }

    private static Procedure.RemindBefore remindBefore(Node node) {
        return Form.read(node, form -> new Procedure.RemindBefore(stated(form, "days", ProcedureReader::count),
                stated(form, "day_type", ProcedureReader::dayType)));
    }

    private static Procedure.Calibration calibration(Node node) {
        return Form.read(node, form -> new Procedure.Calibration(stated(form, "most_apart", Grammar::number)));
    }

    private static List<Procedure.Kind> skip(Node node) {
        return Form.items(node).stream().map(oneOf("desk_review", "site_visit", "moderation"))
                .map(kind -> Procedure.Kind.valueOf(kind.toUpperCase(Locale.ROOT))).toList();
    }

    private Procedure.Joint joint(Node node) {
        return Form.read(node, form -> new Procedure.Joint(form.text("id"), stated(form, "body", Form::text), words(form.need("of")),
                grammar.label(form)));
    }

    private static ZoneId zone(Node node) {
        try {
            return ZoneId.of(Form.text(node));
        } catch (DateTimeException e) {
            throw new MalformedException("L104", node, "'" + Form.text(node) + "' is no time zone, such as Asia/Shanghai");
        }
    }

    private static Procedure.Guards guards(Node node) {
        return Form.read(node, form -> new Procedure.Guards(stated(form, "former_post_years", ProcedureReader::count)));
    }

    private static Procedure.Downgrade downgrade(Node node) {
        return Form.read(node, form -> new Procedure.Downgrade(stated(form, "grounds", ProcedureReader::words),
                stated(form, "most_steps", ProcedureReader::count)));
    }

    private static Procedure.Promotion promotion(Node node) {
        return Form.read(node, form -> new Procedure.Promotion(stated(form, "most_steps", ProcedureReader::count)));
    }

    private <T> Function<Node, List<T>> each(Function<Node, T> reader) {
        return node -> grammar.each(node, reader);
    }

    private static List<String> words(Node node) {
        return Form.items(node).stream().map(Form::text).toList();
    }

    private static List<String> recusal(Node node) {
        return Form.items(node).stream().map(oneOf("scored", "visited", "moderated", "decided", "members")).toList();
    }

    private static int count(Node node) {
        return Form.whole(node, 1);
    }

    private static Procedure.DayType dayType(Node node) {
        return Form.oneOf(Procedure.DayType.class, node);
    }

    private Procedure.Period period(Node node) {
        Form form = new Form(node);
        Procedure.Unit unit = null;
        for (Procedure.Unit known : Procedure.Unit.values()) {
            if (form.has(word(known))) {
                unit = known;
            }
        }
        if (unit == null) {
            throw new MalformedException("L101", node, "a period needs days, months or years");
        }
        Procedure.Period period = new Procedure.Period(stated(form, word(unit), ProcedureReader::count), unit,
                unit == Procedure.Unit.DAYS ? stated(form, "day_type", ProcedureReader::dayType)
                : optional(form, "day_type", ProcedureReader::dayType),
                stated(form, "from", Form::text), stated(form, "first_day_counts", Form::yesNo));
        form.close();
        return period;
    }

    private static String word(Procedure.Unit unit) {
        return switch (unit) {
            case DAYS -> "days";
            case MONTHS -> "months";
            case YEARS -> "years";
        };
    }

    private static Procedure.Levels levels(Node node) {
        if (node.is("any")) {
            return new Procedure.Levels.Any();
        }
        Cohort.Set set = Grammar.levelSet(node);
        return new Procedure.Levels.Some(set.op(), set.level());
    }

    private static Procedure.Levels levelsOrAny(Form form) {
        return form.may("levels").map(ProcedureReader::levels).orElseGet(Procedure.Levels.Any::new);
    }

    private Procedure.Stage stage(Node node) {
        Form form = new Form(node);
        String id = form.text("id");
        Procedure.Stage stage = new Procedure.Stage(id, kind(form, id), form.text("actor"), stated(form, "due", this::due),
                optional(form, "if_late", oneOf("lapse", "warn", "escalate", "proceed")), levelsOrAny(form), grammar.label(form));
        form.close();
        return stage;
    }

    /* A document of language 1 has no key for it, but its ids often are the words. */
    private Optional<Procedure.Kind> kind(Form form, String id) {
        Optional<Node> said = language < 2 ? Optional.empty() : form.may("kind");
        return said.map(node -> Form.oneOf(Procedure.Kind.class, node)).or(() -> Stream.of(Procedure.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(id)).findFirst());
    }

    private static Function<Node, String> oneOf(String... words) {
        return node -> {
            if (!List.of(words).contains(Form.text(node))) {
                throw new MalformedException("L101", node, "one of " + String.join(", ", words) + " is needed here");
            }
            return Form.text(node);
        };
    }

    private Procedure.Due due(Node node) {
        Form form = new Form(node);
        if (form.has("date")) {
            Procedure.Due on = new Procedure.Due.On(monthDay(form.need("date")));
            form.close();
            return on;
        }
        if (!form.has("to")) {
            return new Procedure.Due.Within(period(node));
        }
        Procedure.Due between = new Procedure.Due.Between(monthDay(form.need("from")), monthDay(form.need("to")));
        form.close();
        return between;
    }

    private static MonthDay monthDay(Node node) {
        String text = Form.text(node);
        try {
            if (text.matches("[0-9]{2}-[0-9]{2}")) {
                return MonthDay.parse("--" + text);
            }
        } catch (DateTimeException e) {
            throw new MalformedException("L104", node, "'" + text + "' is not a day MM-DD");
        }
        throw new MalformedException("L104", node, "'" + text + "' is not a day MM-DD");
    }

    private Procedure.Decision decision(Node node) {
        return Form.read(node, form -> new Procedure.Decision(levels(form.need("levels")), form.text("body"),
                stated(form, "quorum", Form::text),
                stated(form, "may_depart", ProcedureReader::departure)));
    }

    private static Procedure.Departure departure(Node node) {
        Form form = new Form(node);
        if (!form.need("reason").is("required")) {
            throw new MalformedException("L101", form.need("reason"), "required is needed here: no departure without a reason");
        }
        Procedure.Departure departure = new Procedure.Departure(form.whole("up", 0), form.whole("down", 0));
        form.close();
        return departure;
    }

    private Procedure.Notice notice(Node node) {
        return Form.read(node, form -> new Procedure.Notice(stated(form, "days", ProcedureReader::count),
                stated(form, "day_type", ProcedureReader::dayType),
                stated(form, "posting_day_counts", Form::yesNo), levelsOrAny(form), stated(form, "holds_on_objection", Form::yesNo)));
    }

    private Procedure.Objection objection(Node node) {
        return Form.read(node, form -> new Procedure.Objection(
                stated(form, "within", it -> it.is("notice") ? new Procedure.Within.TheNotice() : new Procedure.Within.APeriod(period(it))),
                stated(form, "by", Form::text), stated(form, "form", Form::text), stated(form, "body", Form::text),
                stated(form, "vote", Form::text),
                stated(form, "answer", this::period), stated(form, "recusal", ProcedureReader::recusal),
                stated(form, "may_lower", Form::yesNo)));
    }

    private Procedure.Instance instance(Node node) {
        return Form.read(node, form -> new Procedure.Instance(form.text("id"), stated(form, "within", this::period),
                stated(form, "grounds", it -> it.is("any") ? List.of() : words(it)), stated(form, "max_requests", ProcedureReader::count),
                stated(form, "may_lower", Form::yesNo), stated(form, "may_extend", Form::yesNo), stated(form, "new_evidence", Form::yesNo),
                stated(form, "suspends_level", Form::yesNo), stated(form, "recusal", ProcedureReader::recusal),
                stated(form, "body", Form::text),
                stated(form, "answer", this::period)));
    }

    private static Procedure.InForce inForce(Node node) {
        Form form = new Form(node);
        Procedure.InForce inForce = switch (form.text("kind")) {
            case "until_next_round" -> new Procedure.InForce.UntilNextRound();
            case "unlimited" -> new Procedure.InForce.Unlimited();
            case "years" -> new Procedure.InForce.Years(form.whole("years", 1), oneOf("announcement", "decision")
                    .apply(form.need("starts")));
            case "calendar_years" -> new Procedure.InForce.CalendarYears(form.whole("years", 1), oneOf("next_january_1")
                    .apply(form.need("starts")));
            default -> throw new MalformedException("L101", form.need("kind"), "unknown kind of validity");
        };
        form.close();
        return inForce;
    }

    private Procedure.Surveillance surveillance(Node node) {
        return Form.read(node, form -> new Procedure.Surveillance(form.text("id"), stated(form, "every", Form::text),
                stated(form, "share", Grammar::number), stated(form, "levels", ProcedureReader::levels),
                stated(form, "trigger", ProcedureReader::words)));
    }

    private Procedure.Rectification rectification(Node node) {
        return Form.read(node, form -> new Procedure.Rectification(stated(form, "days", ProcedureReader::count),
                stated(form, "day_type", ProcedureReader::dayType), stated(form, "if_missed", ProcedureReader::missed),
                optional(form, "trigger", Grammar::predicate)));
    }

    private static Procedure.Missed missed(Node node) {
        if (node instanceof Node.Text) {
            return new Procedure.Missed.Word(oneOf("judge", "suspend", "withdraw").apply(node));
        }
        Form form = new Form(node);
        int by = form.whole("move", Integer.MIN_VALUE);
        if (by >= 0) {
            throw new MalformedException("L104", form.need("move"), "a star is moved down here: -1 or less");
        }
        Procedure.Missed moved = new Procedure.Missed.Moved(by);
        form.close();
        return moved;
    }

    private Procedure.Suspension suspension(Node node) {
        return Form.read(node, form -> new Procedure.Suspension(stated(form, "max", this::period),
                stated(form, "then", oneOf("judge", "withdraw", "reinstate"))));
    }

    private Procedure.CoolDown coolDown(Node node) {
        return Form.read(node, form -> new Procedure.CoolDown(stated(form, "after", ProcedureReader::words),
                stated(form, "years", ProcedureReader::count),
                stated(form, "applies_to", it -> it.is("any") ? List.of("unit", "successor") : Form.items(it).stream()
                        .map(oneOf("unit", "successor")).toList())));
    }

    private Procedure.Plaque plaque(Node node) {
        return Form.read(node, form -> new Procedure.Plaque(stated(form, "levels", ProcedureReader::levels),
                stated(form, "return_within", this::period),
                stated(form, "if_not_returned", oneOf("announce_void"))));
    }

    private Map<String, Stated<String>> reorganisation(Node node) {
        Form form = new Form(node);
        Map<String, Stated<String>> policies = new LinkedHashMap<>();
        for (String kind : REORGANISATIONS) {
            policies.put(kind, stated(form, kind, oneOf("carry", "lower_of_both", "provisional", "unrated", "close", "judge")));
        }
        form.close();
        return policies;
    }

    private Procedure.FollowUp followUp(Node node) {
        return Form.read(node, form -> new Procedure.FollowUp(levels(form.need("levels")), form.text("action"), grammar.label(form)));
    }

    /** The paths, under the procedure, on which the text is silent. */
    static List<String> silences(Node procedure) {
        return switch (procedure) {
            case Node.Text text -> text.is("not_stated") ? List.of(text.path()) : List.of();
            case Node.Items items -> items.items().stream().flatMap(item -> silences(item).stream()).toList();
            case Node.Fields fields -> fields.fields().values().stream().flatMap(part -> silences(part).stream()).toList();
        };
    }

    /** @throws IllegalArgumentException when the node has no such child */
    static Node child(Node node, String key) {
        return Optional.of(node).map(it -> ((Node.Fields) it).fields().get(key))
                .orElseThrow(() -> new IllegalArgumentException("no " + key));
    }
}
