/**
 * The house itself: whether it is a demo world, which lives by its own clock, and which key signs for its log.
 */
@NullMarked
package asterism.command.house;

import org.jspecify.annotations.NullMarked;
