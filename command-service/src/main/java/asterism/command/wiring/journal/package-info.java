/**
 * The journal: one ordered writer over plain JDBC. Callers queue what they want recorded; whoever finds the writer free commits a batch
 * for all who wait, by one statement that moves the head row from where this process remembers it and adds the facts. If the head is
 * elsewhere, or a fact collides, nothing was written and the batch goes the careful way: lock the head, look, leave out who cannot stand,
 * add the rest. Positions are dense and in commit order, so a reader never needs to look for gaps.
 */
@NullMarked
package asterism.command.wiring.journal;

import org.jspecify.annotations.NullMarked;
