package asterism.verify;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Checks a pack of facts, a certificate, or a house that publishes its log, without believing any of them: {@code java Verify.java
 * [PACK.zip | CERTIFICATE.json] [--url URL] [--key KEY] [--kept CHECKPOINT] [--keep FILE] [--witness KEY]... [--witnesses N]}.
 *
 * <p>The key is the log's verifier key as C2SP signed-note writes it, had by another way than the pack. The checkpoint is one that
 * was kept from an earlier day. Ends with 0 where everything checked holds, 1 where something does not, 2 for wrong use.
 */
public final class Verify {
    private static final String USE = """
            java Verify.java [PACK.zip | CERTIFICATE.json] [--url URL] [--key KEY] [--kept CHECKPOINT-FILE] [--keep FILE]
                              [--witness KEY]... [--witnesses N]
            PACK.zip   a pack to check, or a certificate             --url   a house to ask      --key   the log's key, had by another way
            --kept     a checkpoint from an earlier day                 --keep  where the house's checkpoint is kept for the next time
            --witness  the key of a witness, had by another way         --witnesses  how many of them must have cosigned""";
    private static final Set<String> OPTIONS = Set.of("--url", "--key", "--kept", "--keep", "--witness", "--witnesses");
    private static final int HASH = 32;
    private static final int SAMPLE = 20;
    /** For hashes that are taken at once; looking one up takes as long as using it. */
    private static final ThreadLocal<MessageDigest> SHA = ThreadLocal.withInitial(Verify::sha);
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Optional<String> trusted;
    private final Optional<String> kept;
    private final List<String> witnesses = new ArrayList<>();
    private int demanded;
    private final List<String> proven = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> hashed = new HashMap<>();

    /**
     * @param trusted the log's key, where it is known by another way
     * @param kept    a checkpoint kept from an earlier day, as it was published
     */
    public Verify(Optional<String> trusted, Optional<String> kept) {
        this.trusted = trusted;
        this.kept = kept;
    }

    /** From the command line. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, System.out));
    }

    /** The same with the exit code handed back. */
    public static int run(String[] arguments, PrintStream out) throws IOException {
        Map<String, String> options = new HashMap<>();
        List<String> packs = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (OPTIONS.contains(arguments[i])) {
                options.merge(arguments[i], i + 1 < arguments.length ? arguments[++i] : "",
                        (before, next) -> before + "\n" + next); // witnesses may be several
            } else {
                packs.add(arguments[i]);
            }
        }
        Optional<String> url = Optional.ofNullable(options.get("--url"));
        if (packs.size() > 1 || (packs.isEmpty() && url.isEmpty())) {
            out.println(USE);
            return 2;
        }
        try {
            Optional<String> file = Optional.ofNullable(options.get("--kept"));
            Optional<String> kept = file.isPresent() ? Optional.of(Files.readString(Path.of(file.get()))) : Optional.empty();
            Verify verify = new Verify(Optional.ofNullable(options.get("--key")), kept);
            verify.demand(options.getOrDefault("--witness", "").lines().toList(),
                    Integer.parseInt(options.getOrDefault("--witnesses", "0")));
            if (!packs.isEmpty() && packs.get(0).endsWith(".json")) {
                verify.certificate(Files.readString(Path.of(packs.get(0))));
            } else if (!packs.isEmpty()) {
                verify.pack(Path.of(packs.get(0)));
            }
            if (url.isPresent()) {
                Optional<String> seen = verify.house(url.get());
                if (seen.isPresent() && options.containsKey("--keep") && verify.wrong.isEmpty()) {
                    Files.writeString(Path.of(options.getOrDefault("--keep", "")), seen.get());
                }
            }
            return verify.report(out) ? 0 : 1;
        } catch (NoSuchFileException missing) {
            out.println(missing.getFile() + ": there is no such file");
            return 2;
        } catch (ZipException | EOFException damaged) {
            out.println(packs.get(0) + ": this is no pack: "
                    + (damaged instanceof EOFException ? "it ends too early" : damaged.getMessage()));
            return 2;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            return 2;
        }
    }

    /**
     * Asks for cosignatures.
     *
     * @param keys of witnesses, had by another way
     * @param least how many of them must have cosigned
     */
    public void demand(List<String> keys, int least) {
        witnesses.addAll(keys);
        demanded = least;
    }

    /** Checks a pack; {@link #report} says what came of it. */
    public void pack(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            check(zip);
        } catch (IllegalArgumentException e) {
            wrong.add("the pack cannot be read on: " + e.getMessage());
        }
    }

    /**
     * Checks the certificate of a star; {@link #report} says what came of it.
     *
     * @throws IllegalArgumentException where it cannot be read
     */
    public void certificate(String json) {
        Node certificate = Json.read(json.strip());
        Checkpoint checkpoint = Checkpoint.of(certificate.at("checkpoint").text());
        LogKeys keys = new LogKeys(certificate.at("keys").text(), certificate.at("key").text().strip());
        boolean signed = signature(checkpoint, keys);
        Map<String, String> fact = new HashMap<>();
        certificate.at("fact").fields().forEach((name, value) -> fact.put(name, value.text()));
        long position = whole(fact, "position");
        String at = "position " + position + " (" + need(fact, "stream") + ")";
        if (!included(leaf(fact), position - 1, checkpoint.size, path(certificate), checkpoint.root)) {
            wrong.add(at + ": this is not the fact that was signed for");
            return;
        }
        Node award = Json.read(need(fact, "payload"));
        Optional<String> other = Stream.of("application", "decision", "level", "from")
                .filter(field -> !award.at(field).text().equals(certificate.at(field).text())).findFirst();
        if (!need(fact, "type").equals("application.star-awarded/1") || other.isPresent()) {
            wrong.add(at + ": the certificate says otherwise than the fact" + other.map(field -> " of its " + field).orElse(""));
        } else if (signed) {
            proven.add(at + ": by decision " + award.at("decision").text() + " the star " + award.at("level").text() + " was awarded from "
                    + award.at("from").text() + " on, among the " + checkpoint.size + " facts the checkpoint was signed over");
        }
        open.add("that the star still stands: what came after this award is not in a certificate");
    }

    /** Says what was proven, what was not, and the first difference; true where everything checked holds. */
    public boolean report(PrintStream out) {
        proven.forEach(line -> out.println("proven      " + line));
        open.stream().distinct().forEach(line -> out.println("not proven  " + line));
        for (int i = 0; i < wrong.size(); i++) {
            out.println((i == 0 ? "DIFFERENCE  " : "also        ") + wrong.get(i));
        }
        out.println(wrong.isEmpty() ? "Everything that was checked holds." : "This is not what was signed for.");
        out.flush();
        return wrong.isEmpty();
    }

    private void check(ZipFile zip) throws IOException {
        Checkpoint checkpoint = Checkpoint.of(text(zip, "data/checkpoint"));
        LogKeys keys = new LogKeys(zip.getEntry("data/log-keys.jsonl") == null ? "" : text(zip, "data/log-keys.jsonl"),
                text(zip, "data/log-key").strip());
        boolean signed = signature(checkpoint, keys);
        Accounts accounts = new Accounts(schemes(zip));
        Consumer<Map<String, String>> taken = fact -> {
            keys.take(fact);
            accounts.take(fact);
        };
        boolean vouched = zip.getEntry("data/leaves.txt") == null ? part(zip, checkpoint, signed, taken)
                : whole(zip, checkpoint, keys, signed, taken);
        if (vouched && !keys.asTheFactsSay()) {
            wrong.add("data/log-keys.jsonl does not name the keys that the facts name");
        }
        if (vouched) {
            accounts.conclude();
        }
        if (zip.getEntry("data/cosigned") == null) {
            cosigned(Optional.empty(), keys, then -> false);
        } else {
            List<byte[]> path = text(zip, "data/cosigned-path").lines().filter(line -> !line.isEmpty()).map(Verify::base64).toList();
            cosigned(Optional.of(text(zip, "data/cosigned")), keys,
                    then -> consistent(then.size, then.root, checkpoint.size, checkpoint.root, path));
        }
        manifest(zip);
        open.add("that the facts are true, and that nothing happened which was never recorded");
        open.add("that no later checkpoint exists: hold this one against the one the house publishes, --url asks it");
    }

    /** A pack of the whole journal, with the hash of every leaf. */
    private boolean whole(ZipFile zip, Checkpoint checkpoint, LogKeys keys, boolean signed, Consumer<Map<String, String>> taken)
            throws IOException {
        List<byte[]> leaves = new ArrayList<>();
        lines(zip, "data/leaves.txt", line -> leaves.add(HexFormat.of().parseHex(line)));
        boolean tree = leaves.size() == checkpoint.size && Arrays.equals(root(leaves), checkpoint.root);
        Lines read = new Lines(checkpoint.size, leaves, taken);
        boolean held = lines(zip, read);
        if (held && tree && signed) {
            proven.add("all " + checkpoint.size + " facts are, byte for byte and in this order, those the checkpoint was signed over");
        }
        if (!tree) {
            wrong.add("the " + leaves.size() + " leaf hashes do not give the root that was signed for " + checkpoint.size + " facts");
        }
        earlier(checkpoint, leaves, keys);
        return held && tree && signed;
    }

    /** A pack of some facts, each with its way to the signed root. */
    private boolean part(ZipFile zip, Checkpoint checkpoint, boolean signed, Consumer<Map<String, String>> taken) throws IOException {
        Iterator<String> proofs = text(zip, "data/proofs.jsonl").lines().iterator();
        Proven read = new Proven(checkpoint, proofs, taken);
        boolean held = lines(zip, read);
        if (held && signed) {
            proven.add(read.read + " facts are, byte for byte, among the " + checkpoint.size + " the checkpoint was signed over, and in "
                    + "each of their " + read.versions.size() + " histories none is left out before the last that is here");
        }
        open.add("that these are all facts of the pack's scope");
        if (kept.isPresent()) {
            open.add("that the kept checkpoint grew into this one: a pack of a part cannot show it, --url can");
        }
        return held && signed;
    }

    private static Map<String, Node> schemes(ZipFile zip) throws IOException {
        Map<String, Node> schemes = new HashMap<>();
        for (String name : zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith("data/schemes/")).toList()) {
            String text = text(zip, name);
            String hash = HexFormat.of().formatHex(sha().digest(text.getBytes(StandardCharsets.UTF_8)));
            if (name.equals("data/schemes/" + hash + ".yaml") && text.contains("\nsteps:")) {
                schemes.put(hash, Yaml.read(text));
            }
        }
        return schemes;
    }

    /** Line by line, several read ahead at once; stops at the first that differs. */
    private boolean lines(ZipFile zip, Reading read) throws IOException {
        try (Ahead ahead = new Ahead(fact -> read.next(fact).ifPresent(difference -> {
            throw new Wrong(difference);
        }))) {
            lines(zip, "data/journal.jsonl", ahead::take);
            ahead.end();
        } catch (Wrong difference) {
            wrong.add(difference.getMessage());
            return false;
        }
        Optional<String> missing = read.end();
        missing.ifPresent(wrong::add);
        return missing.isEmpty();
    }

    /** Hands on each line; the file's hash is kept for the manifest, as to read it once more takes long. */
    private void lines(ZipFile zip, String name, Consumer<String> each) throws IOException {
        DigestInputStream in = new DigestInputStream(entry(zip, name), sha());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(line);
            }
        }
        hashed.put(name, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }

    /**
     * Asks a house what it publishes, whether that grew out of what was kept, and whether facts are where it says; {@link #report} says
     * what came of it.
     *
     * @return its checkpoint; empty where that is not to be believed
     */
    public Optional<String> house(String url) {
        House house = new House(url);
        String note = house.get("/checkpoint");
        Checkpoint now = Checkpoint.of(note);
        LogKeys keys = new LogKeys(house.get("/api/v1/proofs/keys"), house.get("/api/v1/proofs/key").strip());
        if (!signature(now, keys)) {
            return Optional.empty();
        }
        if (kept.isEmpty()) {
            open.add("that nothing was rewritten before this checkpoint: give one kept from an earlier day as --kept");
        } else {
            grown(house, Checkpoint.of(kept.get()), now, keys);
        }
        cosigned(house.find("/api/v1/proofs/cosigned"), keys, then -> consistent(then.size, then.root, now.size, now.root,
                path(Json.read(house.get("/api/v1/proofs/consistency?from=" + then.size + "&to=" + now.size)))));
        Random random = new Random();
        long asked = Math.min(SAMPLE, now.size);
        for (long i = 0; i < asked; i++) {
            long position = 1 + (long) (random.nextDouble() * now.size);
            Node proof = Json.read(house.get("/api/v1/proofs/inclusion?position=" + position + "&size=" + now.size));
            if (!included(base64(proof.at("leaf").text()), position - 1, now.size, path(proof), now.root)) {
                wrong.add("position " + position + ": the house's proof does not lead to the root it signed for");
                return Optional.empty();
            }
        }
        proven.add(asked + " facts drawn by lot have their leaves under the root the house signed for");
        return Optional.of(note);
    }

    private void grown(House house, Checkpoint then, Checkpoint now, LogKeys keys) {
        if (!then.signedBy(keys.at(then.size))) {
            wrong.add("the kept checkpoint is signed by another key");
        } else if (then.size > now.size) {
            wrong.add("position " + (now.size + 1) + ": the log was rolled back; the kept checkpoint counts " + then.size
                    + " facts, the house " + now.size);
        } else {
            Node proof = Json.read(house.get("/api/v1/proofs/consistency?from=" + then.size + "&to=" + now.size));
            if (consistent(then.size, then.root, now.size, now.root, path(proof))) {
                proven.add("the " + now.size + " facts grew out of the " + then.size + " of the kept checkpoint");
            } else {
                wrong.add("the first " + then.size + " facts are not those of the kept checkpoint: the log was rewritten or forked");
            }
        }
    }

    /**
     * Which of the witnesses cosigned.
     *
     * @param note  the newest cosigned checkpoint
     * @param grown whether the checkpoint at hand grew out of it
     */
    private void cosigned(Optional<String> note, LogKeys keys, Predicate<Checkpoint> grown) {
        int cosigned = 0;
        if (note.isPresent()) {
            Checkpoint then = Checkpoint.of(note.get());
            if (!then.signedBy(keys.at(then.size)) || !grown.test(then)) {
                wrong.add("the checkpoint over " + then.size + " facts that witnesses cosigned is not one of this log");
                return;
            }
            for (String witness : new TreeSet<>(witnesses)) {
                Optional<Instant> time = then.note.cosignedBy(witness.strip());
                cosigned += time.isPresent() ? 1 : 0;
                time.ifPresent(at -> proven.add("the witness " + witness.strip() + " cosigned the first " + then.size + " facts at " + at));
            }
            long others = then.note.signatures.size() - 1L - cosigned;
            if (others > 0) {
                open.add("what " + others + " more cosignatures say: give the keys of those witnesses as --witness");
            }
        }
        if (cosigned < demanded) {
            wrong.add("only " + cosigned + " of the witnesses cosigned, and " + demanded + " must have");
        } else if (cosigned == 0) {
            open.add("that everybody is shown the same log: no witness whose key was given cosigned it");
        }
    }

    private static List<byte[]> path(Node proof) {
        return proof.at("path").texts().stream().map(Verify::base64).toList();
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    /** A house that publishes its log over HTTP. */
    private static final class House {
        private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        private final String url;

        House(String url) {
            this.url = url.replaceAll("/+$", "");
        }

        String get(String path) {
            HttpResponse<String> answer = ask(path);
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(url + path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }

        /** Empty where there is none. */
        Optional<String> find(String path) {
            return ask(path).statusCode() == 404 ? Optional.empty() : Optional.of(get(path));
        }

        private HttpResponse<String> ask(String path) {
            try {
                return client.send(HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30)).build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalArgumentException("asking was broken off", e);
            } catch (IOException e) {
                throw new IllegalArgumentException(url + " does not answer", e);
            }
        }
    }

    private boolean signature(Checkpoint checkpoint, LogKeys keys) {
        String key = keys.at(checkpoint.size);
        Optional<String> broken = keys.broken();
        if (broken.isPresent() || trusted.filter(from -> !keys.leadFrom(from.strip(), key)).isPresent()) {
            wrong.add(broken.orElse("the checkpoint is not signed by the key " + trusted.orElse("") + ", nor by one that it named"));
            return false;
        }
        if (!checkpoint.signedBy(key)) {
            wrong.add("the checkpoint is not signed by the key " + key);
            return false;
        }
        proven.add("the checkpoint over " + checkpoint.size + " facts is signed by " + key);
        keys.changes.forEach(change -> proven.add("from position " + change.at("position").text() + " on the log's key is the one that the "
                + "key before it named: " + change.at("to").text()));
        if (trusted.isEmpty()) {
            open.add("that " + (keys.changes.isEmpty() ? "this key" : "the first of these keys")
                    + " is the log's own: compare it with one had by another way, or give that one as --key");
        }
        return true;
    }

    /** The keys of a log one after the other: each was named by the one before, and signs from the fact on that says so. */
    private static final class LogKeys {
        final List<Node> changes;
        private final String last;
        private final List<Node> told = new ArrayList<>();

        /**
         * @param lines a change of keys in each, as JSON
         * @param key   which is published as that of today
         */
        LogKeys(String lines, String key) {
            changes = lines.lines().map(Json::read).toList();
            last = changes.isEmpty() ? key : changes.get(changes.size() - 1).at("to").text();
        }

        /** The key for a checkpoint of that size. */
        String at(long size) {
            String key = changes.isEmpty() ? last : changes.get(0).at("from").text();
            for (Node change : changes) {
                key = Long.parseLong(change.at("position").text()) <= size ? change.at("to").text() : key;
            }
            return key;
        }

        /** Whether one key named the other, or one that did; each names itself. */
        boolean leadFrom(String trusted, String key) {
            String at = trusted;
            for (Node change : changes) {
                at = !at.equals(key) && change.at("from").text().equals(at) ? change.at("to").text() : at;
            }
            return at.equals(key);
        }

        /** What is wrong with them in themselves. */
        Optional<String> broken() {
            String key = at(0);
            long position = 0;
            for (Node change : changes) {
                String to = change.at("to").text();
                Note statement = Note.of(change.at("statement").text());
                boolean named = change.at("from").text().equals(key) && statement.text.equals("asterism log-key/v1\n" + to + "\n")
                        && statement.signedBy(key);
                if (!named || Long.parseLong(change.at("position").text()) <= position) {
                    return Optional.of("position " + change.at("position").text() + ": the key " + key + " did not name " + to
                            + " as the next one");
                }
                key = to;
                position = Long.parseLong(change.at("position").text());
            }
            return Optional.empty();
        }

        void take(Map<String, String> fact) {
            if (need(fact, "type").equals("house.log-key-rotated/1")) {
                Map<String, Node> change = new HashMap<>(Json.read(need(fact, "payload")).fields());
                change.put("position", Node.of(need(fact, "position")));
                told.add(new Node("", List.of(), change));
            }
        }

        boolean asTheFactsSay() {
            return told.size() == changes.size() && Stream.of("position", "from", "to", "statement").allMatch(field ->
                    told.stream().map(change -> change.at(field)).toList()
                            .equals(changes.stream().map(change -> change.at(field)).toList()));
        }
    }

    /** A line of a journal, read and hashed by itself; what cannot be read has no fields and says why. */
    static final class Fact {
        final Map<String, String> fields;
        final long position;
        final long version;
        final String subject;
        final byte[] leaf;
        final Optional<String> unreadable;

        private Fact(Map<String, String> fields, byte[] leaf) {
            this.fields = fields;
            this.position = whole(fields, "position");
            this.version = whole(fields, "version");
            this.subject = need(fields, "stream");
            this.leaf = leaf;
            this.unreadable = Optional.empty();
        }

        private Fact(String why) {
            this.fields = Map.of();
            this.position = 0;
            this.version = 0;
            this.subject = "";
            this.leaf = new byte[0];
            this.unreadable = Optional.of(why);
        }

        static Fact of(String line) {
            try {
                Map<String, String> fields = Json.flat(line);
                return new Fact(fields, Verify.leaf(fields));
            } catch (RuntimeException e) {
                return new Fact("the line cannot be read: " + e.getMessage());
            }
        }
    }

    /** Has batches of lines read on all processors, and hands their facts on in the lines' order. */
    private static final class Ahead implements AutoCloseable {
        private static final int BATCH = 1_000;
        private static final int READERS = Runtime.getRuntime().availableProcessors();
        private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
        private final Consumer<Fact> next;
        private final Deque<Future<List<Fact>>> underWay = new ArrayDeque<>();
        private List<String> batch = new ArrayList<>();

        Ahead(Consumer<Fact> next) {
            this.next = next;
        }

        void take(String line) {
            batch.add(line);
            if (batch.size() == BATCH) {
                start();
            }
        }

        void end() {
            start();
            while (!underWay.isEmpty()) {
                handOn();
            }
        }

        private void start() {
            List<String> lines = batch;
            batch = new ArrayList<>();
            underWay.add(readers.submit(() -> lines.stream().map(Fact::of).toList()));
            if (underWay.size() > 4 * READERS) {
                handOn();
            }
        }

        private void handOn() {
            try {
                underWay.remove().get().forEach(next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("reading was broken off", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        @Override
        public void close() {
            readers.shutdownNow();
        }
    }

    /** The lines of a journal one after the other. A line that differs is not counted as read. */
    abstract static class Reading {
        final Map<String, Long> versions = new HashMap<>();
        private final Consumer<Map<String, String>> taken;
        long read;

        Reading(Consumer<Map<String, String>> taken) {
            this.taken = taken;
        }

        /** What is wrong with this line as the next one. */
        Optional<String> next(Fact fact) {
            try {
                Optional<String> difference = fact.unreadable.map(why -> "position " + (read + 1) + ": " + why)
                        .or(() -> difference(fact));
                if (difference.isEmpty()) {
                    versions.put(fact.subject, fact.version);
                    read++;
                    taken.accept(fact.fields);
                }
                return difference;
            } catch (RuntimeException e) {
                return Optional.of("position " + (read + 1) + ": the line cannot be read: " + e.getMessage());
            }
        }

        boolean inTurn(Fact fact) {
            return fact.version == versions.getOrDefault(fact.subject, 0L) + 1;
        }

        abstract Optional<String> difference(Fact fact);

        /** What is wrong with ending here. */
        abstract Optional<String> end();
    }

    /** The whole journal, held against the hash of every leaf. */
    static final class Lines extends Reading {
        private final long size;
        private final List<byte[]> leaves;

        Lines(long size, List<byte[]> leaves, Consumer<Map<String, String>> taken) {
            super(taken);
            this.size = size;
            this.leaves = leaves;
        }

        @Override
        Optional<String> end() {
            return read == size ? Optional.empty()
                    : Optional.of("position " + (read + 1) + ": the fact is missing, and all after it; " + size + " were signed for");
        }

        @Override
        Optional<String> difference(Fact fact) {
            long at = read + 1;
            String subject = " (" + fact.subject + ")";
            long position = fact.position;
            if (position > at) {
                return Optional.of("position " + at + ": the fact is missing, or stands elsewhere; in its place stands " + position
                        + subject);
            }
            if (position < at) {
                return Optional.of("position " + at + ": in its place stands " + position + subject + " once more, or too late");
            }
            if (at > size) {
                return Optional.of("position " + at + subject + ": the fact was added; only " + size + " were signed for");
            }
            if (!inTurn(fact)) {
                return Optional.of("position " + at + subject + ": the version is out of turn");
            }
            return at <= leaves.size() && Arrays.equals(fact.leaf, leaves.get((int) at - 1)) ? Optional.empty()
                    : Optional.of("position " + at + subject + ": this is not the fact that was signed for");
        }
    }

    /** Some facts, each held against its own way to the root. */
    private static final class Proven extends Reading {
        private final Checkpoint checkpoint;
        private final Iterator<String> proofs;

        Proven(Checkpoint checkpoint, Iterator<String> proofs, Consumer<Map<String, String>> taken) {
            super(taken);
            this.checkpoint = checkpoint;
            this.proofs = proofs;
        }

        @Override
        Optional<String> end() {
            return proofs.hasNext() ? Optional.of("a fact is missing: there is a proof of it, " + proofs.next()) : Optional.empty();
        }

        @Override
        Optional<String> difference(Fact fact) {
            String at = "position " + fact.position + " (" + fact.subject + ")";
            Node proof = Json.read(proofs.hasNext() ? proofs.next() : "{}");
            if (!proof.at("position").text().equals(Long.toString(fact.position))) {
                return Optional.of(at + ": the proof that stands beside it is that of " + proof.at("position").text());
            }
            if (!inTurn(fact)) {
                return Optional.of(at + ": the version is out of turn, so a fact is left out or stands twice");
            }
            return included(fact.leaf, fact.position - 1, checkpoint.size, path(proof), checkpoint.root) ? Optional.empty()
                    : Optional.of(at + ": this is not the fact that was signed for");
        }
    }

    /** That the journal grew out of the one a kept checkpoint speaks of: its first leaves give that root. */
    private void earlier(Checkpoint now, List<byte[]> leaves, LogKeys keys) {
        if (kept.isEmpty()) {
            open.add("that nothing was rewritten before this checkpoint: give one kept from an earlier day as --kept");
            return;
        }
        Checkpoint then = Checkpoint.of(kept.get());
        if (!then.signedBy(keys.at(then.size))) {
            wrong.add("the kept checkpoint is signed by another key");
        } else if (then.size > now.size) {
            wrong.add("position " + (now.size + 1) + ": the log was rolled back; the kept checkpoint counts " + then.size
                    + " facts, the pack " + now.size);
        } else if (then.size > leaves.size() || !Arrays.equals(root(leaves.subList(0, (int) then.size)), then.root)) {
            wrong.add("the first " + then.size + " facts are not those of the kept checkpoint: the log was rewritten or forked");
        } else {
            proven.add("the first " + then.size + " facts are those of the kept checkpoint");
        }
    }

    private void manifest(ZipFile zip) throws IOException {
        int files = 0;
        boolean whole = true;
        for (String line : text(zip, "manifest-sha256.txt").lines().toList()) {
            String name = line.substring(line.indexOf("  ") + 2);
            if (!hash(zip, name).equals(line.substring(0, line.indexOf("  ")))) {
                whole = false;
                wrong.add(name + " is not the file that the pack's manifest names");
            }
            files++;
        }
        if (whole) {
            proven.add("the pack is whole: " + files + " files as in its manifest, which nobody signed");
        }
    }

    private String hash(ZipFile zip, String name) throws IOException {
        if (!hashed.containsKey(name)) {
            try (DigestInputStream in = new DigestInputStream(entry(zip, name), sha())) {
                in.transferTo(OutputStream.nullOutputStream()); // never a whole file in memory
                hashed.put(name, HexFormat.of().formatHex(in.getMessageDigest().digest()));
            }
        }
        return hashed.getOrDefault(name, "");
    }

    /** SHA-256(0x00 || envelope): nine fields, each its length in four bytes and its bytes; numbers big-endian. */
    private static byte[] leaf(Map<String, String> fact) {
        UUID id = asWritten(UUID.fromString(need(fact, "eventId")), fact, "eventId");
        LocalDate effectiveOn = asWritten(LocalDate.parse(need(fact, "effectiveOn")), fact, "effectiveOn");
        Instant recordedAt = asWritten(Instant.parse(need(fact, "recordedAt")), fact, "recordedAt");
        byte[] stream = utf8(need(fact, "stream"));
        byte[] type = utf8(need(fact, "type"));
        byte[] metadata = utf8(need(fact, "metadata"));
        byte[] payload = utf8(need(fact, "payload"));
        ByteBuffer out = ByteBuffer.allocate(1 + 9 * Integer.BYTES + 6 * Long.BYTES
                + stream.length + type.length + metadata.length + payload.length);
        out.put((byte) 0);
        number(out, whole(fact, "position"));
        out.putInt(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        text(out, stream);
        number(out, whole(fact, "version"));
        text(out, type);
        number(out, effectiveOn.toEpochDay());
        number(out, ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
        text(out, metadata);
        text(out, payload);
        return SHA.get().digest(out.array());
    }

    private static void number(ByteBuffer out, long number) {
        out.putInt(Long.BYTES).putLong(number);
    }

    private static void text(ByteBuffer out, byte[] text) {
        out.putInt(text.length).put(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 6962, section 2.1. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha().digest();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int middle = Integer.highestOneBit(leaves.size() - 1);
        return node(root(leaves.subList(0, middle)), root(leaves.subList(middle, leaves.size())));
    }

    /** RFC 9162, section 2.1.3.2. */
    static boolean included(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(sibling, hash);
                while ((at & 1) == 0 && at > 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return index >= 0 && index < size && last == 0 && Arrays.equals(hash, root);
    }

    /** RFC 9162, section 2.1.4.2. */
    static boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from == 0 || from == to) {
            return path.isEmpty() && (from == 0 || Arrays.equals(fromRoot, toRoot));
        }
        List<byte[]> rest = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            rest.add(0, fromRoot);
        }
        long at = from - 1;
        long last = to - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        byte[] old = rest.isEmpty() ? new byte[0] : rest.remove(0);
        byte[] grown = old;
        for (byte[] sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                old = node(sibling, old);
                grown = node(sibling, grown);
                while ((at & 1) == 0 && at > 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                grown = node(grown, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, fromRoot) && Arrays.equals(grown, toRoot);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha = SHA.get();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    private static long whole(Map<String, String> fact, String field) {
        return asWritten(Long.valueOf(need(fact, field)), fact, field);
    }

    /** There is one way to write each value; what can be read in another, an upper case letter say, is not what was exported. */
    private static <T> T asWritten(T value, Map<String, String> fact, String field) {
        if (!value.toString().equals(fact.get(field))) {
            throw new IllegalArgumentException("the field " + field + " is not as it is written");
        }
        return value;
    }

    private static String need(Map<String, String> fact, String field) {
        String value = fact.get(field);
        if (value == null) {
            throw new IllegalArgumentException("the field " + field + " is missing");
        }
        return value;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = entry(zip, name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return zip.getInputStream(entry);
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** C2SP tlog-checkpoint in a C2SP signed note. */
    private static final class Checkpoint {
        final Note note;
        final long size;
        final byte[] root;

        private Checkpoint(Note note, long size, byte[] root) {
            this.note = note;
            this.size = size;
            this.root = root;
        }

        static Checkpoint of(String text) {
            Note note = Note.of(text);
            List<String> lines = note.text.lines().toList();
            if (lines.size() < 3) {
                throw new IllegalArgumentException("the note is no checkpoint");
            }
            return new Checkpoint(note, Long.parseLong(lines.get(1)), base64(lines.get(2)));
        }

        /** The name of the key must be the log's. */
        boolean signedBy(String key) {
            return note.text.startsWith(key.strip().split("\\+", 2)[0] + "\n") && note.signedBy(key);
        }
    }

    /** C2SP signed note. */
    private static final class Note {
        final String text;
        final List<String> signatures;

        private Note(String text, List<String> signatures) {
            this.text = text;
            this.signatures = signatures;
        }

        static Note of(String note) {
            int end = note.lastIndexOf("\n\n");
            if (end < 0) {
                throw new IllegalArgumentException("what should be signed is no signed note");
            }
            return new Note(note.substring(0, end + 1), note.substring(end + 2).lines().toList());
        }

        /** The key is {@code name+hash+base64(0x01 || key)}, and its hash that of its bytes. */
        boolean signedBy(String key) {
            return signature(key, 1).filter(line -> verified(key, text, line)).isPresent();
        }

        /** When a witness cosigned, C2SP tlog-cosignature; its key is {@code name+hash+base64(0x04 || key)}. */
        Optional<Instant> cosignedBy(String key) {
            return signature(key, 4).filter(line -> line.length > Long.BYTES).flatMap(line -> {
                long time = ByteBuffer.wrap(line).getLong();
                boolean signed = verified(key, "cosignature/v1\ntime " + time + "\n" + text,
                        Arrays.copyOfRange(line, Long.BYTES, line.length));
                return signed ? Optional.of(Instant.ofEpochSecond(time)) : Optional.empty();
            });
        }

        /** What stands behind the key's hash in its line. */
        private Optional<byte[]> signature(String key, int kind) {
            String[] parts = key.strip().split("\\+", 3);
            if (parts.length < 3) {
                return Optional.empty();
            }
            byte[] typed = base64(parts[2]);
            MessageDigest sha = sha();
            sha.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] hash = Arrays.copyOf(sha.digest(typed), 4);
            if (typed.length != 1 + HASH || typed[0] != kind || !HexFormat.of().formatHex(hash).equals(parts[1])) {
                return Optional.empty();
            }
            String start = "\u2014 " + parts[0] + " ";
            return signatures.stream().filter(line -> line.startsWith(start)).map(line -> base64(line.substring(start.length())))
                    .filter(line -> line.length > 4 && Arrays.equals(Arrays.copyOf(line, 4), hash))
                    .map(line -> Arrays.copyOfRange(line, 4, line.length)).findFirst();
        }

        private static boolean verified(String key, String message, byte[] signature) {
            try {
                byte[] encoded = Arrays.copyOf(X509, X509.length + HASH);
                System.arraycopy(base64(key.strip().split("\\+", 3)[2]), 1, encoded, X509.length, HASH);
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                check.update(message.getBytes(StandardCharsets.UTF_8));
                return check.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** A scheme document, as far as an account of a rating needs it. */
    private static final class Scheme {
        final Node document;
        private final List<String> levels;
        private final List<Node> indicators;

        /** @param kind of the unit, which chooses the rubric; empty where the scheme knows no kinds */
        Scheme(Node document, String kind) {
            this.document = document;
            this.levels = document.at("levels").list().stream().map(level -> level.at("code").text()).toList();
            Map<String, Node> rubrics = document.at("rubrics").fields();
            Node chosen = document.at("kinds").at(kind).at("rubric");
            this.indicators = rubrics.isEmpty() ? List.of()
                    : (chosen.text().isEmpty() ? rubrics.values().iterator().next() : rubrics.getOrDefault(chosen.text(), Node.NONE))
                    .list();
        }

        Node step(String id) {
            return document.at("steps").list().stream().filter(step -> step.at("id").text().equals(id)).findFirst().orElse(Node.NONE);
        }

        Node quota(String id) {
            return document.at("cohort").at("quotas").list().stream().filter(quota -> quota.at("id").text().equals(id)).findFirst()
                    .orElse(Node.NONE);
        }

        Optional<Node> indicator(String id) {
            return indicators.stream().filter(one -> one.at("id").text().equals(id)).findFirst();
        }

        /** The input or indicator of that name. */
        Node asked(String name) {
            return indicator(name).orElse(document.at("inputs").at(name));
        }

        /** The names and weights that a step adds up or counts. */
        List<Node> parts(Node of, String part) {
            return part.isEmpty() ? of.list() : indicators.stream().filter(one -> one.at("part").text().equals(part))
                    .map(one -> one.at("id")).toList();
        }

        Node group(String name) {
            String by = asked(name).at("by").text();
            return by.equals("none") ? Node.NONE : document.at("assessors").at(by);
        }

        String type(String name) {
            if (name.equals("level") || document.at("steps").list().stream().anyMatch(step -> sets(step).equals(name))) {
                return "level";
            }
            Node step = step(name);
            if (step.has("take")) {
                return type(step.at("take").at("of").list().get(0).text());
            }
            return indicator(name).isPresent() || step.has("add") || step.has("count") ? "number"
                    : document.at("inputs").at(name).at("type").text();
        }

        private static String sets(Node step) {
            return Stream.of("band", "decide", "judge").map(verb -> step.at(verb).at("sets").text()).filter(name -> !name.isEmpty())
                    .findFirst().orElse("");
        }

        int order(String a, String b, String type) {
            return switch (type) {
                case "number" -> Fraction.of(a).compareTo(Fraction.of(b));
                case "level" -> Integer.compare(levels.indexOf(a), levels.indexOf(b));
                default -> a.compareTo(b); // days as they are written, choices and yes or no
            };
        }

        String moved(String level, int by, String lowest, String highest) {
            int place = levels.indexOf(level) + by;
            return levels.get(Math.min(Math.max(place, levels.indexOf(lowest)), levels.indexOf(highest)));
        }

        String lowest() {
            return levels.get(0);
        }

        String highest() {
            return levels.get(levels.size() - 1);
        }

        /** A cell as the number it stands for: points found are taken off the most there is, or collected up to it. */
        String read(String name, String cell) {
            Optional<Node> indicator = indicator(name).filter(one -> !one.at("method").text().equals("given") && !cell.isEmpty());
            if (indicator.isEmpty()) {
                return type(name).equals("number") && !cell.isEmpty() ? Fraction.of(cell).toString()
                        : type(name).equals("date") && cell.length() < 10 ? cell + "-01-01".substring(cell.length() - 4) : cell;
            }
            Fraction found = Fraction.ZERO;
            for (String part : cell.split(";", -1)) {
                Optional<Node> item = indicator.get().at("items").list().stream().filter(one -> one.at("id").text().equals(part))
                        .findFirst();
                found = found.plus(Fraction.of(item.map(one -> one.at("points").text()).orElse(part)));
            }
            Fraction most = Fraction.of(indicator.get().at("max").text());
            Fraction least = Fraction.of(indicator.get().at("floor").text());
            Fraction number = indicator.get().at("method").text().equals("deducted")
                    ? most.plus(found.times(Fraction.of("-1"))) : least.plus(found);
            return (number.compareTo(least) < 0 ? least : number.compareTo(most) > 0 ? most : number).toString();
        }
    }

    /** What is wrong with a line of the journal or of an account. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    /** A line that ends the rating for want of something; what was wanting is not computed again. */
    static final class Unsaid extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Does the sums of one account again, line by line: with the scheme's document, the values of proven facts, and what the lines before
     * wrote. What no fact gives, a former level or a vote, is taken as the line says and counted.
     */
    static final class Account {
        private final Scheme scheme;
        private final String hash;
        private final Map<String, String> cells;
        private final Map<String, String> written = new HashMap<>();
        private Node line = Node.NONE;
        private String reason = "";
        private final Set<String> asTold = new TreeSet<>();
        int lines;

        /**
         * @param document the scheme's
         * @param hash     SHA-256 of its text
         * @param kind     of the unit, which chooses the rubric; empty where the scheme knows no kinds
         * @param cells    the marks that facts gave, by input; scores of several assessors with semicolons between
         */
        Account(Node document, String hash, String kind, Map<String, String> cells) {
            this.scheme = new Scheme(document, kind);
            this.hash = hash;
            this.cells = cells;
        }

        /**
         * Does all its sums.
         *
         * @throws Wrong  where something else comes out than a line or the fact says; {@link #place} says where
         * @throws Unsaid where it ends for want of something
         */
        void run(List<String> account, Node computed) {
            run(account);
            end(computed);
        }

        /** Its lines alone, where a decision and not the account made the level. */
        void run(List<String> account) {
            for (String text : account) {
                take(Json.read(text));
            }
            line = Node.NONE;
        }

        /** Where it stands. */
        String place() {
            String number = line.at("seq").text();
            return number.isEmpty() ? "" : ", line " + number + " of the account, step " + line.at("step").text();
        }

        private void take(Node next) {
            line = next;
            lines++;
            String verb = line.at("verb").text();
            if (verb.equals("read") && !line.at("hash").text().equals(hash)) {
                throw new Wrong("it follows another document than the application's");
            }
            if (!verb.equals("combine") && !verb.equals("read")) {
                line.at("reads").fields().forEach((name, read) -> {
                    if (!read.text().equals(value(name))) {
                        throw new Wrong(name + " reads " + read.text() + ", and the facts and lines before give " + value(name));
                    }
                });
            }
            if (verb.equals("combine")) {
                expect("after", combined());
                written.put(line.at("name").text(), line.at("after").text());
            } else if (verb.equals("quota")) {
                quota();
            } else if (!verb.equals("read") && !verb.equals("end")) {
                step(verb);
            }
            if (!line.at("outcome").text().isEmpty()) {
                reason = line.at("reason").text();
            } else if (line.at("name").text().equals("level") && line.at("effect").text().matches("set|changed")) {
                reason = line.at("step").text();
            }
        }

        private void end(Node computed) {
            if (computed.at("outcome").text().equals("RATED") && !computed.at("level").text().equals(written.getOrDefault("level", ""))) {
                throw new Wrong("the fact says level " + computed.at("level").text() + ", and the account leads to "
                        + written.get("level"));
            }
            if (!computed.at("reason").text().equals(reason)) {
                throw new Wrong("the fact gives the reason " + computed.at("reason").text() + ", and the account " + reason);
            }
        }

        private void expect(String field, String value) {
            if (!line.at(field).text().equals(value)) {
                throw new Wrong(field + " is " + line.at(field).text() + ", and " + value + " comes out");
            }
        }

        /** What a name stands for at this line. */
        private String value(String name) {
            if (written.containsKey(name)) {
                return written.getOrDefault(name, "");
            }
            Node asked = scheme.asked(name);
            if (asked.at("source").text().matches("prior_level|decision")) {
                asTold.add(name);
                return line.at("reads").at(name).text();
            }
            String cell = cells.getOrDefault(name, "");
            if (!cell.isEmpty()) {
                return scheme.read(name, cell);
            }
            String instead = asked.at("missing").at("use").text();
            return instead.isEmpty() || !scheme.type(name).equals("number") ? instead : Fraction.of(instead).toString();
        }

        private String must(String name) {
            String value = value(name);
            if (value.isEmpty()) {
                throw new Unsaid();
            }
            return value;
        }

        private void step(String verb) {
            Node step = scheme.step(line.at("step").text());
            if (!step.has(verb)) {
                throw new Wrong("the scheme has no such step");
            }
            String effect = line.at("effect").text();
            if (effect.equals("stopped") && !verb.equals("stop")) {
                return; // it ended for want of something; that what it read was wanting, was looked at
            }
            boolean runs = !step.has("if") || holds(step.at("if"));
            if (runs == effect.equals("skipped")) {
                throw new Wrong("the step's condition " + (runs ? "holds" : "does not hold"));
            }
            if (runs) {
                write(step, verb, step.at(verb));
            }
        }

        private void write(Node step, String verb, Node how) {
            if (verb.equals("stop")) {
                stop(how);
                return;
            }
            String name = verb.equals("move") || verb.equals("limit") ? how.at("on").text() : how.has("sets") ? how.at("sets").text()
                    : verb.equals("add") || verb.equals("count") ? step.at("id").text()
                    : verb.equals("take") && !scheme.type(how.at("of").texts().get(0)).equals("level") ? step.at("id").text() : "level";
            expect("name", name);
            String after = result(verb, step.at("id").text(), how);
            expect("after", after);
            written.put(name, after);
        }

        private void stop(Node how) {
            if (how.has("level")) {
                written.put("level", operand(how.at("level"), "level"));
                expect("after", written.getOrDefault("level", ""));
                expect("reason", how.at("because").text());
            } else {
                expect("reason", how.has("not_rated") ? how.at("not_rated").text() : how.at("undetermined").text());
            }
        }

        private String result(String verb, String id, Node how) {
            return switch (verb) {
                case "add" -> added(id, how);
                case "count" -> counted(how);
                case "take" -> taken(how);
                case "band" -> how.has("cuts") ? cut(how) : banded(how);
                case "decide" -> decided(how);
                case "move" -> moved(how);
                case "limit" -> limited(how);
                default -> judged(how);
            };
        }

        private String added(String id, Node how) {
            if (line.at("reads").has(id)) {
                return value(id); // the assessors' totals were combined on the line before
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (Node part : scheme.parts(how.at("of"), how.at("of_part").text())) {
                values.put(name(part), value(name(part)));
            }
            return sum(how, values).map(sum -> rounded(sum, how.at("round"))).orElse("");
        }

        private static String name(Node part) {
            return part.has("name") ? part.at("name").text() : part.text();
        }

        /** The weighted sum or mean of the values that are there; none where too few are. */
        private Optional<Fraction> sum(Node how, Map<String, String> values) {
            Fraction sum = Fraction.ZERO;
            Fraction weights = Fraction.ZERO;
            int present = 0;
            for (Node part : scheme.parts(how.at("of"), how.at("of_part").text())) {
                Fraction weight = Fraction.of(part.has("weight") ? part.at("weight").text() : "1");
                String value = values.getOrDefault(name(part), "");
                if (!value.isEmpty()) {
                    present++;
                    sum = sum.plus(weight.times(Fraction.of(value)));
                } else if (how.at("missing_parts").text().equals("never")) {
                    throw new Unsaid();
                }
                if (!value.isEmpty() || !how.at("missing_parts").text().equals("renormalise")) {
                    weights = weights.plus(weight);
                }
            }
            if (how.has("at_least_present") && present < Integer.parseInt(how.at("at_least_present").text())) {
                return Optional.empty();
            }
            boolean mean = how.at("as").text().equals("mean");
            return mean && weights.compareTo(Fraction.ZERO) == 0 ? Optional.empty() : Optional.of(mean ? sum.by(weights) : sum);
        }

        private static String rounded(Fraction number, Node round) {
            return (round.has("scale") ? number.rounded(Integer.parseInt(round.at("scale").text()), round.at("mode").text()) : number)
                    .toString();
        }

        /** Scores of one input, or the assessors' totals over several, as one number. */
        private String combined() {
            Map<String, Node> read = line.at("reads").fields();
            read.forEach((name, cell) -> {
                if (scheme.group(name).has("combine") && !cell.text().equals(cells.getOrDefault(name, ""))) {
                    throw new Wrong(name + " reads " + cell.text() + ", and the facts give " + cells.get(name));
                }
            });
            String first = read.keySet().stream().filter(name -> scheme.group(name).has("combine")).findFirst().orElse("");
            Node group = scheme.group(first);
            List<String> each = scheme.step(line.at("step").text()).has("add") ? totals(scheme.step(line.at("step").text()).at("add"), read)
                    : List.of(read.getOrDefault(first, Node.NONE).text().split(";", -1));
            List<String> exact = each.stream().map(one -> one.isEmpty() ? "" : Fraction.of(one).toString()).toList();
            if (!line.at("per_assessor").texts().equals(exact)) {
                throw new Wrong("the assessors' scores are " + line.at("per_assessor").texts() + ", and " + exact + " comes out");
            }
            if (line.at("effect").text().equals("stopped")) {
                return line.at("after").text();
            }
            return group.at("combine").text().equals("committee") ? agreed(first)
                    : rounded(middle(exact.stream().filter(one -> !one.isEmpty()).map(Fraction::of).sorted().toList(), group.at("combine")),
                    group.at("round"));
        }

        private String agreed(String name) {
            asTold.add(name);
            return cells.containsKey(name + ".agreed") ? Fraction.of(cells.getOrDefault(name + ".agreed", "")).toString()
                    : line.at("after").text();
        }

        private List<String> totals(Node how, Map<String, Node> read) {
            int most = read.values().stream().mapToInt(cell -> cell.text().split(";", -1).length).max().orElse(0);
            List<String> totals = new ArrayList<>();
            for (int assessor = 0; assessor < most; assessor++) {
                Map<String, String> mine = new LinkedHashMap<>();
                boolean whole = true;
                for (Node part : scheme.parts(how.at("of"), how.at("of_part").text())) {
                    Node cell = read.getOrDefault(name(part), Node.NONE);
                    String[] scores = cell.text().split(";", -1);
                    boolean scored = read.containsKey(name(part)) && scheme.group(name(part)).has("combine");
                    mine.put(name(part), !scored ? value(name(part)) : assessor < scores.length ? scores[assessor] : "");
                    whole &= !scored || !mine.getOrDefault(name(part), "").isEmpty();
                }
                totals.add(whole ? sum(how, mine).map(Fraction::toString).orElse("") : "");
            }
            return totals;
        }

        private static Fraction middle(List<Fraction> sorted, Node combine) {
            int drop = combine.has("trimmed") ? Integer.parseInt(combine.at("trimmed").text())
                    : combine.text().equals("median") ? (sorted.size() - 1) / 2 : 0;
            List<Fraction> kept = sorted.subList(drop, sorted.size() - drop);
            return kept.stream().reduce(Fraction.ZERO, Fraction::plus).by(Fraction.of(Integer.toString(kept.size())));
        }

        private String counted(Node how) {
            long count = how.has("conditions") ? how.at("conditions").list().stream().filter(this::holds).count()
                    : scheme.parts(how.at("of"), how.at("of_part").text()).stream().filter(part -> holds(name(part), how.at("where")))
                    .count();
            return Long.toString(count);
        }

        private String taken(Node how) {
            List<String> names = how.at("of").texts();
            String best = must(names.get(0));
            for (String name : names) {
                int order = scheme.order(must(name), best, scheme.type(name));
                String which = how.at("which").text();
                boolean better = which.equals("lowest") ? order < 0 : which.equals("highest") && order > 0;
                best = better ? must(name) : best;
            }
            return best;
        }

        private String banded(Node how) {
            Fraction number = Fraction.of(must(how.at("of").text()));
            int row = 0;
            for (Node one : how.at("rows").list()) {
                row++;
                boolean in = (!one.has("from") || number.compareTo(Fraction.of(one.at("from").text())) >= 0)
                        && (!one.has("above") || number.compareTo(Fraction.of(one.at("above").text())) > 0)
                        && (!one.has("to") || number.compareTo(Fraction.of(one.at("to").text())) <= 0)
                        && (!one.has("below") || number.compareTo(Fraction.of(one.at("below").text())) < 0);
                if (in) {
                    expect("row", Integer.toString(row));
                    return level(one.at("result"));
                }
            }
            expect("row", "otherwise");
            return level(how.at("otherwise"));
        }

        private String cut(Node how) {
            Node cuts = how.at("cuts");
            Node table = scheme.document.at("tables").at(cuts.at("table").text());
            List<String> keys = cuts.at("by").texts().stream().map(this::must).toList();
            Optional<List<String>> row = table.at("rows").list().stream().map(Node::texts)
                    .filter(one -> one.size() >= keys.size() && one.subList(0, keys.size()).equals(keys)).findFirst();
            if (row.isEmpty()) {
                throw new Unsaid(); // the table stands in a file of its own, or has no such row
            }
            List<String> columns = new ArrayList<>(table.at("keys").texts());
            columns.addAll(table.at("columns").texts());
            boolean higher = how.at("direction").text().equals("by_table")
                    ? row.get().get(columns.indexOf("direction")).equals("higher") : how.at("direction").text().equals("higher");
            Fraction number = Fraction.of(must(how.at("of").text()));
            for (int best = cuts.at("columns").list().size() - 1; best >= 0; best--) {
                String at = row.get().get(columns.indexOf(cuts.at("columns").texts().get(best)));
                int order = at.isEmpty() ? -1 : higher ? number.compareTo(Fraction.of(at)) : Fraction.of(at).compareTo(number);
                if (order > 0 || (order == 0 && cuts.at("bound").text().equals("from"))) {
                    return cuts.at("results").texts().get(best + 1);
                }
            }
            return cuts.at("results").texts().get(0);
        }

        private String decided(Node how) {
            List<Node> rows = how.at("rows").list();
            int matched = -1;
            for (int i = 0; i < rows.size(); i++) {
                boolean held = holds(rows.get(i).at("when"));
                matched = held ? i : matched;
                if (held == how.at("mode").text().equals("first_match")) {
                    break; // the first that holds; or, in a climb, the first that does not
                }
            }
            expect("row", matched < 0 ? "otherwise" : Integer.toString(matched + 1));
            return level(matched < 0 ? how.at("otherwise") : rows.get(matched).at("result"));
        }

        private String moved(Node how) {
            String from = must(how.at("on").text());
            int row = 0;
            for (Node rule : how.at("rules").list()) {
                row++;
                if (holds(rule.at("when"))) {
                    expect("row", Integer.toString(row));
                    List<String> clamp = how.at("clamp").texts();
                    return scheme.moved(from, Integer.parseInt(rule.at("by").text()), clamp.get(0), clamp.get(1));
                }
            }
            return from;
        }

        private String limited(Node how) {
            String type = scheme.type(how.at("on").text());
            String value = must(how.at("on").text());
            if (how.has("at_most")) {
                String cap = operand(how.at("at_most"), type);
                value = scheme.order(value, cap, type) > 0 ? cap : value;
            }
            if (how.has("at_least")) {
                String floor = operand(how.at("at_least"), type);
                value = scheme.order(value, floor, type) < 0 ? floor : value;
            }
            return value;
        }

        private String judged(Node how) {
            String decision = value(how.at("decision").text());
            if (!decision.isEmpty() && !line.at("options").texts().contains(decision)) {
                throw new Wrong("the decision " + decision + " is none of the options");
            }
            return decision.isEmpty() ? written.getOrDefault("level", "") : decision;
        }

        private static String level(Node result) {
            if (!result.fields().isEmpty()) {
                throw new Unsaid(); // it ends here without a level
            }
            return result.text().equals("unset") ? "" : result.text();
        }

        private boolean holds(Node predicate) {
            if (predicate.has("all")) {
                return predicate.at("all").list().stream().allMatch(this::holds);
            }
            if (predicate.has("any")) {
                return predicate.at("any").list().stream().anyMatch(this::holds);
            }
            return predicate.has("not") ? !holds(predicate.at("not")) : holds(predicate.at("name").text(), predicate);
        }

        private boolean holds(String name, Node tests) {
            return tests.fields().entrySet().stream().filter(test -> !test.getKey().equals("name"))
                    .allMatch(test -> holds(name, test.getKey(), test.getValue()));
        }

        private boolean holds(String name, String op, Node operand) {
            String type = scheme.type(name);
            String value = value(name);
            if (op.equals("missing")) {
                return value.isEmpty() == operand.text().equals("true");
            }
            if (value.isEmpty()) {
                return false;
            }
            if (op.equals("in")) {
                return operand.list().stream().anyMatch(one -> scheme.order(value, operand(one, type), type) == 0);
            }
            int order = scheme.order(value, operand(operand, type), type);
            return op.equals("is") ? order == 0 : op.equals("is_not") ? order != 0 : op.equals("at_least") ? order >= 0
                    : op.equals("above") ? order > 0 : op.equals("at_most") ? order <= 0 : order < 0;
        }

        /** A literal, or the value of a name moved by so many levels, points, days, months or years. */
        private String operand(Node operand, String type) {
            if (!operand.has("name")) {
                return operand.text();
            }
            String value = must(operand.at("name").text());
            if (!operand.has("plus")) {
                return value;
            }
            String by = operand.at("plus").text();
            return switch (type) {
                case "number" -> Fraction.of(value).plus(Fraction.of(by)).toString();
                case "level" -> scheme.moved(value, Integer.parseInt(by), scheme.lowest(), scheme.highest());
                default -> LocalDate.parse(value).plus(Long.parseLong(by), ChronoUnit.valueOf(operand.at("unit").text()
                        .toUpperCase(Locale.ROOT))).toString();
            };
        }

        /** How many seats there were is computed again; who stood before whom only as far as the rank says it. */
        private void quota() {
            Node quota = scheme.quota(line.at("quota").text());
            Node share = quota.at("share");
            if (share.fields().isEmpty()) {
                expect("share", Fraction.of(share.text()).toString());
            }
            Fraction seats = Fraction.of(line.at("share").text()).times(Fraction.of(line.at("base").text()));
            expect("seats", seats.rounded(0, quota.at("rounding").text()).toString());
            boolean moved = line.at("effect").text().equals("changed");
            boolean ranked = !line.at("rank").text().isEmpty() && quota.at("kind").text().equals("max");
            if (ranked && quota.at("protected").text().equals("none") && line.at("outcome").text().isEmpty()) {
                boolean beyond = Integer.parseInt(line.at("rank").text()) > Integer.parseInt(line.at("seats").text());
                if (moved && !beyond) {
                    throw new Wrong("rank " + line.at("rank").text() + " of " + line.at("seats").text() + " seats keeps its level");
                }
            }
            if (moved && quota.at("displaced").at("to").text().equals("next_lower")) {
                expect("after", scheme.moved(line.at("before").text(), -1, scheme.lowest(), scheme.highest()));
            }
            if (line.at("name").text().equals("level")) {
                expect("before", written.getOrDefault("level", ""));
                written.put("level", line.at("after").text());
            }
        }
    }

    /** The accounts of all applications: what proven facts gave each, and whether the sums come out as recorded. */
    private final class Accounts {
        private final Map<String, Node> schemes;
        private final Map<String, String> kinds = new HashMap<>();
        private final Map<String, Given> given = new HashMap<>();
        /** Rankings that a decision made in which seats that had come free were given out: no sum leads to those levels. */
        private final Set<String> seatsGiven = new TreeSet<>();
        private int accounts;
        private int lines;
        private int asTold;
        private int without;
        private int decided;

        /** What the facts of one application gave so far. */
        private static final class Given {
            Node pin = Node.NONE;
            List<String> assessors = List.of();
            final Map<String, String> marks = new HashMap<>();
            final Map<String, Map<String, String>> scores = new HashMap<>();

            Map<String, String> cells(String unitKind, Node scheme) {
                Map<String, String> cells = new HashMap<>(marks);
                Set<String> scored = new TreeSet<>();
                scores.values().forEach(mine -> scored.addAll(mine.keySet()));
                for (String input : scored) {
                    cells.put(input, assessors.stream().map(one -> scores.getOrDefault(one, Map.of()).getOrDefault(input, ""))
                            .collect(Collectors.joining(";")));
                }
                cells.put(scheme.at("rows").at("kind").text(), unitKind);
                return cells;
            }
        }

        /** @param schemes documents by the SHA-256 of their text */
        Accounts(Map<String, Node> schemes) {
            this.schemes = schemes;
        }

        void take(Map<String, String> fact) {
            String type = need(fact, "type");
            if (type.startsWith("branch.registered/")) {
                Node branch = Json.read(need(fact, "payload"));
                kinds.put(branch.at("branch").text(), branch.at("kind").text());
            } else if (type.startsWith("round.quota-reallocated/")) {
                seatsGiven.add(Json.read(need(fact, "payload")).at("ranking").text());
            } else if (type.startsWith("application.")) {
                application(need(fact, "stream"), type.substring(0, type.indexOf('/')), need(fact, "position"),
                        Json.read(need(fact, "payload")));
            }
        }

        private void application(String stream, String type, String position, Node payload) {
            Given so = given.computeIfAbsent(stream, one -> new Given());
            switch (type) {
                case "application.started" -> so.pin = payload.at("pin");
                case "application.assessors-assigned" -> so.assessors = payload.at("assessors").texts();
                case "application.site-visit-completed", "application.survey-closed" -> so.marks.putAll(marks(payload.at("marks")));
                case "application.scores-opened" -> payload.at("scores").list().forEach(one ->
                        so.scores.put(one.at("assessor").text(), marks(one.at("marks"))));
                case "application.score-moderated" -> so.scores.computeIfAbsent(payload.at("assessor").text(), one -> new HashMap<>())
                        .put(payload.at("input").text(), payload.at("after").text());
                case "application.score-computed", "application.level-allocated" -> account(so, stream, position, payload);
                default -> { }
            }
        }

        private Map<String, String> marks(Node marks) {
            Map<String, String> cells = new HashMap<>();
            marks.list().forEach(mark -> cells.put(mark.at("input").text(), mark.at("cell").text()));
            return cells;
        }

        private void account(Given so, String stream, String position, Node payload) {
            String hash = so.pin.at("sha256").text();
            Node scheme = schemes.get(hash);
            if (scheme == null || payload.at("trace").list().isEmpty()) {
                without++;
                return;
            }
            String kind = kinds.getOrDefault(stream.substring(stream.indexOf('.') + 1), "");
            Account account = new Account(scheme, hash, kind, so.cells(kind, scheme));
            try {
                if (seatsGiven.contains(payload.at("ranking").text())) {
                    account.run(payload.at("trace").texts());
                    decided++;
                } else {
                    account.run(payload.at("trace").texts(), payload.at("computed"));
                }
                accounts++;
            } catch (Unsaid e) {
                without++;
            } catch (RuntimeException e) {
                wrong.add("position " + position + " (" + stream + ")" + account.place() + ": " + e.getMessage());
            }
            lines += account.lines;
            asTold += account.asTold.size();
        }

        void conclude() {
            if (accounts > 0) {
                proven.add("the sums of " + accounts + " accounts of ratings, " + lines + " lines, come out as recorded, from marks that "
                        + "facts gave and the documents they were judged by");
            }
            if (asTold > 0) {
                open.add("that " + asTold + " values in them are right which no mark gives: a former level, a vote, an agreed score");
            }
            if (decided > 0) {
                open.add("that " + decided + " seats that had come free were given to the right ones: a decision says so, and no sum");
            }
            if (without > 0) {
                open.add("the sums of " + without + " accounts: they end without a level, or their scheme or lines are not in the pack");
            }
        }
    }

    /** A piece of JSON or YAML: a text, a list or an object. Numbers are texts; what is not there is the empty text. */
    record Node(String text, List<Node> list, Map<String, Node> fields) {
        static final Node NONE = of("");

        static Node of(String text) {
            return new Node(text, List.of(), Map.of());
        }

        Node at(String field) {
            return fields.getOrDefault(field, NONE);
        }

        boolean has(String field) {
            return fields.containsKey(field);
        }

        List<String> texts() {
            return list.stream().map(Node::text).toList();
        }
    }

    /** Reads JSON as it is written here: no blanks between its signs. */
    private static final class Json {
        private static final Pattern WORD = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|true|false|null");
        private final char[] text;
        private int at;

        private Json(String text) {
            this.text = text.toCharArray();
        }

        static Node read(String text) {
            Json in = new Json(text);
            Node node = in.node();
            if (in.at != in.text.length) {
                throw new IllegalArgumentException("something follows the object");
            }
            return node;
        }

        /** A flat object of strings and whole numbers, which is all that a journal line is. */
        static Map<String, String> flat(String line) {
            Map<String, String> fields = new HashMap<>();
            read(line).fields.forEach((name, value) -> fields.put(name, value.text));
            return fields;
        }

        private Node node() {
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> Node.of(string());
                default -> word();
            };
        }

        private Node object() {
            Map<String, Node> fields = new LinkedHashMap<>();
            take('{');
            while (!took('}')) {
                if (!fields.isEmpty()) {
                    take(',');
                }
                String name = string();
                take(':');
                if (fields.put(name, node()) != null) {
                    throw new IllegalArgumentException("the field " + name + " stands twice");
                }
            }
            return new Node("", List.of(), fields);
        }

        private Node array() {
            List<Node> list = new ArrayList<>();
            take('[');
            while (!took(']')) {
                if (!list.isEmpty()) {
                    take(',');
                }
                list.add(node());
            }
            return new Node("", list, Map.of());
        }

        private char peek() {
            if (at >= text.length) {
                throw new IllegalArgumentException("the line ends within the object");
            }
            return text[at];
        }

        private char next() {
            char next = peek();
            at++;
            return next;
        }

        private boolean took(char wanted) {
            boolean there = peek() == wanted;
            at += there ? 1 : 0;
            return there;
        }

        private void take(char wanted) {
            if (!took(wanted)) {
                throw new IllegalArgumentException("a " + wanted + " is missing at character " + (at + 1));
            }
        }

        private Node word() {
            int start = at;
            while (at < text.length && "{}[],:\"".indexOf(text[at]) < 0) {
                at++;
            }
            String word = new String(text, start, at - start);
            if (!WORD.matcher(word).matches()) {
                throw new IllegalArgumentException("at character " + (start + 1) + " stands no value");
            }
            return word.equals("null") ? Node.NONE : Node.of(word);
        }

        /** Is put together in place: it is never longer than it was written. */
        private String string() {
            take('"');
            int start = at;
            int end = at;
            for (char next = next(); next != '"'; next = next()) {
                text[end++] = next == '\\' ? escaped() : next;
            }
            return new String(text, start, end - start);
        }

        private char escaped() {
            char code = next();
            if (code == 'u') {
                at += 4;
                return (char) Integer.parseInt(new String(text, at - 4, 4), 16);
            }
            int which = "nrtbf\"\\/".indexOf(code);
            if (which < 0) {
                throw new IllegalArgumentException("there is no escape " + code);
            }
            return "\n\r\t\b\f\"\\/".charAt(which);
        }
    }

    /** Reads the YAML that scheme documents are written in: blocks by indent, flow collections, quotes, comments. All scalars are texts. */
    static final class Yaml {
        private final List<String> lines = new ArrayList<>();
        private int at;

        static Node read(String text) {
            Yaml in = new Yaml();
            StringBuilder open = new StringBuilder();
            for (String line : text.lines().toList()) {
                String bare = uncommented(line);
                if (open.isEmpty() ? !bare.isBlank() : true) {
                    open.append(open.isEmpty() ? bare : " " + bare.strip());
                    if (depth(open) == 0) {
                        in.lines.add(open.toString().stripTrailing());
                        open.setLength(0);
                    }
                }
            }
            return in.lines.isEmpty() ? Node.NONE : in.block(indent(in.lines.get(0)));
        }

        /** The line up to a number sign that begins a comment. */
        private static String uncommented(String line) {
            char quote = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                quote = quoting(line, i, quote);
                if (c == '#' && quote == 0 && (i == 0 || line.charAt(i - 1) == ' ')) {
                    return line.substring(0, i);
                }
            }
            return line;
        }

        /** Within which quotes the text stands after this character; a quote begins only where a scalar may. */
        private static char quoting(CharSequence text, int i, char quote) {
            char c = text.charAt(i);
            if (quote != 0) {
                return c == quote && (quote == '\'' || text.charAt(i - 1) != '\\') ? 0 : quote;
            }
            boolean begins = i == 0 || " ,[{".indexOf(text.charAt(i - 1)) >= 0;
            return begins && (c == '"' || c == '\'') ? c : 0;
        }

        private static int depth(CharSequence text) {
            int depth = 0;
            char quote = 0;
            for (int i = 0; i < text.length(); i++) {
                quote = quoting(text, i, quote);
                depth += quote != 0 ? 0 : "{[".indexOf(text.charAt(i)) >= 0 ? 1 : "}]".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            }
            return depth;
        }

        private static int indent(String line) {
            return line.length() - line.stripLeading().length();
        }

        private Node block(int indent) {
            String first = lines.get(at).strip();
            if (first.startsWith("- ")) {
                return sequence(indent);
            }
            if ("{[\"'".indexOf(first.charAt(0)) >= 0 || colon(first) < 0) {
                at++;
                return new Flow(first).node();
            }
            return mapping(indent);
        }

        private Node sequence(int indent) {
            List<Node> list = new ArrayList<>();
            while (at < lines.size() && indent(lines.get(at)) == indent && lines.get(at).strip().startsWith("- ")) {
                String rest = lines.get(at).strip().substring(1);
                int inner = indent + 1 + indent(rest);
                lines.set(at, " ".repeat(inner) + rest.strip()); // what follows the dash is a block of its own
                list.add(block(inner));
            }
            return new Node("", list, Map.of());
        }

        private Node mapping(int indent) {
            Map<String, Node> fields = new LinkedHashMap<>();
            while (at < lines.size() && indent(lines.get(at)) == indent && !lines.get(at).strip().startsWith("- ")) {
                String line = lines.get(at).strip();
                int colon = colon(line);
                if (colon < 0) {
                    throw new IllegalArgumentException("no key stands in: " + line);
                }
                String value = line.substring(colon + 1).strip();
                at++;
                fields.put(new Flow(line.substring(0, colon)).node().text(), value.isEmpty() ? below(indent) : new Flow(value).node());
            }
            return new Node("", List.of(), fields);
        }

        private Node below(int indent) {
            boolean deeper = at < lines.size() && (indent(lines.get(at)) > indent
                    || (indent(lines.get(at)) == indent && lines.get(at).strip().startsWith("- ")));
            return deeper ? block(indent(lines.get(at))) : Node.NONE;
        }

        /** Where the colon after a key stands; -1 where there is none. */
        private static int colon(String line) {
            char quote = 0;
            for (int i = 0; i < line.length(); i++) {
                quote = quoting(line, i, quote);
                if (quote == 0 && line.charAt(i) == ':' && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** A value on one line: a flow collection, a quoted text or a plain one. */
    private static final class Flow {
        private final String text;
        private int at;

        Flow(String text) {
            this.text = text;
        }

        Node node() {
            return value("");
        }

        /** @param ends the signs that end a plain scalar here */
        private Node value(String ends) {
            blanks();
            char first = at < text.length() ? text.charAt(at) : ' ';
            return first == '{' ? object() : first == '[' ? array() : Node.of(first == '"' || first == '\'' ? quoted(first) : plain(ends));
        }

        private Node object() {
            Map<String, Node> fields = new LinkedHashMap<>();
            at++;
            while (!closes('}')) {
                String name = value(":").text();
                blanks();
                at++; // the colon
                fields.put(name, value(",}"));
            }
            return new Node("", List.of(), fields);
        }

        private Node array() {
            List<Node> list = new ArrayList<>();
            at++;
            while (!closes(']')) {
                list.add(value(",]"));
            }
            return new Node("", list, Map.of());
        }

        private boolean closes(char end) {
            blanks();
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                blanks();
            }
            if (at >= text.length()) {
                throw new IllegalArgumentException("a " + end + " is missing in: " + text);
            }
            boolean closed = text.charAt(at) == end;
            at += closed ? 1 : 0;
            return closed;
        }

        private String quoted(char quote) {
            StringBuilder string = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                boolean doubled = c == quote && quote == '\'' && at + 1 < text.length() && text.charAt(at + 1) == quote;
                if (c == quote && !doubled) {
                    at++;
                    return string.toString();
                }
                at += doubled || (c == '\\' && quote == '"') ? 1 : 0;
                string.append(text.charAt(at));
            }
            throw new IllegalArgumentException("a quote is not closed in: " + text);
        }

        private String plain(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private void blanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
    }

    /** An exact number, rounded nowhere but where a scheme says so. */
    record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
        static final Fraction ZERO = of("0");

        Fraction {
            BigInteger common = over.gcd(under).max(BigInteger.ONE);
            over = over.divide(common);
            under = under.divide(common);
        }

        /** {@code 97.5} or, where no decimal is exact, {@code 1/3}. */
        static Fraction of(String text) {
            int slash = text.indexOf('/');
            if (slash > 0) {
                return new Fraction(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
            }
            BigDecimal decimal = new BigDecimal(text);
            return decimal.scale() <= 0 ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                    : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        }

        Fraction plus(Fraction other) {
            return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction by(Fraction other) {
            BigInteger sign = BigInteger.valueOf(other.over.signum());
            return new Fraction(over.multiply(other.under).multiply(sign), under.multiply(other.over).multiply(sign));
        }

        Fraction rounded(int scale, String mode) {
            RoundingMode how = RoundingMode.valueOf(mode.toUpperCase(Locale.ROOT));
            return of(new BigDecimal(over).divide(new BigDecimal(under), scale, how).toPlainString());
        }

        @Override
        public int compareTo(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }

        /** The shortest exact text. */
        @Override
        public String toString() {
            try {
                BigDecimal exact = new BigDecimal(over).divide(new BigDecimal(under));
                return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
            } catch (ArithmeticException e) {
                return over + "/" + under;
            }
        }
    }
}
