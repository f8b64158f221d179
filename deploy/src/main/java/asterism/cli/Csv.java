package asterism.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Tables as RFC 4180 CSV in UTF-8, compressed where the name ends in {@code .gz}. */
final class Csv {
    private static final CsvMapper MAPPER = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private Csv() {
    }

    /** What is wrong with a file, in one sentence for the person who gave it. */
    @SuppressWarnings("serial") // never serialised
    static final class BadFileException extends RuntimeException {
        BadFileException(String message) {
            super(message);
        }
    }

    interface EachRow {
        void row(List<String> cells) throws IOException;
    }

    /** A table being read: the header first, then row by row. */
    static final class Table implements AutoCloseable {
        private final Path path;
        private final InputStream in;
        private final MappingIterator<String[]> lines;
        private final List<String> header;
        private long line = 1;

        private Table(Path path, InputStream in, MappingIterator<String[]> lines) {
            this.path = path;
            this.in = in;
            this.lines = lines;
            this.header = lines.hasNext() ? List.of(lines.next()) : List.of();
            Set<String> seen = new HashSet<>();
            header.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
                throw new BadFileException(path + ": the column " + name + " stands twice");
            });
        }

        List<String> header() {
            return header;
        }

        /** Hands on each row, as many cells as the header has. */
        void each(EachRow reader) throws IOException {
            try {
                while (lines.hasNext()) {
                    line++;
                    String[] cells = lines.next();
                    if (cells.length != header.size() && !(cells.length == 1 && cells[0].isEmpty())) {
                        throw new BadFileException(path + ": row " + line + " has " + cells.length + " cells, the header " + header.size());
                    }
                    if (cells.length == header.size()) {
                        reader.row(List.of(cells));
                    }
                }
            } catch (JacksonException e) {
                throw new BadFileException(path + ": row " + (line + 1) + " cannot be read: " + e.getOriginalMessage());
            }
        }

        Map<String, String> named(List<String> cells) {
            Map<String, String> row = LinkedHashMap.newLinkedHashMap(cells.size());
            for (int i = 0; i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    static Table open(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
            return new Table(path, in, MAPPER.readerFor(String[].class).readValues(in));
        } catch (IOException e) {
            file.close();
            throw new BadFileException(path + ": cannot be read: " + e.getMessage());
        } catch (JacksonException e) {
            file.close();
            throw new BadFileException(path + ": the header cannot be read: " + e.getOriginalMessage());
        }
    }

    static BufferedWriter write(Path path) throws IOException {
        OutputStream file = Files.newOutputStream(path);
        return new BufferedWriter(new OutputStreamWriter(path.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file,
                StandardCharsets.UTF_8), 1 << 16);
    }

    static void append(BufferedWriter out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(cells.get(i)));
        }
        out.write('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
