package asterism.command.rules;

import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.events.Mark;
import asterism.rating.Exact;
import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Outcome;
import asterism.rating.Procedure.Joint;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.Scheme;
import asterism.rating.WhenMissing;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which marks a scheme asks of whom, and whether a mark can be read. */
public final class Marks {

    /** Who gives a mark. */
    public enum Giver { ASSESSOR, VISIT, SURVEY, DEPARTMENT, NOBODY }

    /** What is asked: by whom, and whether the rating fails without it. */
    private record Asking(Giver giver, boolean needed) {
    }

    private final Scheme scheme;
    private final Rating rating;
    private final @Nullable String kind;
    private final Map<String, Asking> asked = new LinkedHashMap<>();

    Marks(Scheme scheme, Rating rating, @Nullable String kind, List<Joint> joint) {
        this.scheme = scheme;
        this.rating = rating.withoutTrace();
        this.kind = kind;
        scheme.rubric(kind).forEach(indicator -> asked.put(indicator.id(), new Asking(giver(indicator), needed(indicator.missing()))));
        scheme.inputs().values().forEach(input -> asked.put(input.name(), new Asking(giver(input), needed(input.missing()))));
        joint.forEach(part -> part.of().forEach(name -> asked.computeIfPresent(name, (_, asking) ->
                new Asking(Giver.DEPARTMENT, asking.needed()))));
    }

    /** What a number of ballots says together: the mean, with as many decimals as the input has. */
    public String mean(String name, Map<String, Integer> counts) {
        Exact sum = counts.entrySet().stream().map(cell -> Exact.parse(cell.getKey()).orElseThrow().times(Exact.of(cell.getValue())))
                .reduce(Exact.ZERO, Exact::plus);
        int ballots = counts.values().stream().mapToInt(Integer::intValue).sum();
        Integer scale = Objects.requireNonNull(scheme.inputs().get(name)).type() instanceof Input.Type.Numeric number
                ? number.scale() : null;
        return sum.dividedBy(Exact.of(ballots)).round(scale == null ? 2 : scale, RoundingMode.HALF_UP).toString();
    }

    /** Whether all that the survey is asked for is a number, so that ballots can be counted. */
    public boolean countable() {
        return scheme.inputs().values().stream().filter(input -> of(input.name(), Giver.SURVEY))
                .allMatch(input -> input.type() instanceof Input.Type.Numeric);
    }

    /** What is wrong with the marks of one department: as for any giver, but it gives its own part and no other. */
    public Optional<Decision> wrong(Joint part, List<Mark> marks) {
        Set<String> given = marks.stream().map(Mark::input).collect(Collectors.toSet());
        return wrong(marks, part.of()::contains).or(() -> part.of().stream()
                .filter(name -> Optional.ofNullable(asked.get(name)).filter(Asking::needed).isPresent() && !given.contains(name))
                .findFirst()
                .map(name -> Decision.invalid("marks", "marks.missing", "a mark for " + name + " is needed")));
    }

    private static Giver giver(Indicator indicator) {
        return indicator.by() != null ? Giver.ASSESSOR : Giver.VISIT;
    }

    private static Giver giver(Input input) {
        if (input.type() instanceof Input.Type.Numeric number && number.by() != null) {
            return Giver.ASSESSOR;
        }
        return switch (input.source()) {
            case SURVEY -> Giver.SURVEY;
            case SCORE, FACT, STATUS -> Giver.VISIT;
            case PRIOR_LEVEL, DECISION, ROUND_YEAR -> Giver.NOBODY;
        };
    }

    private static boolean needed(WhenMissing missing) {
        return !(missing instanceof WhenMissing.Use) && !(missing instanceof WhenMissing.Allowed);
    }

    /** The scheme asks that giver for something. */
    public boolean asks(Giver giver) {
        return asked.values().stream().anyMatch(asking -> asking.giver() == giver);
    }

    /** The scheme asks somebody for that input or indicator. */
    public boolean asks(String name) {
        return asked.containsKey(name) && !of(name, Giver.NOBODY);
    }

    /** What is wrong with the marks of that giver: something unknown, unreadable, given twice or not given. Empty where all is well. */
    public Optional<Decision> wrong(Giver giver, List<Mark> marks) {
        Set<String> missing = asked.entrySet().stream()
                .filter(asking -> asking.getValue().giver() == giver && asking.getValue().needed())
                .map(Map.Entry::getKey).collect(Collectors.toCollection(HashSet::new));
        Optional<Decision> wrong = wrong(marks, name -> of(name, giver));
        marks.forEach(mark -> missing.remove(mark.input()));
        return wrong.or(() -> missing.stream().sorted().findFirst().map(name ->
                Decision.invalid("marks", "marks.missing", "a mark for " + name + " is needed")));
    }

    /** The same for marks that may name anything the scheme asks of somebody, and need not be complete. */
    public Optional<Decision> wrong(List<Mark> marks) {
        return wrong(marks, name -> asked.containsKey(name) && !of(name, Giver.NOBODY));
    }

    private Optional<Decision> wrong(List<Mark> marks, Predicate<String> expected) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            String at = "marks[" + i + "].";
            if (!expected.test(mark.input())) {
                return Optional.of(Decision.invalid(at + "input", "marks.not-asked", "the scheme does not ask for this here"));
            }
            if (!seen.add(mark.input())) {
                return Optional.of(Decision.invalid(at + "input", "marks.twice", "a mark is given twice"));
            }
            if (!readable(mark.input(), mark.cell())) {
                return Optional.of(unreadable(at + "cell"));
            }
        }
        return Optional.empty();
    }

    /** The first mark that gives less than all without a word on it. Empty where there is none. */
    public Optional<Decision> unexplained(List<Mark> marks) {
        return IntStream.range(0, marks.size()).filter(i -> marks.get(i).remark() == null && isLess(marks.get(i))).boxed().findFirst()
                .map(i -> Decision.invalid("marks[" + i + "].remark", "marks.reason-required",
                        "the scheme asks why less than all is given for " + marks.get(i).input()));
    }

    private boolean isLess(Mark mark) {
        return most(mark.input()).flatMap(most -> Exact.parse(mark.cell()).filter(given -> given.compareTo(most) < 0)).isPresent();
    }

    private Optional<Exact> most(String input) {
        return scheme.rubric(kind).stream().filter(indicator -> indicator.id().equals(input)).map(Indicator::max).findFirst()
                .or(() -> Optional.ofNullable(scheme.inputs().get(input)).map(Input::type)
                        .flatMap(type -> Optional.ofNullable(type instanceof Input.Type.Numeric number ? number.most() : null)));
    }

    public static Decision unreadable(String field) {
        return new Decision.Refused(new Refusal(Refusal.Kind.INVALID, "marks.unreadable",
                "the scheme cannot read this value: wrong type, out of range, or too many decimals", field));
    }

    /** That giver is asked for that input or indicator. */
    public boolean of(String name, Giver giver) {
        Asking asking = asked.get(name);
        return asking != null && asking.giver() == giver;
    }

    /** The rating itself reads the cell: what it cannot read, it names. An assessor's score is a single value. */
    public boolean readable(String name, String cell) {
        if (of(name, Giver.ASSESSOR) && cell.contains(";")) {
            return false;
        }
        Outcome outcome = rating.rateUnit(new Row(cells(Map.of(name, cell)))).outcome();
        return !outcome.reason().equals("INVALID:" + name);
    }

    /** A row's cells with the kind of the unit. */
    Map<String, String> cells(Map<String, String> given) {
        Map<String, String> cells = new HashMap<>(given);
        if (scheme.rows().kind() != null && kind != null) {
            cells.put(scheme.rows().kind(), kind);
        }
        return cells;
    }
}
