package asterism.rating;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the files that a scheme's tables name. Reading CSV is the caller's work; the scheme pins the content by its hash. */
@FunctionalInterface
public interface TableFiles {
    /** No files: a scheme that names one is refused. */
    TableFiles NONE = _ -> Optional.empty();

    Optional<Content> find(String file);

    /**
     * A table's file.
     *
     * @param sha256 of the file's bytes, 64 lower-case hex digits
     * @param rows   cells by column name
     */
    record Content(String sha256, List<Map<String, String>> rows) {
    }
}
