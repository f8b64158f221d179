/**
 * The journal as an event storage engine of Axon, for what publishes through Axon's event store and for Axon's own tests. The
 * house's commands do not pass here: they append to the journal itself and so see their own conflicts.
 */
@NullMarked
package asterism.command.wiring.axon;

import org.jspecify.annotations.NullMarked;
