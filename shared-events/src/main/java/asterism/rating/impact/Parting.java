package asterism.rating.impact;

import asterism.rating.Assessors;
import asterism.rating.Cohort;
import asterism.rating.Input;
import asterism.rating.Scheme;
import asterism.rating.TraceLine;
import asterism.rating.UnitRating;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where two accounts of the same unit part. From the level backwards it follows only values that differ, and stops at a step
 * that looked at the same and wrote something else, or whose rule is another one.
 */
final class Parting {
    private static final String LEVEL = "level";

    private final UnitRating from;
    private final UnitRating to;

    private Parting(UnitRating from, UnitRating to) {
        this.from = from;
        this.to = to;
    }

    /** The steps that made the difference, in the order in which they were taken. */
    static List<Cause> of(UnitRating from, UnitRating to) {
        return new Parting(from, to).causes();
    }

    /** The same step in both accounts; null where one did not take it. */
    private record Pair(@Nullable TraceLine from, @Nullable TraceLine to) {
        /** The line that ends the rating, else the one that does something, of the earlier version if both do. */
        TraceLine acting() {
            if (from == null || to == null) {
                return Objects.requireNonNull(from == null ? to : from);
            }
            return to.outcome() != null || (from.outcome() == null && !isEffective(from)) ? to : from;
        }
    }

    private List<Cause> causes() {
        Deque<Cause> causes = new ArrayDeque<>();
        Set<String> wanted = new HashSet<>(Set.of(LEVEL));
        int before = from.trace().size();
        int after = to.trace().size();
        for (Pair pair : pairs().reversed()) {
            boolean ended = (pair.from == null && before == from.trace().size() && isEnd(from))
                    || (pair.to == null && after == to.trace().size() && isEnd(to));
            int fromEnd = before;
            int toEnd = after;
            before -= pair.from == null ? 0 : 1;
            after -= pair.to == null ? 0 : 1;
            String name = written(pair.acting());
            if (ended || !wanted.contains(name)) {
                continue;
            }
            if (Objects.equals(value(from, fromEnd, name), value(to, toEnd, name))) {
                wanted.remove(name);
            } else {
                boolean alike = Objects.equals(value(from, before, name), value(to, after, name));
                cause(pair, alike, wanted).ifPresent(causes::addFirst);
            }
        }
        given(wanted).forEach(causes::addFirst);
        return List.copyOf(causes);
    }

    /** What differs and was written by no step came from outside. */
    private List<Cause> given(Set<String> wanted) {
        Set<String> written = Stream.of(from, to).flatMap(unit -> unit.trace().stream()).filter(line -> !line.verb().equals("combine"))
                .map(Parting::written).collect(Collectors.toSet());
        return wanted.stream().filter(name -> !written.contains(name)).sorted(Comparator.reverseOrder())
                .map(name -> new Cause(name, isSameRule(name) ? Cause.Kind.INPUT : Cause.Kind.CHANGED)).toList();
    }

    /** Why the value that this step writes differs after it; what else to look at is put among the wanted names. */
    private Optional<Cause> cause(Pair pair, boolean alikeBefore, Set<String> wanted) {
        TraceLine line = pair.acting();
        String name = written(line);
        if (!isEffective(line)) {
            return Optional.empty();
        }
        boolean same = isSameRule(line.step());
        if (pair.from != null && pair.to != null) {
            Set<String> differing = differing(pair.from, pair.to);
            if (!differing.contains(name)) {
                wanted.remove(name);
            }
            wanted.addAll(differing);
            boolean knockOn = same && line.verb().equals("quota");
            return same && !differing.isEmpty() ? Optional.empty()
                    : Optional.of(new Cause(line.step(), knockOn ? Cause.Kind.KNOCK_ON : Cause.Kind.CHANGED));
        }
        if (same && !alikeBefore) {
            return Optional.empty(); // a quota that met the unit in one version only, as the unit came to it with another level
        }
        if (alikeBefore || !reads(line).containsKey(name)) {
            wanted.remove(name);
        }
        Cause.Kind alone = line.verb().equals("quota") ? Cause.Kind.KNOCK_ON : Cause.Kind.CHANGED;
        return Optional.of(new Cause(line.step(), same ? alone : pair.from == null ? Cause.Kind.ADDED : Cause.Kind.REMOVED));
    }

    private static boolean isEnd(UnitRating unit) {
        return !unit.trace().isEmpty() && unit.trace().getLast().outcome() != null;
    }

    private static boolean isEffective(TraceLine line) {
        return line.effect().equals("set") || line.effect().equals("changed") || line.effect().equals("stopped");
    }

    /** What a line decides: the value it writes, or, where the rating ends there, the level. */
    private static String written(TraceLine line) {
        return line.outcome() != null || line.name() == null ? LEVEL : line.name();
    }

    /** The value of a name after so many lines; an ending stands in the place of the level. */
    private static @Nullable String value(UnitRating unit, int lines, String name) {
        for (TraceLine line : unit.trace().subList(0, lines).reversed()) {
            if (line.outcome() != null && name.equals(LEVEL)) {
                return line.after() == null ? line.outcome() + ":" + line.reason() : line.after();
            }
            if (name.equals(line.name()) && !line.effect().equals("skipped")) {
                return line.after();
            }
        }
        return null;
    }

    private static Set<String> differing(TraceLine from, TraceLine to) {
        Map<String, @Nullable String> before = reads(from);
        Map<String, @Nullable String> after = reads(to);
        Set<String> differing = new HashSet<>(before.keySet());
        differing.removeIf(name -> !after.containsKey(name) || Objects.equals(before.get(name), after.get(name)));
        return differing;
    }

    /** What a line looked at; a quota looks at the level, too. */
    private static Map<String, @Nullable String> reads(TraceLine line) {
        Map<String, @Nullable String> reads = new LinkedHashMap<>();
        if (line.reads() != null) {
            reads.putAll(line.reads());
        }
        if (line.verb().equals("quota")) {
            reads.put(LEVEL, line.before());
        }
        return reads;
    }

    private boolean isSameRule(String step) {
        Object before = from.scheme() == null ? null : rule(from.scheme(), step);
        return before != null && to.scheme() != null && before.equals(rule(to.scheme(), step));
    }

    /** What a step, quota or combined input does, without its name for people. */
    private static @Nullable Object rule(Scheme scheme, String id) {
        Stream<Object> steps = scheme.steps().stream().filter(step -> step.id().equals(id))
                .map(step -> List.of(step.verb(), Optional.ofNullable(step.condition())));
        Stream<Object> quotas = Stream.ofNullable(scheme.cohort()).flatMap(cohort -> cohort.quotas().stream())
                .filter(quota -> quota.id().equals(id)).map(quota -> quota(Objects.requireNonNull(scheme.cohort()), quota));
        Stream<Object> inputs = Stream.ofNullable(scheme.inputs().get(id)).map(input -> List.of(input.type(), input.missing(),
                input.type() instanceof Input.Type.Numeric number ? group(scheme, number.by()) : Optional.empty()));
        Stream<Object> indicators = Stream.ofNullable(scheme.indicators().get(id))
                .map(indicator -> List.of(indicator.method(), indicator.missing(), group(scheme, indicator.by())));
        return Stream.of(steps, quotas, inputs, indicators).flatMap(it -> it).findFirst().orElse(null);
    }

    private static Optional<Object> group(Scheme scheme, @Nullable String name) {
        Assessors group = name == null ? null : scheme.assessors().get(name);
        return Optional.ofNullable(group).map(it -> List.of(it.combine(), it.on(), it.min(), it.round(), it.tooFew()));
    }

    private static Object quota(Cohort cohort, Cohort.Quota quota) {
        Cohort.Head head = quota.head();
        List<Object> counted = List.of(cohort.scope(), head.levels(), head.share(), head.base(), head.rounding());
        return switch (quota) {
            case Cohort.Guide guide -> List.of(counted, guide.tolerance());
            case Cohort.Hard hard -> List.of(counted, hard.max(), hard.rankBy(), hard.ties(), Optional.ofNullable(hard.protection()),
                    hard.ifBroken(), hard.displaced(), hard.waits());
        };
    }

    /** The lines of both accounts side by side: the longest run of steps that both took in the same order stands together. */
    private List<Pair> pairs() {
        List<TraceLine> a = from.trace();
        List<TraceLine> b = to.trace();
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = isSameStep(a.get(i), b.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && isSameStep(a.get(i), b.get(j))) {
                pairs.add(new Pair(a.get(i++), b.get(j++)));
            } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
                pairs.add(new Pair(a.get(i++), null));
            } else {
                pairs.add(new Pair(null, b.get(j++)));
            }
        }
        return pairs;
    }

    private static boolean isSameStep(TraceLine a, TraceLine b) {
        return a.step().equals(b.step());
    }
}
