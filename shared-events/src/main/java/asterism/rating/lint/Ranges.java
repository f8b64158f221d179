package asterism.rating.lint;

import asterism.rating.Assessors;
import asterism.rating.Exact;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Rounding;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which numbers each name can stand for: bounds and the grid of decimals, computed from ranges, weights and roundings. */
final class Ranges {
    /**
     * The numbers of one name.
     *
     * @param low   null when open
     * @param high  null when open
     * @param scale decimals, null for any
     */
    record Range(@Nullable Exact low, @Nullable Exact high, @Nullable Integer scale) {
        static final Range ANY = new Range(null, null, null);

        boolean contains(Exact number) {
            return (low == null || number.compareTo(low) >= 0) && (high == null || number.compareTo(high) <= 0);
        }

        Range hull(Range other) {
            return new Range(low == null || other.low == null ? null : low.min(other.low),
                    high == null || other.high == null ? null : high.max(other.high),
                    scale == null || other.scale == null ? null : Math.max(scale, other.scale));
        }

        private Range plus(Range other) {
            return new Range(low == null || other.low == null ? null : low.plus(other.low),
                    high == null || other.high == null ? null : high.plus(other.high),
                    scale == null || other.scale == null ? null : Math.max(scale, other.scale));
        }

        private Range times(Exact weight) {
            Exact one = low == null ? null : low.times(weight);
            Exact two = high == null ? null : high.times(weight);
            Integer decimals = decimals(weight);
            Integer fine = scale == null || decimals == null ? null : Integer.valueOf(scale + decimals);
            return weight.signum() < 0 ? new Range(two, one, fine) : new Range(one, two, fine);
        }

        private static @Nullable Integer decimals(Exact number) {
            for (int scale = 0; scale <= 12; scale++) {
                if (number.fits(scale)) {
                    return scale;
                }
            }
            return null;
        }

        private Range rounded(Rounding rounding) {
            return rounding instanceof Rounding.To(int places, var _)
                    ? new Range(low == null ? null : rounding.apply(low), high == null ? null : rounding.apply(high), places) : this;
        }

        private Range without(boolean grid) {
            return grid ? new Range(low, high, null) : this;
        }
    }

    private final Scheme scheme;
    private final Map<String, Range> ranges = new HashMap<>();

    Ranges(Scheme scheme) {
        this.scheme = scheme;
        scheme.indicators().values().forEach(it -> ranges.put(it.id(), ofIndicator(it)));
        scheme.inputs().values().forEach(input -> {
            if (input.type() instanceof Input.Type.Numeric type) {
                ranges.put(input.name(), scored(new Range(type.least(), type.most(), type.scale()), type.by()));
            }
        });
        scheme.steps().forEach(this::step);
    }

    Range of(String name) {
        return ranges.getOrDefault(name, Range.ANY);
    }

    private Range ofIndicator(Indicator indicator) {
        return scored(new Range(indicator.floor(), indicator.max(), indicator.scale()), indicator.by());
    }

    private Range scored(Range range, @Nullable String by) {
        Assessors group = by == null ? null : scheme.assessors().get(by);
        if (group == null) {
            return range;
        }
        return range.without(!(group.combine() instanceof Assessors.Combine.Committee)).rounded(group.round());
    }

    private void step(Step step) {
        switch (step.verb()) {
            case Verb.Add add -> ranges.put(step.id(), added(add).rounded(add.round()));
            case Verb.Count(Verb.Counted what) -> ranges.put(step.id(), new Range(Exact.ZERO, Exact.of(switch (what) {
                case Verb.Counted.Where(Verb.Parts parts, var _) -> Reads.parts(scheme, parts).size();
                case Verb.Counted.Conditions(var of) -> of.size();
            }), 0));
            case Verb.Take take when ranges.containsKey(take.of().getFirst()) -> ranges.put(take.sets() == null ? step.id() : take.sets(),
                    take.of().stream().map(this::of).reduce(Range::hull).orElse(Range.ANY));
            case Verb.Stop _, Verb.Take _, Verb.Band _, Verb.Decide _, Verb.Move _, Verb.Limit _, Verb.Judge _ -> { }
        }
    }

    private Range added(Verb.Add add) {
        return switch (add.parts()) {
            case Verb.Parts.Named(List<Verb.Weighted> of) ->
                    sum(add, of.stream().map(part -> weighted(part.name(), part.weight())).toList());
            case Verb.Parts.OfPart(String part) -> scheme.rubrics().values().stream()
                    .map(rubric -> sum(add, rubric.stream().filter(it -> it.part().equals(part))
                            .map(it -> new Part(ofIndicator(it), Exact.ONE)).toList()))
                    .reduce(Range::hull).orElse(Range.ANY);
        };
    }

    private record Part(Range range, Exact weight) {
    }

    private Part weighted(String name, @Nullable Exact weight) {
        return new Part(of(name), weight == null ? Exact.ONE : weight);
    }

    private static Range sum(Verb.Add add, List<Part> parts) {
        Exact weights = parts.stream().map(Part::weight).reduce(Exact.ZERO, Exact::plus);
        if (add.mean() && (add.missingParts() == Verb.MissingParts.RENORMALISE || weights.signum() == 0)) {
            return parts.stream().map(Part::range).reduce(Range::hull).orElse(Range.ANY).without(true);
        }
        List<Range> scaled = new ArrayList<>();
        for (Part part : parts) {
            Range range = part.range.times(part.weight);
            scaled.add(add.missingParts() == Verb.MissingParts.ZERO ? range.hull(new Range(Exact.ZERO, Exact.ZERO, 0)) : range);
        }
        Range sum = Stream.concat(Stream.of(new Range(Exact.ZERO, Exact.ZERO, 0)), scaled.stream()).reduce(Range::plus).orElse(Range.ANY);
        return add.mean() && !weights.equals(Exact.ONE) ? sum.times(Exact.ONE.dividedBy(weights)) : sum;
    }
}
