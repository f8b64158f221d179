/**
 * From a command to its facts: Axon's bus hands each command to the desk of its capability, which loads what is known, asks the
 * policy and the decider, and appends what was decided straight to the journal.
 */
@NullMarked
package asterism.command.wiring.deciding;

import org.jspecify.annotations.NullMarked;
