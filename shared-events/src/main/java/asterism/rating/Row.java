package asterism.rating;

import java.util.Map;

/**
 * What is known of one unit: cell texts by column name. A column that is not there counts as empty, an empty cell as missing.
 * Several assessors or items stand in one cell, separated by {@code ;}.
 */
public record Row(Map<String, String> cells) {
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
