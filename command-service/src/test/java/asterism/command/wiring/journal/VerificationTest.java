package asterism.command.wiring.journal;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.journal.Verified.Fault;
import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import asterism.journal.Uuids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the house's own look at its rows finds: every row of ten thousand missing, doubled, forged, swapped, and each bit turned. */
class VerificationTest {
    private static final int FACTS = 10_000;
    private static final int FLIPPED = Boolean.getBoolean("campaign") ? 500 : 40;
    private static final long SEED = 20260105;
    private static final byte[] DIGEST = "digest".getBytes(StandardCharsets.UTF_8);
    private static final List<Row> ROWS = LongStream.rangeClosed(1, FACTS).mapToObj(VerificationTest::row).toList();

    private interface Harm {
        void before(int place, Verification looking);
    }

    @Test
    void soundRowsAreSound() {
        var looking = walk((_, _) -> { });
        assertThat(looking.against(head(ROWS)).sound()).isTrue();
    }

    @Test
    void everyMissingRowIsNamed() {
        walk((place, looking) -> {
            if (place + 1 < FACTS) {
                named(place, looking.fault(ROWS.get(place + 1)));
            }
        });
        var looking = new Verification();
        ROWS.subList(0, FACTS - 1).forEach(looking::take);
        named(FACTS - 1, looking.against(head(ROWS)).fault().orElse(null));
    }

    @Test
    void everyRowThatIsTooManyIsNamed() {
        walk((place, looking) -> {
            named(place, looking.fault(with(ROWS.get(place), place + 1, "{\"n\":-1}")));
            if (place > 0) {
                var again = looking.fault(ROWS.get(place - 1));
                assertThat(again == null ? 0 : again.position()).isEqualTo(place);
            }
        });
    }

    @Test
    void everyTwoRowsThatChangePlacesAreNamedByTheFirst() {
        var random = new Random(SEED);
        walk((place, looking) -> {
            if (place + 1 < FACTS) {
                named(place, looking.fault(at(ROWS.get(place + 1), place + 1)));
                named(place, looking.fault(at(ROWS.get(place + 1 + random.nextInt(FACTS - place - 1)), place + 1)));
            }
        });
    }

    @Test
    void everyBitThatIsTurnedIsNamed() {
        var sample = new Random(SEED).ints(0, FACTS).distinct().limit(FLIPPED).boxed().toList();
        walk((place, looking) -> {
            if (sample.contains(place)) {
                turned(ROWS.get(place)).forEach(row -> named(place, looking.fault(row)));
            }
        });
    }

    /** Rows that differ by one bit in a column under the leaf, or in one that its leaf follows from. */
    private static Stream<Row> turned(Row row) {
        var fact = row.fact();
        return Stream.of(
                flips(fact.payload()).map(payload -> of(row, fact.stream(), fact.type(), fact.metadata(), payload)),
                flips(fact.metadata()).map(metadata -> of(row, fact.stream(), fact.type(), metadata, fact.payload())),
                flips(bytes(fact.stream())).map(stream -> of(row, text(stream), fact.type(), fact.metadata(), fact.payload())),
                flips(bytes(fact.type())).map(type -> of(row, fact.stream(), text(type), fact.metadata(), fact.payload())),
                flips(row.leaf()).map(leaf -> new Row(fact, row.commandId(), row.ordinal(), row.digest(), leaf)),
                flips(row.digest()).map(digest -> new Row(fact, row.commandId(), row.ordinal(), digest, row.leaf())),
                flips(Uuids.bytes(fact.eventId())).map(id -> new Row(new Recorded(fact.position(), uuid(id), fact.stream(),
                        fact.version(), fact.type(), fact.effectiveOn(), fact.recordedAt(), fact.metadata(), fact.payload()),
                        row.commandId(), row.ordinal(), row.digest(), row.leaf())),
                flips(Uuids.bytes(row.commandId())).map(id -> new Row(fact, uuid(id), row.ordinal(), row.digest(), row.leaf())),
                numbers(fact.recordedAt().getEpochSecond()).map(second -> new Row(new Recorded(fact.position(), fact.eventId(),
                        fact.stream(), fact.version(), fact.type(), fact.effectiveOn(), Instant.ofEpochSecond(second), fact.metadata(),
                        fact.payload()), row.commandId(), row.ordinal(), row.digest(), row.leaf())),
                numbers(fact.effectiveOn().toEpochDay()).map(day -> new Row(new Recorded(fact.position(), fact.eventId(), fact.stream(),
                        fact.version(), fact.type(), LocalDate.ofEpochDay(day), fact.recordedAt(), fact.metadata(), fact.payload()),
                        row.commandId(), row.ordinal(), row.digest(), row.leaf())),
                numbers(fact.version()).map(version -> new Row(new Recorded(fact.position(), fact.eventId(), fact.stream(), version,
                        fact.type(), fact.effectiveOn(), fact.recordedAt(), fact.metadata(), fact.payload()),
                        row.commandId(), row.ordinal(), row.digest(), row.leaf()))).flatMap(each -> each);
    }

    private static Stream<byte[]> flips(byte[] bytes) {
        return IntStream.range(0, bytes.length * Byte.SIZE).mapToObj(bit -> {
            var flipped = bytes.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            return flipped;
        });
    }

    /** With one of the lower 20 bits turned, so that dates stay dates. */
    private static Stream<Long> numbers(long number) {
        return IntStream.range(0, 20).mapToObj(bit -> number ^ (1L << bit));
    }

    private static Verification walk(Harm harm) {
        var looking = new Verification();
        for (var place = 0; place < FACTS; place++) {
            harm.before(place, looking);
            assertThat(looking.fault(ROWS.get(place))).isNull();
            looking.take(ROWS.get(place));
        }
        return looking;
    }

    private static void named(int place, @Nullable Fault fault) {
        if (fault == null || fault.position() != place + 1) {
            throw new AssertionError("at position " + (place + 1) + " the look said: " + fault);
        }
    }

    private static Row with(Row row, long position, String payload) {
        return at(of(row, row.fact().stream(), row.fact().type(), row.fact().metadata(), bytes(payload)), position);
    }

    private static Row at(Row row, long position) {
        var fact = row.fact();
        return new Row(new Recorded(position, fact.eventId(), fact.stream(), fact.version(), fact.type(), fact.effectiveOn(),
                fact.recordedAt(), fact.metadata(), fact.payload()), row.commandId(), row.ordinal(), row.digest(), row.leaf());
    }

    private static Row of(Row row, String stream, String type, byte[] metadata, byte[] payload) {
        var fact = row.fact();
        return new Row(new Recorded(fact.position(), fact.eventId(), stream, fact.version(), type, fact.effectiveOn(), fact.recordedAt(),
                metadata, payload), row.commandId(), row.ordinal(), row.digest(), row.leaf());
    }

    private static Head head(List<Row> rows) {
        var tree = new Frontier();
        rows.forEach(row -> tree.add(row.leaf()));
        return new Head(rows.size(), rows.getLast().fact().recordedAt(), tree.root(), tree);
    }

    private static Row row(long position) {
        var command = new UUID(3, position);
        var fact = new Recorded(position, Uuids.event(command, 0, DIGEST), "branch/b" + position % 97, (position - 1) / 97 + 1,
                "thing.happened/1", LocalDate.of(2026, 1, 5), Instant.parse("2026-01-05T01:02:03Z").plusSeconds(position),
                bytes("{\"actor\":\"person/p1\"}"), bytes("{\"n\":" + position + "}"));
        return new Row(fact, command, 0, DIGEST, Leaf.hash(fact));
    }

    private static UUID uuid(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return new UUID(in.getLong(), in.getLong());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
