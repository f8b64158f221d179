package asterism.rating;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the scores of one group become one number. */
record Combining(Assessors group) {

    static Combining of(Scheme scheme, @Nullable String group) {
        return new Combining(Objects.requireNonNull(scheme.assessors().get(Objects.requireNonNull(group))));
    }

    /** The combined score; too few scores end the unit, and the line says so. */
    Exact combine(Cell.Scores scores, Trace.Line line, Trace trace) {
        return combined(scores).orElseThrow(() -> tooFew(line, trace));
    }

    Ended tooFew(Trace.Line line, Trace trace) {
        Outcome outcome = Outcome.of(group.tooFew());
        trace.add(line.effect("stopped").outcome(outcome));
        return new Ended(outcome, true);
    }

    /** Empty where fewer scores are there than the group demands. */
    Optional<Exact> combined(Cell.Scores scores) {
        List<Exact> given = scores.scores().stream().<Exact>mapMulti((score, next) -> {
            if (score != null) {
                next.accept(score);
            }
        }).toList();
        if (scores.agreed() != null) {
            return given.size() < group.min() ? Optional.empty() : Optional.of(group.round().apply(scores.agreed()));
        }
        return combined(given);
    }

    Optional<Exact> combined(List<Exact> given) {
        if (given.isEmpty() || given.size() < group.min()) {
            return Optional.empty();
        }
        return switch (group.combine()) {
            case Assessors.Combine.Mean _, Assessors.Combine.Committee _ -> Optional.of(mean(given)).map(group.round()::apply);
            case Assessors.Combine.Median _ -> Optional.of(median(given.stream().sorted().toList())).map(group.round()::apply);
            case Assessors.Combine.Trimmed(int drop) when given.size() > 2 * drop ->
                    Optional.of(mean(given.stream().sorted().toList().subList(drop, given.size() - drop))).map(group.round()::apply);
            case Assessors.Combine.Trimmed _ -> Optional.empty();
        };
    }

    private static Exact mean(List<Exact> scores) {
        return scores.stream().reduce(Exact.ZERO, Exact::plus).dividedBy(Exact.of(scores.size()));
    }

    private static Exact median(List<Exact> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : mean(sorted.subList(middle - 1, middle + 1));
    }
}
