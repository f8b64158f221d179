/** The feed from its reader's side. */
@NullMarked
package asterism.command.wiring.feed;

import org.jspecify.annotations.NullMarked;
