/** Tests of who is told what, and of what comes of it. */
@NullMarked
package asterism.command.wiring.telling;

import org.jspecify.annotations.NullMarked;
