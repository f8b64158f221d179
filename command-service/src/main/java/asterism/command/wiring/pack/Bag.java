package asterism.command.wiring.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A BagIt bag (RFC 8493) in a folder of its own until it is closed, then a zip of the same bytes for the same files, anywhere. */
final class Bag implements AutoCloseable {
    private static final LocalDateTime UNDATED = LocalDateTime.of(1980, 1, 2, 0, 0); // on the first, the zone gets in

    private final Path folder;

    private Bag(Path folder) {
        this.folder = folder;
    }

    /** A new bag beside the file it will become. */
    static Bag beside(Path file) throws IOException {
        Path around = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder"));
        return new Bag(Files.createTempDirectory(around, ".pack"));
    }

    /** Where a file of the payload is to be written. */
    Path data(String name) throws IOException {
        Path file = folder.resolve("data").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return file;
    }

    void text(String name, String text) throws IOException {
        Files.writeString(data(name), text);
    }

    /** Adds the tag files and writes all as a zip. */
    void zip(String description, Path target) throws IOException {
        tag("manifest-sha256.txt", hashes(files().filter(name -> name.startsWith("data/")).toList()));
        tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        tag("bag-info.txt", "External-Description: " + description + "\n");
        tag("tagmanifest-sha256.txt", hashes(files().filter(name -> !name.startsWith("data/")).toList()));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (String name : files().toList()) {
                add(name, zip);
            }
        }
    }

    private void tag(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void add(String name, ZipOutputStream zip) throws IOException {
        Path file = folder.resolve(name);
        CRC32 crc = new CRC32();
        read(file, (bytes, count) -> crc.update(bytes, 0, count));
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(UNDATED);
        entry.setSize(Files.size(file));
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }

    private String hashes(List<String> names) throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (String name : names) {
            hashes.append(HexFormat.of().formatHex(sha256(folder.resolve(name)))).append("  ").append(name).append('\n');
        }
        return hashes.toString();
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/')).sorted().toList()
                    .stream();
        }
    }

    private static byte[] sha256(Path file) throws IOException {
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

    /** A file of the payload, to be filled. */
    OutputStream open(String name) throws IOException {
        return Files.newOutputStream(data(name));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }
}
