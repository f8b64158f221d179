package asterism.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a fold sees and changes, without a database. */
class RowsTest {
    private static final Table<Star> STAR = Table.of("star", Star.class, 2);

    record Star(String branch, int year, String level) {
    }

    private final List<Collection<Object>> loads = new ArrayList<>();
    private final Rows rows = new Rows(new Rows.Loader() {
        @Override
        public <R extends Record> List<R> load(Table<R> table, Collection<Object> subjects) {
            loads.add(subjects);
            return Stream.of(new Star("b1", 2024, "4"), new Star("b1", 2025, "5"), new Star("b2", 2024, "3"))
                    .filter(star -> subjects.contains(star.branch())).map(table.row()::cast).toList();
        }
    });

    private Rows.Changes<?> changes() {
        assertThat(rows.changes()).hasSizeLessThan(2);
        return rows.changes().isEmpty() ? new Rows.Changes<>(STAR, List.of(), List.of(), List.of()) : rows.changes().getFirst();
    }

    @Test
    void whatIsPutBackAsItWasIsNotWritten() {
        rows.of(STAR, "b1").forEach(star -> rows.remove(STAR, "b1", star.year()));
        rows.put(STAR, new Star("b1", 2024, "4"));
        rows.put(STAR, new Star("b1", 2026, "2"));
        assertThat(changes().written()).isEmpty();
        assertThat(changes().fresh()).isEqualTo(List.of(new Star("b1", 2026, "2")));
        assertThat(changes().removed()).containsExactly(List.of("b1", 2025));
        rows.settle(100);
        assertThat(rows.changes()).isEmpty();
        assertThat(rows.of(STAR, "b1")).containsExactly(new Star("b1", 2024, "4"), new Star("b1", 2026, "2"));
    }

    @Test
    void whatWasNeverLookedAtIsWrittenBlindly() {
        rows.put(STAR, new Star("b1", 2024, "4"));
        rows.remove(STAR, "b2", 2024);
        assertThat(changes().written()).hasSize(1);
        assertThat(changes().removed()).hasSize(1);
        assertThat(loads).isEmpty();
        assertThat(rows.find(STAR, "b2", 2024)).as("taken away, although the table still has it").isEmpty();
    }

    @Test
    void aFoldThatFailsHalfWayLeavesNothing() {
        rows.put(STAR, new Star("b2", 2025, "1"));
        rows.mark();
        rows.put(STAR, new Star("b2", 2025, "2"));
        rows.remove(STAR, "b1", 2024);
        rows.undo();
        assertThat(rows.find(STAR, "b2", 2025)).contains(new Star("b2", 2025, "1"));
        assertThat(rows.find(STAR, "b1", 2024)).isPresent();
        assertThat(changes().removed()).isEmpty();
    }

    @Test
    void aFamilyIsLoadedAtOnceAndWhatWasLookedAtLongAgoIsForgotten() {
        rows.expect(List.of(Set.of("b1", "b2", "b3")));
        rows.of(STAR, "b2");
        rows.of(STAR, "b1");
        rows.of(STAR, "b3");
        assertThat(loads).singleElement().satisfies(subjects -> assertThat(subjects).hasSize(3));
        assertThat(rows.held()).as("three rows and three subjects").isEqualTo(6);
        rows.settle(2);
        assertThat(rows.held()).isLessThanOrEqualTo(2);
        rows.of(STAR, "b2");
        assertThat(loads).hasSize(2);
    }

    @Test
    void rowsThatStartWithEmptyTablesAreAllFresh() {
        Rows empty = Rows.empty();
        empty.put(STAR, new Star("b1", 2024, "4"));
        empty.put(STAR, new Star("b1", 2024, "5"));
        assertThat(empty.changes().getFirst().fresh()).isEqualTo(List.of(new Star("b1", 2024, "5")));
    }
}
