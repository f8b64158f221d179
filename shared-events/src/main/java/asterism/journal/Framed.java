package asterism.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The feed: facts as frames with their exact bytes, ending with a frame that says how large the journal was and which root its
 * tree had. A feed without its end was cut off, whatever HTTP says.
 *
 * <p>A frame starts with a byte, {@code 'F'} for a fact or {@code 'E'} for the end. Numbers are big-endian; texts and bytes
 * follow their length in four bytes.
 */
public final class Framed {
    private static final int FACT = 'F';
    private static final int END = 'E';
    private static final int LONGEST = 64 << 20;

    /** What the next frame holds. */
    public sealed interface Frame {
        record OfFact(Recorded fact) implements Frame {
        }

        /**
         * Nothing follows.
         *
         * @param size facts in the journal when the feed was read
         * @param root of the tree over them; empty where the feed knows none
         */
        @SuppressWarnings("ArrayRecordComponent") // handed on as it is; nobody compares ends
        record End(long size, byte[] root) implements Frame {
        }
    }

    private Framed() {
    }

    public static void write(Recorded fact, DataOutputStream out) throws IOException {
        out.writeByte(FACT);
        out.writeLong(fact.position());
        out.writeLong(fact.eventId().getMostSignificantBits());
        out.writeLong(fact.eventId().getLeastSignificantBits());
        out.writeLong(fact.version());
        out.writeLong(fact.effectiveOn().toEpochDay());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, fact.recordedAt()));
        bytes(fact.stream().getBytes(StandardCharsets.UTF_8), out);
        bytes(fact.type().getBytes(StandardCharsets.UTF_8), out);
        bytes(fact.metadata(), out);
        bytes(fact.payload(), out);
    }

    public static void end(long size, byte[] root, DataOutputStream out) throws IOException {
        out.writeByte(END);
        out.writeLong(size);
        bytes(root, out);
    }

    /** @throws EOFException where the feed was cut off before its end */
    public static Frame read(DataInputStream in) throws IOException {
        int kind = in.read();
        return switch (kind) {
            case FACT -> new Frame.OfFact(fact(in));
            case END -> new Frame.End(in.readLong(), bytes(in));
            case -1 -> throw new EOFException("the feed was cut off before its end");
            default -> throw new StreamCorruptedException("no frame starts with " + kind);
        };
    }

    private static Recorded fact(DataInputStream in) throws IOException {
        long position = in.readLong();
        UUID eventId = new UUID(in.readLong(), in.readLong());
        long version = in.readLong();
        LocalDate effectiveOn = LocalDate.ofEpochDay(in.readLong());
        Instant recordedAt = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        String stream = new String(bytes(in), StandardCharsets.UTF_8);
        String type = new String(bytes(in), StandardCharsets.UTF_8);
        return new Recorded(position, eventId, stream, version, type, effectiveOn, recordedAt, bytes(in), bytes(in));
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new StreamCorruptedException("a frame claims " + length + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the feed was cut off within a frame");
        }
        return bytes;
    }
}
