package asterism.command.wiring.pack;

import asterism.journal.Checkpoint;
import asterism.journal.JournalLine;
import asterism.journal.Leaf;
import asterism.journal.LogKeys;
import asterism.journal.Proofs;
import asterism.journal.Recorded;
import asterism.journal.SignedNote;
import asterism.journal.VerifierKey;
import asterism.rating.Label;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a BagIt bag (RFC 8493) as a zip. The same facts and checkpoint give the same bytes on any machine: entries are sorted,
 * stored and undated, and nothing in it says when or where it was made.
 *
 * <p>Below {@code data}: {@code journal.jsonl}, a fact a line; {@code leaves.txt}, the leaf hash of every fact, in a pack of the whole,
 * else {@code proofs.jsonl}, the way of each fact to the signed root; {@code checkpoint} and {@code log-key}, with
 * the keys before it in {@code log-keys.jsonl}; {@code cosigned}, the newest checkpoint that witnesses cosigned, if any, and how this one
 * grew out of it in {@code cosigned-path}; {@code ratings.csv} and
 * {@code history.csv}, folded from these facts; {@code evidence.csv}, which fact names which file by its SHA-256, and with files
 * {@code evidence}; {@code schemes}, the documents that scheme facts name, by their SHA-256; {@code Verify.java}, run as
 * {@code java Verify.java PACK.zip}; {@code index.html} and what it needs, which any browser opens from disk.
 */
public final class Pack {
    private static final Pattern SHA256 = Pattern.compile("\"([0-9a-f]{64})\"");
    private static final List<String> VIEWER = List.of("index.html", "viewer.css", "viewer.js", "sha256.js", "words.js");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where the content comes from. */
    public interface Source {

        /** The checkpoint that everything is proven against. */
        SignedNote note();

        VerifierKey key();

        /** The newest checkpoint up to that one which witnesses cosigned. */
        Optional<SignedNote> cosigned();

        /** How that key came to be the log's. */
        LogKeys logKeys();

        /** Hands over all facts up to the checkpoint, in order; asked more than once. */
        void facts(Consumer<Recorded> each);

        /** Proofs within the journal's tree. */
        Proofs proofs();

        /** A document by its SHA-256. */
        Optional<String> document(String sha256);

        /** Writes the bytes of a file that is kept; nothing where it is not. */
        void file(String sha256, OutputStream out) throws IOException;

        /** In which days begin and end. */
        ZoneId zone();
    }

    private final Bag bag;
    private final Source source;
    private final Scope scope;
    private final long size;
    private final Standings standings = new Standings();
    private final TreeSet<String> documents = new TreeSet<>();
    private final TreeSet<String> files = new TreeSet<>();
    private long facts;
    private boolean found;

    private Pack(Bag bag, Source source, Scope scope) {
        this.bag = bag;
        this.source = source;
        this.scope = scope;
        this.size = Checkpoint.parse(source.note().text()).size();
    }

    /**
     * Writes the pack.
     *
     * @param file      to write; what it holds is replaced
     * @param withFiles whether the files that facts name are put in, and not their hashes alone
     * @return how many facts are in it; 0 where nothing is known of what it is about
     * @throws IOException where a file cannot be written, or a fact's bytes are not UTF-8
     */
    public static long write(Path file, Source source, Scope scope, boolean withFiles) throws IOException {
        try (Bag bag = Bag.beside(file)) {
            Pack pack = new Pack(bag, source, scope);
            pack.fill(withFiles);
            bag.zip(pack.facts + " of " + pack.size + " facts, scope " + scope, file);
            return pack.found || scope.kind() == Scope.Kind.WHOLE ? pack.facts : 0;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void fill(boolean withFiles) throws IOException {
        journal(Selection.of(scope, source::facts));
        bag.text("ratings.csv", standings.ratings());
        bag.text("history.csv", standings.history());
        bag.text("checkpoint", source.note().encoded());
        bag.text("log-key", source.key() + "\n");
        Optional<SignedNote> cosigned = source.cosigned();
        if (cosigned.isPresent()) {
            bag.text("cosigned", cosigned.get().encoded());
            long then = Checkpoint.parse(cosigned.get().text()).size();
            bag.text("cosigned-path", String.join("\n", source.proofs().consistency(then, size).stream()
                    .map(Base64.getEncoder()::encodeToString).toList()) + "\n");
        }
        bag.text("log-keys.jsonl", source.logKeys().lines());
        Map<String, Map<String, List<String>>> labels = new TreeMap<>();
        for (String sha256 : documents) {
            Optional<String> text = source.document(sha256);
            if (text.isPresent()) {
                bag.text("schemes/" + sha256 + ".yaml", text.get());
                labels.put(sha256, labels(text.get()));
            }
        }
        for (String sha256 : withFiles ? files : new TreeSet<String>()) {
            try (OutputStream out = bag.open("evidence/" + sha256)) {
                source.file(sha256, out);
            }
        }
        bag.text("Verify.java", resource("/asterism/verify/Verify.java")
                .replace("package asterism.verify;\n\n", "")); // a source that is run has no folder to match
        for (String name : VIEWER) {
            bag.text(name, resource("/pack/" + name));
        }
        about(labels);
    }

    /** The facts as lines, what proves them, the evidence they name, and the same lines as a script for the viewer. */
    private void journal(Selection selection) throws IOException {
        boolean whole = scope.kind() == Scope.Kind.WHOLE;
        Proofs proofs = source.proofs();
        try (BufferedWriter journal = Files.newBufferedWriter(bag.data("journal.jsonl"));
                BufferedWriter proven = Files.newBufferedWriter(bag.data(whole ? "leaves.txt" : "proofs.jsonl"));
                BufferedWriter evidence = Files.newBufferedWriter(bag.data("evidence.csv"));
                BufferedWriter viewer = Files.newBufferedWriter(bag.data("facts.js"))) {
            evidence.write(Csv.line("position", "stream", "sha256"));
            viewer.write("window.FACTS = [\n");
            source.facts(fact -> {
                try {
                    if (selection.holds(fact)) {
                        facts++;
                        found |= selection.asked(fact);
                        String line = JournalLine.of(fact);
                        List<String> path = whole ? List.of() : path(proofs, fact);
                        journal.write(line + "\n");
                        proven.write(whole ? HexFormat.of().formatHex(Leaf.hash(fact)) + "\n" : proof(fact, path) + "\n");
                        viewer.write(JSON.writeValueAsString(List.of(line, path)) + ",\n");
                        evidence(fact, evidence);
                        standings.take(fact, LocalDate.ofInstant(fact.recordedAt(), source.zone()));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            viewer.write("];\n");
        }
    }

    private List<String> path(Proofs proofs, Recorded fact) {
        return proofs.inclusion(fact.position() - 1, size).stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    private static String proof(Recorded fact, List<String> path) {
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("position", fact.position());
        proof.put("path", path);
        return JSON.writeValueAsString(proof);
    }

    private void evidence(Recorded fact, BufferedWriter out) throws IOException {
        String payload = new String(fact.payload(), StandardCharsets.UTF_8);
        if (fact.stream().startsWith("scheme/")) {
            SHA256.matcher(payload).results().forEach(found -> documents.add(found.group(1)));
        }
        if (payload.contains("\"evidence\"")) {
            for (JsonNode named : JSON.readTree(payload).findValues("evidence")) {
                for (String sha256 : named.findValuesAsString("sha256")) {
                    files.add(sha256);
                    out.write(Csv.line(fact.position(), fact.stream(), sha256));
                }
            }
        }
    }

    /** What the viewer shows beside the facts. */
    private void about(Map<String, Map<String, List<String>>> labels) throws IOException {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("scope", scope.toString());
        about.put("checkpoint", source.note().encoded());
        about.put("key", source.key().toString());
        about.put("day", standings.day().toString());
        about.put("branches", standings.forViewer());
        about.put("labels", labels);
        bag.text("about.js", "window.ABOUT = " + JSON.writeValueAsString(about) + ";\n");
    }

    /** What a scheme document calls its steps, inputs, quotas and levels, in Chinese and in English; nothing for other documents. */
    private static Map<String, List<String>> labels(String document) {
        Map<String, List<String>> labels = new TreeMap<>();
        SchemeReader.Reading reading = SchemeReader.read(document);
        for (Scheme scheme : reading.hasErrors() ? List.<Scheme>of() : reading.versions()) {
            scheme.inputs().values().forEach(input -> labels.put(input.name(), both(input.label())));
            scheme.rubrics().values().forEach(rubric -> rubric.forEach(one -> labels.put(one.id(), both(one.label()))));
            scheme.steps().forEach(step -> labels.put(step.id(), both(step.label())));
            scheme.levels().forEach(level -> labels.put("level " + level.code(), both(level.label())));
            Stream.ofNullable(scheme.cohort()).flatMap(cohort -> cohort.quotas().stream())
                    .forEach(quota -> labels.put(quota.head().id(), both(quota.head().label())));
        }
        return labels;
    }

    private static List<String> both(Label label) {
        return List.of(label.zh(), label.en());
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Pack.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
