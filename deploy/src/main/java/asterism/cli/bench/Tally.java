package asterism.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many were done in all rounds so far, of a line that stores nothing in the database: kept in a file. */
record Tally(Path file) {

    void add(long more) throws IOException {
        Files.writeString(file, Long.toString(sum() + more));
    }

    long sum() throws IOException {
        return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
    }
}
