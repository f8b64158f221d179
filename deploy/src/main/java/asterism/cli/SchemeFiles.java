package asterism.cli;

import asterism.rating.SchemeReader;
import asterism.rating.TableFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scheme documents on disk; the files that their tables name lie beside them. */
final class SchemeFiles {
    private SchemeFiles() {
    }

    /** The text of a document. */
    static String read(Path document) throws IOException {
        if (!Files.isRegularFile(document)) {
            throw new Csv.BadFileException(document + ": there is no such file");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(document))).toString();
        } catch (CharacterCodingException e) {
            throw new Csv.BadFileException(document + ": this is not UTF-8 text");
        }
    }

    /** A document as it was read, with the tables beside it. */
    static SchemeReader.Reading reading(Path document) throws IOException {
        return SchemeReader.read(read(document), beside(document));
    }

    static TableFiles beside(Path document) {
        return file -> {
            Path path = document.resolveSibling(file);
            try {
                return Files.isRegularFile(path) ? Optional.of(content(path)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static TableFiles.Content content(Path path) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Csv.Table table = Csv.open(path)) {
            table.each(cells -> rows.add(table.named(cells)));
        }
        return new TableFiles.Content(sha256(Files.readAllBytes(path)), rows);
    }

    private static String sha256(byte[] bytes) throws IOException {
        try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
