package asterism.query.rating;

import asterism.query.projecting.Live;
import asterism.query.rating.LineageQuestion.Step;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What do people want to see of the stars: a list to look through, how many there are of each, and the story of one? */
@Component
public class StarsQuestion {
    private static final String HELD = """
            from branch b join body o on o.body = b.body
            left join star s on s.branch = b.branch and s.from_day <= :on and (s.until_day is null or s.until_day > :on)
            left join entry e on e.branch = s.branch and e.because = s.because
            """;
    private static final String NARROWED = """
            where (b.ended_on is null or b.ended_on > :on) and (:body::text is null or b.body = :body)
              and (:name::text is null or lower(b.zh) like :name or lower(b.en) like :name or lower(b.branch) like :name)
            """;
    private static final String ROW = """
            select b.branch, b.zh, b.en, b.body, o.zh as body_zh, o.en as body_en, s.level, s.from_day as since, e.recorded_at, s.because,
                   b.ended_on
            """;
    private final Live live;

    StarsQuestion(Live live) {
        this.live = live;
    }

    /**
     * Which branches to list.
     *
     * @param name  part of a name in either language, or of the id; case does not matter
     * @param body  only branches of this body
     * @param level only this level; {@code none} for unrated branches
     * @param after only branches after this one, in the order of ids
     * @param limit how many, at most {@link Page#MOST}
     */
    public record Wanted(@Nullable String name, @Nullable String body, @Nullable String level, @Nullable String after, int limit) {

        /** The pattern for LIKE; what would be a wildcard there is taken as it is written. */
        @Nullable String pattern() {
            return name == null ? null : "%" + name.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        }
    }

    /**
     * A branch with the star it holds today.
     *
     * @param level      none while it is unrated
     * @param since      first day of this level
     * @param recordedAt when the decision was recorded
     * @param because    the decision it rests on
     * @param endedOn    first day on which there is no such branch any more; none while there is
     */
    public record Held(
            String branch, String zh, String en, String body, String bodyZh, String bodyEn, @Nullable String level,
            @Nullable LocalDate since, @Nullable Instant recordedAt, @Nullable String because, @Nullable LocalDate endedOn) {
    }

    /** How many branches hold a level today; none means unrated. */
    public record Count(@Nullable String level, long branches) {
    }

    /** What there is of a list: a page of it, and how many of each level the name and body leave over. */
    public record Found(Page<Held> page, List<Count> counts) {
    }

    /**
     * A stretch of days with one level, as it is known now.
     *
     * @param until      the first day after it; none while it lasts
     * @param recordedAt when the decision was recorded
     */
    public record Stretch(
            @Nullable String level, LocalDate fromDay, @Nullable LocalDate until, String because, Instant recordedAt) {
    }

    /**
     * A decision about the star, whether it counts or not.
     *
     * @param kind     the kind of decision, such as {@code AWARD} or {@code SUSPENSION}
     * @param change   how an award compares with the star before; of another decision, its ground, or nothing
     * @param struck   it no longer counts
     * @param position of the fact
     */
    public record Decided(
            String because, @Nullable String level, String kind, String change, boolean struck, LocalDate effectiveOn,
            Instant recordedAt, long position) {
    }

    /** A branch, the stretches of its star and its reorganisations oldest first, the decisions newest first, all levels, lowest first. */
    public record Told(Held held, List<Stretch> stretches, List<Decided> decisions, List<String> levels, List<Step> lineage) {
    }

    /** How many branches of a body hold each level; unrated ones under the empty text. */
    public record Group(String body, String zh, String en, Map<String, Long> branches) {
    }

    private record Cell(String body, String zh, String en, @Nullable String level, long branches) {
    }

    /** The branches wanted, and how many there are at each level before a level is chosen. */
    public Answer<Found> find(Wanted wanted) {
        return live.ask(RatingProjection.NAME, view -> new Found(
                Page.of(bound(view, ROW + HELD + NARROWED + """
                                and (:level::text is null or coalesce(s.level, 'none') = :level) and b.branch > :after
                                order by b.branch limit :most""", wanted)
                        .param("level", wanted.level()).param("after", wanted.after() == null ? "" : wanted.after())
                        .param("most", wanted.limit() + 1).query(Held.class).list(), wanted.limit(), Held::branch),
                bound(view, "select s.level, count(*) as branches " + HELD + NARROWED
                        + "group by s.level order by length(s.level) desc nulls last, s.level desc nulls last", wanted)
                        .query(Count.class).list()));
    }

    private static JdbcClient.StatementSpec bound(Live.View view, String sql, Wanted wanted) {
        return view.sql().sql(sql).param("on", view.at().today()).param("body", wanted.body()).param("name", wanted.pattern());
    }

    /** @throws Refused where there is no such branch */
    public Answer<Told> told(String branch) {
        return live.ask(RatingProjection.NAME, view -> new Told(held(view, branch),
                view.sql().sql("""
                        select s.level, s.from_day, s.until_day as until, s.because, e.recorded_at
                        from star s join entry e using (branch, because) where branch = ? order by s.from_day""")
                        .param(branch).query(Stretch.class).list(),
                view.sql().sql("""
                        select because, level, kind, change, struck, effective_on, recorded_at, position
                        from entry where branch = ? order by seq desc""")
                        .param(branch).query(Decided.class).list(),
                view.sql().sql("select level from rung order by length(level), level")
                        .query(String.class).list(), LineageQuestion.of(branch, view)));
    }

    private static Held held(Live.View view, String branch) {
        return view.sql().sql(ROW + HELD + "where b.branch = :branch").param("on", view.at().today()).param("branch", branch)
                .query(Held.class).optional().orElseThrow(() -> Refused.unknown("branch.unknown", "There is no such branch."));
    }

    /** How many branches of each body hold each level today; bodies without branches are left out. */
    public Answer<List<Group>> groups() {
        return live.ask(RatingProjection.NAME, view -> grouped(view.sql()
                .sql("select b.body, o.zh, o.en, s.level, count(*) as branches " + HELD
                        + "where b.ended_on is null or b.ended_on > :on group by b.body, o.zh, o.en, s.level")
                .param("on", view.at().today()).query(Cell.class).list()));
    }

    private static List<Group> grouped(List<Cell> cells) {
        Map<String, Group> groups = new TreeMap<>();
        for (Cell cell : cells) {
            groups.computeIfAbsent(cell.body(), body -> new Group(body, cell.zh(), cell.en(), new TreeMap<>()))
                    .branches().put(cell.level() == null ? "" : cell.level(), cell.branches());
        }
        return List.copyOf(groups.values());
    }
}
