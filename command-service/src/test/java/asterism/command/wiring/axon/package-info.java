/** Axon's own tests of engines and event stores, unmodified, over the journal. */
@NullMarked
package asterism.command.wiring.axon;

import org.jspecify.annotations.NullMarked;
