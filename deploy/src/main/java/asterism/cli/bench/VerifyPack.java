package asterism.cli.bench;

import asterism.journal.Checkpoint;
import asterism.journal.Frontier;
import asterism.journal.JournalLine;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import asterism.journal.SigningKey;
import asterism.verify.Verify;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A pack of so many facts, ten to a history, looked through by the verifier; or, as the raw line, only read and hashed. */
final class VerifyPack implements Work {
    private static final int FACTS = 1_000_000;
    private static final int HISTORY = 10;

    private final Path pack;
    private final int facts;
    private final Tally done;
    private final Reading reading;

    private interface Reading {
        void of(Path pack) throws IOException;
    }

    private VerifyPack(Services services, String name, Reading reading) throws IOException {
        this.facts = services.sized(FACTS);
        this.pack = services.folder().resolve("verify-" + facts + ".zip");
        this.done = new Tally(services.folder().resolve(name + ".facts"));
        this.reading = reading;
        if (!Files.exists(pack)) {
            write();
        }
    }

    static VerifyPack verified(Services services) throws IOException {
        return new VerifyPack(services, "verify", VerifyPack::verify);
    }

    static VerifyPack read(Services services) throws IOException {
        return new VerifyPack(services, "read", VerifyPack::hash);
    }

    private static void verify(Path pack) throws IOException {
        var verify = new Verify(Optional.empty(), Optional.empty());
        verify.pack(pack);
        if (!verify.report(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))) {
            throw new BenchFailure("the verifier found a difference where there is none");
        }
    }

    private static void hash(Path pack) throws IOException {
        try (var zip = new ZipFile(pack.toFile()); var lines = zip.getInputStream(zip.getEntry("data/journal.jsonl"))) {
            var sha = sha256();
            var bytes = new byte[1 << 16];
            for (var count = lines.read(bytes); count >= 0; count = lines.read(bytes)) {
                sha.update(bytes, 0, count);
            }
            sha.digest();
        }
    }

    private void write() throws IOException {
        var tree = new Frontier();
        var key = SigningKey.generate("bench.example.org/journal");
        Map<String, Path> files = new LinkedHashMap<>();
        for (var name : new String[] {"journal.jsonl", "leaves.txt", "checkpoint", "log-key"}) {
            files.put("data/" + name, pack.resolveSibling("verify-" + name));
        }
        try (BufferedWriter journal = Files.newBufferedWriter(pack.resolveSibling("verify-journal.jsonl"));
                BufferedWriter leaves = Files.newBufferedWriter(pack.resolveSibling("verify-leaves.txt"))) {
            for (var position = 1; position <= facts; position++) {
                var fact = fact(position);
                var leaf = Leaf.hash(fact);
                tree.add(leaf);
                journal.write(JournalLine.of(fact) + "\n");
                leaves.write(HexFormat.of().formatHex(leaf) + "\n");
            }
        }
        var checkpoint = new Checkpoint(key.verifier().name(), facts, tree.root());
        Files.writeString(pack.resolveSibling("verify-checkpoint"), key.sign(checkpoint.text()).encoded());
        Files.writeString(pack.resolveSibling("verify-log-key"), key.verifier() + "\n");
        zip(files);
    }

    private void zip(Map<String, Path> files) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(pack))) {
            zip.setLevel(1);
            var manifest = new StringBuilder();
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), zip);
                manifest.append(HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file.getValue())))).append("  ")
                        .append(file.getKey()).append('\n');
                Files.delete(file.getValue());
            }
            zip.putNextEntry(new ZipEntry("manifest-sha256.txt"));
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Recorded fact(int position) {
        return new Recorded(position, new UUID(1, position), "bench/" + (position - 1) / HISTORY, 1 + (position - 1) % HISTORY,
                "bench.recorded/1", LocalDate.of(2026, 1, 1), Instant.parse("2026-01-01T00:00:00.000001Z").plusSeconds(position),
                Samples.metadata(), Samples.payload());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int once() throws IOException {
        reading.of(pack);
        done.add(facts);
        return facts;
    }

    @Override
    public long stored() throws IOException {
        return done.sum();
    }

    @Override
    public void close() {
        // the ground removes the folder
    }
}
