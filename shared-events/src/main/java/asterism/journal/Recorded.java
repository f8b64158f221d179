package asterism.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One fact as it stands in the journal, with the exact bytes that were written.
 *
 * @param position    1, 2, 3 … without a gap over the whole journal: the one order of facts
 * @param eventId     derived from the command and the fact's place in it, so a repeated command cannot write twice
 * @param stream      the subject, {@code kind/id}, such as {@code branch/b017}
 * @param version     1, 2, 3 … without a gap within the stream
 * @param type        wire name with its version, such as {@code appeal.upheld/1}
 * @param effectiveOn the day, in the scheme's zone, from which the fact holds
 * @param recordedAt  when the writer recorded it, in microseconds, never earlier than the fact before it
 * @param metadata    who, on whose behalf, why, cause: JSON, see {@code asterism.events.Envelope}
 * @param payload     what happened: JSON, see {@code asterism.events.EventJson}
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on as they are, a million at a time; nobody compares whole facts
public record Recorded(
        long position, UUID eventId, String stream, long version, String type, LocalDate effectiveOn, Instant recordedAt,
        byte[] metadata, byte[] payload) {
}
