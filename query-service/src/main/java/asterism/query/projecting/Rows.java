package asterism.query.projecting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows a fold sees and changes. The rows of one subject, that is of one value of the first key column, are loaded together
 * when first looked at and kept; changes collect until they are written with the position they stand for.
 *
 * <p>Not for several threads.
 */
public final class Rows {
    private final Loader loader;
    private final LinkedHashMap<Place, Group<?>> groups = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** Where the rows of a subject come from when a fold first looks at them. */
    @FunctionalInterface
    interface Loader {
        <R extends Record> List<R> load(Table<R> table, Object subject);
    }

    private record Place(Table<?> table, Object subject) {
    }

    /** What changed in a table: rows to write, and keys of rows to take away. */
    record Changes<R extends Record>(Table<R> table, List<R> written, List<List<Object>> removed) {
    }

    private static final class Group<R extends Record> {
        final TreeMap<String, R> rows = new TreeMap<>();
        final Map<String, List<Object>> dirty = new LinkedHashMap<>();
        boolean loaded;
    }

    Rows(Loader loader) {
        this.loader = loader;
    }

    /** For a fold that starts with empty tables. */
    public static Rows empty() {
        return new Rows(Rows::none);
    }

    /** The row with that key. */
    public <R extends Record> Optional<R> find(Table<R> table, Object... key) {
        return Optional.ofNullable(loaded(table, key[0]).rows.get(sortable(List.of(key))));
    }

    /** All rows of a subject, in the order of their keys. */
    public <R extends Record> List<R> of(Table<R> table, Object subject) {
        return List.copyOf(loaded(table, subject).rows.values());
    }

    /** Writes a row, in place of the one with its key where there is one. */
    public <R extends Record> void put(Table<R> table, R row) {
        List<Object> key = table.keyOf(row);
        change(table, key, row);
    }

    public <R extends Record> void remove(Table<R> table, Object... key) {
        change(table, List.of(key), null);
    }

    private <R extends Record> void change(Table<R> table, List<Object> key, @Nullable R row) {
        Group<R> group = group(table, key.getFirst());
        String at = sortable(key);
        R before = row == null ? group.rows.remove(at) : group.rows.put(at, row);
        List<Object> wasDirty = group.dirty.put(at, key);
        undo.push(() -> {
            if (before == null) {
                group.rows.remove(at);
            } else {
                group.rows.put(at, before);
            }
            if (wasDirty == null) {
                group.dirty.remove(at);
            }
        });
    }

    /** From here on {@link #undo} takes changes back. */
    void mark() {
        undo.clear();
    }

    /** Takes back the changes since the mark: those of a fold that failed half-way. */
    void undo() {
        undo.forEach(Runnable::run);
        undo.clear();
    }

    /** All changes since the last {@link #settle}, per table. */
    List<Changes<?>> changes() {
        Map<Table<?>, Changes<?>> changes = new LinkedHashMap<>();
        groups.forEach((place, group) -> {
            if (!group.dirty.isEmpty()) {
                collect(changes, place.table(), group);
            }
        });
        return List.copyOf(changes.values());
    }

    @SuppressWarnings("unchecked") // a place's table and its group are of the same row type
    private static <R extends Record> void collect(Map<Table<?>, Changes<?>> all, Table<?> table, Group<R> group) {
        Changes<R> changes = (Changes<R>) all.computeIfAbsent(table,
                _ -> new Changes<>((Table<R>) table, new ArrayList<>(), new ArrayList<>()));
        group.dirty.forEach((at, key) -> {
            R row = group.rows.get(at);
            if (row == null) {
                changes.removed().add(key);
            } else {
                changes.written().add(row);
            }
        });
    }

    /** The changes are written: forgets that they were changes, and the subjects looked at longest ago beyond {@code keep}. */
    void settle(int keep) {
        undo.clear();
        groups.values().removeIf(group -> {
            group.dirty.clear();
            return !group.loaded;
        });
        Set<Place> oldest = new LinkedHashSet<>();
        groups.keySet().stream().limit(Math.max(0, groups.size() - keep)).forEach(oldest::add);
        groups.keySet().removeAll(oldest);
    }

    private <R extends Record> Group<R> loaded(Table<R> table, Object subject) {
        Group<R> group = group(table, subject);
        if (!group.loaded) {
            for (R row : loader.load(table, subject)) {
                String at = sortable(table.keyOf(row));
                if (!group.dirty.containsKey(at)) {
                    group.rows.put(at, row);
                }
            }
            group.loaded = true;
        }
        return group;
    }

    @SuppressWarnings("unchecked") // a place's table and its group are of the same row type
    private <R extends Record> Group<R> group(Table<R> table, Object subject) {
        return (Group<R>) groups.computeIfAbsent(new Place(table, subject), _ -> new Group<R>());
    }

    /** A text that sorts as the key does: numbers are padded. */
    private static String sortable(List<Object> key) {
        StringBuilder text = new StringBuilder();
        for (Object part : key) {
            String plain = part.toString();
            if (part instanceof Number) {
                text.repeat('0', Math.max(0, 19 - plain.length()));
            }
            text.append(plain).append('\u0000');
        }
        return text.toString();
    }

    private static <R extends Record> List<R> none(Table<R> table, Object subject) {
        return List.of();
    }
}
