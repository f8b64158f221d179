/** Stories of schemes on their way into force. */
@NullMarked
package asterism.command.scheme;

import org.jspecify.annotations.NullMarked;
