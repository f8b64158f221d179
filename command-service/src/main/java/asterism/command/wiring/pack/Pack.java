package asterism.command.wiring.pack;

import asterism.journal.Leaf;
import asterism.journal.Recorded;
import asterism.journal.SignedNote;
import asterism.journal.VerifierKey;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a BagIt bag (RFC 8493) as a zip. The same facts and checkpoint give the same bytes on any machine: entries are sorted,
 * stored and undated.
 *
 * <p>Below {@code data}: {@code journal.jsonl}, a fact a line; {@code leaves.txt}, its leaf hash a line; {@code checkpoint} and
 * {@code log-key}; {@code evidence.csv}, which fact names which file by its SHA-256; {@code schemes}, the documents that scheme facts
 * name, by their SHA-256; {@code Verify.java}, run as {@code java Verify.java PACK.zip}.
 */
public final class Pack {
    private static final LocalDateTime UNDATED = LocalDateTime.of(1980, 1, 2, 0, 0); // on the first, the zone gets in
    private static final Pattern SHA256 = Pattern.compile("\"([0-9a-f]{64})\"");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path bag;
    private final TreeSet<String> documents = new TreeSet<>();
    private long facts;

    private Pack(Path bag) {
        this.bag = bag;
    }

    /**
     * Writes the pack.
     *
     * @param file      to write; what it holds is replaced
     * @param note      the checkpoint over exactly these facts
     * @param facts     hands over all facts, in order
     * @param documents finds a document by its SHA-256
     * @throws IOException where a file cannot be written, or a fact's bytes are not UTF-8
     */
    public static void write(Path file, SignedNote note, VerifierKey key, Consumer<Consumer<Recorded>> facts,
                             Function<String, Optional<String>> documents) throws IOException {
        Path folder = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder"));
        Path bag = Files.createTempDirectory(folder, ".pack");
        try {
            Pack pack = new Pack(bag);
            pack.fill(note, key, facts, documents);
            pack.close();
            pack.zip(file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            remove(bag);
        }
    }

    private void fill(SignedNote note, VerifierKey key, Consumer<Consumer<Recorded>> source, Function<String, Optional<String>> texts)
            throws IOException {
        Path data = Files.createDirectories(bag.resolve("data").resolve("schemes"));
        Path top = bag.resolve("data");
        try (BufferedWriter journal = Files.newBufferedWriter(top.resolve("journal.jsonl"));
                BufferedWriter leaves = Files.newBufferedWriter(top.resolve("leaves.txt"));
                BufferedWriter evidence = Files.newBufferedWriter(top.resolve("evidence.csv"))) {
            evidence.write("position,stream,sha256\n");
            source.accept(fact -> {
                try {
                    journal.write(JournalLine.of(fact) + "\n");
                    facts++;
                    leaves.write(HexFormat.of().formatHex(Leaf.hash(fact)) + "\n");
                    evidence(fact, evidence);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        for (String sha256 : documents) {
            Optional<String> text = texts.apply(sha256);
            if (text.isPresent()) {
                Files.writeString(data.resolve(sha256 + ".yaml"), text.get());
            }
        }
        Files.writeString(top.resolve("checkpoint"), note.encoded());
        Files.writeString(top.resolve("log-key"), key + "\n");
        try (InputStream verifier = Objects.requireNonNull(Pack.class.getResourceAsStream("/asterism/verify/Verify.java"))) {
            Files.writeString(top.resolve("Verify.java"), new String(verifier.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("package asterism.verify;\n\n", "")); // a source that is run has no folder to match
        }
    }

    private void evidence(Recorded fact, BufferedWriter out) throws IOException {
        String payload = new String(fact.payload(), StandardCharsets.UTF_8);
        if (fact.stream().startsWith("scheme/")) {
            SHA256.matcher(payload).results().forEach(found -> documents.add(found.group(1)));
        }
        if (payload.contains("\"evidence\"")) {
            for (JsonNode named : JSON.readTree(payload).findValues("evidence")) {
                for (String sha256 : named.findValuesAsString("sha256")) {
                    out.write(fact.position() + "," + fact.stream() + "," + sha256 + "\n");
                }
            }
        }
    }

    /** The tag files, with the hashes of all below {@code data}. */
    private void close() throws IOException {
        Files.writeString(bag.resolve("manifest-sha256.txt"), hashes(files().filter(name -> name.startsWith("data/")).toList()));
        Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Files.writeString(bag.resolve("bag-info.txt"), "External-Description: the whole journal of " + facts + " facts\n");
        Files.writeString(bag.resolve("tagmanifest-sha256.txt"), hashes(files().filter(name -> !name.startsWith("data/")).toList()));
    }

    private String hashes(List<String> names) throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (String name : names) {
            hashes.append(HexFormat.of().formatHex(sha(bag.resolve(name)))).append("  ").append(name).append('\n');
        }
        return hashes.toString();
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(bag)) {
            return all.filter(Files::isRegularFile).map(file -> bag.relativize(file).toString().replace('\\', '/')).sorted().toList()
                    .stream();
        }
    }

    private void zip(Path target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (String name : files().toList()) {
                Path file = bag.resolve(name);
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(UNDATED);
                entry.setSize(Files.size(file));
                entry.setCrc(crc(file));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        read(file, (bytes, count) -> crc.update(bytes, 0, count));
        return crc.getValue();
    }

    private static byte[] sha(Path file) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            read(file, (bytes, count) -> sha.update(bytes, 0, count));
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @FunctionalInterface
    private interface Piece {
        void take(byte[] bytes, int count);
    }

    private static void read(Path file, Piece piece) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                piece.take(bytes, count);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }
}
