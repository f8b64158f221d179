package asterism.command.wiring.journal;

import asterism.journal.Frontier;
import java.time.Instant;

/**
 * The head row: how far the journal reaches.
 *
 * @param size       how many facts stand
 * @param recordedAt when the last was recorded
 * @param root       of the tree over them
 * @param frontier   that tree's right edge; not to be added to, copy it
 */
@SuppressWarnings("ArrayRecordComponent") // the root goes to and from the database, nobody compares heads
record Head(long size, Instant recordedAt, byte[] root, Frontier frontier) {
}
