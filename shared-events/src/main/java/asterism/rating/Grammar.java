package asterism.rating;

import asterism.document.Finding;
import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Node;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The small forms of the language that many parts share: labels, numbers, operands, predicates, endings, roundings. */
final class Grammar {
    private static final Map<String, Predicate.Op> OPS = Map.of(
            "is", Predicate.Op.IS, "is_not", Predicate.Op.IS_NOT, "at_least", Predicate.Op.AT_LEAST, "above", Predicate.Op.ABOVE,
            "at_most", Predicate.Op.AT_MOST, "below", Predicate.Op.BELOW);
    private static final Set<String> SCALARS_ONLY = Set.of("none", "not_stated");

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return findings;
    }

    /** Reads every part, collecting one finding for each that is malformed. */
    <T> List<T> each(Node node, Function<Node, T> reader) {
        List<T> read = new ArrayList<>();
        for (Node item : Form.items(node)) {
            collect(() -> reader.apply(item)).ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    /** As {@link #each}, for named parts; the word none is no parts. */
    <T> Map<String, T> eachNamed(Node node, NamedReader<T> reader) {
        Map<String, T> read = new java.util.LinkedHashMap<>();
        if (!node.is("none")) {
            Form.named(node, Function.identity()).forEach((name, part) -> collect(() -> reader.read(name, part))
                    .ifPresent(it -> read.put(name, it)));
        }
        return java.util.Collections.unmodifiableMap(read);
    }

    interface NamedReader<T> {
        T read(String name, Node node);
    }

    <T> Optional<T> collect(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (MalformedException e) {
            findings.add(e.finding());
            return Optional.empty();
        }
    }

    /** A label that lacks a language, or was cut at a comma, is a finding but keeps nothing from being read. */
    Label label(Node node) {
        if (!(node instanceof Node.Fields(Map<String, Node> fields, var _, String _))) {
            findings.add(Finding.error("L106", node, "a label is {zh: …, en: …}"));
            return new Label("", "");
        }
        Consumer<String> report = message -> findings.add(Finding.error("L106", node, message));
        fields.keySet().stream().filter(key -> !key.equals("zh") && !key.equals("en")).findFirst()
                .ifPresent(key -> report.accept("a label has zh and en only; '" + key
                        + "' may be the rest of a text with a comma: put it in quotes"));
        return new Label(language(fields, "zh", report), language(fields, "en", report));
    }

    private static String language(Map<String, Node> fields, String key, Consumer<String> report) {
        if (fields.get(key) instanceof Node.Text text && !text.value().isBlank()) {
            return text.value();
        }
        report.accept("the label lacks " + key);
        return "";
    }

    Label label(Form form) {
        return label(form, "label");
    }

    Label label(Form form, String key) {
        Optional<Node> node = form.may(key);
        if (node.isEmpty()) {
            findings.add(Finding.error("L106", form.node(), "the label is missing"));
            return new Label("", "");
        }
        return label(node.get());
    }

    @Nullable Label reading(Form form) {
        return form.may("reading").map(this::label).orElse(null);
    }

    static @Nullable String noneOr(Node node) {
        String text = Form.text(node);
        return text.equals("none") ? null : text;
    }

    static Exact number(Node node) {
        return Exact.parse(Form.text(node))
                .orElseThrow(() -> new MalformedException("L104", node, "'" + Form.text(node) + "' is not a number"));
    }

    static LocalDate day(Node node) {
        return Operand.day(Form.text(node))
                .orElseThrow(() -> new MalformedException("L104", node, "'" + Form.text(node) + "' is not a day YYYY-MM-DD"));
    }

    static Operand operand(Node node) {
        return switch (node) {
            case Node.Text text when SCALARS_ONLY.contains(text.value()) ->
                    throw new MalformedException("L101", node, "a value or {name: …} is needed here");
            case Node.Text text -> Operand.Literal.of(text.value());
            case Node.Items _ -> throw new MalformedException("L101", node, "one value or {name: …} is needed here");
            case Node.Fields _ -> {
                Form form = new Form(node);
                String name = form.text("name");
                Optional<Node> unit = form.may("unit");
                Operand.Shift shift = form.may("plus")
                        .map(by -> new Operand.Shift(number(by), unit.map(it -> Form.oneOf(Operand.Span.class, it)).orElse(null)))
                        .orElse(null);
                if (shift == null && unit.isPresent()) {
                    throw new MalformedException("L101", unit.get(), "a unit needs a plus");
                }
                form.close();
                yield new Operand.Name(name, shift);
            }
        };
    }

    static Predicate predicate(Node node) {
        Form form = new Form(node);
        for (String word : List.of("all", "any", "not")) {
            if (form.has(word)) {
                Node of = form.need(word);
                form.close();
                return switch (word) {
                    case "all" -> new Predicate.All(predicates(of));
                    case "any" -> new Predicate.Any(predicates(of));
                    default -> new Predicate.Not(predicate(of));
                };
            }
        }
        String name = form.text("name");
        return new Predicate.Compare(name, tests(form, form.keys().stream().filter(key -> !key.equals("name")).toList()));
    }

    static List<Predicate> predicates(Node node) {
        List<Predicate> of = Form.items(node).stream().map(Grammar::predicate).toList();
        if (of.isEmpty()) {
            throw new MalformedException("L101", node, "at least one condition is needed here");
        }
        return of;
    }

    static List<Predicate.Test> tests(Form form, List<String> ops) {
        if (ops.isEmpty()) {
            throw new MalformedException("L101", form.node(), "a comparison is missing, such as is or at_least");
        }
        return ops.stream().map(op -> test(op, form.need(op))).toList();
    }

    private static Predicate.Test test(String op, Node node) {
        return switch (op) {
            case "missing" -> new Predicate.Test.Missing(Form.yesNo(node));
            case "in" -> new Predicate.Test.In(Form.items(node).stream().map(Grammar::operand).toList());
            default -> new Predicate.Test.Against(op(op, node), operand(node));
        };
    }

    static Predicate.Op op(String word, Node node) {
        Predicate.Op op = OPS.get(word);
        if (op == null) {
            throw new MalformedException("L101", node, "unknown comparison " + word);
        }
        return op;
    }

    /** A mapping with exactly one of the comparisons of levels: {@code {at_most: 4}}. */
    static Cohort.Set levelSet(Node node) {
        Form form = new Form(node);
        if (form.keys().size() != 1) {
            throw new MalformedException("L101", node, "exactly one of is, at_least, at_most is needed here");
        }
        String word = form.keys().iterator().next();
        if (!Set.of("is", "at_least", "at_most").contains(word)) {
            throw new MalformedException("L101", form.need(word), "unknown key " + word);
        }
        return new Cohort.Set(op(word, form.need(word)), form.text(word));
    }

    static Ending ending(Node node) {
        return Form.read(node, form -> form.has("not_rated") ? new Ending.NotRated(form.text("not_rated"))
                : new Ending.Undetermined(form.text("undetermined")));
    }

    static Result result(Node node) {
        return switch (node) {
            case Node.Fields _ -> ending(node);
            case Node.Text _ when node.is("unset") -> new Result.Unset();
            case Node.Text _, Node.Items _ -> new Result.ToLevel(Form.text(node));
        };
    }

    static WhenMissing whenMissing(Node node) {
        if (node.is("allowed")) {
            return new WhenMissing.Allowed();
        }
        Form form = new Form(node);
        if (!form.has("use")) {
            return ending(node);
        }
        WhenMissing use = new WhenMissing.Use(Operand.Literal.of(form.text("use")));
        form.close();
        return use;
    }

    static Rounding rounding(Node node) {
        if (node.is("exact")) {
            return new Rounding.Exactly();
        }
        return Form.read(node, form -> new Rounding.To(form.whole("scale", 0), mode(form.need("mode"))));
    }

    static RoundingMode mode(Node node) {
        if (node.is("unnecessary")) {
            throw new MalformedException("L101", node, "unknown rounding mode");
        }
        return Form.oneOf(RoundingMode.class, node);
    }
}
