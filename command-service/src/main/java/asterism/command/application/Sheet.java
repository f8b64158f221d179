package asterism.command.application;

import asterism.events.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one assessor or one department gave.
 *
 * @param judged the version of the self-assessment and evidence they looked at
 * @param marks  in the order in which they were given, with what was remarked
 */
record Sheet(int judged, List<Mark> marks) {
    static final Sheet NONE = new Sheet(0, List.of());

    Sheet {
        marks = List.copyOf(marks);
    }

    /** Values by input or indicator. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        marks.forEach(mark -> cells.put(mark.input(), mark.cell()));
        return cells;
    }

    /** The same, stood by after another version was looked at. */
    Sheet of(int version) {
        return new Sheet(version, marks);
    }

    /** The same with those values where they are given. */
    Sheet with(Map<String, String> cells) {
        Map<String, Mark> all = new LinkedHashMap<>();
        marks.forEach(mark -> all.put(mark.input(), mark));
        cells.forEach((input, cell) -> all.merge(input, new Mark(input, cell), (before, now) ->
                before.cell().equals(now.cell()) ? before : now));
        return new Sheet(judged, List.copyOf(all.values()));
    }
}
