/** Whoever reads a checkpoint and its proofs needs to believe nobody. */
@NullMarked
package asterism.command.wiring.proving;

import org.jspecify.annotations.NullMarked;
