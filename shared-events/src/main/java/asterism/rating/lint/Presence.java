package asterism.rating.lint;

import asterism.rating.Indicator;
import asterism.rating.Input;
import asterism.rating.Predicate;
import asterism.rating.Result;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.Verb;
import asterism.rating.WhenMissing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which names may have no value when a step reads them; follows the pipeline from step to step. */
final class Presence {
    static final String LEVEL = "level";

    private final Scheme scheme;
    private final Set<String> maybe = new HashSet<>();

    Presence(Scheme scheme) {
        this.scheme = scheme;
        maybe.add(LEVEL);
        scheme.inputs().values().stream().filter(input -> input.missing() instanceof WhenMissing.Allowed).map(Input::name)
                .forEach(maybe::add);
        scheme.indicators().values().stream().filter(it -> it.missing() instanceof WhenMissing.Allowed).map(Indicator::id)
                .forEach(maybe::add);
        scheme.steps().stream().map(this::written).forEach(maybe::addAll);
    }

    boolean mayBeMissing(String name) {
        return maybe.contains(name);
    }

    /** After this step, what it surely wrote is there. */
    void passed(Step step) {
        if (step.condition() == null && surely(step.verb())) {
            maybe.removeAll(written(step));
        } else if (step.verb() instanceof Verb.Band || step.verb() instanceof Verb.Decide) {
            if (mayUnset(step.verb())) {
                maybe.addAll(written(step));
            }
        }
    }

    private boolean surely(Verb verb) {
        return switch (verb) {
            case Verb.Add add -> add.atLeastPresent() == 0 && (add.missingParts() != Verb.MissingParts.RENORMALISE || anyPresent(add));
            case Verb.Count _, Verb.Take _ -> true;
            case Verb.Band _, Verb.Decide _ -> !mayUnset(verb);
            case Verb.Judge judge -> !judge.keepUndecided();
            case Verb.Stop _, Verb.Move _, Verb.Limit _ -> false;
        };
    }

    private boolean anyPresent(Verb.Add add) {
        return Reads.parts(scheme, add.parts()).stream().anyMatch(name -> !mayBeMissing(name));
    }

    private static boolean mayUnset(Verb verb) {
        return switch (verb) {
            case Verb.Band(String _, Verb.Cutting.Rows(List<Verb.BandRow> rows, Result otherwise), String _) ->
                    rows.stream().anyMatch(row -> row.result() instanceof Result.Unset)
                            || (otherwise instanceof Result.Unset
                                    && rows.stream().noneMatch(row -> row.lower() == null || row.upper() == null));
            case Verb.Decide decide -> decide.otherwise() instanceof Result.Unset
                    || decide.rows().stream().anyMatch(row -> row.result() instanceof Result.Unset);
            case Verb _ -> false;
        };
    }

    private Set<String> written(Step step) {
        return switch (step.verb()) {
            case Verb.Add _, Verb.Count _ -> Set.of(step.id());
            case Verb.Take take -> Set.of(take.sets() != null ? take.sets() : isNumber(take.of().getFirst()) ? step.id() : LEVEL);
            case Verb.Band band -> Set.of(band.sets() == null ? LEVEL : band.sets());
            case Verb.Decide decide -> Set.of(decide.sets() == null ? LEVEL : decide.sets());
            case Verb.Judge _ -> Set.of(LEVEL);
            case Verb.Stop _, Verb.Move _, Verb.Limit _ -> Set.of();
        };
    }

    private boolean isNumber(String name) {
        Input input = scheme.inputs().get(name);
        return (input != null && input.type() instanceof Input.Type.Numeric) || scheme.indicators().containsKey(name)
                || scheme.steps().stream().anyMatch(step -> step.id().equals(name)
                        && (step.verb() instanceof Verb.Add || step.verb() instanceof Verb.Count));
    }

    /** The names that surely have a value where this condition holds. */
    static Stream<String> ensured(Predicate predicate) {
        return switch (predicate) {
            case Predicate.All(List<Predicate> of) -> of.stream().flatMap(Presence::ensured);
            case Predicate.Any(List<Predicate> of) -> of.isEmpty() ? Stream.empty()
                    : ensured(of.getFirst()).filter(name -> of.stream().allMatch(part -> ensured(part).anyMatch(name::equals)));
            case Predicate.Not(Predicate.Compare(String name, List<Predicate.Test> tests)) when tests.equals(
                    List.of(new Predicate.Test.Missing(true))) -> Stream.of(name);
            case Predicate.Not _ -> Stream.empty();
            case Predicate.Compare(String name, List<Predicate.Test> tests) -> Stream.concat(
                    tests.contains(new Predicate.Test.Missing(true)) ? Stream.empty() : Stream.of(name), tests.stream().flatMap(Reads::of));
        };
    }
}
