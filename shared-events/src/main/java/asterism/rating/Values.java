package asterism.rating;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the names of one unit stand for: cells of its row until a step writes over them. Answers conditions and operands. */
final class Values {
    static final String LEVEL = "level";

    private final Scheme scheme;
    private final Map<String, Cell> cells;
    private final Map<String, Indicator> indicators;
    private final Trace trace;
    private final Map<String, Optional<Value>> written = new HashMap<>();
    private Trace.Line line = new Trace.Line("", "");

    Values(Scheme scheme, Map<String, Cell> cells, Map<String, Indicator> indicators, Trace trace) {
        this.scheme = scheme;
        this.cells = cells;
        this.indicators = indicators;
        this.trace = trace;
    }

    /** From now on, what is read is noted on this line. */
    void noteOn(Trace.Line next) {
        line = next;
    }

    void write(String name, @Nullable Value value) {
        written.put(name, Optional.ofNullable(value));
    }

    /** The value, or null where it is missing and that is allowed; a missing value that ends the unit does so here. */
    @Nullable Value use(String name) {
        Value value = written.containsKey(name) ? writtenOrNull(name) : fromCell(name);
        note(name, value);
        return value;
    }

    Value must(String name) {
        Value value = use(name);
        if (value == null) {
            throw Ended.undetermined("MISSING:" + name);
        }
        return value;
    }

    /** As {@link #use}, but a missing value ends nothing and nothing is noted. */
    @Nullable Value peek(String name) {
        if (written.containsKey(name)) {
            return writtenOrNull(name);
        }
        return switch (cells.get(name)) {
            case null -> null;
            case Cell.One(Value value) -> value;
            case Cell.Empty _ -> substitute(name);
            case Cell.Unreadable _ -> null;
            case Cell.Scores scores -> Combining.of(scheme, groupOf(name)).combined(scores).map(Value.Num::new).orElse(null);
        };
    }

    private @Nullable Value writtenOrNull(String name) {
        return java.util.Objects.requireNonNull(written.get(name)).orElse(null);
    }

    private @Nullable Value fromCell(String name) {
        return switch (cells.get(name)) {
            case null -> null;
            case Cell.One(Value value) -> value;
            case Cell.Empty _ -> whenMissing(name);
            case Cell.Unreadable _ -> throw Ended.undetermined("INVALID:" + name);
            case Cell.Scores scores -> combine(name, scores);
        };
    }

    private @Nullable Value whenMissing(String name) {
        if (policy(name) instanceof Ending ending) {
            note(name, null);
            throw new Ended(Outcome.of(ending), false);
        }
        return substitute(name);
    }

    private @Nullable Value substitute(String name) {
        if (!(policy(name) instanceof WhenMissing.Use(Operand.Literal literal))) {
            return null;
        }
        Input input = scheme.inputs().get(name);
        return input == null ? new Value.Num(literal.number().orElseThrow()) : Literals.read(scheme, input.type(), literal).orElseThrow();
    }

    private WhenMissing policy(String name) {
        Input input = scheme.inputs().get(name);
        Indicator indicator = indicators.get(name);
        return input != null ? input.missing() : indicator != null ? indicator.missing() : new WhenMissing.Allowed();
    }

    private Value combine(String name, Cell.Scores scores) {
        Combining group = Combining.of(scheme, groupOf(name));
        Trace.Line combining = new Trace.Line(name, "combine").readsText(name, scores.text()).perAssessor(scores.scores());
        Value value = new Value.Num(group.combine(scores, combining, trace));
        trace.add(combining.wrote(name, null, value));
        write(name, value);
        return value;
    }

    /** The group that scores this name, or null when it is a single value, a step's or unknown. */
    @Nullable String groupOf(String name) {
        Input input = scheme.inputs().get(name);
        if (input != null) {
            return input.type() instanceof Input.Type.Numeric number ? number.by() : null;
        }
        Indicator indicator = indicators.get(name);
        return indicator == null ? null : indicator.by();
    }

    /** The scores of a name that no step has written yet. */
    Optional<Cell.Scores> scores(String name) {
        return !written.containsKey(name) && cells.get(name) instanceof Cell.Scores scores ? Optional.of(scores) : Optional.empty();
    }

    private void note(String name, @Nullable Value value) {
        if (trace.isOn()) {
            line.reads(name, value);
        }
    }

    boolean holds(Predicate predicate) {
        return switch (predicate) {
            case Predicate.All(List<Predicate> of) -> of.stream().allMatch(this::holds);
            case Predicate.Any(List<Predicate> of) -> of.stream().anyMatch(this::holds);
            case Predicate.Not(Predicate of) -> !holds(of);
            case Predicate.Compare(String name, List<Predicate.Test> tests) -> holds(name, tests);
        };
    }

    boolean holds(String name, List<Predicate.Test> tests) {
        for (Predicate.Test test : tests) {
            boolean held = switch (test) {
                case Predicate.Test.Missing(boolean missing) -> isMissing(name) == missing;
                case Predicate.Test.Against(Predicate.Op op, Operand operand) -> holds(op, use(name), operand);
                case Predicate.Test.In(List<Operand> operands) -> isOneOf(use(name), operands);
            };
            if (!held) {
                return false;
            }
        }
        return true;
    }

    private boolean isMissing(String name) {
        Value value = peek(name);
        note(name, value);
        return value == null;
    }

    private boolean isOneOf(@Nullable Value left, List<Operand> operands) {
        return left != null && operands.stream().anyMatch(operand -> holds(Predicate.Op.IS, left, operand));
    }

    private boolean holds(Predicate.Op op, @Nullable Value left, Operand operand) {
        return left != null && Comparison.holds(op, Comparison.order(left, resolve(operand, left))
                .orElseThrow(() -> new IllegalStateException("these cannot be compared: " + left + ", " + operand)));
    }

    /** The operand as a value of the type of the other; a missing operand ends the unit. */
    Value resolve(Operand operand, Value like) {
        return switch (operand) {
            case Operand.Literal literal -> Literals.like(scheme, like, literal)
                    .orElseThrow(() -> new IllegalStateException("'" + literal + "' cannot be read here"));
            case Operand.Name(String name, Operand.Shift shift) -> shift == null ? must(name) : shifted(must(name), shift);
        };
    }

    Value.Rank level(Operand operand) {
        return (Value.Rank) resolve(operand, scheme.rank(0));
    }

    private Value shifted(Value value, Operand.Shift shift) {
        return switch (value) {
            case Value.Num(Exact number) -> new Value.Num(number.plus(shift.by()));
            case Value.Rank(int place, String _) -> scheme.rank(place + shift.by().numerator().longValueExact());
            case Value.Day(LocalDate day) -> new Value.Day(shifted(day, shift));
            case Value.Flag _, Value.Word _ -> throw new IllegalStateException("nothing can be added to " + value.text());
        };
    }

    private static LocalDate shifted(LocalDate day, Operand.Shift shift) {
        long by = shift.by().numerator().longValueExact();
        return switch (shift.unit()) {
            case null -> throw new IllegalStateException("a date is moved by days, months or years");
            case DAYS -> day.plusDays(by);
            case MONTHS -> day.plusMonths(by);
            case YEARS -> day.plusYears(by);
        };
    }
}
