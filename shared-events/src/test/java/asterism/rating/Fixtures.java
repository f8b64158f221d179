package asterism.rating;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Documents and rows for tests. Cells of these files need no quotes. */
final class Fixtures {
    private Fixtures() {
    }

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream("/rating/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scheme that the product ships. */
    static String shipped(String name) {
        try {
            return Files.readString(Path.of("..", "deploy", "schemes", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Rating shippedRating(String name) {
        return Rating.by(SchemeReader.read(shipped(name)).orThrow());
    }

    static List<Row> rows(String csv) {
        List<String> lines = csv.lines().toList();
        List<String> header = List.of(lines.getFirst().split(",", -1));
        return lines.stream().skip(1).map(line -> row(header, List.of(line.split(",", -1)))).toList();
    }

    private static Row row(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return new Row(row);
    }
}
