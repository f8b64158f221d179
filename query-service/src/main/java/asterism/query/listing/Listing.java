package asterism.query.listing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A list that can be asked for.
 *
 * @param name       in its address
 * @param says       what it lists, in a sentence
 * @param projection whose tables it reads
 * @param row        its rows; each component is a field
 * @param sql        a query with a column for each component; may name {@code :today}, and {@code :validAt} or {@code :asOf} and
 *                   {@code :knownAt} where it answers on these clocks; of the last two the one not asked for is beyond all there is
 * @param keys       components that tell its rows apart and by which it is ordered; none of them is ever null
 * @param falling    the highest key comes first
 */
public record Listing<R extends Record>(
        String name, String says, Readers readers, String projection, Class<R> row, String sql, List<String> keys, boolean falling) {

    public Listing {
        keys = List.copyOf(keys);
    }

    /** Its fields by name, in the order of the row. */
    public Map<String, Field> fields() {
        return Arrays.stream(row.getRecordComponents()).map(Field::of)
                .collect(Collectors.toMap(Field::name, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    List<Field> keyFields() {
        Map<String, Field> fields = fields();
        return keys.stream().map(fields::get).toList();
    }

    /** Says what held on a day. */
    public boolean hasDays() {
        return sql.contains(":validAt");
    }

    /** Says what was known at a position or time. */
    public boolean hasKnowledge() {
        return sql.contains(":asOf");
    }
}
