/** Tests of what is told to other programs. */
@NullMarked
package asterism.command.wiring.hooks;

import org.jspecify.annotations.NullMarked;
