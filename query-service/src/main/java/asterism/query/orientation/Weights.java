package asterism.query.orientation;

import asterism.rating.Exact;
import asterism.rating.Scheme;
import asterism.rating.Step;
import asterism.rating.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of the points by which a scheme gives its level each name that goes into them counts: sums and means taken apart. */
final class Weights {
    private final Scheme scheme;
    private final Map<String, Exact> weights = new LinkedHashMap<>();

    private Weights(Scheme scheme) {
        this.scheme = scheme;
    }

    /** By name, in the order of the scheme; empty where no level is given by points. */
    static Map<String, Exact> of(Scheme scheme) {
        Weights found = new Weights(scheme);
        points(scheme).ifPresent(name -> found.take(name, Exact.ONE));
        return found.weights;
    }

    /** What the first bands are cut from. */
    private static Optional<String> points(Scheme scheme) {
        return scheme.steps().stream().map(Step::verb).filter(Verb.Band.class::isInstance).map(band -> ((Verb.Band) band).of()).findFirst();
    }

    private void take(String name, Exact weight) {
        Optional<Verb.Add> sum = scheme.steps().stream().filter(step -> step.id().equals(name)).map(Step::verb)
                .filter(Verb.Add.class::isInstance).map(Verb.Add.class::cast).findFirst();
        if (sum.isEmpty()) {
            weights.merge(name, weight, Exact::plus);
            return;
        }
        List<Verb.Weighted> parts = parts(sum.get().parts());
        Exact all = parts.stream().map(Weights::weight).reduce(Exact.ZERO, Exact::plus);
        boolean mean = sum.get().mean() && all.signum() != 0;
        parts.forEach(part -> take(part.name(), weight.times(mean ? weight(part).dividedBy(all) : weight(part))));
    }

    private List<Verb.Weighted> parts(Verb.Parts parts) {
        return switch (parts) {
            case Verb.Parts.Named(List<Verb.Weighted> of) -> of;
            case Verb.Parts.OfPart(String part) -> scheme.rubrics().values().stream().flatMap(List::stream)
                    .filter(indicator -> indicator.part().equals(part)).map(indicator -> new Verb.Weighted(indicator.id(), null))
                    .distinct().toList();
        };
    }

    private static Exact weight(Verb.Weighted part) {
        Exact weight = part.weight();
        return weight == null ? Exact.ONE : weight;
    }
}
