/** What leaves the house: by the topic and by the feed. */
@NullMarked
package asterism.command.wiring.relay;

import org.jspecify.annotations.NullMarked;
