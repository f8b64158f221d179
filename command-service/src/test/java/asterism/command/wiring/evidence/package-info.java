/** Files that come in and go out over HTTP. */
@NullMarked
package asterism.command.wiring.evidence;

import org.jspecify.annotations.NullMarked;
