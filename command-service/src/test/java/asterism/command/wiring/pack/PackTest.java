package asterism.command.wiring.pack;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.journal.Checkpoint;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import asterism.journal.SigningKey;
import asterism.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
    private static final SigningKey KEY = SigningKey.generate("stars.example.org/journal");
    private static final String SCHEME = "ab".repeat(32);
    private static final String FILE = "cd".repeat(32);
    private static final List<Recorded> FACTS = LongStream.rangeClosed(1, 300).mapToObj(PackTest::fact).toList();

    @TempDir
    private Path folder = Path.of("");

    private record Said(boolean holds, String text) {
    }

    @Test
    void whatWasSignedIsProvenAndWhatIsNotIsSaid() throws IOException {
        Said said = verify(pack("p.zip", KEY, FACTS), Optional.of(KEY.verifier().toString()),
                Optional.of(note(KEY, FACTS.subList(0, 120))));
        assertThat(said.text()).contains("all 300 facts are, byte for byte", "the first 120 facts are those of the kept checkpoint",
                "not proven  that the facts are true").doesNotContain("DIFFERENCE");
        assertThat(said.holds()).isTrue();
        assertThat(verify(pack("q.zip", KEY, FACTS)).text()).contains("not proven  that this key is the log's own");
    }

    @Test
    void theSameFactsGiveTheSameBytesAnywhere() throws IOException {
        byte[] here = Files.readAllBytes(pack("here.zip", KEY, FACTS));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Files.readAllBytes(pack("elsewhere/there.zip", KEY, FACTS))).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void schemesAndEvidenceAreInIt() throws IOException {
        Map<String, String> files = read(pack("p.zip", KEY, FACTS));
        assertThat(files).containsKeys("bagit.txt", "data/Verify.java", "data/schemes/" + SCHEME + ".yaml");
        assertThat(files.get("data/evidence.csv")).isEqualTo("position,stream,sha256\n7,branch/b0," + FILE + "\n");
    }

    @Test
    void everyManipulationOfTheJournalIsNamedWithItsPlace() throws IOException {
        assertThat(lines(all -> replaced(all, 41, line -> line.replace("\\\"n\\\":42", "\\\"n\\\":43"))))
                .contains("DIFFERENCE  position 42 (branch/b0): this is not the fact that was signed for");
        assertThat(lines(all -> without(all, 41))).contains("DIFFERENCE  position 42: the fact is missing");
        assertThat(lines(all -> {
            Collections.swap(all, 41, 99);
            return all;
        })).contains("DIFFERENCE  position 42: the fact is missing, or stands elsewhere; in its place stands 100 (branch/b2)");
        assertThat(lines(all -> all.subList(0, 250))).contains("DIFFERENCE  position 251: the fact is missing, and all after it");
        assertThat(lines(all -> {
            all.add(all.getLast().replace("\"position\":300", "\"position\":301"));
            return all;
        })).contains("DIFFERENCE  position 301 (branch/b6): the fact was added");
        assertThat(lines(all -> replaced(all, 41, line -> line.substring(0, 90))))
                .contains("DIFFERENCE  position 42: the line cannot be read");
    }

    @Test
    void aFactForgedWithItsLeafDoesNotGiveTheSignedRoot() throws IOException {
        List<Recorded> forged = new ArrayList<>(FACTS);
        Recorded old = forged.get(41);
        forged.set(41, new Recorded(42, old.eventId(), old.stream(), old.version(), old.type(), old.effectiveOn(), old.recordedAt(),
                old.metadata(), "{\"n\":5}".getBytes(StandardCharsets.UTF_8)));
        Path pack = folder.resolve("forged.zip");
        Pack.write(pack, KEY.sign(text(FACTS)), KEY.verifier(), forged::forEach, PackTest::document);
        assertThat(verify(pack).text()).contains("DIFFERENCE  the 300 leaf hashes do not give the root");
    }

    @Test
    void anotherKeyARollBackAndAForkAreNamed() throws IOException {
        SigningKey other = SigningKey.generate("stars.example.org/journal");
        Optional<String> trusted = Optional.of(KEY.verifier().toString());
        assertThat(verify(pack("other.zip", other, FACTS), trusted, Optional.empty()).text())
                .contains("DIFFERENCE  the checkpoint is not signed by the key " + KEY.verifier());
        assertThat(verify(pack("back.zip", KEY, FACTS.subList(0, 200)), trusted, Optional.of(note(KEY, FACTS))).text())
                .contains("DIFFERENCE  position 201: the log was rolled back; the kept checkpoint counts 300 facts, the pack 200");
        List<Recorded> fork = FACTS.reversed().stream().toList();
        assertThat(verify(pack("fork.zip", KEY, FACTS), trusted, Optional.of(note(KEY, fork))).text())
                .contains("DIFFERENCE  the first 300 facts are not those of the kept checkpoint");
    }

    @Test
    void aFileThatIsNotThereOrNoPackIsWrongUseSaidInALine() throws IOException {
        Path none = folder.resolve("none.zip");
        Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
        assertThat(said(none)).isEqualTo("2 " + none + ": there is no such file");
        assertThat(said(text)).startsWith("2 " + text + ": this is no pack: ");
    }

    private static String said(Path pack) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exit = Verify.run(new String[] {pack.toString()}, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return exit + " " + bytes.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void thePacksOwnVerifierRunsAloneInTheLanguageOfJava17() throws IOException, InterruptedException {
        Path pack = pack("p.zip", KEY, FACTS);
        Path source = Files.writeString(folder.resolve("Verify.java"), Objects.requireNonNull(read(pack).get("data/Verify.java")));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--source", "17",
                source.toString(), pack.toString()).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).contains("Everything that was checked holds.");
    }

    private String lines(UnaryOperator<List<String>> change) throws IOException {
        Path pack = pack("p.zip", KEY, FACTS);
        Map<String, String> files = read(pack);
        List<String> lines = new ArrayList<>(Objects.requireNonNull(files.get("data/journal.jsonl")).lines().toList());
        files.put("data/journal.jsonl", change.apply(lines).stream().map(line -> line + "\n").collect(Collectors.joining()));
        Path changed = folder.resolve("changed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Said said = verify(changed);
        assertThat(said.holds()).isFalse();
        assertThat(said.text()).contains("also        data/journal.jsonl is not the file")
                .doesNotContain("the pack is whole", "all 300 facts");
        return said.text();
    }

    private static List<String> replaced(List<String> lines, int at, UnaryOperator<String> change) {
        lines.set(at, change.apply(lines.get(at)));
        return lines;
    }

    private static List<String> without(List<String> lines, int at) {
        lines.remove(at);
        return lines;
    }

    private static Said verify(Path pack) throws IOException {
        return verify(pack, Optional.empty(), Optional.empty());
    }

    private static Said verify(Path pack, Optional<String> key, Optional<String> kept) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean holds = new Verify(key, kept).pack(pack, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(holds, out.toString(StandardCharsets.UTF_8));
    }

    private Path pack(String name, SigningKey key, List<Recorded> facts) throws IOException {
        Path pack = folder.resolve(name);
        Pack.write(pack, key.sign(text(facts)), key.verifier(), facts::forEach, PackTest::document);
        return pack;
    }

    private static Optional<String> document(String sha256) {
        return sha256.equals(SCHEME) ? Optional.of("language: 1\n") : Optional.empty();
    }

    private static String note(SigningKey key, List<Recorded> facts) {
        return key.sign(text(facts)).encoded();
    }

    private static String text(List<Recorded> facts) {
        Frontier tree = new Frontier();
        facts.forEach(fact -> tree.add(Leaf.hash(fact)));
        return new Checkpoint(KEY.verifier().name(), facts.size(), tree.root()).text();
    }

    private static Recorded fact(long position) {
        String payload = position == 1 ? "{\"sha256\":\"" + SCHEME + "\"}"
                : position == 7 ? "{\"evidence\":[{\"sha256\":\"" + FILE + "\",\"title\":\"村支部\\n🌟\"}]}" : "{\"n\":" + position + "}";
        String stream = position == 1 ? "scheme/s" : "branch/b" + position % 7;
        long version = position == 1 ? 1 : (position + 6) / 7 - (position % 7 == 1 ? 1 : 0);
        return new Recorded(position, new UUID(1, position), stream, position == 1 ? 1 : version, "thing.happened/1",
                LocalDate.of(2026, 1, 5), Instant.parse("2026-01-05T01:02:03.000004Z").plusSeconds(position),
                "{\"actor\":\"p1\"}".getBytes(StandardCharsets.UTF_8), payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> read(Path pack) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
