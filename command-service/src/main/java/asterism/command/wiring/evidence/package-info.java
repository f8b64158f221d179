/**
 * Files that support claims: taken in whole or not at all, by their content, and given out so that no browser runs them.
 */
@NullMarked
package asterism.command.wiring.evidence;

import org.jspecify.annotations.NullMarked;
