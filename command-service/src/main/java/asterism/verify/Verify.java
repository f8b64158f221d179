package asterism.verify;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Checks a pack of facts without the house that wrote it: {@code java Verify.java PACK.zip [--key KEY] [--kept CHECKPOINT]}.
 *
 * <p>The key is the log's verifier key as C2SP signed-note writes it, had by another way than the pack. The checkpoint is one that
 * was kept from an earlier day. Ends with 0 where everything checked holds, 1 where something does not, 2 for wrong use.
 */
public final class Verify {
    private static final int HASH = 32;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Optional<String> trusted;
    private final Optional<String> kept;
    private final List<String> proven = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

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
            if (arguments[i].equals("--key") || arguments[i].equals("--kept")) {
                options.put(arguments[i], i + 1 < arguments.length ? arguments[++i] : "");
            } else {
                packs.add(arguments[i]);
            }
        }
        if (packs.size() != 1) {
            out.println("java Verify.java PACK.zip [--key KEY] [--kept CHECKPOINT-FILE]");
            return 2;
        }
        try {
            Optional<String> file = Optional.ofNullable(options.get("--kept"));
            Optional<String> kept = file.isPresent() ? Optional.of(Files.readString(Path.of(file.get()))) : Optional.empty();
            return new Verify(Optional.ofNullable(options.get("--key")), kept).pack(Path.of(packs.get(0)), out) ? 0 : 1;
        } catch (NoSuchFileException missing) {
            out.println(missing.getFile() + ": there is no such file");
            return 2;
        } catch (ZipException damaged) {
            out.println(packs.get(0) + ": this is no pack: " + damaged.getMessage());
            return 2;
        }
    }

    /** Checks a pack and says what was proven, what was not, and the first difference; true where everything checked holds. */
    public boolean pack(Path file, PrintStream out) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            check(zip);
        } catch (IllegalArgumentException e) {
            wrong.add("the pack cannot be read on: " + e.getMessage());
        }
        proven.forEach(line -> out.println("proven      " + line));
        open.forEach(line -> out.println("not proven  " + line));
        for (int i = 0; i < wrong.size(); i++) {
            out.println((i == 0 ? "DIFFERENCE  " : "also        ") + wrong.get(i));
        }
        out.println(wrong.isEmpty() ? "Everything that was checked holds." : "The pack is not what was signed for.");
        out.flush();
        return wrong.isEmpty();
    }

    private void check(ZipFile zip) throws IOException {
        Checkpoint checkpoint = Checkpoint.of(text(zip, "data/checkpoint"));
        String key = text(zip, "data/log-key").strip();
        boolean signed = signature(checkpoint, key);
        List<byte[]> leaves = new ArrayList<>();
        for (String line : text(zip, "data/leaves.txt").lines().toList()) {
            leaves.add(HexFormat.of().parseHex(line));
        }
        boolean tree = leaves.size() == checkpoint.size && Arrays.equals(root(leaves), checkpoint.root);
        journal(zip, checkpoint.size, leaves, tree && signed);
        if (!tree) {
            wrong.add("the " + leaves.size() + " leaf hashes do not give the root that was signed for " + checkpoint.size + " facts");
        }
        earlier(checkpoint, leaves, key);
        manifest(zip);
        open.add("that the facts are true, and that nothing happened which was never recorded");
        open.add("that no later checkpoint exists: hold this one against the one the house publishes");
    }

    private boolean signature(Checkpoint checkpoint, String packed) {
        String key = trusted.orElse(packed).strip();
        if (!checkpoint.signedBy(key)) {
            wrong.add("the checkpoint is not signed by the key " + key);
            return false;
        }
        proven.add("the checkpoint over " + checkpoint.size + " facts is signed by " + key);
        if (trusted.isEmpty()) {
            open.add("that this key is the log's own: compare it with one had by another way, or give that one as --key");
        }
        return true;
    }

    /** Line by line; stops at the first that differs. */
    private void journal(ZipFile zip, long size, List<byte[]> leaves, boolean vouched) throws IOException {
        Lines read = new Lines(size, leaves);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(entry(zip, "data/journal.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<String> difference = read.next(line);
                if (difference.isPresent()) {
                    wrong.add(difference.get());
                    return;
                }
            }
        }
        Optional<String> missing = read.end();
        missing.ifPresent(wrong::add);
        if (missing.isEmpty() && vouched) {
            proven.add("all " + size + " facts are, byte for byte and in this order, those the checkpoint was signed over");
        }
    }

    /** The journal as it is read, a line after the other, held against the leaves. A line that differs is not counted as read. */
    static final class Lines {
        private final long size;
        private final List<byte[]> leaves;
        private final Map<String, Long> versions = new HashMap<>();
        private long read;

        Lines(long size, List<byte[]> leaves) {
            this.size = size;
            this.leaves = leaves;
        }

        /** What is wrong with this line as the next one. */
        Optional<String> next(String line) {
            long at = read + 1;
            try {
                Map<String, String> fact = Json.flat(line);
                Optional<String> difference = difference(fact, at).map(what -> "position " + at + what);
                if (difference.isEmpty()) {
                    versions.merge(need(fact, "stream"), 1L, Long::sum);
                    read = at;
                }
                return difference;
            } catch (RuntimeException e) {
                return Optional.of("position " + at + ": the line cannot be read: " + e.getMessage());
            }
        }

        /** What is wrong with ending here. */
        Optional<String> end() {
            return read == size ? Optional.empty()
                    : Optional.of("position " + (read + 1) + ": the fact is missing, and all after it; " + size + " were signed for");
        }

        private Optional<String> difference(Map<String, String> fact, long at) {
            String stream = need(fact, "stream");
            String subject = " (" + stream + ")";
            long position = whole(fact, "position");
            if (position > at) {
                return Optional.of(": the fact is missing, or stands elsewhere; in its place stands " + position + subject);
            }
            if (position < at) {
                return Optional.of(": in its place stands " + position + subject + " once more, or too late");
            }
            if (at > size) {
                return Optional.of(subject + ": the fact was added; only " + size + " were signed for");
            }
            if (whole(fact, "version") != versions.getOrDefault(stream, 0L) + 1) {
                return Optional.of(subject + ": the version is out of turn");
            }
            return at <= leaves.size() && Arrays.equals(leaf(fact), leaves.get((int) at - 1)) ? Optional.empty()
                    : Optional.of(subject + ": this is not the fact that was signed for");
        }
    }

    /** That the journal grew out of the one a kept checkpoint speaks of: its first leaves give that root. */
    private void earlier(Checkpoint now, List<byte[]> leaves, String packed) {
        if (kept.isEmpty()) {
            open.add("that nothing was rewritten before this checkpoint: give one kept from an earlier day as --kept");
            return;
        }
        Checkpoint then = Checkpoint.of(kept.get());
        if (!then.signedBy(trusted.orElse(packed))) {
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
            try (InputStream in = entry(zip, name)) {
                if (!HexFormat.of().formatHex(sha().digest(in.readAllBytes())).equals(line.substring(0, line.indexOf("  ")))) {
                    whole = false;
                    wrong.add(name + " is not the file that the pack's manifest names");
                }
            }
            files++;
        }
        if (whole) {
            proven.add("the pack is whole: " + files + " files as in its manifest, which nobody signed");
        }
    }

    /** SHA-256(0x00 ‖ envelope): nine fields, each its length in four bytes and its bytes; numbers big-endian. */
    private static byte[] leaf(Map<String, String> fact) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.writeByte(0);
            number(out, whole(fact, "position"));
            UUID id = asWritten(UUID.fromString(need(fact, "eventId")), fact, "eventId");
            out.writeInt(16);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
            text(out, need(fact, "stream"));
            number(out, whole(fact, "version"));
            text(out, need(fact, "type"));
            number(out, asWritten(LocalDate.parse(need(fact, "effectiveOn")), fact, "effectiveOn").toEpochDay());
            Instant recordedAt = asWritten(Instant.parse(need(fact, "recordedAt")), fact, "recordedAt");
            number(out, ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
            text(out, need(fact, "metadata"));
            text(out, need(fact, "payload"));
        } catch (IOException e) {
            throw new IllegalStateException("memory takes bytes", e);
        }
        return sha().digest(bytes.toByteArray());
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
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
        MessageDigest sha = sha();
        sha.update((byte) 1);
        sha.update(root(leaves.subList(0, middle)));
        return sha.digest(root(leaves.subList(middle, leaves.size())));
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
        final String text;
        final List<String> signatures;
        final long size;
        final byte[] root;

        private Checkpoint(String text, List<String> signatures, long size, byte[] root) {
            this.text = text;
            this.signatures = signatures;
            this.size = size;
            this.root = root;
        }

        static Checkpoint of(String note) {
            int end = note.lastIndexOf("\n\n");
            List<String> lines = note.lines().toList();
            if (end < 0 || lines.size() < 5) {
                throw new IllegalArgumentException("the checkpoint is no signed note");
            }
            return new Checkpoint(note.substring(0, end + 1), note.substring(end + 2).lines().toList(), Long.parseLong(lines.get(1)),
                    Base64.getDecoder().decode(lines.get(2)));
        }

        /** The key is {@code name+hash+base64(0x01 ‖ key)}; its name must be the log's, and its hash that of its bytes. */
        boolean signedBy(String key) {
            String[] parts = key.strip().split("\\+", 3);
            if (parts.length < 3 || !text.startsWith(parts[0] + "\n")) {
                return false;
            }
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            MessageDigest sha = sha();
            sha.update((parts[0] + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] hash = Arrays.copyOf(sha.digest(typed), 4);
            return typed.length == 1 + HASH && typed[0] == 1 && HexFormat.of().formatHex(hash).equals(parts[1])
                    && signatures.stream().anyMatch(line -> signedBy(line, parts[0], hash, Arrays.copyOfRange(typed, 1, typed.length)));
        }

        private boolean signedBy(String line, String name, byte[] hash, byte[] key) {
            String start = "— " + name + " ";
            if (!line.startsWith(start)) {
                return false;
            }
            byte[] bytes = Base64.getDecoder().decode(line.substring(start.length()));
            if (bytes.length < 4 || !Arrays.equals(Arrays.copyOf(bytes, 4), hash)) {
                return false;
            }
            try {
                byte[] encoded = Arrays.copyOf(X509, X509.length + HASH);
                System.arraycopy(key, 0, encoded, X509.length, HASH);
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                check.update(text.getBytes(StandardCharsets.UTF_8));
                return check.verify(Arrays.copyOfRange(bytes, 4, bytes.length));
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /** Reads a flat object of strings and whole numbers, which is all that a journal line is. */
    private static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Map<String, String> flat(String line) {
            Json in = new Json(line);
            Map<String, String> fields = new HashMap<>();
            in.take('{');
            do {
                String name = in.string();
                in.take(':');
                if (fields.put(name, in.peek() == '"' ? in.string() : in.number()) != null) {
                    throw new IllegalArgumentException("the field " + name + " stands twice");
                }
            } while (in.took(','));
            in.take('}');
            if (in.at != line.length()) {
                throw new IllegalArgumentException("something follows the object");
            }
            return fields;
        }

        private char peek() {
            if (at >= text.length()) {
                throw new IllegalArgumentException("the line ends within the object");
            }
            return text.charAt(at);
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

        private String number() {
            int start = at;
            while (Character.isDigit(peek())) {
                at++;
            }
            return text.substring(start, at);
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            take('"');
            while (!took('"')) {
                char next = peek();
                at++;
                string.append(next == '\\' ? escaped() : next);
            }
            return string.toString();
        }

        private char escaped() {
            char code = peek();
            at++;
            if (code == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            int which = "nrtbf\"\\/".indexOf(code);
            if (which < 0) {
                throw new IllegalArgumentException("there is no escape " + code);
            }
            return "\n\r\t\b\f\"\\/".charAt(which);
        }
    }
}
