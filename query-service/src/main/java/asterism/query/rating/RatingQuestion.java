package asterism.query.rating;

import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which star does each branch hold, on a day, as it is known now? */
@Component
public class RatingQuestion {
    private static final String RATINGS = """
            select b.branch, b.zh, b.en, b.body, o.zh as body_zh, o.en as body_en, b.kind, s.level, s.from_day as since,
                   s.until_day as until, s.because, s.change, s.application, r.statement as reply
            from branch b
            left join body o on o.body = b.body
            left join star s on s.branch = b.branch and s.from_day <= :on and (s.until_day is null or s.until_day > :on)
            left join reply r on r.application = s.application
            """;
    private static final String WITHIN = """
            b.body in (with recursive within(body) as (
                select :body::text collate "C" union select c.body from body c join within w on c.parent = w.body) select body from within)
            """;
    private final Live live;

    RatingQuestion(Live live) {
        this.live = live;
    }

    /**
     * The star of a branch.
     *
     * @param body        the body it is subordinate to
     * @param kind        kind of unit in the scheme
     * @param level       none while it is unrated
     * @param since       first day of this level
     * @param until       first day after it, where that is known already
     * @param because     the decision it rests on
     * @param change      how the award compares with the star before; of a downgrade, its ground
     * @param application where an award was decided
     * @param reply       what the branch says to the findings of that application; none where it did not reply
     */
    public record Rating(
            String branch, String zh, String en, String body, @Nullable String bodyZh, @Nullable String bodyEn, String kind,
            @Nullable String level, @Nullable LocalDate since, @Nullable LocalDate until, @Nullable String because,
            @Nullable String change, @Nullable String application, @Nullable String reply) {
    }

    /** A body as lists can be narrowed to it. */
    public record Body(String body, @Nullable String parent, String kind, String zh, String en) {
    }

    /**
     * Which ratings to list.
     *
     * @param body  only branches of this body and of those under it
     * @param level only this level; {@code none} for unrated branches
     * @param on    as on this day; today where none
     * @param after only branches after this one, in the order of ids
     * @param limit how many, at most {@link Page#MOST}
     */
    public record Wanted(@Nullable String body, @Nullable String level, @Nullable LocalDate on, @Nullable String after, int limit) {
        public static Wanted all() {
            return new Wanted(null, null, null, null, 100);
        }
    }

    public Answer<Page<Rating>> ratings(Wanted wanted) {
        StringBuilder sql = new StringBuilder(RATINGS)
                .append("where b.branch > :after and (b.ended_on is null or b.ended_on > :on)\n");
        if (wanted.body() != null) {
            sql.append("and ").append(WITHIN);
        }
        if ("none".equals(wanted.level())) {
            sql.append("and s.level is null\n");
        } else if (wanted.level() != null) {
            sql.append("and s.level = :level\n");
        }
        sql.append("order by b.branch limit :most");
        return live.ask(RatingProjection.NAME, view -> Page.of(view.sql().sql(sql.toString())
                .param("on", wanted.on() == null ? view.at().today() : wanted.on())
                .param("after", wanted.after() == null ? "" : wanted.after())
                .param("body", wanted.body()).param("level", wanted.level()).param("most", wanted.limit() + 1)
                .query(Rating.class).list(), wanted.limit(), Rating::branch));
    }

    /** @throws Refused where there is no such branch */
    public Answer<Rating> rating(String branch) {
        return live.ask(RatingProjection.NAME, view -> view.sql().sql(RATINGS + "where b.branch = :branch")
                .param("on", view.at().today()).param("branch", branch).query(Rating.class).optional()
                .orElseThrow(() -> Refused.unknown("branch.unknown", "There is no such branch.")));
    }

    /** All bodies, to narrow a list by. */
    public Answer<List<Body>> bodies() {
        return live.ask(RatingProjection.NAME, view -> view.sql().sql("select body, parent, kind, zh, en from body order by body")
                .query(Body.class).list());
    }
}
