package asterism.cli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Shows results to people as a table, and to programs as lines of JSON. */
record Report(Results results, List<Goal> goals) {
    private static final String LINE = "%-18s %10s %10s %10s %10s %9s %6s%n";
    private static final String RATIO = "%-36s %8s %8s %8s  %s%n";

    /** The goals of which both lines were measured, by their ratio. */
    Map<Goal, Double> ratios() {
        var ratios = new LinkedHashMap<Goal, Double>();
        goals.forEach(goal -> results.ratio(goal).ifPresent(ratio -> ratios.put(goal, ratio)));
        return ratios;
    }

    List<Goal> underFloor() {
        var ratios = ratios();
        return ratios.keySet().stream().filter(goal -> !goal.reaches(ratios.getOrDefault(goal, Double.NaN), goal.floor())).toList();
    }

    String table() {
        var table = new StringBuilder(LINE.formatted("line@callers", "facts/s", "CPU us", "p50 us", "p99 us", "facts", "MB"));
        for (var line : results.lines()) {
            var median = results.of(line);
            var size = results.size(line).orElse(new Results.Size(0, 0));
            table.append(LINE.formatted(line.id(), number(median.rate(), 0), number(median.cpuMicros(), 1), number(median.p50Micros(), 0),
                    number(median.p99Micros(), 0), size.facts(), size.bytes() >> 20));
        }
        table.append(System.lineSeparator()).append(RATIO.formatted("ratio", "ratio", "floor", "goal", ""));
        ratios().forEach((goal, ratio) -> table.append(RATIO.formatted(goal, number(ratio, 2), bound(goal, goal.floor()),
                bound(goal, goal.goal()), verdict(goal, ratio))));
        return table.toString();
    }

    /** One line of JSON for each line, then for each ratio. */
    Stream<String> json() {
        var mapper = JsonMapper.builder().build();
        var ratios = ratios().entrySet().stream().map(each -> asMap(each.getKey(), each.getValue()));
        return Stream.concat(results.lines().stream().map(this::asMap), ratios).map(mapper::writeValueAsString);
    }

    private Map<String, Object> asMap(Line line) {
        var median = results.of(line);
        var size = results.size(line).orElse(new Results.Size(0, 0));
        var map = new LinkedHashMap<String, Object>();
        map.put("part", line.part());
        map.put("line", line.name());
        map.put("callers", line.callers());
        map.put("factsPerSecond", median.rate());
        map.put("cpuMicrosPerFact", known(median.cpuMicros()));
        map.put("p50Micros", median.p50Micros());
        map.put("p99Micros", median.p99Micros());
        map.put("tableFacts", size.facts());
        map.put("tableBytes", size.bytes());
        return map;
    }

    private static Map<String, Object> asMap(Goal goal, double ratio) {
        var map = new LinkedHashMap<String, Object>();
        map.put("measure", goal.measure().word());
        map.put("of", goal.line());
        map.put("to", goal.against());
        map.put("ratio", known(ratio));
        map.put("floor", goal.floor());
        map.put("goal", goal.goal());
        map.put("verdict", verdict(goal, ratio));
        return map;
    }

    private static Object known(double value) {
        return Double.isNaN(value) ? "unknown" : value;
    }

    private static String verdict(Goal goal, double ratio) {
        return !goal.reaches(ratio, goal.floor()) ? "UNDER ITS FLOOR" : goal.reaches(ratio, goal.goal()) ? "goal reached" : "goal missed";
    }

    private static String bound(Goal goal, double bound) {
        return (goal.measure().moreIsBetter() ? ">=" : "<=") + number(bound, 2);
    }

    private static String number(double value, int decimals) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
