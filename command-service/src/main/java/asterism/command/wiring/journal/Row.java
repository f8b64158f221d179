package asterism.command.wiring.journal;

import asterism.journal.Recorded;
import java.util.UUID;

/** A fact with what the journal keeps beside it: which command it answered, its place therein, the digest of its body, and its leaf. */
@SuppressWarnings("ArrayRecordComponent") // columns on their way to and from the database
record Row(Recorded fact, UUID commandId, int ordinal, byte[] digest, byte[] leaf) {
}
