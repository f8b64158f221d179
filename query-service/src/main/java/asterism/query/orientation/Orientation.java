package asterism.query.orientation;

import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.Label;
import asterism.query.course.Case;
import asterism.rating.Exact;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Scheme;
import asterism.rating.TraceLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the points of a round come from.
 *
 * @param groups parts of the rubric; of inputs outside a rubric, each by itself
 */
record Orientation(int cases, List<Group> groups) {

    /** @param points all cases together, below zero for deductions */
    record Group(String group, @Nullable Label label, Exact points) {
        /** Of the points of all groups; 0 where there are none. */
        Exact share(Exact all) {
            return all.signum() == 0 ? Exact.ZERO : points.dividedBy(all);
        }
    }

    Exact all() {
        return groups.stream().map(Group::points).reduce(Exact.ZERO, Exact::plus);
    }

    Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.group().equals(id)).findFirst();
    }

    /** From the accounts of the cases as they were computed last. */
    static Orientation of(List<Case> cases, Scheme scheme) {
        Map<String, Exact> weights = Weights.of(scheme);
        Map<String, Exact> points = new LinkedHashMap<>();
        weights.keySet().forEach(name -> points.putIfAbsent(group(name, scheme), Exact.ZERO));
        int counted = 0;
        for (Case each : cases) {
            Optional<Map<String, String>> values = each.last(ScoreComputed.class).map(computed -> values(computed.event().trace()));
            counted += values.isPresent() ? 1 : 0;
            values.ifPresent(known -> weights.forEach((name, weight) -> Optional.ofNullable(known.get(name)).flatMap(Exact::parse)
                    .ifPresent(value -> points.merge(group(name, scheme), value.times(weight), Exact::plus))));
        }
        return new Orientation(counted, points.entrySet().stream()
                .map(group -> new Group(group.getKey(), label(group.getKey(), scheme), group.getValue())).toList());
    }

    /** The last value of each name that an account read or wrote. */
    private static Map<String, String> values(List<String> trace) {
        Map<String, String> values = new LinkedHashMap<>();
        trace.stream().map(TraceLine::parse).filter(line -> !line.verb().equals("combine") || line.after() != null).forEach(line -> {
            Map<String, @Nullable String> reads = line.reads();
            if (reads != null && !line.verb().equals("combine")) {
                reads.forEach((name, value) -> {
                    if (value != null) {
                        values.put(name, value);
                    }
                });
            }
            if (line.name() != null && line.after() != null) {
                values.put(line.name(), line.after());
            }
        });
        return values;
    }

    private static String group(String name, Scheme scheme) {
        Indicator indicator = scheme.indicators().get(name);
        return indicator == null ? name : indicator.part();
    }

    private static @Nullable Label label(String group, Scheme scheme) {
        Input input = scheme.inputs().get(group);
        return input == null ? null : new Label(input.label().zh(), input.label().en());
    }
}
