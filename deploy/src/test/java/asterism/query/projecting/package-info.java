/** The projector in a process of its own, for the fault campaign: beside the projector, as that is nobody else's to make. */
@NullMarked
package asterism.query.projecting;

import org.jspecify.annotations.NullMarked;
