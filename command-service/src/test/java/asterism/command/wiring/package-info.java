/** The command service as it runs, on real servers. */
@NullMarked
package asterism.command.wiring;

import org.jspecify.annotations.NullMarked;
