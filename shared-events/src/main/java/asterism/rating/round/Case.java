package asterism.rating.round;

import asterism.events.ApplicationId;
import asterism.events.Level;
import asterism.rating.Input;
import asterism.rating.Row;
import asterism.rating.Scheme;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application as the rating sees it.
 *
 * @param kind  of its branch, in the scheme
 * @param prior the level held so far
 */
public record Case(ApplicationId application, String kind, Marked marked, @Nullable Level prior) {

    /** The row of the rating by that version. */
    public Row row(Scheme scheme) {
        Map<String, String> cells = marked.cells();
        if (scheme.rows().kind() != null && !scheme.kinds().isEmpty()) {
            cells.put(scheme.rows().kind(), kind);
        }
        cells.put(scheme.rows().unit(), application.branch().value());
        if (prior != null) {
            scheme.inputs().values().stream().filter(input -> input.source() == Input.Source.PRIOR_LEVEL)
                    .forEach(input -> cells.put(input.name(), prior.code()));
        }
        return new Row(cells);
    }
}
