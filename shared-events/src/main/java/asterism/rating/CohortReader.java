package asterism.rating;

import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Node;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the rules about sets of units. */
final class CohortReader {
    private final Grammar grammar;

    CohortReader(Grammar grammar) {
        this.grammar = grammar;
    }

    @Nullable Cohort cohort(Node node) {
        if (node.is("none")) {
            return null;
        }
        return Form.read(node, form -> new Cohort(form.list("scope", Form::text), grammar.each(form.need("quotas"), this::quota)));
    }

    private Cohort.Quota quota(Node node) {
        Form form = new Form(node);
        String kind = form.text("kind");
        Cohort.Head head = new Cohort.Head(form.text("id"), grammar.label(form), grammar.reading(form),
                Grammar.levelSet(form.need("levels")),
                share(form.need("share")), Form.oneOf(Cohort.Base.class, form.need("base")), Grammar.mode(must(form, "rounding")));
        Cohort.Quota quota = switch (kind) {
            case "guide" -> new Cohort.Guide(head, Grammar.number(form.need("tolerance")));
            case "max", "min" -> hard(form, head, kind.equals("max"));
            default -> throw new MalformedException("L101", form.need("kind"), "max, min or guide is needed here");
        };
        form.close();
        return quota;
    }

    /** A quota that leaves a choice open is a finding of its own. */
    private static Node must(Form form, String key) {
        if (!form.has(key)) {
            throw new MalformedException("L401", form.node(), "the quota does not say its " + key);
        }
        return form.need(key);
    }

    private static Cohort.Share share(Node node) {
        if (node instanceof Node.Text) {
            return new Cohort.Share.Fixed(Grammar.number(node));
        }
        Form form = new Form(node);
        Node by = form.need("by");
        Cohort.Share share = new Cohort.Share.FromTable(form.text("table"), by instanceof Node.Text ? List.of(Form.text(by))
                : form.list("by", Form::text),
                form.text("column"));
        form.close();
        return share;
    }

    private static Cohort.Quota hard(Form form, Cohort.Head head, boolean max) {
        Form ties = new Form(must(form, "ties"));
        Cohort.Ties rule = new Cohort.Ties(keys(ties.need("then_by")), Form.oneOf(Cohort.StillTied.class, must(ties, "still_tied")));
        ties.close();
        Node wait = must(form, "while_undetermined");
        if (!wait.is("wait") && !wait.is("ignore")) {
            throw new MalformedException("L101", wait, "wait or ignore is needed here");
        }
        return new Cohort.Hard(head, max, keys(form.need("rank_by")), rule, protection(form.need("protected")),
                Form.oneOf(Cohort.IfBroken.class, must(form, "if_broken")), displaced(must(form, "displaced")), wait.is("wait"));
    }

    private static List<Cohort.Key> keys(Node node) {
        return node.is("none") ? List.of() : Form.items(node).stream().map(CohortReader::key).toList();
    }

    private static Cohort.Key key(Node node) {
        Form form = new Form(node);
        Node first = form.need("first");
        if (!first.is("highest") && !first.is("lowest")) {
            throw new MalformedException("L101", first, "highest or lowest is needed here");
        }
        Cohort.Key key = new Cohort.Key(form.text("name"), first.is("highest"));
        form.close();
        return key;
    }

    private static Cohort.@Nullable Protection protection(Node node) {
        if (node.is("none")) {
            return null;
        }
        return Form.read(node, form -> new Cohort.Protection(Grammar.predicate(form.need("when")), form.yesNo("use_seats")));
    }

    private static Cohort.Displaced displaced(Node node) {
        Form form = new Form(node);
        Node to = form.need("to");
        Result target = to.is("next_lower") ? null : Grammar.result(to);
        if (target instanceof Result.Unset || target instanceof Ending.Undetermined) {
            throw new MalformedException("L101", to, "next_lower, a level or {not_rated: CODE} is needed here, not "
                    + target.toString().toLowerCase(Locale.ROOT));
        }
        Cohort.Displaced displaced = new Cohort.Displaced(target, form.yesNo("counts_there"));
        form.close();
        return displaced;
    }
}
