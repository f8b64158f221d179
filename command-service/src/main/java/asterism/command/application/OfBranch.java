package asterism.command.application;

import asterism.events.BodyId;
import asterism.events.Level;
import asterism.rating.Procedure.EntryBar;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application needs to know of its branch.
 *
 * @param kind        kind of unit in the scheme
 * @param foundedOn   its first day
 * @param held        the level held today, where the scheme looks at it
 * @param reentryFrom after its star was withdrawn, the first day on which it may apply again; none where it may now
 * @param open        what is open about its star, where the scheme bars entry for it
 * @param above       the bodies it stands under
 * @param superior    the body above the one it belongs to, which looks after what is late; that one itself where none is above
 */
public record OfBranch(String kind, LocalDate foundedOn, @Nullable Level held, @Nullable LocalDate reentryFrom, Set<EntryBar> open,
                       Set<BodyId> above, BodyId superior) {
}
