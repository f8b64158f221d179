package asterism.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The vectors were computed apart from this code, in another language. They are added to, never edited. */
class LeafTest {
    private static final UUID ID = UUID.fromString("886313e1-3b8a-5372-9b90-0c9aee199e5d");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant TIME = Instant.parse("2026-01-05T01:02:03.000004Z");

    @Test
    void a_fact_with_every_field_has_its_golden_leaf() {
        assertThat(hex(fact(1, ID, "branch/b017", 1, "branch.registered/1", DAY, TIME, "{\"actor\":\"p1\"}", "{\"name\":\"村支部\"}")))
                .isEqualTo("05d0ec54e79cf6f2e710c55e0f324f45bf808109abf5dbedf45c0b102916bb57");
    }

    @Test
    void empty_bytes_negative_days_and_large_positions_have_their_golden_leaf() {
        var before = Instant.EPOCH.minusNanos(1_000);
        assertThat(hex(fact(9007199254740993L, new UUID(0, 0), "s", 2, "t", LocalDate.of(1969, 12, 31), before, "", "")))
                .isEqualTo("bb858689f8288f36a3db507492772cbf45122ad8eb79a4e7a379fb9186145384");
    }

    @Test
    void every_field_moves_the_leaf() {
        var leaves = new HashSet<String>();
        leaves.add(hex(fact(1, ID, "a/1", 1, "t/1", DAY, TIME, "m", "p")));
        leaves.add(hex(fact(2, ID, "a/1", 1, "t/1", DAY, TIME, "m", "p")));
        leaves.add(hex(fact(1, new UUID(1, 1), "a/1", 1, "t/1", DAY, TIME, "m", "p")));
        leaves.add(hex(fact(1, ID, "a/2", 1, "t/1", DAY, TIME, "m", "p")));
        leaves.add(hex(fact(1, ID, "a/1", 2, "t/1", DAY, TIME, "m", "p")));
        leaves.add(hex(fact(1, ID, "a/1", 1, "t/2", DAY, TIME, "m", "p")));
        leaves.add(hex(fact(1, ID, "a/1", 1, "t/1", DAY.plusDays(1), TIME, "m", "p")));
        leaves.add(hex(fact(1, ID, "a/1", 1, "t/1", DAY, TIME.plusNanos(1_000), "m", "p")));
        leaves.add(hex(fact(1, ID, "a/1", 1, "t/1", DAY, TIME, "mp", "")));
        leaves.add(hex(fact(1, ID, "a/1", 1, "t/1", DAY, TIME, "", "mp")));
        assertThat(leaves).hasSize(10);
    }

    private static Recorded fact(
            long position, UUID id, String stream, long version, String type, LocalDate day, Instant time, String metadata,
            String payload) {
        return new Recorded(position, id, stream, version, type, day, time, metadata.getBytes(UTF_8), payload.getBytes(UTF_8));
    }

    private static String hex(Recorded fact) {
        return HexFormat.of().formatHex(Leaf.hash(fact));
    }
}
