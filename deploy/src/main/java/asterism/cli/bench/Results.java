package asterism.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What each line did in each round, and how large its tables were at the end. */
final class Results {
    private final Map<Line, List<Measured>> rounds = new LinkedHashMap<>();
    private final Map<Line, Size> sizes = new LinkedHashMap<>();

    /** Of all tables and indexes of a line's database, at the end. */
    record Size(long facts, long bytes) {
    }

    void add(Line line, Measured measured) {
        rounds.computeIfAbsent(line, _ -> new ArrayList<>()).add(measured);
    }

    void size(Line line, Size size) {
        sizes.put(line, size);
    }

    List<Line> lines() {
        return List.copyOf(rounds.keySet());
    }

    Optional<Size> size(Line line) {
        return Optional.ofNullable(sizes.get(line));
    }

    /** The median of each figure over the rounds. */
    Measured of(Line line) {
        return new Measured((long) median(line, Measured::facts), median(line, Measured::rate), median(line, Measured::cpuMicros),
                median(line, Measured::p50Micros), median(line, Measured::p99Micros));
    }

    /** The median of the rounds' ratios; empty where one of both lines was not measured. */
    Optional<Double> ratio(Goal goal) {
        return named(goal.line()).flatMap(line -> named(goal.against()).map(against -> median(
                IntStream.range(0, line.size()).mapToDouble(i -> goal.measure().of(line.get(i)) / goal.measure().of(against.get(i))))));
    }

    private Optional<List<Measured>> named(String id) {
        return rounds.keySet().stream().filter(line -> line.id().equals(id)).findFirst().map(rounds::get);
    }

    private double median(Line line, ToDoubleFunction<Measured> figure) {
        return median(rounds.getOrDefault(line, List.of()).stream().mapToDouble(figure));
    }

    private static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
