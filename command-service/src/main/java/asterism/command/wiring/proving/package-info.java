/**
 * What the house says of its own journal so that nobody has to believe it: signed checkpoints, proofs against them, and a look at
 * every row again and again. The signing key stands in a file outside the database, and beside it what was signed last.
 */
@NullMarked
package asterism.command.wiring.proving;

import org.jspecify.annotations.NullMarked;
