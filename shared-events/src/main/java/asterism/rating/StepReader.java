package asterism.rating;

import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the pipeline of one unit. */
final class StepReader {
    private static final Map<String, Function<Node, Verb>> VERBS = Map.of(
            "stop", StepReader::stop, "add", StepReader::add, "count", StepReader::count, "take", StepReader::take, "band",
            StepReader::band,
            "decide", StepReader::decide, "move", StepReader::move, "limit", StepReader::limit, "judge", StepReader::judge);

    private StepReader() {
    }

    static Step step(Grammar grammar, Node node) {
        Form form = new Form(node);
        String id = form.text("id");
        List<String> verbs = form.keys().stream().filter(VERBS::containsKey).toList();
        if (verbs.size() != 1) {
            throw new MalformedException("L101", node, "a step has exactly one verb; this has "
                    + (verbs.isEmpty() ? "none" : String.join(" and ", verbs)));
        }
        Predicate condition = form.may("if").map(Grammar::predicate).orElse(null);
        Verb verb = java.util.Objects.requireNonNull(VERBS.get(verbs.getFirst())).apply(form.need(verbs.getFirst()));
        Step step = new Step(id, grammar.label(form), grammar.reading(form), condition, verb);
        form.close();
        return step;
    }

    private static Verb stop(Node node) {
        Form form = new Form(node);
        if (!form.has("level")) {
            return new Verb.Stop(Grammar.ending(node));
        }
        Verb stop = new Verb.Stop(new StopAt.AtLevel(Grammar.operand(form.need("level")), form.text("because")));
        form.close();
        return stop;
    }

    private static Verb add(Node node) {
        Form form = new Form(node);
        boolean mean = meanOrSum(form.need("as"));
        Verb.MissingParts missing = Form.oneOf(Verb.MissingParts.class, form.need("missing_parts"));
        if (!mean && missing == Verb.MissingParts.RENORMALISE) {
            throw new MalformedException("L101", form.need("missing_parts"), "a sum cannot be renormalised");
        }
        Verb add = new Verb.Add(parts(form, StepReader::weighted), mean, missing, Grammar.rounding(form.need("round")),
                form.may("at_least_present").map(n -> Form.whole(n, 0)).orElse(0));
        form.close();
        return add;
    }

    private static boolean meanOrSum(Node node) {
        return switch (Form.text(node)) {
            case "mean" -> true;
            case "sum" -> false;
            default -> throw new MalformedException("L101", node, "sum or mean is needed here");
        };
    }

    private static Verb.Parts parts(Form form, Function<Node, Verb.Weighted> reader) {
        if (form.has("of") == form.has("of_part")) {
            throw new MalformedException("L101", form.node(), "exactly one of of and of_part is needed here");
        }
        return form.has("of") ? new Verb.Parts.Named(notEmpty(form.need("of"), reader)) : new Verb.Parts.OfPart(form.text("of_part"));
    }

    private static <T> List<T> notEmpty(Node node, Function<Node, T> reader) {
        List<T> read = Form.items(node).stream().map(reader).toList();
        if (read.isEmpty()) {
            throw new MalformedException("L101", node, "the list is empty");
        }
        return read;
    }

    private static Verb.Weighted weighted(Node node) {
        if (node instanceof Node.Text) {
            return plain(node);
        }
        return Form.read(node, form -> new Verb.Weighted(form.text("name"), Grammar.number(form.need("weight"))));
    }

    private static Verb.Weighted plain(Node node) {
        return new Verb.Weighted(Form.text(node), null);
    }

    private static Verb count(Node node) {
        Form form = new Form(node);
        Verb.Counted counted;
        if (form.has("conditions")) {
            counted = new Verb.Counted.Conditions(Grammar.predicates(form.need("conditions")));
        } else {
            Form where = new Form(form.need("where"));
            counted = new Verb.Counted.Where(parts(form, StepReader::plain), Grammar.tests(where, List.copyOf(where.keys())));
        }
        form.close();
        return new Verb.Count(counted);
    }

    private static Verb take(Node node) {
        Form form = new Form(node);
        List<String> of = notEmpty(form.need("of"), Form::text);
        Verb.Which which = Form.oneOf(Verb.Which.class, form.need("which"));
        if (which == Verb.Which.ONLY && of.size() != 1) {
            throw new MalformedException("L101", form.need("of"), "only takes exactly one name");
        }
        Verb take = new Verb.Take(which, of, sets(form));
        form.close();
        return take;
    }

    private static @Nullable String sets(Form form) {
        return form.may("sets").map(Form::text).orElse(null);
    }

    private static Verb band(Node node) {
        Form form = new Form(node);
        String of = form.text("of");
        Verb.Cutting cutting = form.has("cuts")
                ? cuts(Form.oneOf(Verb.Direction.class, form.need("direction")), form.need("cuts"))
                : new Verb.Cutting.Rows(notEmpty(form.need("rows"), StepReader::bandRow), Grammar.result(form.need("otherwise")));
        Verb band = new Verb.Band(of, cutting, sets(form));
        form.close();
        return band;
    }

    private static Verb.BandRow bandRow(Node node) {
        Form form = new Form(node);
        Verb.BandRow row = new Verb.BandRow(bound(form, "from", "above"), bound(form, "to", "below"), Grammar.result(form.need("result")));
        if (row.lower() == null && row.upper() == null) {
            throw new MalformedException("L101", node, "a band row needs a bound");
        }
        form.close();
        return row;
    }

    private static Verb.@Nullable Bound bound(Form form, String included, String excluded) {
        if (form.has(included) && form.has(excluded)) {
            throw new MalformedException("L101", form.node(), "either " + included + " or " + excluded + ", not both");
        }
        Optional<Node> at = form.may(included);
        return at.or(() -> form.may(excluded)).map(node -> new Verb.Bound(Grammar.number(node), at.isPresent())).orElse(null);
    }

    private static Verb.Cutting cuts(Verb.Direction direction, Node node) {
        Form form = new Form(node);
        Node bound = form.need("bound");
        if (!bound.is("from") && !bound.is("above")) {
            throw new MalformedException("L101", bound, "from or above is needed here");
        }
        Verb.Cutting cuts = new Verb.Cutting.Cuts(direction, form.text("table"), form.list("by", Form::text),
                form.list("columns", Form::text),
                bound.is("from"), form.list("results", Form::text), Grammar.ending(form.need("no_row")));
        form.close();
        return cuts;
    }

    private static Verb decide(Node node) {
        return Form.read(node, form -> new Verb.Decide(Form.oneOf(Verb.Mode.class, form.need("mode")), notEmptyOrNone(form.need("rows")),
                Grammar.result(form.need("otherwise")), sets(form)));
    }

    private static List<Verb.Decide.Row> notEmptyOrNone(Node rows) {
        return Form.items(rows).stream().map(StepReader::decideRow).toList();
    }

    private static Verb.Decide.Row decideRow(Node node) {
        return Form.read(node, form -> new Verb.Decide.Row(Grammar.result(form.need("result")), Grammar.predicate(form.need("when"))));
    }

    private static Verb move(Node node) {
        Form form = new Form(node);
        List<Node> clamp = Form.items(form.need("clamp"));
        if (clamp.size() != 2) {
            throw new MalformedException("L101", form.need("clamp"), "clamp is [lowest, highest]");
        }
        Verb move = new Verb.Move(form.text("on"), notEmpty(form.need("rules"), StepReader::rule), Form.text(clamp.get(0)),
                Form.text(clamp.get(1)));
        form.close();
        return move;
    }

    private static Verb.Move.Rule rule(Node node) {
        return Form.read(node, form -> new Verb.Move.Rule(form.whole("by", Integer.MIN_VALUE), Grammar.predicate(form.need("when"))));
    }

    private static Verb limit(Node node) {
        Form form = new Form(node);
        Verb.Limit limit = new Verb.Limit(form.text("on"), form.may("at_most").map(Grammar::operand).orElse(null),
                form.may("at_least").map(Grammar::operand).orElse(null));
        if (limit.atMost() == null && limit.atLeast() == null) {
            throw new MalformedException("L101", node, "a limit needs at_most or at_least");
        }
        form.close();
        return limit;
    }

    private static Verb judge(Node node) {
        Form form = new Form(node);
        Node options = form.need("options");
        Node undecided = form.need("undecided");
        if (!undecided.is("undetermined") && !undecided.is("keep")) {
            throw new MalformedException("L101", undecided, "undetermined or keep is needed here");
        }
        if (!form.has("body")) {
            throw new MalformedException("L102", node, "a judgement needs the body that makes it");
        }
        Verb judge = new Verb.Judge(options.is("any") ? null : notEmpty(options, Grammar::operand), form.text("decision"),
                undecided.is("keep"),
                form.text("body"));
        form.close();
        return judge;
    }
}
