package asterism.query.rating;

import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a branch came from and what became of it, across every reorganisation on record. */
@Component
public class LineageQuestion {
    private static final String STEPS = """
            select k.branch, k.other, b.zh as other_zh, b.en as other_en, k.kind, k.role, k.was_zh, k.was_en, k.now_zh, k.now_en,
                   k.approval, k.from_day, k.position, k.recorded_at
            from kin k left join branch b on b.branch = k.other
            """;
    private final Live live;

    LineageQuestion(Live live) {
        this.live = live;
    }

    /**
     * A branch of the family.
     *
     * @param endedOn first day on which there is no such branch any more; none while there is
     */
    public record Member(String branch, String zh, String en, LocalDate foundedOn, @Nullable LocalDate endedOn) {
    }

    /**
     * What one reorganisation was to one branch.
     *
     * @param other the branch it has to do with; the branch itself where it was renamed, moved or abolished
     * @param kind  {@code RENAME}, {@code TRANSFER}, {@code MERGE}, {@code SPLIT} or {@code ABOLISH}
     * @param role  what the other is to the branch: {@code CAME_FROM}, {@code BECAME} or {@code ITSELF}
     * @param wasZh the former name of the branch, or of the body it belonged to
     * @param nowZh the new one
     */
    public record Step(
            String branch, String other, String otherZh, String otherEn, String kind, String role, @Nullable String wasZh,
            @Nullable String wasEn, @Nullable String nowZh, @Nullable String nowEn, String approval, LocalDate fromDay, long position,
            Instant recordedAt) {
    }

    /** @param members all branches that mergers and splits connect with this one, itself among them */
    public record Lineage(String branch, List<Member> members, List<Step> steps) {
    }

    /**
     * The whole family of a branch, as it was known; its members bear the names and last days of today.
     *
     * @throws Refused where there is no such branch
     */
    public Answer<Lineage> lineage(String branch, Clocks clocks) {
        return live.ask(RatingProjection.NAME, view -> {
            Map<String, Object> known = clocks.of(view.at());
            List<Member> members = view.sql().sql("""
                    with recursive family(branch) as (
                        select b.branch from branch b where b.branch = :branch
                        union select k.other from kin k join family f on f.branch = k.branch
                        where k.position <= :asOf and k.recorded_at <= :knownAt)
                    select branch, zh, en, founded_on, ended_on from branch join family using (branch) order by branch""")
                    .params(known).param("branch", branch)
                    .query(Member.class).list();
            if (members.isEmpty()) {
                throw Refused.unknown("branch.unknown", "There is no such branch.");
            }
            return new Lineage(branch, members, view.sql()
                    .sql(STEPS + """
                            where k.branch in (:members) and k.position <= :asOf and k.recorded_at <= :knownAt
                            order by k.position, k.branch, k.other""")
                    .params(known).param("members", members.stream().map(Member::branch).toList()).query(Step.class).list());
        });
    }

    /** What happened to one branch, oldest first. */
    static List<Step> of(String branch, Live.View view) {
        return view.sql().sql(STEPS + "where k.branch = ? order by k.from_day, k.position, k.other").param(branch).query(Step.class).list();
    }
}
