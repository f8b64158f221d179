/** The house's time. */
@NullMarked
package asterism.command.wiring.clock;

import org.jspecify.annotations.NullMarked;
