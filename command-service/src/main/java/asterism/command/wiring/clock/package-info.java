/** What time it is in the house: the real one, or that of a demo world. */
@NullMarked
package asterism.command.wiring.clock;

import org.jspecify.annotations.NullMarked;
