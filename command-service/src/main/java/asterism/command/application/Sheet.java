package asterism.command.application;

import asterism.events.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one assessor or one department gave.
 *
 * @param judged the version of the self-assessment and evidence they looked at
 * @param cells  values by input or indicator
 */
record Sheet(int judged, Map<String, String> cells) {
    static final Sheet NONE = new Sheet(0, Map.of());

    static Sheet of(int judged, List<Mark> marks) {
        Map<String, String> cells = new LinkedHashMap<>();
        marks.forEach(mark -> cells.put(mark.input(), mark.cell()));
        return new Sheet(judged, cells);
    }

    Sheet with(String input, String cell) {
        Map<String, String> other = new LinkedHashMap<>(cells);
        other.put(input, cell);
        return new Sheet(judged, other);
    }

    List<Mark> marks() {
        return cells.entrySet().stream().map(cell -> new Mark(cell.getKey(), cell.getValue())).toList();
    }
}
