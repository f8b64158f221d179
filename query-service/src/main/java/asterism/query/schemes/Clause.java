package asterism.query.schemes;

import asterism.rating.Scheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a scheme's document speaks of something, and in which words.
 *
 * @param line from 1
 * @param text its lines, as far as they are indented below the first
 */
public record Clause(int line, String text) {

    /** What it says of a step, a quota, an input or an indicator; empty where nothing has that id. */
    public static Optional<Clause> of(Scheme scheme, String id) {
        return Stream.of(scheme.steps().stream().filter(step -> step.id().equals(id)).map(_ -> "steps."),
                Stream.ofNullable(scheme.cohort()).flatMap(cohort -> cohort.quotas().stream()).filter(quota -> quota.id().equals(id))
                        .map(_ -> "cohort.quotas."),
                Stream.of(scheme.inputs()).filter(inputs -> inputs.containsKey(id)).map(_ -> "inputs."),
                scheme.rubrics().entrySet().stream().filter(rubric -> rubric.getValue().stream().anyMatch(item -> item.id().equals(id)))
                        .map(rubric -> "rubrics." + rubric.getKey() + ".")).flatMap(found -> found).findFirst()
                .map(path -> at(scheme, scheme.document().mark(path + id).line()));
    }

    private static Clause at(Scheme scheme, int line) {
        List<String> lines = scheme.document().text().lines().toList();
        String first = lines.get(line - 1);
        int indent = first.length() - first.stripLeading().length();
        Stream<String> below = lines.subList(line, lines.size()).stream()
                .takeWhile(next -> next.isBlank() || next.length() - next.stripLeading().length() > indent);
        return new Clause(line, Stream.concat(Stream.of(first), below).reduce((all, next) -> all + "\n" + next).orElse(first)
                .stripIndent().strip());
    }
}
