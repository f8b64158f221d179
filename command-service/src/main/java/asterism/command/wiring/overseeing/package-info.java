/** How the command side itself stands, for those who keep the house. */
@NullMarked
package asterism.command.wiring.overseeing;

import org.jspecify.annotations.NullMarked;
