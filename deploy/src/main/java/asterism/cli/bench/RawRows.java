package asterism.cli.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a batch of the raw fold, the last of each key. */
final class RawRows {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "entry", List.of("branch::text", "seq::int", "because::text", "level::text", "from_day::date", "position::bigint"),
            "star", List.of("branch::text", "from_day::date", "until_day::date", "level::text", "because::text"),
            "stretch", List.of("branch::text", "known_from::bigint", "from_day::date", "known_to::bigint", "until_day::date", "level::text",
                    "because::text"),
            "line", List.of("branch::text", "position::bigint", "type::text", "actor::text", "recorded_at::timestamptz", "level::text"));

    private final Map<String, Map<List<String>, @Nullable String[]>> tables = new LinkedHashMap<>();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private long position;
    private int facts;

    /** @param key how many columns, from the first, are the key */
    void put(String table, int key, @Nullable String... row) {
        keys.put(table, key);
        var id = Arrays.stream(row).limit(key).map(String::valueOf).toList();
        tables.computeIfAbsent(table, _ -> new LinkedHashMap<>()).put(id, row);
    }

    /** One more fact was folded, the one at this position. */
    void at(long last) {
        position = last;
        facts++;
    }

    int facts() {
        return facts;
    }

    /** All in one transaction with the position; the commit need not be on the disk, as the topic still has the facts. */
    void write(Connection connection) throws SQLException {
        if (facts == 0) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
        upsert(connection);
        connection.commit();
    }

    /** Within the caller's transaction, with the position. */
    void upsert(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables.entrySet()) {
                upsert(connection, table.getKey(), table.getValue().values());
            }
            statement.execute("update applied set position = " + position);
        }
    }

    private void upsert(Connection connection, String table, Collection<@Nullable String[]> rows) throws SQLException {
        var columns = COLUMNS.getOrDefault(table, List.of());
        var names = columns.stream().map(column -> column.substring(0, column.indexOf(':'))).toList();
        var key = keys.getOrDefault(table, 1);
        var sql = "insert into %s (%s) select %s from unnest(%s) as u (%2$s) on conflict (%s) do update set %s".formatted(
                table, String.join(", ", names), String.join(", ", columns),
                names.stream().map(_ -> "?::text[]").collect(Collectors.joining(", ")), String.join(", ", names.subList(0, key)),
                names.stream().skip(key).map(name -> name + " = excluded." + name).collect(Collectors.joining(", ")));
        try (var insert = connection.prepareStatement(sql)) {
            for (var i : IntStream.range(0, names.size()).toArray()) {
                var cells = new ArrayList<@Nullable String>();
                rows.forEach(row -> cells.add(row[i]));
                insert.setArray(i + 1, connection.createArrayOf("text", cells.toArray()));
            }
            insert.executeUpdate();
        }
    }
}
