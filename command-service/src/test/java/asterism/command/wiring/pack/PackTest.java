package asterism.command.wiring.pack;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.HouseEvent.LogKeyRotated;
import asterism.events.Keys;
import asterism.journal.Checkpoint;
import asterism.journal.Frontier;
import asterism.journal.JournalLine;
import asterism.journal.KeyChange;
import asterism.journal.Leaf;
import asterism.journal.LogKeys;
import asterism.journal.MerkleTree;
import asterism.journal.Proofs;
import asterism.journal.Recorded;
import asterism.journal.SignedNote;
import asterism.journal.SigningKey;
import asterism.journal.VerifierKey;
import asterism.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PackTest {
    private static final SigningKey KEY = SigningKey.generate("stars.example.org/journal");
    private static final JsonMapper JSON = JsonMapper.builder().build();
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

    /** The first key named a second one at position 121, and that a third one at 201. */
    @Test
    void theKeysOfTheLogAreFollowedFromTheOneThatIsTrusted() throws IOException {
        SigningKey second = SigningKey.generate(KEY.verifier().name());
        SigningKey third = SigningKey.generate(KEY.verifier().name());
        LogKeys keys = LogKeys.NONE.and(121, KeyChange.of(KEY, second.verifier())).and(201, KeyChange.of(second, third.verifier()));
        List<Recorded> facts = new ArrayList<>(FACTS);
        keys.taken().forEach(taken -> facts.set((int) taken.position() - 1, rotation(taken)));
        Path pack = folder.resolve("rotated.zip");
        Pack.write(pack, new Of(facts, third.sign(text(facts)), keys), Scope.WHOLE, true);
        String kept = note(KEY, facts.subList(0, 120));

        for (SigningKey trusted : List.of(KEY, second, third)) {
            Said said = verify(pack, Optional.of(trusted.verifier().toString()), Optional.of(kept));
            assertThat(said.text()).contains("from position 201 on the log's key is the one that the key before it named",
                    "the first 120 facts are those of the kept checkpoint").doesNotContain("DIFFERENCE");
        }
        assertThat(verify(pack, Optional.of(SigningKey.generate(KEY.verifier().name()).verifier().toString()), Optional.empty()).text())
                .contains("DIFFERENCE  the checkpoint is not signed by the key");
        assertThat(verify(pack, Optional.empty(), Optional.of(note(KEY, facts.subList(0, 130)))).text())
                .contains("DIFFERENCE  the kept checkpoint is signed by another key");
        Pack.write(pack, new Of(facts, second.sign(text(facts)), keys), Scope.WHOLE, true);
        assertThat(verify(pack).text()).contains("DIFFERENCE  the checkpoint is not signed by the key " + third.verifier());
        Pack.write(pack, new Of(facts, third.sign(text(facts)), LogKeys.NONE.and(122, KeyChange.of(KEY, third.verifier()))), Scope.WHOLE,
                true);
        assertThat(verify(pack).text()).contains("DIFFERENCE  data/log-keys.jsonl does not name the keys that the facts name");
        String forged = keys.lines().replace(second.verifier().toString(), third.verifier().toString());
        assertThat(changed(pack, "data/log-keys.jsonl", _ -> forged.lines().toList()).text())
                .contains("DIFFERENCE  position 121: the key " + KEY.verifier() + " did not name " + third.verifier());
    }

    /** Two witnesses saw the log when it had 250 facts. */
    @Test
    void whoCosignedIsSaidAndSoManyCanBeDemanded() throws IOException {
        SigningKey near = SigningKey.ofWitness("near.example.org");
        SigningKey far = SigningKey.ofWitness("far.example.org");
        SignedNote then = KEY.sign(text(FACTS.subList(0, 250)));
        SignedNote cosigned = then.and(near.cosign(then, 1_767_600_000)).and(far.cosign(then, 1_767_600_001));
        for (Scope scope : List.of(Scope.WHOLE, Scope.of("branch:b3").get())) {
            Path pack = cosigned(cosigned, scope);
            assertThat(verify(pack, 2, near, far).text()).contains("the witness " + near.verifier() + " cosigned the first 250 facts at "
                    + "2026-01-05T08:00:00Z", "the witness " + far.verifier()).doesNotContain("DIFFERENCE", "cosignatures say");
            assertThat(verify(pack, 1, far).text()).contains("not proven  what 1 more cosignatures say").doesNotContain("DIFFERENCE");
            assertThat(verify(pack, 2, far, SigningKey.ofWitness("near.example.org")).text())
                    .contains("DIFFERENCE  only 1 of the witnesses cosigned, and 2 must have");
        }
        SignedNote forked = KEY.sign(text(FACTS.subList(1, 251)));
        assertThat(verify(cosigned(forked.and(near.cosign(forked, 1)), Scope.WHOLE), 1, near).text())
                .contains("DIFFERENCE  the checkpoint over 250 facts that witnesses cosigned is not one of this log");
        SignedNote altered = new SignedNote(then.text(), List.of(then.signatures().getFirst(), near.cosign(forked, 1)));
        assertThat(verify(cosigned(altered, Scope.WHOLE), 1, near).text()).contains("DIFFERENCE  only 0 of the witnesses");
        assertThat(verify(pack("alone.zip", KEY, FACTS)).text()).contains("not proven  that everybody is shown the same log");
    }

    private Path cosigned(SignedNote cosigned, Scope scope) throws IOException {
        Path pack = folder.resolve("cosigned.zip");
        Pack.write(pack, new Of(FACTS, KEY.sign(text(FACTS)), KEY.verifier(), LogKeys.NONE, Optional.of(cosigned)), scope, false);
        return pack;
    }

    private static Said verify(Path pack, int demanded, SigningKey... witnesses) throws IOException {
        Verify verify = new Verify(Optional.of(KEY.verifier().toString()), Optional.empty());
        verify.demand(Stream.of(witnesses).map(witness -> witness.verifier().toString()).toList(), demanded);
        return said(verify, pack);
    }

    @Test
    void aCertificateIsCheckedAloneAndSaysNothingElseThanItsFact() {
        String payload = "{\"application\":\"r2025.b3\",\"decision\":\"d-1\",\"level\":\"4\",\"from\":\"2026-01-01\"}";
        List<Recorded> facts = new ArrayList<>(FACTS);
        Recorded plain = fact(59);
        facts.set(58, new Recorded(59, plain.eventId(), plain.stream(), plain.version(), "application.star-awarded/1",
                plain.effectiveOn(), plain.recordedAt(), plain.metadata(), payload.getBytes(StandardCharsets.UTF_8)));
        String certificate = certificate(facts, 59);
        assertThat(certified(certificate).text()).contains("proven      position 59 (branch/b3): by decision d-1 the star 4 was awarded "
                + "from 2026-01-01 on, among the 300 facts", "not proven  that the star still stands").doesNotContain("DIFFERENCE");
        assertThat(certified(certificate.replace("\"level\":\"4\",\"path\"", "\"level\":\"5\",\"path\"")).text())
                .contains("DIFFERENCE  position 59 (branch/b3): the certificate says otherwise than the fact of its level");
        assertThat(certified(certificate.replace("level\\\":\\\"4", "level\\\":\\\"5")).text())
                .contains("DIFFERENCE  position 59 (branch/b3): this is not the fact that was signed for");
        assertThat(certified(certificate(FACTS, 59)).text())
                .contains("DIFFERENCE  position 59 (branch/b3): the certificate says otherwise");
    }

    private static Said certified(String certificate) {
        Verify verify = new Verify(Optional.of(KEY.verifier().toString()), Optional.empty());
        verify.certificate(certificate);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return new Said(verify.report(new PrintStream(out, true, StandardCharsets.UTF_8)), out.toString(StandardCharsets.UTF_8));
    }

    private static String certificate(List<Recorded> facts, int position) {
        Map<String, Object> certificate = new TreeMap<>(Map.of("application", "r2025.b3", "decision", "d-1", "level", "4",
                "from", "2026-01-01", "checkpoint", note(KEY, facts), "key", KEY.verifier().toString(), "keys", ""));
        Proofs proofs = new Of(facts, KEY.sign(text(facts)), KEY.verifier()).proofs();
        certificate.put("path", proofs.inclusion(position - 1L, facts.size()).stream()
                .map(Base64.getEncoder()::encodeToString).toList());
        try {
            certificate.put("fact", JSON.readTree(JournalLine.of(facts.get(position - 1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JSON.writeValueAsString(certificate);
    }

    private static Recorded rotation(LogKeys.Taken taken) {
        Recorded plain = fact(taken.position());
        KeyChange change = taken.change();
        String payload = new String(EventJson.write(new LogKeyRotated(change.from().toString(), change.to().toString(),
                change.statement().encoded()), plain.eventId(), Keys.NONE), StandardCharsets.UTF_8);
        return new Recorded(plain.position(), plain.eventId(), plain.stream(), plain.version(), "house.log-key-rotated/1",
                plain.effectiveOn(), plain.recordedAt(), plain.metadata(), payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameFactsGiveTheSameBytesInAnyZoneLanguageAndPlace() throws IOException {
        List<String> here = List.of(sha256(pack("here.zip", KEY, FACTS)),
                sha256(pack("part.zip", KEY, FACTS, Scope.of("branch:b3").get())));
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(List.of(sha256(pack("elsewhere/there.zip", KEY, FACTS)),
                    sha256(pack("elsewhere/part.zip", KEY, FACTS, Scope.of("branch:b3").get())))).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPackOfOneBranchProvesEachOfItsFactsAndSaysWhatItDoesNot() throws IOException {
        Path pack = pack("part.zip", KEY, FACTS, Scope.of("branch:b3").get());
        Said said = verify(pack);
        assertThat(said.text()).contains("proven      44 facts are, byte for byte, among the 300 the checkpoint was signed over",
                "not proven  that these are all facts of the pack's scope").doesNotContain("DIFFERENCE");
        assertThat(said.holds()).isTrue();
        assertThat(part(pack, lines -> replaced(lines, 9, line -> line.replace("\\\"n\\\":59", "\\\"n\\\":60"))))
                .contains("DIFFERENCE  position 59 (branch/b3): this is not the fact that was signed for");
        assertThat(part(pack, lines -> without(lines, 9)))
                .contains("DIFFERENCE  position 66 (branch/b3): the proof that stands beside it is that of 59");
        assertThat(part(pack, lines -> lines.subList(0, 20))).contains("DIFFERENCE  a fact is missing: there is a proof of it");
    }

    @Test
    void ofABranchNobodyKnowsThereIsNoPack() throws IOException {
        assertThat(Pack.write(folder.resolve("none.zip"), new Of(FACTS, KEY.sign(text(FACTS)), KEY.verifier()),
                Scope.of("branch:nobody").get(), false)).isZero();
        assertThat(Scope.of("everything")).isEmpty();
    }

    @Test
    @Tag("B11")
    void aCellThatASpreadsheetWouldComputeIsMadeAText() {
        assertThat(Csv.line("=1+1", "a,b", "say \"x\"", null, "-2")).isEqualTo("'=1+1,\"a,b\",\"say \"\"x\"\"\",,'-2\n");
    }

    @Test
    void theViewerHasWordsForEveryFact() throws IOException {
        String words = Objects.requireNonNull(read(pack("p.zip", KEY, FACTS)).get("data/words.js"));
        assertThat(EventTypes.all()).allSatisfy(fact -> assertThat(words)
                .contains("    '" + EventTypes.nameOf(fact).replaceFirst("/.*", "") + "': ['"));
    }

    private String part(Path pack, UnaryOperator<List<String>> change) throws IOException {
        return changed(pack, change).text();
    }

    @Test
    void schemesAndEvidenceAreInIt() throws IOException {
        Map<String, String> files = read(pack("p.zip", KEY, FACTS));
        assertThat(files).containsKeys("bagit.txt", "data/Verify.java", "data/schemes/" + SCHEME + ".yaml", "data/index.html",
                "data/ratings.csv", "data/history.csv").containsEntry("data/evidence/" + FILE, "evidence");
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
        Pack.write(pack, new Of(forged, KEY.sign(text(FACTS)), KEY.verifier()), Scope.WHOLE, false);
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

    /**
     * On the machine's JDK 17 where it has one; else by the compiler of this one, held to that language and library. Such a JDK reads
     * sources in the machine's encoding, which is ASCII where nobody has set another.
     */
    @Test
    void thePacksOwnVerifierRunsAloneOnJava17() throws IOException, InterruptedException {
        Path pack = pack("p.zip", KEY, FACTS);
        Path source = Files.writeString(folder.resolve("Verify.java"), Objects.requireNonNull(read(pack).get("data/Verify.java")));
        assertThat(source).content().as("read alike in every encoding").matches(Pattern.compile("\\p{ASCII}*"));
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        Optional<Path> old = java17();
        if (old.isEmpty()) {
            assertThat(run(bin.resolve("javac").toString(), "--release", "17", "-d", folder.toString(), source.toString())).isEmpty();
        }
        assertThat(old.isPresent() ? run(old.get().toString(), source.toString(), pack.toString())
                : run(bin.resolve("java").toString(), "-cp", folder.toString(), "Verify", pack.toString()))
                .contains("Everything that was checked holds.");
    }

    private static Optional<Path> java17() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> installed = Files.list(all)) {
            return installed.filter(one -> one.toString().contains("17")).map(one -> one.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable).findFirst();
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private String lines(UnaryOperator<List<String>> change) throws IOException {
        Said said = changed(pack("p.zip", KEY, FACTS), change);
        assertThat(said.holds()).isFalse();
        assertThat(said.text()).contains("also        data/journal.jsonl is not the file")
                .doesNotContain("the pack is whole", "all 300 facts");
        return said.text();
    }

    private Said changed(Path pack, UnaryOperator<List<String>> change) throws IOException {
        return changed(pack, "data/journal.jsonl", change);
    }

    private Said changed(Path pack, String name, UnaryOperator<List<String>> change) throws IOException {
        Map<String, String> files = read(pack);
        List<String> lines = new ArrayList<>(Objects.requireNonNull(files.get(name)).lines().toList());
        files.put(name, change.apply(lines).stream().map(line -> line + "\n").collect(Collectors.joining()));
        Path changed = folder.resolve("changed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return verify(changed);
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
        return said(new Verify(key, kept), pack);
    }

    private static Said said(Verify verify, Path pack) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        verify.pack(pack);
        boolean holds = verify.report(new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(holds, out.toString(StandardCharsets.UTF_8));
    }

    private Path pack(String name, SigningKey key, List<Recorded> facts) throws IOException {
        return pack(name, key, facts, Scope.WHOLE);
    }

    private Path pack(String name, SigningKey key, List<Recorded> facts, Scope scope) throws IOException {
        Path pack = folder.resolve(name);
        assertThat(Pack.write(pack, new Of(facts, key.sign(text(facts)), key.verifier()), scope, true)).isPositive();
        return pack;
    }

    /** A pack's content from memory. */
    private record Of(List<Recorded> journal, SignedNote note, VerifierKey key, LogKeys logKeys, Optional<SignedNote> cosigned)
            implements Pack.Source {
        Of(List<Recorded> journal, SignedNote note, VerifierKey key) {
            this(journal, note, key, LogKeys.NONE, Optional.empty());
        }

        Of(List<Recorded> journal, SignedNote note, LogKeys keys) {
            this(journal, note, keys.at(journal.size()).orElseThrow(), keys, Optional.empty());
        }

        @Override
        public void facts(Consumer<Recorded> each) {
            journal.forEach(each);
        }

        @Override
        public Proofs proofs() {
            return new Proofs((height, index) -> MerkleTree.root(journal.subList((int) (index << height), (int) ((index + 1) << height))
                    .stream().map(Leaf::hash).toList()));
        }

        @Override
        public Optional<String> document(String sha256) {
            return sha256.equals(SCHEME) ? Optional.of("language: 1\n") : Optional.empty();
        }

        @Override
        public void file(String sha256, OutputStream out) throws IOException {
            out.write("evidence".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }
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
