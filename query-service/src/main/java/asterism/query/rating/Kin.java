package asterism.query.rating;

import asterism.events.BranchEvent.AppealsLeft;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchEvent;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.journal.Recorded;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one reorganisation was to one branch.
 *
 * @param other    the branch it has to do with; the branch itself where it was renamed, moved or abolished
 * @param wasZh    the former name of the branch, or of the body it belonged to; none where it kept both
 * @param nowZh    the new one
 * @param approval reference of the order
 * @param fromDay  first day
 */
record Kin(String branch, long position, String other, Reorganisation kind, Role role, @Nullable String wasZh, @Nullable String wasEn,
           @Nullable String nowZh, @Nullable String nowEn, String approval, LocalDate fromDay, Instant recordedAt) {
    static final Table<Kin> TABLE = Table.of("kin", Kin.class, 3);

    /** What the other branch is to this one. */
    enum Role { ITSELF, CAME_FROM, BECAME }

    /** Names are taken from the rows as they are before the fact changes them. */
    static void fold(BranchEvent event, Recorded at, Rows rows) {
        switch (event) {
            case BranchRegistered _ -> { }
            case BranchRenamed renamed -> rows.find(RatingProjection.BRANCH, renamed.branch().value()).ifPresent(was -> put(renamed,
                    Reorganisation.RENAME, new Label(was.zh(), was.en()), renamed.name(), at, rows));
            case BranchTransferred moved -> rows.find(RatingProjection.BRANCH, moved.branch().value()).ifPresent(was -> put(moved,
                    Reorganisation.TRANSFER, body(was.body(), rows), body(moved.body().value(), rows), at, rows));
            case BranchesMerged merged -> merged.of().forEach(part -> both(merged, Reorganisation.MERGE, part, merged.branch(), at, rows));
            case BranchSplit split -> split.into().stream().filter(part -> !part.equals(split.branch()))
                    .forEach(part -> both(split, Reorganisation.SPLIT, split.branch(), part, at, rows));
            case BranchEnded ended when ended.because() == Reorganisation.ABOLISH ->
                    put(ended, Reorganisation.ABOLISH, null, null, at, rows);
            case BranchEnded _, AppealsLeft _ -> { }
        }
    }

    private static @Nullable Label body(String id, Rows rows) {
        return rows.find(RatingProjection.BODY, id).map(body -> new Label(body.zh(), body.en())).orElse(null);
    }

    private static void put(Reorganised order, Reorganisation kind, @Nullable Label was, @Nullable Label now, Recorded at, Rows rows) {
        String branch = order.branch().value();
        rows.put(TABLE, new Kin(branch, at.position(), branch, kind, Role.ITSELF, was == null ? null : was.zh(),
                was == null ? null : was.en(), now == null ? null : now.zh(), now == null ? null : now.en(), order.approval(),
                order.from(), at.recordedAt()));
    }

    private static void both(Reorganised order, Reorganisation kind, BranchId from, BranchId into, Recorded at, Rows rows) {
        rows.put(TABLE, of(order, kind, from, into, Role.BECAME, at));
        rows.put(TABLE, of(order, kind, into, from, Role.CAME_FROM, at));
    }

    private static Kin of(Reorganised order, Reorganisation kind, BranchId branch, BranchId other, Role role, Recorded at) {
        return new Kin(branch.value(), at.position(), other.value(), kind, role, null, null, null, null, order.approval(), order.from(),
                at.recordedAt());
    }
}
