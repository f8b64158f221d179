package asterism.local.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** The people of the demo, as {@code demo/people.csv} names them. */
public final class People {

    private static final String FILE = "/demo/people.csv";

    private People() {
    }

    /** Those who can sign in, in the order of the file. */
    public static List<Person> whoCanSignIn() {
        try (InputStream file = Objects.requireNonNull(People.class.getResourceAsStream(FILE), FILE)) {
            MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                    .with(CsvSchema.emptySchema().withHeader()).readValues(file);
            return rows.readAll().stream().filter(row -> Boolean.parseBoolean(row.get("sign_in"))).map(People::person).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Person person(Map<String, String> row) {
        return new Person(column(row, "person"), column(row, "name_zh"), column(row, "name_en"), column(row, "role"));
    }

    private static String column(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), () -> FILE + " lacks the column " + name);
    }
}
