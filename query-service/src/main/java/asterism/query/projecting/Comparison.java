package asterism.query.projecting;

import asterism.query.reading.NotYet;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares another build with the one that answers, row by row, both at the same position. By the database's own catalogue, as a
 * former version of a projection may have had other tables.
 */
@Component
class Comparison {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Set<String> UNTOLD = Set.of("frame");
    private final JdbcClient sql;
    private final Builds builds;
    private final Pulse pulse;
    private final TransactionTemplate snapshot;
    private final JsonMapper json = JsonMapper.builder().build();

    Comparison(JdbcClient sql, Builds builds, Pulse pulse, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.builds = builds;
        this.pulse = pulse;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A table in one of the builds. */
    private record Shape(List<String> key, List<String> others) {
    }

    /** What is compared of a table that stands in both builds with the same key. */
    private record Both(String table, Build live, Build other, List<String> key, List<String> columns) {

        String join() {
            return "%s.%s a full join %s.%s b using (%s)".formatted(live.schema(), table, other.schema(), table, String.join(", ", key));
        }

        String keyText() {
            return "jsonb_build_array(" + String.join(", ", key) + ")::text collate \"C\"";
        }

        String changed() {
            return columns.isEmpty() ? "false" : "(%s) is distinct from (%s)".formatted(row("a"), row("b"));
        }

        private String row(String side) {
            return columns.stream().map(column -> side + "." + column).collect(Collectors.joining(", ", "row(", ")"));
        }

        String only(String side) {
            return (side.equals("a") ? "b" : "a") + "." + key.getFirst() + " is null";
        }
    }

    /** @throws NotYet where the two do not stand at the same position for long enough to be compared */
    Difference compare(Build live, Build other, @Nullable String table, @Nullable String after, int limit) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Difference found = snapshot.execute(_ -> atTheSamePosition(live, other, table, after, limit));
            if (found.position() >= 0) {
                return found;
            }
            if (System.nanoTime() > until) {
                throw new NotYet("The two builds do not stand at the same position yet.");
            }
            pulse.await(STEP);
        }
    }

    private Difference atTheSamePosition(Build live, Build other, @Nullable String table, @Nullable String after, int limit) {
        long position = builds.found(live).map(Build::applied).orElse(-1L);
        if (position != builds.found(other).map(Build::applied).orElse(-2L)) {
            return new Difference(live.projection(), live.number(), other.number(), -1, false, false, Map.of(), List.of(),
                    new Page<>(List.of(), null));
        }
        Map<String, Integer> liveParked = builds.parked(live);
        Map<String, Integer> otherParked = builds.parked(other);
        Map<Integer, Integer> parked = new TreeMap<>(Map.of(live.number(), sum(liveParked), other.number(), sum(otherParked)));
        List<Difference.OfTable> tables = new ArrayList<>();
        List<Both> both = new ArrayList<>();
        Map<String, Shape> shapes = shapes(live);
        Map<String, Shape> others = shapes(other);
        for (String name : new TreeSet<>(Stream.concat(shapes.keySet().stream(), others.keySet().stream()).toList())) {
            tables.add(count(name, live, other, shapes.get(name), others.get(name), both));
        }
        if (table != null && tables.stream().noneMatch(each -> each.table().equals(table))) {
            throw Refused.bad("table", "table.unknown", "Neither build has such a table.");
        }
        boolean same = tables.stream().allMatch(each -> each.added() + each.removed() + each.changed() == 0);
        Set<String> branches = new HashSet<>(liveParked.keySet());
        branches.addAll(otherParked.keySet());
        return new Difference(live.projection(), live.number(), other.number(), position, same, !branches.isEmpty(), parked, tables,
                page(both.stream().filter(each -> table == null || each.table().equals(table)).toList(), branches, after, limit));
    }

    private static int sum(Map<String, Integer> parked) {
        return parked.values().stream().mapToInt(Integer::intValue).sum();
    }

    private Difference.OfTable count(String name, Build live, Build other, @Nullable Shape a, @Nullable Shape b, List<Both> both) {
        if (a == null || b == null || !a.key().equals(b.key())) {
            return new Difference.OfTable(name, b == null ? 0 : rows(other, name), a == null ? 0 : rows(live, name), 0,
                    List.of(), a == null || b == null ? "only in one of them" : "with another key");
        }
        Both compared = new Both(name, live, other, a.key(), a.others().stream().filter(b.others()::contains).toList());
        both.add(compared);
        List<String> odd = Stream.concat(a.others().stream(), b.others().stream())
                .filter(column -> !compared.columns().contains(column)).toList();
        String note = odd.isEmpty() ? null : "columns in one of them only are not compared";
        return sql.sql("""
                select count(*) filter (where %1$s) as added, count(*) filter (where %2$s) as removed,
                    count(*) filter (where not (%1$s) and not (%2$s) and %3$s) as changed from %4$s"""
                .formatted(compared.only("b"), compared.only("a"), compared.changed(), compared.join()))
                .query((found, _) -> new Difference.OfTable(name, found.getLong("added"), found.getLong("removed"),
                        found.getLong("changed"), odd, note)).single();
    }

    private long rows(Build build, String table) {
        return sql.sql("select count(*) from " + build.schema() + "." + table).query(Long.class).single();
    }

    private Map<String, Shape> shapes(Build build) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        sql.sql("""
                select c.relname, a.attname, coalesce(a.attnum = any(i.indkey), false) as key
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                    left join pg_index i on i.indrelid = c.oid and i.indisprimary
                where n.nspname = ? and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum""")
                .param(build.schema()).query(found -> {
                    Shape shape = shapes.computeIfAbsent(found.getString("relname"), _ -> new Shape(new ArrayList<>(), new ArrayList<>()));
                    (found.getBoolean("key") ? shape.key() : shape.others()).add(found.getString("attname"));
                });
        shapes.values().forEach(shape -> shape.others().removeAll(UNTOLD));
        return shapes;
    }

    private Page<Difference.OfRow> page(List<Both> tables, Set<String> parked, @Nullable String after, int limit) {
        String[] from = after == null ? new String[] {"", ""} : cursor(after);
        List<Difference.OfRow> rows = new ArrayList<>();
        for (Both table : tables) {
            if (table.table().compareTo(from[0]) >= 0 && rows.size() <= limit) {
                rows.addAll(rows(table, parked, table.table().equals(from[0]) ? from[1] : "", limit + 1 - rows.size()));
            }
        }
        return Page.of(rows, limit, row -> Base64.getUrlEncoder().withoutPadding()
                .encodeToString((row.table() + "\n" + row.at()).getBytes(StandardCharsets.UTF_8)));
    }

    private static String[] cursor(String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\n", 2);
            if (parts.length == 2) {
                return parts;
            }
        } catch (IllegalArgumentException _) {
            // refused below, as any other that is none of ours
        }
        throw Refused.bad("after", "cursor.malformed", "This is no cursor of this list.");
    }

    private List<Difference.OfRow> rows(Both table, Set<String> parked, String after, int most) {
        return sql.sql("""
                select %1$s as at, to_jsonb(a)::text as was, to_jsonb(b)::text as is from %2$s
                where (%3$s or %4$s or %5$s) and %1$s > ? order by 1 limit ?"""
                .formatted(table.keyText(), table.join(), table.only("a"), table.only("b"), table.changed()))
                .params(after, most).query((found, _) -> row(table, found, parked)).list();
    }

    private Difference.OfRow row(Both table, ResultSet found, Set<String> parked) throws SQLException {
        Map<String, @Nullable Object> was = told(found.getString("was"));
        Map<String, @Nullable Object> is = told(found.getString("is"));
        Map<String, @Nullable Object> known = was.isEmpty() ? is : was;
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        table.key().forEach(column -> key.put(column, known.get(column)));
        Map<String, Difference.Cell> cells = new LinkedHashMap<>();
        for (String column : table.columns()) {
            if (!Objects.equals(was.get(column), is.get(column))) {
                cells.put(column, new Difference.Cell(was.get(column), is.get(column)));
            }
        }
        boolean waits = Stream.of(key.get(table.key().getFirst()), was.get("branch"), is.get("branch")).anyMatch(parked::contains);
        return new Difference.OfRow(table.table(), key, was.isEmpty() ? Difference.Kind.ADDED : is.isEmpty() ? Difference.Kind.REMOVED
                : Difference.Kind.CHANGED, waits ? Difference.Reason.PARKED : table.live().version() == table.other().version()
                ? Difference.Reason.UNEXPLAINED : Difference.Reason.VERSION, cells, found.getString("at"));
    }

    @SuppressWarnings("unchecked") // a JSON object
    private Map<String, @Nullable Object> told(@Nullable String row) {
        return row == null ? Map.of() : json.readValue(row, Map.class);
    }
}
