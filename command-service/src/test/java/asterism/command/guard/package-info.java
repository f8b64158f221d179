/** Guard logs told as stories. */
@NullMarked
package asterism.command.guard;

import org.jspecify.annotations.NullMarked;
