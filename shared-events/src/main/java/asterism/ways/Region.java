package asterism.ways;

import asterism.events.Event;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is followed through a stream, blind for facts it does not name.
 *
 * @param title what it says, for people
 * @param keys  fields of the facts; each combination of their values is followed apart
 */
record Region(String title, List<String> keys, List<Row> rows) {
    static final String START = "none";
    private static final String ANY = "any";
    private static final String SAME = "=";

    /**
     * @param from  places, or {@code any}, or {@code x(*)} for a place x that remembers another
     * @param field of the fact that the condition is on; empty where there is none
     * @param value the field must have: {@code with} any, {@code without} none, else this text
     */
    record Row(Set<String> from, String fact, String field, String value, String to) {

        boolean fits(String place, String name, Event event) {
            return fact.equals(name) && (from.contains(ANY) || from.contains(place) || from.contains(outer(place) + "(*)")) && holds(event);
        }

        /** Where the fact leads to from a place; empty for anywhere. */
        Optional<String> after(String place) {
            return switch (to) {
                case ANY -> Optional.empty();
                case SAME -> Optional.of(place);
                case "*" -> Optional.of(place.substring(place.indexOf('(') + 1, place.length() - 1));
                case String next when next.endsWith("(=)") -> Optional.of(outer(next) + "(" + place + ")");
                case String next -> Optional.of(next);
            };
        }

        private static String outer(String place) {
            return place.replaceFirst("\\(.*", "");
        }

        private boolean holds(Event event) {
            Object said = field.isEmpty() ? null : Region.field(event, field);
            return switch (value) {
                case "" -> true;
                case "with" -> said != null;
                case "without" -> said == null;
                case String wanted -> wanted.equals(String.valueOf(said));
            };
        }
    }

    boolean names(String fact) {
        return rows.stream().anyMatch(row -> row.fact().equals(fact));
    }

    /** Where it may stand after the fact; empty where the fact may not follow. */
    Set<String> after(Set<String> places, String fact, Event event) {
        Set<String> next = new TreeSet<>();
        for (String place : places) {
            rows.stream().filter(row -> row.fits(place, fact, event))
                    .forEach(row -> row.after(place).ifPresentOrElse(next::add, () -> next.addAll(all())));
        }
        return next;
    }

    private Set<String> all() {
        Set<String> all = rows.stream().flatMap(row -> row.from().stream()).collect(Collectors.toCollection(TreeSet::new));
        rows.forEach(row -> all.add(row.to()));
        all.removeAll(Set.of(ANY, SAME));
        all.add(START);
        return all;
    }

    String key(Event event) {
        return keys.stream().map(key -> String.valueOf(field(event, key))).collect(Collectors.joining(" "));
    }

    private static @Nullable Object field(Event event, String name) {
        RecordComponent component = Arrays.stream(event.getClass().getRecordComponents())
                .filter(one -> one.getName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException(event.getClass().getSimpleName() + " has no field " + name));
        try {
            return Objects.requireNonNull(component.getAccessor()).invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
