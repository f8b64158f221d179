/**
 * A pack that opens without the house: the facts byte for byte, what was signed over them, and what checks it. Personal and sealed
 * values stand in it as they stand in the journal, encrypted; no key of theirs is in it.
 */
@NullMarked
package asterism.command.wiring.pack;

import org.jspecify.annotations.NullMarked;
