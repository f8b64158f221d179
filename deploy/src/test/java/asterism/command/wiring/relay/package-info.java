/** The relay in a process of its own, for the fault campaign: beside the relay, as that is nobody else's to make. */
@NullMarked
package asterism.command.wiring.relay;

import org.jspecify.annotations.NullMarked;
