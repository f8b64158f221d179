/**
 * Rating rounds. A round opens under pinned rules, takes applications, seals its roster when all are ranked, gives out the
 * seats of its quotas, lets the committee vote where the cut falls into a tie, and closes.
 */
@NullMarked
package asterism.command.round;

import org.jspecify.annotations.NullMarked;
