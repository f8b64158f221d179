package asterism.query.schemes;

import asterism.rating.Label;
import asterism.rating.Scheme;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a scheme calls its parts. */
public final class Labels {
    private Labels() {
    }

    /** The name of a step, a quota, an input, an indicator or a reason by its id; empty where the scheme has none of that id. */
    public static Optional<Label> of(Scheme scheme, String id) {
        return Stream.of(
                scheme.steps().stream().filter(step -> step.id().equals(id)).map(step -> step.label()),
                Stream.ofNullable(scheme.cohort()).flatMap(cohort -> cohort.quotas().stream()).filter(quota -> quota.id().equals(id))
                        .map(quota -> quota.head().label()),
                Stream.ofNullable(scheme.inputs().get(id)).map(input -> input.label()),
                Stream.ofNullable(scheme.indicators().get(id)).map(indicator -> indicator.label()),
                Stream.ofNullable(scheme.reasons().get(id))).flatMap(Function.identity()).findFirst();
    }
}
