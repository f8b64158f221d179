package asterism.query.web;

import asterism.events.Label;
import asterism.query.applications.ApplicationsQuestion.Contribution;
import asterism.rating.Procedure.Joint;
import asterism.rating.Procedure;
import asterism.rating.Scheme;
import asterism.rating.Stated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the rubric that a department judges, and how far it is: {@code WAITING}, {@code GIVEN}, or {@code OUTDATED} by newer files.
 *
 * @param of the department; none where it is not known by name
 */
public record Owed(String name, @Nullable Label of, String state) {
    private static final String PART = "part ";

    static boolean isPart(Contribution asked) {
        return asked.what().startsWith(PART);
    }

    /** @param scheme calls the part by a name; without it, it goes by its id */
    static Owed of(Contribution part, @Nullable Scheme scheme, Words words) {
        String id = part.what().substring(PART.length());
        return new Owed(parts(scheme).filter(joint -> joint.id().equals(id)).findFirst().map(joint -> words.name(joint.label())).orElse(id),
                part.of(), part.stale() ? "OUTDATED" : part.isMissing() ? "WAITING" : "GIVEN");
    }

    private static Stream<Joint> parts(@Nullable Scheme scheme) {
        return Optional.ofNullable(scheme).map(Scheme::procedure).map(Procedure::joint).stream()
                .flatMap(joint -> joint instanceof Stated.Is<List<Joint>>(var parts) ? parts.stream() : Stream.empty());
    }

    public boolean isMissing() {
        return !state.equals("GIVEN");
    }
}
