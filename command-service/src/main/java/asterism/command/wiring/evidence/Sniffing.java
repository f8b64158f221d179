package asterism.command.wiring.evidence;

import asterism.command.wiring.http.Trouble;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.http.HttpStatus;

/** What a file is, by its content alone: neither its name nor what the sender says counts. */
final class Sniffing {
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED_BYTES = 200L << 20;
    private static final String ARCHIVE = "application/zip";
    private static final String TEXT = "text/plain";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    /** Kinds of files that are taken, with the ending they are given out by. */
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", "pdf", "image/png", "png", "image/jpeg", "jpg", TEXT, "txt",
            OFFICE + "wordprocessingml.document", "docx", OFFICE + "spreadsheetml.sheet", "xlsx",
            OFFICE + "presentationml.presentation", "pptx");
    private static final Map<String, String> MAIN_PARTS = Map.of(
            "word/document.xml", OFFICE + "wordprocessingml.document", "xl/workbook.xml", OFFICE + "spreadsheetml.sheet",
            "ppt/presentation.xml", OFFICE + "presentationml.presentation");
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** The bytes that a file of each kind begins with. */
    private static final Map<String, byte[]> SIGNATURES = Map.of(
            "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII), ARCHIVE, new byte[] {'P', 'K', 3, 4},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    private Sniffing() {
    }

    /** @throws Trouble {@code evidence.type-not-taken}, {@code evidence.unpacks-too-large}, {@code evidence.macros} */
    static String typeOf(Path file) throws IOException {
        byte[] beginning = beginning(file);
        String signed = SIGNATURES.entrySet().stream().filter(signature -> begins(beginning, signature.getValue())).map(Map.Entry::getKey)
                .findFirst().orElse("");
        return signed.equals(ARCHIVE) ? office(file) : !signed.isEmpty() ? signed : text(file);
    }

    private static boolean begins(byte[] file, byte[] signature) {
        return file.length >= signature.length && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    /** UTF-8 that holds no control characters and no markup: what a browser could never take for a page. */
    private static String text(Path file) throws IOException {
        try (Reader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
            boolean first = true;
            for (int c = in.read(); c >= 0; c = in.read()) {
                boolean strange = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
                if (strange || (first && c == '<')) {
                    throw notTaken();
                }
                first = first && (Character.isWhitespace(c) || c == BYTE_ORDER_MARK);
            }
            return TEXT;
        } catch (CharacterCodingException binary) {
            throw notTaken();
        }
    }

    static String ending(String type) {
        return ENDINGS.getOrDefault(type, "bin");
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static String office(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            unpacks(zip, entries);
            Set<String> names = entries.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
                throw new Trouble(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "evidence.macros", null, "a document with macros is not taken");
            }
            return MAIN_PARTS.entrySet().stream().filter(part -> names.contains(part.getKey())).map(Map.Entry::getValue).findFirst()
                    .orElseThrow(Sniffing::notTaken);
        } catch (ZipException | EOFException notWhole) {
            throw notTaken();
        }
    }

    /** Counts what really comes out: what an archive says of its sizes may be a lie. */
    private static void unpacks(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        long unpacked = 0;
        byte[] some = new byte[1 << 16];
        for (ZipEntry entry : entries) {
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED_BYTES || entries.size() > MOST_ENTRIES) {
                        throw new Trouble(HttpStatus.UNPROCESSABLE_CONTENT, "evidence.unpacks-too-large", null,
                                "the document unpacks to more than anybody can read");
                    }
                }
            }
        }
    }

    private static Trouble notTaken() {
        return new Trouble(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "evidence.type-not-taken", null,
                "a file is taken when its content is PDF, PNG, JPEG, plain text, or a Word, Excel or PowerPoint document");
    }
}
