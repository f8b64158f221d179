package asterism.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The steps of one unit, from top to bottom. */
final class Pipeline {
    private final Scheme scheme;
    private final List<Indicator> rubric;
    private final Values values;
    private final Trace trace;
    private String lastChange = "";

    Pipeline(Scheme scheme, List<Indicator> rubric, Values values, Trace trace) {
        this.scheme = scheme;
        this.rubric = rubric;
        this.values = values;
        this.trace = trace;
    }

    Outcome run() {
        for (Step step : scheme.steps()) {
            Trace.Line line = new Trace.Line(step.id(), step.verb().word());
            values.noteOn(line);
            try {
                if (step.condition() != null && !values.holds(step.condition())) {
                    trace.add(line.effect("skipped"));
                } else {
                    take(step, line);
                    trace.add(line);
                }
            } catch (Ended ended) {
                if (!ended.traced()) {
                    trace.add(line.effect("stopped").outcome(ended.outcome()));
                }
                return ended.outcome();
            }
        }
        return values.peek(Values.LEVEL) instanceof Value.Rank level ? new Outcome.Rated(level.code(), lastChange) : noLevel();
    }

    private Outcome noLevel() {
        Outcome outcome = new Outcome.Undetermined("NO_LEVEL");
        trace.add(new Trace.Line("end", "end").effect("stopped").outcome(outcome));
        return outcome;
    }

    private void take(Step step, Trace.Line line) {
        switch (step.verb()) {
            case Verb.Stop(StopAt at) -> stop(at, line);
            case Verb.Add add -> write(step, step.id(), number(new Adding(scheme, values, trace, step.id(), add, weighted(add.parts()))
                    .result(line)), line);
            case Verb.Count(Verb.Counted what) -> write(step, step.id(), new Value.Num(Exact.of(count(what))), line);
            case Verb.Take take -> takeOne(step, take, line);
            case Verb.Band band -> give(step, Banding.band(scheme, values, band, line), band.sets(), line);
            case Verb.Decide decide -> give(step, decide(decide, line), decide.sets(), line);
            case Verb.Move move -> write(step, move.on(), moved(move, line), line);
            case Verb.Limit limit -> write(step, limit.on(), limited(limit), line);
            case Verb.Judge judge -> judge(step, judge, line);
        }
    }

    private static @Nullable Value number(@Nullable Exact number) {
        return number == null ? null : new Value.Num(number);
    }

    private void stop(StopAt at, Trace.Line line) {
        Outcome outcome = switch (at) {
            case Ending ending -> Outcome.of(ending);
            case StopAt.AtLevel(Operand operand, String because) -> {
                Value.Rank level = values.level(operand);
                line.wrote(Values.LEVEL, values.peek(Values.LEVEL), level);
                yield new Outcome.Rated(level.code(), because);
            }
        };
        trace.add(line.effect("stopped").outcome(outcome));
        throw new Ended(outcome, true);
    }

    private List<Verb.Weighted> weighted(Verb.Parts parts) {
        return switch (parts) {
            case Verb.Parts.Named(List<Verb.Weighted> of) -> of;
            case Verb.Parts.OfPart(String part) ->
                    rubric.stream().filter(it -> it.part().equals(part)).map(it -> new Verb.Weighted(it.id(), null)).toList();
        };
    }

    private long count(Verb.Counted what) {
        List<Boolean> held = new ArrayList<>();
        switch (what) {
            case Verb.Counted.Where(Verb.Parts parts, List<Predicate.Test> tests) ->
                    weighted(parts).forEach(part -> held.add(values.holds(part.name(), tests)));
            case Verb.Counted.Conditions(List<Predicate> of) -> of.forEach(condition -> held.add(values.holds(condition)));
        }
        return held.stream().filter(it -> it).count();
    }

    private void takeOne(Step step, Verb.Take take, Trace.Line line) {
        List<Value> all = take.of().stream().map(values::must).toList();
        Value taken = all.getFirst();
        for (Value other : all) {
            int order = Comparison.order(other, taken).orElseThrow();
            taken = (take.which() == Verb.Which.LOWEST && order < 0) || (take.which() == Verb.Which.HIGHEST && order > 0) ? other : taken;
        }
        write(step, take.sets() != null ? take.sets() : taken instanceof Value.Rank ? Values.LEVEL : step.id(), taken, line);
    }

    private void give(Step step, Result result, @Nullable String sets, Trace.Line line) {
        Value level = switch (result) {
            case Result.ToLevel(String code) -> scheme.rank(code).orElseThrow();
            case Result.Unset _ -> null;
            case Ending ending -> throw new Ended(Outcome.of(ending), false);
        };
        write(step, sets == null ? Values.LEVEL : sets, level, line);
    }

    private Result decide(Verb.Decide decide, Trace.Line line) {
        List<Verb.Decide.Row> rows = decide.rows();
        ToIntFunction<List<Verb.Decide.Row>> which = switch (decide.mode()) {
            case FIRST_MATCH -> all -> IntStream.range(0, all.size()).filter(i -> values.holds(all.get(i).when())).findFirst().orElse(-1);
            case CLIMB -> all -> (int) IntStream.range(0, all.size()).takeWhile(i -> values.holds(all.get(i).when())).count() - 1;
        };
        int matched = which.applyAsInt(rows);
        line.row(matched < 0 ? "otherwise" : Integer.toString(matched + 1));
        return matched < 0 ? decide.otherwise() : rows.get(matched).result();
    }

    private Value moved(Verb.Move move, Trace.Line line) {
        Value.Rank from = (Value.Rank) values.must(move.on());
        int lowest = scheme.rank(move.lowest()).orElseThrow().place();
        int highest = scheme.rank(move.highest()).orElseThrow().place();
        for (int i = 0; i < move.rules().size(); i++) {
            if (values.holds(move.rules().get(i).when())) {
                line.row(Integer.toString(i + 1));
                return scheme.rank(Math.clamp((long) from.place() + move.rules().get(i).by(), lowest, highest));
            }
        }
        return from;
    }

    private Value limited(Verb.Limit limit) {
        Value value = values.must(limit.on());
        Value capped = limit.atMost() == null ? value : lesser(values.resolve(limit.atMost(), value), value);
        if (limit.atLeast() == null) {
            return capped;
        }
        Value floor = values.resolve(limit.atLeast(), value);
        return Comparison.order(capped, floor).orElseThrow() < 0 ? floor : capped;
    }

    private static Value lesser(Value cap, Value value) {
        return Comparison.order(value, cap).orElseThrow() > 0 ? cap : value;
    }

    private void judge(Step step, Verb.Judge judge, Trace.Line line) {
        List<String> options = judge.options() == null
                ? scheme.levels().stream().map(Level::code).toList()
                : judge.options().stream().map(values::level).map(Value.Rank::code).distinct().toList();
        line.options(options);
        Optional<Value.Rank> decision = Optional.ofNullable((Value.Rank) values.use(judge.decision()));
        if (decision.isPresent() && !options.contains(decision.get().code())) {
            throw Ended.undetermined("DECISION_NOT_ALLOWED:" + step.id());
        }
        if (decision.isEmpty() && !judge.keepUndecided()) {
            throw Ended.undetermined("JUDGEMENT:" + step.id());
        }
        write(step, Values.LEVEL, decision.isPresent() ? decision.get() : values.peek(Values.LEVEL), line);
    }

    private void write(Step step, String name, @Nullable Value after, Trace.Line line) {
        Value before = values.peek(name);
        String effect = Objects.equals(before, after) ? "unchanged" : before == null ? "set" : "changed";
        values.write(name, after);
        line.effect(effect).wrote(name, before, after);
        if (name.equals(Values.LEVEL) && !effect.equals("unchanged")) {
            lastChange = step.id();
        }
    }
}
