package asterism.query.web.panel;

import asterism.query.schemes.Clause;
import asterism.query.schemes.Labels;
import asterism.rating.Label;
import asterism.rating.Scheme;
import asterism.rating.TraceLine;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clause of the scheme that made a star what is recommended.
 *
 * @param step   its id in the scheme
 * @param name   what the scheme calls it; none where it calls it nothing
 * @param line   of the document on which it stands
 * @param before the level there was; none where there was none
 * @param after  the level it made of it; none where it ended the rating
 */
public record Ground(String step, @Nullable Label name, int line, @Nullable String before, @Nullable String after) {
    private static final Set<String> TELLING = Set.of("set", "changed", "stopped");
    private static final String QUOTA = "quota";

    /**
     * The clauses that had a say, in their order.
     *
     * @param computed  the account of the unit's own figures
     * @param allocated the account with the seats of the round; empty before they are given out
     */
    static List<Ground> of(List<String> computed, List<String> allocated, Scheme scheme) {
        return Stream.concat(lines(computed).filter(line -> !line.verb().equals(QUOTA)),
                lines(allocated).filter(line -> line.verb().equals(QUOTA)))
                .filter(line -> TELLING.contains(line.effect()) && ("level".equals(line.name()) || line.outcome() != null))
                .map(line -> new Ground(line.step(), Labels.of(scheme, line.step()).orElse(null), Clause.of(scheme,
                        line.step()).map(Clause::line).orElse(0), line.before(), line.after())).toList();
    }

    private static Stream<TraceLine> lines(List<String> trace) {
        return trace.stream().map(TraceLine::parse);
    }
}
