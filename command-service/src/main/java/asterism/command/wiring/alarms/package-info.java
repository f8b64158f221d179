/** What happens when a day is over: a table of what is due, folded from the facts, and one process that rings. */
@NullMarked
package asterism.command.wiring.alarms;

import org.jspecify.annotations.NullMarked;
