package asterism.rating.lint;

import asterism.rating.Cohort;
import asterism.rating.Exact;
import asterism.rating.Input;
import asterism.rating.Operand;
import asterism.rating.Predicate;
import asterism.rating.Result;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.StopAt;
import asterism.rating.Value;
import asterism.rating.Verb;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which levels each name can hold as the pipeline runs, by place; and which conditions always hold. */
final class Reach {
    private final Scheme scheme;
    private final Report report;
    private final Ranges ranges;
    private final Map<String, Set<Integer>> places = new HashMap<>();
    private final Set<Integer> given = new HashSet<>();

    Reach(Scheme scheme, Report report) {
        this.scheme = scheme;
        this.report = report;
        this.ranges = new Ranges(scheme);
        scheme.inputs().values().stream().filter(input -> input.type() instanceof Input.Type.OfLevel)
                .forEach(input -> places.put(input.name(), all()));
    }

    private Set<Integer> all() {
        return IntStream.range(0, scheme.levels().size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> of(String name) {
        return places.getOrDefault(name, Set.of());
    }

    private Stream<Integer> place(String code) {
        return scheme.rank(code).map(Value.Rank::place).stream();
    }

    private Stream<Integer> of(Operand operand) {
        return switch (operand) {
            case Operand.Literal literal -> place(literal.text());
            case Operand.Name(String name, Operand.Shift shift) -> of(name).stream()
                    .map(place -> shift == null ? place : scheme.rank(place + shift.by().numerator().longValue()).place());
        };
    }

    void step(Step step) {
        boolean always = step.condition() == null;
        switch (step.verb()) {
            case Verb.Stop(StopAt.AtLevel(Operand level, String _)) -> of(level).forEach(given::add);
            case Verb.Take take when take.of().stream().anyMatch(places::containsKey) ->
                    write(take.sets(), take.of().stream().flatMap(name -> of(name).stream()), always);
            case Verb.Band(String _, Verb.Cutting.Rows(List<Verb.BandRow> rows, Result otherwise), String sets) ->
                    write(sets, Stream.concat(rows.stream().map(Verb.BandRow::result), Stream.of(otherwise)).flatMap(this::level), always);
            case Verb.Band(String _, Verb.Cutting.Cuts cuts, String sets) ->
                    write(sets, cuts.results().stream().flatMap(this::place), always);
            case Verb.Decide decide -> {
                climbs(step, decide);
                write(decide.sets(), Stream.concat(decide.rows().stream().map(Verb.Decide.Row::result), Stream.of(decide.otherwise()))
                        .flatMap(this::level), always);
            }
            case Verb.Move move -> move(move);
            case Verb.Limit limit -> limit(step, limit, always);
            case Verb.Judge judge -> write(null, judge.options() == null ? all().stream() : judge.options().stream().flatMap(this::of),
                    always && !judge.keepUndecided());
            case Verb.Stop _, Verb.Add _, Verb.Count _, Verb.Take _ -> { }
        }
    }

    private Stream<Integer> level(Result result) {
        return result instanceof Result.ToLevel(String code) ? place(code) : Stream.empty();
    }

    private void write(@Nullable String sets, Stream<Integer> levels, boolean always) {
        String name = sets == null ? Presence.LEVEL : sets;
        Set<Integer> next = levels.collect(Collectors.toCollection(TreeSet::new));
        if (!always) {
            next.addAll(of(name));
        }
        places.put(name, next);
    }

    private void climbs(Step step, Verb.Decide decide) {
        List<Integer> rows = decide.rows().stream().flatMap(row -> level(row.result())).toList();
        boolean ascending = IntStream.range(1, rows.size()).allMatch(i -> rows.get(i) > rows.get(i - 1));
        if (decide.mode() == Verb.Mode.CLIMB && (!ascending || rows.size() < decide.rows().size())) {
            report.error("L322", "steps." + step.id() + ".decide.rows", "the rows of a climb go from the lowest level up");
        }
    }

    private void move(Verb.Move move) {
        int low = place(move.lowest()).findFirst().orElse(0);
        int high = place(move.highest()).findFirst().orElse(scheme.levels().size() - 1);
        Set<Integer> next = new TreeSet<>(of(move.on()));
        of(move.on()).forEach(place -> move.rules()
                .forEach(rule -> next.add(Math.clamp((long) place + rule.by(), Math.min(low, high), Math.max(low, high)))));
        places.put(move.on(), next);
    }

    private void limit(Step step, Verb.Limit limit, boolean always) {
        Set<Integer> before = of(limit.on());
        if (!before.isEmpty()) {
            List<Integer> caps = limit.atMost() == null ? List.of(scheme.levels().size() - 1) : of(limit.atMost()).sorted().toList();
            List<Integer> floors = limit.atLeast() == null ? List.of(0) : of(limit.atLeast()).sorted().toList();
            Set<Integer> after = new TreeSet<>();
            before.forEach(place -> caps.forEach(cap -> floors.forEach(floor -> after.add(Math.max(Math.min(place, cap), floor)))));
            if (after.equals(before) && before.stream().allMatch(place -> caps.stream().allMatch(cap -> place <= cap)
                    && floors.stream().allMatch(floor -> place >= floor))) {
                neverActs(step);
            }
            if (!always) {
                after.addAll(before);
            }
            places.put(limit.on(), after);
        } else if (numberNeverLimited(limit)) {
            neverActs(step);
        }
    }

    private boolean numberNeverLimited(Verb.Limit limit) {
        Ranges.Range range = ranges.of(limit.on());
        Exact high = range.high();
        Exact low = range.low();
        boolean cap = limit.atMost() == null
                || (high != null && number(limit.atMost()).filter(most -> high.compareTo(most) <= 0).isPresent());
        boolean floor = limit.atLeast() == null
                || (low != null && number(limit.atLeast()).filter(least -> low.compareTo(least) >= 0).isPresent());
        return cap && floor;
    }

    private static Optional<Exact> number(Operand operand) {
        return operand instanceof Operand.Literal literal ? literal.number() : Optional.empty();
    }

    private void neverActs(Step step) {
        report.warn("L324", "steps." + step.id() + ".limit", "no value that can stand here is changed by this limit");
    }

    /** Says which levels nobody can get. */
    void end() {
        given.addAll(of(Presence.LEVEL));
        Cohort cohort = scheme.cohort();
        if (cohort != null) {
            cohort.quotas().forEach(this::displaced);
        }
        for (int place = 0; place < scheme.levels().size(); place++) {
            if (!given.contains(place)) {
                String code = scheme.levels().get(place).code();
                report.error("L321", "levels." + code, "no step, judgement or quota can give the level " + code);
            }
        }
    }

    private void displaced(Cohort.Quota quota) {
        Result to = quota instanceof Cohort.Hard hard ? hard.displaced().to() : new Result.Unset();
        if (to == null) {
            new TreeSet<>(given).forEach(place -> given.add(Math.max(0, place - 1)));
        } else {
            level(to).forEach(given::add);
        }
    }

    /** The conditions of a decision table or of the rules of a move. */
    static Stream<List<Predicate>> rows(Step step) {
        return switch (step.verb()) {
            case Verb.Decide decide when decide.mode() == Verb.Mode.FIRST_MATCH ->
                    Stream.of(decide.rows().stream().map(Verb.Decide.Row::when).toList());
            case Verb.Move move -> Stream.of(move.rules().stream().map(Verb.Move.Rule::when).toList());
            case Verb _ -> Stream.empty();
        };
    }

    boolean alwaysHolds(Predicate predicate, Presence presence) {
        return switch (predicate) {
            case Predicate.All(List<Predicate> of) -> of.stream().allMatch(part -> alwaysHolds(part, presence));
            case Predicate.Any(List<Predicate> of) -> of.stream().anyMatch(part -> alwaysHolds(part, presence));
            case Predicate.Not _ -> false;
            case Predicate.Compare(String name, List<Predicate.Test> tests) ->
                    !presence.mayBeMissing(name) && tests.stream().allMatch(test -> alwaysHolds(name, test));
        };
    }

    private boolean alwaysHolds(String name, Predicate.Test test) {
        if (test instanceof Predicate.Test.Missing(boolean missing)) {
            return !missing;
        }
        if (!(test instanceof Predicate.Test.Against(Predicate.Op op, Operand.Literal literal))) {
            return false;
        }
        Ranges.Range range = ranges.of(name);
        int best = scheme.levels().size() - 1;
        boolean isLevel = !of(name).isEmpty() && place(literal.text()).findFirst().isPresent();
        return switch (op) {
            case AT_LEAST -> isLevel ? place(literal.text()).allMatch(place -> place == 0)
                    : literal.number().filter(number -> range.low() != null && range.low().compareTo(number) >= 0).isPresent();
            case AT_MOST -> isLevel ? place(literal.text()).allMatch(place -> place == best)
                    : literal.number().filter(number -> range.high() != null && range.high().compareTo(number) <= 0).isPresent();
            case ABOVE -> !isLevel && literal.number().filter(number -> range.low() != null && range.low().compareTo(number) > 0)
                    .isPresent();
            case BELOW -> !isLevel && literal.number().filter(number -> range.high() != null && range.high().compareTo(number) < 0)
                    .isPresent();
            case IS, IS_NOT -> false;
        };
    }
}
