package asterism.query.worklist;

import asterism.query.known.Known;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An open step, and between which facts it was. */
record ItemVersion(
        String subject, String slot, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
        String branch, String step, @Nullable String person, @Nullable String body, @Nullable LocalDate dueOn,
        @Nullable LocalDate reminded, LocalDate since) implements Known.Version<ItemVersion> {
    static final Table<ItemVersion> TABLE = Table.of("item_version", ItemVersion.class, 3);

    static ItemVersion of(WorklistProjection.Item item) {
        return new ItemVersion(item.subject(), item.slot(), 0, Instant.EPOCH, null, null, item.branch(), item.step(), item.person(),
                item.body(), item.dueOn(), item.reminded(), item.since());
    }

    @Override
    public ItemVersion known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
        return new ItemVersion(subject, slot, from, fromAt, to, toAt, branch, step, person, body, dueOn, reminded, since);
    }
}
