/**
 * The journal on a real PostgreSQL: its one order, its conditions, and what it answers when it is asked twice.
 */
@NullMarked
package asterism.command.wiring.journal;

import org.jspecify.annotations.NullMarked;
