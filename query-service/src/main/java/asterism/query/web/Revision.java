package asterism.query.web;

import asterism.events.Evidence;
import asterism.events.Mark;
import asterism.query.applications.Dossier.HandedIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the last two versions of what was handed in.
 *
 * @param kind   {@code MARK}, {@code FILE} or {@code STATEMENT}
 * @param what   the item of the rubric, or the title of the file; nothing for the statement
 * @param before none where it is new
 * @param after  none where it is gone
 */
public record Revision(String kind, String what, @Nullable String before, @Nullable String after) {

    /** Nothing where there are fewer than two versions. */
    static List<Revision> between(List<HandedIn> versions) {
        return versions.size() < 2 ? List.of() : between(versions.get(versions.size() - 2), versions.getLast());
    }

    private static List<Revision> between(HandedIn before, HandedIn after) {
        List<Revision> all = new ArrayList<>();
        compare("MARK", marks(before), marks(after), all);
        compare("FILE", files(before), files(after), all);
        compare("STATEMENT", Map.of("", before.statement()), Map.of("", after.statement()), all);
        return all;
    }

    private static void compare(String kind, Map<String, String> before, Map<String, String> after, List<Revision> into) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.stream().filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> into.add(new Revision(kind, name, before.get(name), after.get(name))));
    }

    private static Map<String, String> marks(HandedIn version) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (Mark mark : version.marks()) {
            marks.put(mark.input(), mark.cell());
        }
        return marks;
    }

    private static Map<String, String> files(HandedIn version) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Evidence file : version.evidence()) {
            files.put(file.title(), file.sha256());
        }
        return files;
    }
}
