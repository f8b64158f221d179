package asterism.command.wiring.http;

import asterism.command.wiring.http.Batch.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Many wishes of one kind as a table: RFC 4180 in UTF-8, a wish a row. A column is named as the field it fills, {@code name.zh} as what
 * lies within it. An empty cell says nothing.
 */
record Table(List<String> columns, List<Row> rows) {
    static final int MOST_BYTES = 16 << 20;
    static final int MOST_ROWS = 50_000;
    private static final CsvMapper CSV = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param line where it begins, the header's being 1 */
    record Row(int line, List<String> cells) {
    }

    /** @throws Trouble {@code table.malformed}, {@code table.column-twice}, {@code table.empty}, {@code table.too-long} */
    static Table of(byte[] body) {
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(body)) {
            int line = 1;
            while (lines.hasNext()) {
                rows.add(new Row(line, List.of(lines.next())));
                line = lines.currentLocation().getLineNr();
            }
        } catch (JacksonException e) {
            throw Trouble.bad("table.malformed", null, "the table cannot be read from line " + e.getLocation().getLineNr() + " on");
        }
        if (rows.size() < 2) {
            throw Trouble.bad("table.empty", null, "a table has a header and rows");
        }
        if (rows.size() > MOST_ROWS) {
            throw Trouble.bad("table.too-long", null, "a table has at most " + MOST_ROWS + " lines");
        }
        List<String> columns = rows.removeFirst().cells().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        columns.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw Trouble.bad("table.column-twice", name, "two columns have this name");
        });
        return new Table(columns, rows.stream().filter(row -> !row.cells().equals(List.of(""))).toList());
    }

    /** Each row by itself. */
    List<Batch.Read> read(Doors.Kind kind, String actor, UUID id) {
        return IntStream.range(0, rows.size()).mapToObj(place -> read(rows.get(place), place, kind, actor, id)).toList();
    }

    private Batch.Read read(Row row, int place, Doors.Kind kind, String actor, UUID id) {
        try {
            Item item = Batch.item(StrictJson.object(JSON.writeValueAsBytes(object(row))), place, kind, actor, id);
            return new Batch.Read(item, null, problem -> placed(problem, row));
        } catch (Trouble trouble) {
            return new Batch.Read(null, placed(trouble.problem(), row), problem -> problem);
        }
    }

    private ObjectNode object(Row row) {
        if (row.cells().size() != columns.size()) {
            throw Trouble.bad("table.cells", null, "the row has %d cells, the header %d".formatted(row.cells().size(), columns.size()));
        }
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            String cell = row.cells().get(i).strip();
            if (!cell.isEmpty()) {
                String[] path = columns.get(i).split("\\.", 2);
                (path.length == 1 ? object : object.withObjectProperty(path[0])).put(path[path.length - 1], cell);
            }
        }
        return object;
    }

    /** Says of a problem on which line it is, and in which column where it is about a field; columns are counted from 1. */
    private ProblemDetail placed(ProblemDetail problem, Row row) {
        problem.setProperty("line", row.line());
        Object field = problem.getProperties() == null ? null : problem.getProperties().get("field");
        if (field != null) {
            IntStream.range(0, columns.size()).filter(i -> columns.get(i).equals(field) || columns.get(i).startsWith(field + "."))
                    .findFirst().ifPresent(i -> problem.setProperty("column", i + 1));
        }
        return problem;
    }
}
