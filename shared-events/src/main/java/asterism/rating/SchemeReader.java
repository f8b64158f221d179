package asterism.rating;

import asterism.document.Finding;
import asterism.document.Form;
import asterism.document.MalformedException;
import asterism.document.Mark;
import asterism.document.Node;
import asterism.document.YamlTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a document into scheme versions, or says line by line why it cannot. */
public final class SchemeReader {
    private static final Pattern SEPARATOR = Pattern.compile("---(\\s+(#.*)?)?");

    private SchemeReader() {
    }

    /**
     * What a document holds.
     *
     * @param versions in the order of the file: every one whose form could be read
     * @param findings what the reader met: L001, L101 to L104, L106, and L316 and L401 where the form itself is wrong
     */
    public record Reading(List<Scheme> versions, List<Finding> findings) {
        /** Whether something keeps the document from being rated by; a label that lacks a language does not. */
        public boolean hasErrors() {
            return findings.stream().anyMatch(finding -> finding.isError() && !finding.code().equals("L106"));
        }

        /**
         * The versions, fit to rate by.
         *
         * @throws IllegalArgumentException naming the errors
         */
        public List<Scheme> orThrow() {
            if (hasErrors()) {
                throw new IllegalArgumentException(String.join("\n", findings.stream().map(Finding::toString).toList()));
            }
            return versions;
        }
    }

    public static Reading read(String text) {
        return read(text, TableFiles.NONE);
    }

    /** As {@link #read(String)}, where tables of the document may name files. */
    public static Reading read(String text, TableFiles files) {
        List<Scheme> versions = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Part part : split(text)) {
            Grammar grammar = new Grammar();
            grammar.collect(() -> version(YamlTree.read(part.text, part.linesBefore), part.text, grammar, files))
                    .ifPresent(version -> {
                        if (grammar.findings().stream().allMatch(finding -> finding.code().equals("L106"))) {
                            grammar.findings().addAll(Names.check(version));
                            versions.add(version);
                        }
                    });
            findings.addAll(grammar.findings());
        }
        if (versions.isEmpty() && findings.isEmpty()) {
            findings.add(new Finding(Finding.Severity.ERROR, "L001", Mark.START, "", "the document is empty"));
        }
        return new Reading(List.copyOf(versions), List.copyOf(findings));
    }

    private record Part(String text, int linesBefore) {
    }

    private static List<Part> split(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int linesBefore = 0;
        int line = 0;
        for (int at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length(); ) {
            int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
            line++;
            if (SEPARATOR.matcher(text.substring(at, end).stripTrailing()).matches()) {
                addIfAny(parts, part.toString(), linesBefore);
                part.setLength(0);
                linesBefore = line;
            } else {
                part.append(text, at, end);
            }
            at = end;
        }
        addIfAny(parts, part.toString(), linesBefore);
        return parts;
    }

    private static void addIfAny(List<Part> parts, String text, int linesBefore) {
        if (text.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
            parts.add(new Part(text, linesBefore));
        }
    }

    /** SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Scheme version(Node root, String text, Grammar grammar, TableFiles files) {
        Form form = new Form(root);
        int language = ProcedureReader.language(form.need("language"));
        PartsReader parts = new PartsReader(grammar, files, language);
        Scheme scheme = new Scheme(form.text("scheme"), form.text("version"), grammar.label(form, "title"), source(form),
                validity(form.need("valid")),
                columns(form.need("rows")), grammar.each(form.need("levels"), node -> level(grammar, node)),
                grammar.eachNamed(form.need("reasons"), (_, node) -> grammar.label(node)),
                grammar.eachNamed(form.need("kinds"), (_, node) -> kind(grammar, node)),
                grammar.eachNamed(form.need("rubrics"), (_, node) -> grammar.each(node, parts::indicator)),
                grammar.eachNamed(form.need("assessors"), parts::assessors), grammar.eachNamed(form.need("inputs"), parts::input),
                grammar.eachNamed(form.need("tables"), parts::table),
                grammar.each(form.need("steps"), node -> StepReader.step(grammar, node)),
                new CohortReader(grammar).cohort(form.need("cohort")),
                ProcedureReader.procedure(grammar, language, form.need("procedure")),
                new Scheme.Document(text, sha256(text), marks(root)));
        form.close();
        if (scheme.levels().isEmpty()) {
            throw new MalformedException("L101", form.need("levels"), "a scheme has at least one level");
        }
        return scheme;
    }

    private static Map<String, Mark> marks(Node root) {
        Map<String, Mark> marks = new HashMap<>();
        note(root, marks);
        return Map.copyOf(marks);
    }

    private static void note(Node node, Map<String, Mark> marks) {
        marks.putIfAbsent(node.path(), node.mark());
        switch (node) {
            case Node.Text _ -> { }
            case Node.Items items -> items.items().forEach(item -> note(item, marks));
            case Node.Fields fields -> fields.fields().values().forEach(part -> note(part, marks));
        }
    }

    /** A text, or issuer, title, number and date of the legal text; none of them a web address. */
    private static Scheme.Source source(Form form) {
        boolean paraphrase = form.may("paraphrase").map(Form::yesNo).orElse(false);
        if (form.need("source") instanceof Node.Text text) {
            return new Scheme.Source(text.value(), paraphrase);
        }
        Form source = new Form(form.need("source"));
        String text = String.join(", ", List.of(source.text("issuer"), source.text("title"), source.text("number"), source.text("date")));
        boolean also = source.may("paraphrase").map(Form::yesNo).orElse(false);
        source.close();
        return new Scheme.Source(text, paraphrase || also);
    }

    private static Validity validity(Node node) {
        Form form = new Form(node);
        Node from = form.need("from");
        Node to = form.need("to");
        Validity validity = new Validity(from.is("open") ? null : Grammar.day(from), to.is("open") ? null : Grammar.day(to));
        form.close();
        return validity;
    }

    private static Scheme.Columns columns(Node node) {
        Form form = new Form(node);
        @Nullable String kind = Grammar.noneOr(form.need("kind"));
        Scheme.Columns columns = new Scheme.Columns(form.text("unit"), kind, Grammar.noneOr(form.need("version_date")));
        form.close();
        return columns;
    }

    private static Level level(Grammar grammar, Node node) {
        return Form.read(node, form -> new Level(form.text("code"), grammar.label(form)));
    }

    private static Scheme.Kind kind(Grammar grammar, Node node) {
        return Form.read(node, form -> new Scheme.Kind(form.text("rubric"), grammar.label(form)));
    }
}
