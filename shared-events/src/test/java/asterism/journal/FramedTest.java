package asterism.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FramedTest {
    private static final Recorded FACT = new Recorded(17, new UUID(1, 2), "branch/b017", 3, "branch.registered/1",
            LocalDate.parse("2025-07-01"), Instant.parse("2025-07-02T03:04:05.678901Z"),
            "{\"reason\":\"成立\"}".getBytes(StandardCharsets.UTF_8), new byte[] {0, -1, 7});

    @Test
    void whatIsWrittenIsReadBackToTheByte() throws IOException {
        DataInputStream in = open(feed());

        assertThat(Framed.read(in)).usingRecursiveComparison().isEqualTo(new Framed.Frame.OfFact(FACT));
        assertThat(Framed.read(in)).usingRecursiveComparison().isEqualTo(new Framed.Frame.End(17, new byte[] {9}));
    }

    @Test
    void aFeedCutAnywhereBeforeItsEndIsNoticed() throws IOException {
        byte[] whole = feed();
        for (int length = 0; length < whole.length; length++) {
            DataInputStream cut = open(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> readAll(cut)).as("cut after %d bytes", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void nonsenseIsRefusedWithoutTakingMemory() {
        assertThatThrownBy(() -> Framed.read(open(new byte[] {'X'}))).isInstanceOf(StreamCorruptedException.class);
        assertThatThrownBy(() -> Framed.read(open(new byte[] {'E', 0, 0, 0, 0, 0, 0, 0, 1, 127, 0, 0, 0})))
                .isInstanceOf(StreamCorruptedException.class);
    }

    @Test
    void aFactTravelsThroughHeadersUnchanged() {
        assertThat(Carried.fact(Carried.headers(FACT)::get, FACT.payload())).usingRecursiveComparison().isEqualTo(FACT);
        assertThatThrownBy(() -> Carried.fact(_ -> null, FACT.payload())).hasMessageContaining("ce_position");
    }

    private static void readAll(DataInputStream in) throws IOException {
        Framed.Frame frame = Framed.read(in);
        while (frame instanceof Framed.Frame.OfFact) {
            frame = Framed.read(in);
        }
    }

    private static byte[] feed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Framed.write(FACT, out);
        Framed.end(17, new byte[] {9}, out);
        return bytes.toByteArray();
    }

    private static DataInputStream open(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
