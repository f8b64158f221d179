package asterism.cli.bench;

import asterism.journal.Frontier;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What the journal's proofs cost an append: the leaf of each fact and the tree's root once for a commit, and nothing else. */
final class Hashing implements Work {
    private static final int COMMIT = 64; // fewer than share one at 256 callers, so rather too dear than too cheap
    private static final UUID ID = new UUID(1, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.000001Z");

    private final Frontier tree = new Frontier();
    private final byte[] metadata = Samples.metadata();
    private final byte[] payload = Samples.payload();
    private long size;

    @Override
    public int once() {
        for (var i = 0; i < COMMIT; i++) {
            size++;
            tree.add(Leaf.hash(new Recorded(size, ID, "bench/0123456789abcdef", 1, "bench.recorded/1", TODAY, NOW, metadata, payload)));
        }
        if (tree.root().length == 0) {
            throw new BenchFailure("a tree has a root");
        }
        return COMMIT;
    }

    @Override
    public long stored() {
        return size;
    }

    @Override
    public void close() {
        // nothing is kept
    }
}
