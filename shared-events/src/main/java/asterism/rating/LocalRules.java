package asterism.rating;

import asterism.document.Finding;
import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Mark;
import asterism.document.Node;
import asterism.document.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an office adds where a scheme's text is silent. A document of its own, pinned by its own hash beside the scheme's:
 *
 * <pre>{@code
 * language: 1
 * local_rules: demo-county-2024
 * scheme: zoucheng-70-30
 * scheme_sha256: …                  # optional: these rules then belong to exactly that text
 * title: {zh: …, en: …}
 * source: …                         # who decided them, when
 * fills:                            # path under procedure: value, in the form the scheme language gives that key
 *   notice.days: 5
 *   decision[1].quorum: 2/3
 *   stages.committee_check.due: {from: 01-01, to: 01-31}
 * }</pre>
 *
 * <p>A fill may stand only where the scheme says {@code not_stated}: local rules never change what the text says (L701). A path that
 * is not in the procedure is L702, another scheme or hash L703.
 *
 * @param hash SHA-256 of the text, 64 hex digits
 */
public record LocalRules(String id, String scheme, Optional<String> schemeSha256, Label title, String source, Map<String, Node> fills,
        String text, String hash) {
    private static final String PROCEDURE = "procedure.";

    /**
     * What holds when a scheme and its local rules are taken together.
     *
     * @param procedure the scheme's procedure with the silences filled; {@link Stated.NotStated} where they are not
     * @param notStated paths on which both are silent: a round cannot be opened while there are any
     * @param filled    paths that come from the local rules, to be shown as such
     * @param findings  errors of the local rules against this scheme
     */
    public record Effective(Procedure procedure, List<String> notStated, Set<String> filled, List<Finding> findings) {
        /** Whether nothing is left open and nothing is wrong. */
        public boolean isComplete() {
            return notStated.isEmpty() && findings.isEmpty();
        }
    }

    /**
     * Reads a document.
     *
     * @throws MalformedException with line, column and path of what cannot be read
     */
    public static LocalRules read(String text) {
        Grammar grammar = new Grammar();
        Form form = new Form(YamlTree.read(text, 0));
        if (!form.text("language").equals("1")) {
            throw new MalformedException("L101", form.need("language"), "this reader knows language 1");
        }
        LocalRules rules = new LocalRules(form.text("local_rules"), form.text("scheme"), form.may("scheme_sha256").map(Form::text),
                grammar.label(form, "title"), form.text("source"), Form.named(form.need("fills"), node -> node), text,
                SchemeReader.sha256(text));
        form.close();
        grammar.findings().stream().findFirst().ifPresent(finding -> {
            throw new MalformedException(finding);
        });
        return rules;
    }

    /** The scheme's procedure as it stands, without any local rules. Empty for a scheme that only calculates. */
    public static Optional<Effective> none(Scheme scheme) {
        return effective(scheme, Map.of(), List.of());
    }

    /** The scheme's procedure with these rules. Empty for a scheme that only calculates. */
    public Optional<Effective> effective(Scheme scheme) {
        List<Finding> mismatch = new ArrayList<>();
        if (!this.scheme.equals(scheme.id())) {
            mismatch.add(error("L703", "scheme", "these rules are for " + this.scheme + ", not for " + scheme.id()));
        } else if (schemeSha256.isPresent() && !schemeSha256.get().equals(scheme.document().hash())) {
            mismatch.add(error("L703", "scheme_sha256", "these rules are for another text of " + scheme.id()));
        }
        return effective(scheme, fills, mismatch);
    }

    private static Finding error(String code, String path, String message) {
        return new Finding(Finding.Severity.ERROR, code, Mark.START, path, message);
    }

    private static Optional<Effective> effective(Scheme scheme, Map<String, Node> fills, List<Finding> mismatch) {
        Node document = YamlTree.read(scheme.document().text(), 0);
        int language = ProcedureReader.language(ProcedureReader.child(document, "language"));
        Node written = ProcedureReader.child(document, "procedure");
        Set<String> filled = new TreeSet<>();
        Node overlaid = overlay(written, fills, filled);
        Grammar grammar = new Grammar();
        Optional<Procedure> procedure = grammar
                .collect(() -> Optional.ofNullable(ProcedureReader.procedure(grammar, language, overlaid)))
                .orElseGet(() -> Optional.ofNullable(scheme.procedure()));
        List<Finding> findings = new ArrayList<>(mismatch);
        findings.addAll(grammar.findings());
        fills.forEach((path, fill) -> {
            if (!filled.contains(path)) {
                boolean stated = contains(written, PROCEDURE + path);
                findings.add(Finding.error(stated ? "L701" : "L702", fill,
                        stated ? "the scheme states " + path + "; a local rule cannot change it" : "the procedure has no " + path));
            }
        });
        return procedure.map(it -> new Effective(it, silences(overlaid), filled, List.copyOf(findings)));
    }

    private static List<String> silences(Node procedure) {
        return ProcedureReader.silences(procedure).stream()
                .map(path -> path.startsWith(PROCEDURE) ? path.substring(PROCEDURE.length()) : path.substring("fills.".length())).toList();
    }

    private static Node overlay(Node node, Map<String, Node> fills, Set<String> filled) {
        return switch (node) {
            case Node.Text text -> {
                String path = text.path().startsWith(PROCEDURE) ? text.path().substring(PROCEDURE.length()) : "";
                Node fill = text.is("not_stated") ? fills.get(path) : null;
                if (fill == null) {
                    yield text;
                }
                filled.add(path);
                yield fill;
            }
            case Node.Items items -> new Node.Items(items.items().stream().map(item -> overlay(item, fills, filled)).toList(),
                    items.mark(), items.path());
            case Node.Fields fields -> {
                Map<String, Node> parts = new LinkedHashMap<>();
                fields.fields().forEach((key, part) -> parts.put(key, overlay(part, fills, filled)));
                yield new Node.Fields(parts, fields.mark(), fields.path());
            }
        };
    }

    private static boolean contains(Node node, String path) {
        return node.path().equals(path) || switch (node) {
            case Node.Text _ -> false;
            case Node.Items items -> items.items().stream().anyMatch(item -> contains(item, path));
            case Node.Fields fields -> fields.fields().values().stream().anyMatch(part -> contains(part, path));
        };
    }
}
