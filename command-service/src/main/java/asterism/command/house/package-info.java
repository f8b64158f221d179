/**
 * The house itself: whether it is a demo world, which lives by its own clock.
 */
@NullMarked
package asterism.command.house;

import org.jspecify.annotations.NullMarked;
