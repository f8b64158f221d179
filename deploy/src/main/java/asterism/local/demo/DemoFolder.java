package asterism.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The demo county's input folder. */
final class DemoFolder {
    private static final CsvMapper CSV = new CsvMapper();

    private DemoFolder() {
    }

    /** A row by column name; an empty cell is an empty text. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return Objects.requireNonNull(cells.get(column), () -> "the demo folder has no column " + column);
        }
    }

    /** Rows by what stands in one column, each value once or several times. */
    record Table(Map<String, List<Row>> rows) {

        Row of(String key) {
            return all(key).getFirst();
        }

        List<Row> all(String key) {
            return Objects.requireNonNull(rows.get(key), () -> "the demo folder has no row for " + key);
        }
    }

    static Table table(String file, String column) {
        return new Table(rows(file).stream().collect(Collectors.groupingBy(row -> row.get(column))));
    }

    /** The rows of a file, in its order. */
    static List<Row> rows(String file) {
        try (InputStream in = open("/demo/" + file);
                MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
            return rows.readAll().stream().map(Row::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document that ships with the house, by its place on the class path. */
    static String document(String place) {
        try (InputStream in = open(place)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String place) {
        InputStream in = DemoFolder.class.getResourceAsStream(place);
        if (in == null) {
            throw new IllegalStateException(place + " is missing from the build");
        }
        return in;
    }
}
