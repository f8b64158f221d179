package asterism.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The verb {@code add}: weighted sums and means, with totals per assessor where the group is combined on its totals. */
final class Adding {
    private final Scheme scheme;
    private final Values values;
    private final Trace trace;
    private final String step;
    private final Verb.Add add;
    private final List<Verb.Weighted> parts;

    Adding(Scheme scheme, Values values, Trace trace, String step, Verb.Add add, List<Verb.Weighted> parts) {
        this.scheme = scheme;
        this.values = values;
        this.trace = trace;
        this.step = step;
        this.add = add;
        this.parts = parts;
    }

    /** The number, or null where too few parts are present. */
    @Nullable Exact result(Trace.Line line) {
        Optional<String> group = parts.stream().filter(part -> values.scores(part.name()).isPresent())
        .map(part -> values.groupOf(part.name()))
                .filter(Objects::nonNull).filter(this::onTotal).findFirst();
        Optional<Exact> exact = group.isPresent() ? Optional.ofNullable(ofTotals(group.get(), line))
                : ofParts(parts.stream().map(this::part).toList());
        return exact.map(add.round()::apply).orElse(null);
    }

    private boolean onTotal(String group) {
        Assessors it = Combining.of(scheme, group).group();
        return it.on() == Assessors.On.TOTAL && !(it.combine() instanceof Assessors.Combine.Committee);
    }

    private record Part(String name, Exact weight, Optional<Exact> number) {
    }

    private static Exact weight(Verb.Weighted part) {
        return part.weight() == null ? Exact.ONE : part.weight();
    }

    private Part part(Verb.Weighted part) {
        return new Part(part.name(), weight(part), number(part.name(), values.use(part.name())));
    }

    private Optional<Exact> number(String name, @Nullable Value value) {
        if (value == null && add.missingParts() == Verb.MissingParts.NEVER) {
            throw Ended.undetermined("MISSING:" + name);
        }
        return value == null ? Optional.empty() : Optional.of(((Value.Num) value).number());
    }

    private Optional<Exact> ofParts(List<Part> all) {
        List<Part> present = all.stream().filter(part -> part.number.isPresent()).toList();
        List<Part> counted = add.missingParts() == Verb.MissingParts.RENORMALISE ? present : all;
        if (present.size() < add.atLeastPresent()) {
            return Optional.empty();
        }
        Exact sum = present.stream().map(part -> part.weight.times(part.number.orElseThrow())).reduce(Exact.ZERO, Exact::plus);
        Exact weights = counted.stream().map(Part::weight).reduce(Exact.ZERO, Exact::plus);
        if (!add.mean()) {
            return Optional.of(sum);
        }
        return weights.signum() == 0 ? Optional.empty() : Optional.of(sum.dividedBy(weights));
    }

    /** Adds up per assessor first; an assessor with a hole is left out of the whole total. */
    private @Nullable Exact ofTotals(String group, Trace.Line line) {
        Trace.Line combining = new Trace.Line(step, "combine");
        values.noteOn(combining);
        List<List<@Nullable Exact>> columns = new ArrayList<>();
        List<Part> alike = new ArrayList<>();
        int assessors = 0;
        for (Verb.Weighted part : parts) {
            Optional<Cell.Scores> scores = values.scores(part.name()).filter(_ -> group.equals(values.groupOf(part.name())));
            scores.ifPresent(it -> combining.readsText(part.name(), it.text()));
            columns.add(scores.map(Cell.Scores::scores).orElse(List.of()));
            alike.add(scores.isPresent() ? new Part(part.name(), weight(part), Optional.of(Exact.ZERO)) : part(part));
            assessors = Math.max(assessors, columns.getLast().size());
        }
        List<@Nullable Exact> totals = new ArrayList<>();
        for (int assessor = 0; assessor < assessors; assessor++) {
            totals.add(total(columns, alike, assessor));
        }
        Combining rule = Combining.of(scheme, group);
        Cell.Scores each = new Cell.Scores("", totals, null);
        Exact combined = rule.combine(each, combining.perAssessor(totals), trace);
        trace.add(combining.wrote(step, null, new Value.Num(combined)));
        values.noteOn(line);
        line.reads(step, new Value.Num(combined));
        return ofParts(alike).isEmpty() ? null : combined;
    }

    private @Nullable Exact total(List<List<@Nullable Exact>> columns, List<Part> alike, int assessor) {
        List<Part> mine = new ArrayList<>();
        for (int i = 0; i < alike.size(); i++) {
            List<@Nullable Exact> column = columns.get(i);
            Part part = alike.get(i);
            if (column.isEmpty()) {
                mine.add(part);
            } else {
                Exact score = assessor < column.size() ? column.get(assessor) : null;
                if (score == null) {
                    return null;
                }
                mine.add(new Part(part.name, part.weight, Optional.of(score)));
            }
        }
        return ofParts(mine).orElse(null);
    }
}
