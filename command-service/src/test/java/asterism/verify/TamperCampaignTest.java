package asterism.verify;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.journal.JournalLine;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import asterism.verify.Verify.Lines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every line of a journal of ten thousand facts is deleted, doubled, forged and swapped, and facts have each of their bits turned:
 * 500 of them with {@code -Pcampaign}, 40 in the build. Each time the verifier stands before that line with all before it read.
 */
class TamperCampaignTest {
    private static final int FACTS = 10_000;
    private static final int FLIPPED = Boolean.getBoolean("campaign") ? 500 : 40;
    private static final long SEED = 20260105;

    private static List<String> lines = List.of();
    private static List<byte[]> leaves = List.of();

    @BeforeAll
    static void write() throws IOException {
        List<Recorded> facts = LongStream.rangeClosed(1, FACTS).mapToObj(TamperCampaignTest::fact).toList();
        leaves = facts.stream().map(Leaf::hash).toList();
        List<String> written = new ArrayList<>();
        for (Recorded fact : facts) {
            written.add(JournalLine.of(fact));
        }
        lines = List.copyOf(written);
    }

    private interface Harm {
        /** Does it before the line of that place, counted from 0, is read. */
        void before(int place, Lines read);
    }

    @Test
    void theJournalAsItIsHolds() {
        assertThat(walk((_, _) -> { }).end()).isEmpty();
    }

    @Test
    void everyDeletedLineIsNamed() {
        walk((place, read) -> {
            if (place + 1 < FACTS) {
                located(place, next(read, lines.get(place + 1)));
            } else {
                located(place, read.end());
            }
        });
    }

    @Test
    void everyInsertedLineIsNamed() {
        walk((place, read) -> {
            located(place, next(read, lines.get(Math.max(0, place - 1)).replace("person/p1", "person/p2")));
            located(place, next(read, lines.get(place).replace("\\\"n\\\":", "\\\"n\\\":1")));
            if (place > 0) {
                located(place, next(read, lines.get(place - 1)));
            }
        });
        Lines whole = walk((_, _) -> { });
        located(FACTS, next(whole, lines.getLast().replace("\"position\":" + FACTS, "\"position\":" + (FACTS + 1))));
    }

    @Test
    void everyTwoLinesThatChangePlacesAreNamedByTheFirst() {
        Random random = new Random(SEED);
        walk((place, read) -> {
            if (place + 1 < FACTS) {
                int other = place + 1 + random.nextInt(FACTS - place - 1);
                located(place, next(read, lines.get(place + 1)));
                located(place, next(read, lines.get(other)));
                located(place, next(read, renumbered(lines.get(other), other + 1, place + 1)));
            }
        });
    }

    @Test
    void everyBitThatIsTurnedIsNamed() {
        Random random = new Random(SEED);
        Set<Integer> sample = new TreeSet<>();
        while (sample.size() < FLIPPED) {
            sample.add(random.nextInt(FACTS));
        }
        walk((place, read) -> {
            if (sample.contains(place)) {
                byte[] bytes = lines.get(place).getBytes(StandardCharsets.UTF_8);
                for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
                    bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                    located(place, next(read, new String(bytes, StandardCharsets.UTF_8)));
                    bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                }
            }
        });
    }

    /** Reads the true journal, and does harm before each line of it. */
    private static Lines walk(Harm harm) {
        Lines read = new Lines(FACTS, leaves, _ -> { });
        for (int place = 0; place < FACTS; place++) {
            harm.before(place, read);
            assertThat(next(read, lines.get(place))).isEmpty();
        }
        return read;
    }

    private static Optional<String> next(Lines read, String line) {
        return read.next(Verify.Fact.of(line));
    }

    private static void located(int place, Optional<String> difference) {
        if (!difference.orElse("nothing").matches("(?s)position " + (place + 1) + "\\b.*")) {
            throw new AssertionError("at position " + (place + 1) + " the verifier said: " + difference);
        }
    }

    private static String renumbered(String line, int from, int to) {
        return line.replace("\"position\":" + from + ",", "\"position\":" + to + ",");
    }

    private static Recorded fact(long position) {
        return new Recorded(position, new UUID(position * 31, position), "branch/b" + position % 97,
                (position - 1) / 97 + 1, "thing.happened/1", LocalDate.of(2026, 1, 5),
                Instant.parse("2026-01-05T01:02:03.000004Z").plusSeconds(position),
                "{\"actor\":\"person/p1\"}".getBytes(StandardCharsets.UTF_8),
                ("{\"n\":" + position + ",\"name\":\"村支部\\n\"}").getBytes(StandardCharsets.UTF_8));
    }
}
