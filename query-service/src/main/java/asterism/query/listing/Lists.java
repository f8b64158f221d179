package asterism.query.listing;

import asterism.query.listing.Filter.Condition;
import asterism.query.projecting.Live;
import asterism.query.projecting.Records;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.NotYet;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers for every list: narrowed, from a key on, as it was on a day or was known at a time. No answer takes longer than a bound. */
@Component
public class Lists {
    private static final String BETWEEN_KEYS = "\u001f";
    private final Map<String, Listing<?>> listings = new TreeMap<>();
    private final Live live;

    Lists(List<Listing<?>> all, Live live) {
        this.live = live;
        all.forEach(listing -> {
            if (listings.put(listing.name(), listing) != null) {
                throw new IllegalStateException("two lists are called " + listing.name());
            }
        });
    }

    public Collection<Listing<?>> all() {
        return List.copyOf(listings.values());
    }

    /** Addresses that anyone may ask. */
    public String[] openPaths() {
        Stream<String> open = listings.values().stream().filter(listing -> listing.readers().open())
                .map(listing -> ListsApi.PATH + "/" + listing.name());
        return Stream.concat(Stream.of(ListsApi.PATH), open.flatMap(path -> Stream.of(path, path + ".csv"))).toArray(String[]::new);
    }

    /** @throws Refused where there is no such list */
    public Listing<?> of(String name) {
        Listing<?> found = listings.get(name);
        if (found == null) {
            throw Refused.unknown("list.unknown", "There is no such list; there are " + String.join(", ", listings.keySet()) + ".");
        }
        return found;
    }

    /**
     * A page of a list.
     *
     * @throws Refused where the filter, the key or a clock is not to be understood
     * @throws NotYet  where it does not stand at the position asked for
     */
    public <R extends Record> Answer<Page<R>> ask(Listing<R> listing, Wish wish) {
        fits(listing, wish);
        Condition narrowed = Filter.over(listing.fields().values(),
                wish.filter() == null ? "" : wish.filter());
        int limit = wish.limit() == null ? Page.MOST : wish.limit();
        Map<String, Object> values = new HashMap<>(narrowed.values());
        String sql = "select * from (" + listing.sql() + ") as listed where " + narrowed.sql() + beyond(listing, wish, values)
                + order(listing);
        return live.ask(listing.projection(), view -> {
            view.sql().sql("select set_config('statement_timeout', '10s', true)").query().singleValue();
            values.putAll(new Clocks(wish.validAt(), wish.knownAt(), wish.asOfPosition(), null).of(view.at()));
            values.put("today", view.at().today());
            values.put("most", limit + 1);
            return Page.of(view.sql().sql(sql).params(values).query(Records.of(listing.row())).list(), limit, row -> key(listing, row));
        });
    }

    private static void fits(Listing<?> listing, Wish wish) {
        if (wish.validAt() != null && !listing.hasDays()) {
            throw Refused.bad("validAt", "clock.not-here", "This list does not know what held on a day.");
        }
        if ((wish.knownAt() != null || wish.asOfPosition() != null) && !listing.hasKnowledge()) {
            throw Refused.bad(wish.knownAt() == null ? "asOfPosition" : "knownAt", "clock.not-here",
                    "This list does not know what was known before.");
        }
    }

    private static String order(Listing<?> listing) {
        String way = listing.falling() ? " desc" : "";
        return listing.keyFields().stream().map(key -> key.column() + way).collect(Collectors.joining(", ", " order by ", " limit :most"));
    }

    private static String beyond(Listing<?> listing, Wish wish, Map<String, Object> values) {
        if (wish.after() == null) {
            return "";
        }
        List<Field> keys = listing.keyFields();
        List<Object> last = parsed(keys, wish.after());
        IntStream.range(0, keys.size()).forEach(i -> values.put("after" + i, last.get(i)));
        return " and (" + keys.stream().map(Field::column).collect(Collectors.joining(", ")) + ") " + (listing.falling() ? "<" : ">") + " ("
                + IntStream.range(0, keys.size()).mapToObj(i -> ":after" + i).collect(Collectors.joining(", ")) + ")";
    }

    private static <R extends Record> String key(Listing<R> listing, R row) {
        Map<String, @Nullable Object> cells = Cells.of(row);
        String key = listing.keys().stream().map(name -> String.valueOf(cells.get(name))).collect(Collectors.joining(BETWEEN_KEYS));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> parsed(List<Field> keys, String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(BETWEEN_KEYS, -1);
            if (parts.length != keys.size()) {
                throw new IllegalArgumentException("another number of keys");
            }
            return IntStream.range(0, parts.length).mapToObj(i -> keys.get(i).read(parts[i])).toList();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Refused.bad("after", "after.malformed", "after must be what the page before named as next.");
        }
    }
}
