package asterism.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The demo county's input folder. */
final class DemoFolder {
    private static final CsvMapper CSV = new CsvMapper();

    private DemoFolder() {
    }

    /** The rows of a table by column name; an empty cell is an empty text. */
    static List<Map<String, String>> rows(String file) {
        try (InputStream in = open("/demo/" + file);
                MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
            return rows.readAll();
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
