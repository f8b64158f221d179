package asterism.query.projecting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
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
    private final Set<Group<?>> changed = new LinkedHashSet<>();
    private final Map<Table<?>, Deque<Record>> logged = new LinkedHashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private List<? extends Set<?>> expected = List.of();
    private boolean nothingStored;
    private int held;

    /** Where the rows of subjects come from when a fold first looks at one of them. */
    @FunctionalInterface
    interface Loader {
        <R extends Record> List<R> load(Table<R> table, Collection<Object> subjects);
    }

    private record Place(Table<?> table, Object subject) {
    }

    /** What changed in a table: rows that no table holds yet, rows that one may hold, and keys of rows to take away. */
    record Changes<R extends Record>(Table<R> table, List<R> fresh, List<R> written, List<List<Object>> removed) {
    }

    /**
     * A row that may have to be written or taken away.
     *
     * @param stored what its table holds, where that is known
     * @param fresh  its table is known to hold none
     */
    private record Dirty(List<Object> key, @Nullable Record stored, boolean fresh) {
    }

    private static final class Group<R extends Record> {
        final Place place;
        final TreeMap<String, R> rows = new TreeMap<>();
        final Map<String, Dirty> dirty = new LinkedHashMap<>();
        boolean loaded;

        Group(Place place, boolean loaded) {
            this.place = place;
            this.loaded = loaded;
        }
    }

    Rows(Loader loader) {
        this.loader = loader;
    }

    private Rows() {
        this(Rows::none);
        nothingStored = true;
    }

    /** For a fold that starts with empty tables. */
    public static Rows empty() {
        return new Rows();
    }

    /** For a fold that starts with empty tables and may let go of what it has written, which is then loaded again. */
    static Rows emptyAtFirst(Loader loader) {
        Rows rows = new Rows(loader);
        rows.nothingStored = true;
        return rows;
    }

    /** The row with that key. */
    public <R extends Record> Optional<R> find(Table<R> table, Object... key) {
        return Optional.ofNullable(loaded(table, key[0]).rows.get(sortable(Arrays.asList(key))));
    }

    /** All rows of a subject, in the order of their keys. */
    public <R extends Record> List<R> of(Table<R> table, Object subject) {
        return List.copyOf(loaded(table, subject).rows.values());
    }

    /** Writes a row, in place of the one with its key where there is one. */
    public <R extends Record> void put(Table<R> table, R row) {
        if (table.log()) {
            log(table, row);
        } else {
            change(table, table.keyOf(row), row);
        }
    }

    private void log(Table<?> table, Record row) {
        Deque<Record> rows = logged.computeIfAbsent(table, _ -> new ArrayDeque<>());
        rows.add(row);
        held++;
        undo.push(() -> {
            rows.removeLast();
            held--;
        });
    }

    public <R extends Record> void remove(Table<R> table, Object... key) {
        change(table, List.of(key), null);
    }

    private <R extends Record> void change(Table<R> table, List<Object> key, @Nullable R row) {
        Group<R> group = group(table, key.getFirst());
        String at = sortable(key);
        int before = held - group.rows.size();
        R was = row == null ? group.rows.remove(at) : group.rows.put(at, row);
        Dirty wasDirty = group.dirty.get(at);
        if (wasDirty == null) {
            group.dirty.put(at, new Dirty(key, was, group.loaded && was == null));
        }
        held = before + group.rows.size();
        changed.add(group);
        undo.push(() -> {
            int without = held - group.rows.size();
            if (was == null) {
                group.rows.remove(at);
            } else {
                group.rows.put(at, was);
            }
            if (wasDirty == null) {
                group.dirty.remove(at);
            }
            held = without + group.rows.size();
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

    /**
     * Says what the facts to come are about, in families of subjects: once one of a family is looked at in a table, the rows of all of
     * them are loaded at once.
     */
    void expect(List<? extends Set<?>> families) {
        expected = families;
    }

    /** All changes since the last {@link #settle}, per table. */
    List<Changes<?>> changes() {
        Map<Table<?>, Changes<?>> changes = new LinkedHashMap<>();
        logged.forEach((table, rows) -> changes.put(table, added(table, rows)));
        changed.forEach(group -> collect(changes, group));
        return List.copyOf(changes.values());
    }

    private static <R extends Record> Changes<R> added(Table<R> table, Collection<Record> rows) {
        return new Changes<>(table, rows.stream().map(table.row()::cast).toList(), List.of(), List.of());
    }

    @SuppressWarnings("unchecked") // a place's table and its group are of the same row type
    private static <R extends Record> void collect(Map<Table<?>, Changes<?>> all, Group<R> group) {
        Changes<R> changes = (Changes<R>) all.computeIfAbsent(group.place.table(),
                table -> new Changes<>((Table<R>) table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        group.dirty.forEach((at, dirty) -> {
            R row = group.rows.get(at);
            if (row != null) {
                if (!row.equals(dirty.stored())) { // many folds put back what they took away
                    (dirty.fresh() ? changes.fresh() : changes.written()).add(row);
                }
            } else if (!dirty.fresh()) {
                changes.removed().add(dirty.key());
            }
        });
    }

    /** How many rows and subjects it holds in memory. */
    int held() {
        return held + groups.size();
    }

    /** The changes are written: forgets that they were changes, and the subjects looked at longest ago beyond {@code keep} rows. */
    void settle(int keep) {
        undo.clear();
        nothingStored = false;
        for (Group<?> group : changed) {
            group.dirty.clear();
            if (!group.loaded) {
                groups.remove(group.place);
                held -= group.rows.size();
            }
        }
        changed.clear();
        logged.values().forEach(rows -> held -= rows.size());
        logged.clear();
        Iterator<Group<?>> oldest = groups.values().iterator();
        while (held() > keep && oldest.hasNext()) {
            held -= oldest.next().rows.size();
            oldest.remove();
        }
    }

    private <R extends Record> Group<R> loaded(Table<R> table, Object subject) {
        if (table.log()) {
            throw new IllegalStateException(table.name() + " is added to and never looked at");
        }
        Group<R> group = group(table, subject);
        if (!group.loaded) {
            load(table, subject);
        }
        return group;
    }

    private <R extends Record> void load(Table<R> table, Object subject) {
        Set<Object> wanted = new LinkedHashSet<>();
        wanted.add(subject);
        expected.stream().filter(family -> family.contains(subject)).findFirst().ifPresent(family -> family.stream()
                .filter(other -> !group(table, other).loaded).forEach(wanted::add));
        for (R row : loader.load(table, wanted)) {
            List<Object> key = table.keyOf(row);
            Group<R> group = group(table, key.getFirst());
            String at = sortable(key);
            if (!group.dirty.containsKey(at)) {
                held += group.rows.put(at, row) == null ? 1 : 0;
            }
        }
        wanted.forEach(each -> group(table, each).loaded = true);
    }

    @SuppressWarnings("unchecked") // a place's table and its group are of the same row type
    private <R extends Record> Group<R> group(Table<R> table, Object subject) {
        return (Group<R>) groups.computeIfAbsent(new Place(table, subject), place -> new Group<R>(place, nothingStored));
    }

    /** A text that sorts as the key does: numbers are padded. */
    private static String sortable(List<Object> key) {
        if (key.size() == 1 && key.getFirst() instanceof String only) {
            return only;
        }
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

    private static <R extends Record> List<R> none(Table<R> table, Collection<Object> subjects) {
        return List.of();
    }
}
