package asterism.rating.round;

import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.rating.Exact;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people gave in one application.
 *
 * @param established marks of the site visit and the survey, by input
 * @param assessors   in the order they were assigned
 * @param scores      marks by assessor and input, as far as they are in
 * @param parts       marks by part and input or indicator, as far as departments judged theirs
 */
public record Marked(Map<String, String> established, List<PersonId> assessors, Map<PersonId, Map<String, String>> scores,
                     Map<String, Map<String, String>> parts) {
    public static final Marked NOTHING = new Marked(Map.of(), List.of(), Map.of(), Map.of());

    /** With marks of a visit or a survey. */
    public Marked established(List<Mark> marks) {
        Map<String, String> more = new HashMap<>(established);
        marks.forEach(mark -> more.put(mark.input(), mark.cell()));
        return new Marked(Map.copyOf(more), assessors, scores, parts);
    }

    /** With these assessors in the place of those before. */
    public Marked assigned(List<PersonId> people) {
        return new Marked(established, List.copyOf(people), scores, parts);
    }

    /** With these scores in the place of those the assessor gave before. */
    public Marked scored(PersonId assessor, List<Mark> marks) {
        return scored(assessor, cells(marks));
    }

    /** With what a department gave for its part in the place of what it gave before. */
    public Marked judged(String part, List<Mark> marks) {
        return judged(part, cells(marks));
    }

    private static Map<String, String> cells(List<Mark> marks) {
        Map<String, String> given = new LinkedHashMap<>();
        marks.forEach(mark -> given.put(mark.input(), mark.cell()));
        return given;
    }

    private Marked judged(String part, Map<String, String> given) {
        return new Marked(established, assessors, scores, and(parts, part, given));
    }

    private static <K> Map<K, Map<String, String>> and(Map<K, Map<String, String>> before, K key, Map<String, String> given) {
        Map<K, Map<String, String>> all = new HashMap<>(before);
        all.put(key, given);
        return Map.copyOf(all);
    }

    /** With one score replaced. */
    public Marked moderated(PersonId assessor, String input, String cell) {
        Map<String, String> given = new LinkedHashMap<>(scores.getOrDefault(assessor, Map.of()));
        given.put(input, cell);
        return scored(assessor, given);
    }

    private Marked scored(PersonId assessor, Map<String, String> given) {
        return new Marked(established, assessors, and(scores, assessor, given), parts);
    }

    /** With other marks: those of an input that assessors score are what each of them gave. */
    public Marked corrected(Map<String, String> cells) {
        Set<String> judged = scored();
        parts.values().forEach(marks -> judged.addAll(marks.keySet()));
        return new Marked(with(established, cells, input -> !judged.contains(input)), assessors, corrected(scores, cells),
                corrected(parts, cells));
    }

    private static <K> Map<K, Map<String, String>> corrected(Map<K, Map<String, String>> given, Map<String, String> cells) {
        return given.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                one -> with(one.getValue(), cells, one.getValue()::containsKey)));
    }

    private static Map<String, String> with(Map<String, String> marks, Map<String, String> cells, Predicate<String> which) {
        Map<String, String> all = new LinkedHashMap<>(marks);
        cells.forEach((input, cell) -> {
            if (which.test(input)) {
                all.put(input, cell);
            }
        });
        return all;
    }

    /** As if nobody had given anything for that input. */
    public Marked without(String input) {
        Map<String, String> less = new HashMap<>(established);
        less.remove(input);
        return new Marked(Map.copyOf(less), assessors, scores, parts);
    }

    /** As if that assessor had given nothing for that input. */
    public Marked without(PersonId assessor, String input) {
        Map<String, String> given = new LinkedHashMap<>(scores.getOrDefault(assessor, Map.of()));
        return given.remove(input) == null ? this : scored(assessor, given);
    }

    /** As if the department had given nothing for that input in its part. */
    public Marked without(String part, String input) {
        Map<String, String> given = new LinkedHashMap<>(parts.getOrDefault(part, Map.of()));
        return given.remove(input) == null ? this : judged(part, given);
    }

    /** The first input, by name, whose scores lie further apart than that. */
    public Optional<String> apart(Exact spread) {
        return scored().stream().filter(input -> {
            List<Exact> given = scores.values().stream().map(marks -> marks.get(input)).filter(Objects::nonNull)
                    .flatMap(cell -> Exact.parse(cell).stream()).sorted().toList();
            return !given.isEmpty() && given.getLast().minus(given.getFirst()).compareTo(spread) > 0;
        }).findFirst();
    }

    /** Cells of the rating by input or indicator: scores of a group joined in the order of the assessors, and those of departments. */
    public Map<String, String> cells() {
        Map<String, String> cells = new HashMap<>(established);
        scored().forEach(input -> cells.put(input, assessors.stream()
                .map(assessor -> scores.getOrDefault(assessor, Map.of()).getOrDefault(input, "")).collect(Collectors.joining(";"))));
        parts.values().forEach(cells::putAll);
        return cells;
    }

    private Set<String> scored() {
        return scores.values().stream().flatMap(marks -> marks.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
