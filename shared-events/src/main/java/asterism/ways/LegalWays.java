package asterism.ways;

import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.ways.Region.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows histories by the tables in {@code ways/}, one for each capability. Not for several threads at once. */
public final class LegalWays {
    private static final Pattern TITLE = Pattern.compile("== (.*?)(?:, by ([a-z ]+))?");
    private static final Pattern FACT = Pattern.compile("([a-z-]+)(?: (with|without) (\\w+)| (\\w+)=(\\S+))?");
    private static final Map<String, List<Region>> TABLES = capabilities().stream()
            .collect(Collectors.toMap(name -> name, LegalWays::read));

    /** Where each region of each stream may stand. */
    private final Map<String, Set<String>> places = new HashMap<>();

    /** The next fact of its stream; what is wrong with it standing there. */
    public Optional<String> next(Event event) {
        String name = name(EventTypes.nameOf(event.getClass()));
        List<Region> naming = TABLES.getOrDefault(capability(event), List.of()).stream().filter(region -> region.names(name)).toList();
        if (naming.isEmpty()) {
            return Optional.of("no table of ways knows " + EventTypes.nameOf(event.getClass()));
        }
        return naming.stream().flatMap(region -> step(region, name, event).stream()).findFirst();
    }

    /** @throws IllegalStateException where the fact may not follow the ones before */
    public void check(Event event) {
        next(event).ifPresent(fault -> {
            throw new IllegalStateException(fault);
        });
    }

    /**
     * Checks a whole history, of one subject or of many.
     *
     * @throws IllegalStateException at the first fact that may not follow the ones before
     */
    public static void check(Stream<? extends Event> history) {
        LegalWays ways = new LegalWays();
        history.forEach(ways::check);
    }

    private Optional<String> step(Region region, String fact, Event event) {
        String at = event.stream() + "|" + region.title() + "|" + region.key(event);
        Set<String> before = places.getOrDefault(at, Set.of(Region.START));
        Set<String> after = region.after(before, fact, event);
        if (after.isEmpty()) {
            return Optional.of("%s: %s cannot follow where it stands at %s (%s)".formatted(event.stream(), fact, before, region.title()));
        }
        places.put(at, after);
        return Optional.empty();
    }

    /** Facts that no table names, and lines about facts that there are not. */
    static Set<String> faults() {
        Set<String> known = EventTypes.all().stream().map(EventTypes::nameOf).map(type -> type.substring(0, type.indexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = TABLES.entrySet().stream().flatMap(table -> table.getValue().stream().flatMap(region -> region.rows().stream())
                .map(row -> table.getKey() + "." + row.fact())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> faults = new TreeSet<>();
        known.stream().filter(fact -> !named.contains(fact))
                .forEach(fact -> faults.add("write into ways/" + fact.split("\\.", -1)[0] + ".txt where " + fact + " may stand"));
        named.stream().filter(fact -> !known.contains(fact)).forEach(fact -> faults.add("there is no fact " + fact));
        return faults;
    }

    private static Set<String> capabilities() {
        return EventTypes.all().stream().map(EventTypes::nameOf).map(type -> type.substring(0, type.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String capability(Event event) {
        String type = EventTypes.nameOf(event.getClass());
        return type.substring(0, type.indexOf('.'));
    }

    private static String name(String type) {
        return type.substring(type.indexOf('.') + 1, type.indexOf('/'));
    }

    private static List<Region> read(String capability) {
        Map<String, Set<String>> groups = new HashMap<>();
        List<Region> regions = new ArrayList<>(List.of(new Region("the way of the " + capability, List.of(), new ArrayList<>())));
        text(capability).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
            Matcher title = TITLE.matcher(line);
            if (title.matches()) {
                List<String> keys = title.group(2) == null ? List.of() : List.of(title.group(2).split(" ", -1));
                regions.add(new Region(title.group(1), keys, new ArrayList<>()));
            } else if (line.startsWith("let ")) {
                String[] group = line.substring("let ".length()).split("=", -1);
                groups.put(group[0].strip(), places(group[1], groups));
            } else {
                regions.getLast().rows().add(row(line, groups));
            }
        });
        return regions;
    }

    private static Row row(String line, Map<String, Set<String>> groups) {
        String[] cells = line.split("\\|", -1);
        Matcher fact = FACT.matcher(cells[1].strip());
        if (cells.length != 3 || !fact.matches()) {
            throw new IllegalStateException("cannot be read: " + line);
        }
        String word = fact.group(2) == null ? "" : fact.group(2);
        return new Row(places(cells[0], groups), fact.group(1), word.isEmpty() ? text(fact, 4) : text(fact, 3),
                word.isEmpty() ? text(fact, 5) : word, cells[2].strip());
    }

    private static String text(Matcher found, int group) {
        return found.group(group) == null ? "" : found.group(group);
    }

    private static Set<String> places(String text, Map<String, Set<String>> groups) {
        return Arrays.stream(text.split(",", -1)).map(String::strip)
                .flatMap(place -> groups.getOrDefault(place, Set.of(place)).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String capability) {
        try (InputStream in = LegalWays.class.getResourceAsStream("/ways/" + capability + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
