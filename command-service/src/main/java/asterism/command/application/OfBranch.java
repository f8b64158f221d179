package asterism.command.application;

import asterism.events.BodyId;
import asterism.events.Level;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an application needs to know of its branch.
 *
 * @param kind     kind of unit in the scheme
 * @param held     the level held today, where the scheme looks at it
 * @param above    the bodies it stands under
 * @param superior the body above the one it belongs to, which looks after what is late; that one itself where none is above
 */
public record OfBranch(String kind, @Nullable Level held, Set<BodyId> above, BodyId superior) {
}
