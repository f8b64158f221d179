package asterism.rating;

import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what comes in: inputs, indicators, assessor groups, tables. */
final class PartsReader {
    private final Grammar grammar;
    private final TableFiles files;
    private final int language;

    PartsReader(Grammar grammar, TableFiles files, int language) {
        this.grammar = grammar;
        this.files = files;
        this.language = language;
    }

    Input input(String name, Node node) {
        Form form = new Form(node);
        Input.Type type = switch (form.text("type")) {
            case "number" -> number(form);
            case "level" -> new Input.Type.OfLevel();
            case "yes_no" -> new Input.Type.YesNo();
            case "choice" -> new Input.Type.Choice(form.list("values", Form::text));
            case "date" -> new Input.Type.Date();
            case "text" -> new Input.Type.Text();
            default -> throw new MalformedException("L101", form.need("type"), "unknown type " + form.text("type"));
        };
        Input.Source source = Form.oneOf(Input.Source.class, form.need("source"));
        if (source == Input.Source.ROUND_YEAR && (language < 2 || !(type instanceof Input.Type.Text))) {
            throw new MalformedException("L101", form.need("source"), "the year of the round is a text, and of language 2");
        }
        Input input = new Input(name, type, source, Grammar.whenMissing(form.need("missing")),
                grammar.label(form));
        form.close();
        return input;
    }

    private static Input.Type number(Form form) {
        List<Node> range = Form.items(form.need("range"));
        if (range.size() != 2) {
            throw new MalformedException("L101", form.need("range"), "range is [min, max]");
        }
        return new Input.Type.Numeric(openOr(range.get(0)), openOr(range.get(1)), scale(form.need("scale")),
                Grammar.noneOr(form.need("by")));
    }

    private static @Nullable Exact openOr(Node node) {
        return node.is("open") ? null : Grammar.number(node);
    }

    private static @Nullable Integer scale(Node node) {
        return node.is("any") ? null : Form.whole(node, 0);
    }

    Indicator indicator(Node node) {
        Form form = new Form(node);
        Indicator.Method method = switch (form.text("method")) {
            case "given" -> new Indicator.Method.Given(Grammar.noneOr(form.need("by")));
            case "deducted" -> new Indicator.Method.Deducted(form.list("items", this::item), form.yesNo("free_points"));
            case "collected" -> new Indicator.Method.Collected(form.list("items", this::item), form.yesNo("free_points"));
            default -> throw new MalformedException("L101", form.need("method"), "given, deducted or collected is needed here");
        };
        Indicator indicator = new Indicator(form.text("id"), form.text("part"), method, Grammar.number(form.need("max")),
                Grammar.number(form.need("floor")), scale(form.need("scale")), Grammar.whenMissing(form.need("missing")),
                grammar.label(form));
        form.close();
        return indicator;
    }

    private Indicator.Item item(Node node) {
        return Form.read(node, form -> new Indicator.Item(form.text("id"), Grammar.number(form.need("points")), grammar.label(form)));
    }

    Assessors assessors(String name, Node node) {
        Form form = new Form(node);
        Node combine = form.need("combine");
        Assessors group = new Assessors(name, grammar.label(form), form.whole("min", 0), Form.oneOf(Assessors.On.class, form.need("on")),
                combine(combine), Grammar.rounding(form.need("round")), Grammar.ending(form.need("too_few")), grammar.reading(form));
        form.close();
        return group;
    }

    private static Assessors.Combine combine(Node node) {
        if (node instanceof Node.Fields) {
            return Form.read(node, form -> new Assessors.Combine.Trimmed(form.whole("trimmed", 0)));
        }
        return switch (Form.text(node)) {
            case "mean" -> new Assessors.Combine.Mean();
            case "median" -> new Assessors.Combine.Median();
            case "committee" -> new Assessors.Combine.Committee();
            default -> throw new MalformedException("L101", node, "mean, median, {trimmed: n} or committee is needed here");
        };
    }

    Table table(String name, Node node) {
        Form form = new Form(node);
        List<String> keys = form.list("keys", Form::text);
        List<String> columns = form.list("columns", Form::text);
        List<Table.Line> rows = form.has("file") ? fromFile(form, keys, columns)
                : Form.items(form.need("rows")).stream().map(row -> line(row, keys.size(), columns.size())).toList();
        form.close();
        return new Table(name, keys, columns, rows);
    }

    private static Table.Line line(Node node, int keys, int columns) {
        List<String> cells = new ArrayList<>();
        for (Node cell : Form.items(node)) {
            if (!(cell instanceof Node.Text text)) {
                throw new MalformedException("L101", cell, "a cell of a table is a text or a number");
            }
            cells.add(text.value());
        }
        if (cells.size() != keys + columns) {
            throw new MalformedException("L101", node, "the row has " + cells.size() + " cells, the table " + (keys + columns));
        }
        return new Table.Line(List.copyOf(cells.subList(0, keys)), List.copyOf(cells.subList(keys, cells.size())));
    }

    private List<Table.Line> fromFile(Form form, List<String> keys, List<String> columns) {
        Node file = form.need("file");
        TableFiles.Content content = files.find(Form.text(file))
                .orElseThrow(() -> new MalformedException("L102", file, "the file " + Form.text(file) + " is not there"));
        String hash = form.text("sha256").toLowerCase(Locale.ROOT);
        if (!content.sha256().equals(hash)) {
            throw new MalformedException("L102", form.need("sha256"), "the file's SHA-256 is " + content.sha256());
        }
        return content.rows().stream().map(row -> new Table.Line(cells(row, keys, file), cells(row, columns, file))).toList();
    }

    private static List<String> cells(Map<String, String> row, List<String> columns, Node at) {
        return columns.stream().map(column -> {
            String cell = row.get(column);
            if (cell == null) {
                throw new MalformedException("L102", at, "the file has no column " + column);
            }
            return cell;
        }).toList();
    }
}
