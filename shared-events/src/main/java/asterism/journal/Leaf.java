package asterism.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The leaf of a fact in the tree: SHA-256(0x00 ‖ envelope). The envelope is nine fields in this order, each as its length in four
 * bytes and then its bytes; all numbers are signed and big-endian.
 *
 * <table>
 *   <caption>The canonical envelope</caption>
 *   <tr><th>field</th><th>bytes</th></tr>
 *   <tr><td>position</td><td>8</td></tr>
 *   <tr><td>event id</td><td>16, as written</td></tr>
 *   <tr><td>stream</td><td>UTF-8</td></tr>
 *   <tr><td>version</td><td>8</td></tr>
 *   <tr><td>type</td><td>UTF-8</td></tr>
 *   <tr><td>effective on</td><td>8: days since 1970-01-01</td></tr>
 *   <tr><td>recorded at</td><td>8: microseconds since 1970-01-01T00:00:00Z</td></tr>
 *   <tr><td>metadata</td><td>the exact bytes</td></tr>
 *   <tr><td>payload</td><td>the exact bytes</td></tr>
 * </table>
 *
 * <p>Golden vector, to check a verifier of one's own against: position 1, event id {@code 886313e1-3b8a-5372-9b90-0c9aee199e5d},
 * stream {@code branch/b017}, version 1, type {@code branch.registered/1}, effective 2026-01-05, recorded 2026-01-05T01:02:03.000004Z,
 * metadata <code>{"actor":"p1"}</code>, payload <code>{"name":"村支部"}</code> gives the leaf
 * {@code 05d0ec54e79cf6f2e710c55e0f324f45bf808109abf5dbedf45c0b102916bb57}.
 */
public final class Leaf {

    private Leaf() {
    }

    /** The leaf hash of a fact: 32 bytes. Its time counts in whole microseconds. */
    public static byte[] hash(Recorded fact) {
        return MerkleTree.leaf(envelope(fact));
    }

    /** The bytes that are hashed, without the leading 0x00. */
    public static byte[] envelope(Recorded fact) {
        var stream = fact.stream().getBytes(StandardCharsets.UTF_8);
        var type = fact.type().getBytes(StandardCharsets.UTF_8);
        var fixed = 9 * Integer.BYTES + 4 * Long.BYTES + 16;
        var out = ByteBuffer.allocate(fixed + stream.length + type.length + fact.metadata().length + fact.payload().length);
        number(out, fact.position());
        bytes(out, Uuids.bytes(fact.eventId()));
        bytes(out, stream);
        number(out, fact.version());
        bytes(out, type);
        number(out, fact.effectiveOn().toEpochDay());
        number(out, ChronoUnit.MICROS.between(Instant.EPOCH, fact.recordedAt()));
        bytes(out, fact.metadata());
        bytes(out, fact.payload());
        return out.array();
    }

    private static void number(ByteBuffer out, long number) {
        out.putInt(Long.BYTES).putLong(number);
    }

    private static void bytes(ByteBuffer out, byte[] bytes) {
        out.putInt(bytes.length).put(bytes);
    }
}
