package asterism.query.dashboard;

import asterism.query.course.Stage;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Refused;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many branches hold which star, by agency; and how far each round is. */
@Component
public class DashboardQuestion {
    private static final String DISTRIBUTION = """
            select b.body, o.zh, o.en, s.level, count(*)::int as branches
            from branch b left join body o using (body)
            left join star s on s.branch = b.branch and s.from_day <= :on and (s.until_day is null or s.until_day > :on)
            group by b.body, o.zh, o.en, s.level order by b.body, s.level desc nulls last""";
    private static final String MOVES = """
            select a.level as was, s.level as now, count(*)::int as branches from branch b
            left join star a on a.branch = b.branch and a.from_day <= :from and (a.until_day is null or a.until_day > :from)
            left join star s on s.branch = b.branch and s.from_day <= :to and (s.until_day is null or s.until_day > :to)
            group by a.level, s.level order by length(a.level) desc nulls last, a.level desc nulls last,
                     length(s.level) desc nulls last, s.level desc nulls last""";
    private final Live live;

    DashboardQuestion(Live live) {
        this.live = live;
    }

    /**
     * How many branches of a body hold a level.
     *
     * @param level none for those that are unrated
     */
    public record Share(String body, @Nullable String zh, @Nullable String en, @Nullable String level, int branches) {
    }

    /**
     * How far a round is.
     *
     * @param sealed applications on the sealed roster; none before it is sealed
     * @param stages how many applications stand in each stage
     * @param levels how many stand at each level, as last computed, proposed, decided or awarded: who contends for the seats
     */
    public record Round(
            String round, String zh, String en, String scheme, String version, String office, LocalDate opensOn,
            LocalDate applicationsUntil, @Nullable Integer sealed, boolean closed, Map<Stage, Integer> stages, Map<String, Integer> levels,
            List<Quota> quotas) {
    }

    /**
     * What a quota of a round gave out.
     *
     * @param base     units the seats are a share of; none before the allocation
     * @param taken    seats used; none before the allocation
     * @param tied     branches the cut could not tell apart
     * @param resolved nothing is open any more
     */
    public record Quota(String quota, @Nullable Integer base, int seats, @Nullable Integer taken, List<String> tied, boolean resolved) {
    }

    /** How many branches stood at one level and stand at another; none means unrated. */
    public record Move(@Nullable String was, @Nullable String now, int branches) {
    }

    /** How the stars of one day became those of another, of the branches there are now. */
    public Answer<List<Move>> moves(LocalDate from, LocalDate to) {
        return live.ask(DashboardProjection.NAME, view -> view.sql().sql(MOVES).param("from", from).param("to", to)
                .query(Move.class).list());
    }

    /** @param on as on this day; today where none */
    public Answer<List<Share>> distribution(@Nullable LocalDate on) {
        return live.ask(DashboardProjection.NAME, view -> view.sql().sql(DISTRIBUTION)
                .param("on", on == null ? view.at().today() : on).query(Share.class).list());
    }

    /** All rounds, the latest first. */
    public Answer<List<Round>> rounds() {
        return live.ask(DashboardProjection.NAME, view -> view.sql().sql("select * from round order by opens_on desc, round")
                .query(DashboardProjection.ROUND).stream().map(round -> whole(round, view)).toList());
    }

    /** @throws Refused where there is no such round */
    public Answer<Round> round(String id) {
        return live.ask(DashboardProjection.NAME, view -> view.sql().sql("select * from round where round = ?").param(id)
                .query(DashboardProjection.ROUND).optional().map(round -> whole(round, view))
                .orElseThrow(() -> Refused.unknown("round.unknown", "There is no such round.")));
    }

    private static Round whole(DashboardProjection.Round round, Live.View view) {
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        view.sql().sql("select stage, count(*)::int as applications from course where round = ? group by stage").param(round.round())
                .query((ResultSet found) -> {
                    stages.put(Stage.valueOf(found.getString("stage")), found.getInt("applications"));
                });
        Map<String, Integer> levels = new TreeMap<>();
        view.sql().sql("select level, count(*)::int as applications from course where round = ? and level is not null group by level")
                .param(round.round()).query((ResultSet found) -> {
                    levels.put(found.getString("level"), found.getInt("applications"));
                });
        List<Quota> quotas = view.sql().sql("select * from quota where round = ? order by quota").param(round.round())
                .query(DashboardProjection.QUOTA).stream()
                .map(quota -> new Quota(quota.quota(), quota.base(), quota.seats(), quota.taken(), quota.tied(), quota.resolved()))
                .toList();
        return new Round(round.round(), round.zh(), round.en(), round.scheme(), round.version(), round.office(), round.opensOn(),
                round.applicationsUntil(), round.sealed(), round.closed(), stages, levels, quotas);
    }
}
