package asterism.query.dashboard;

import asterism.query.course.Stage;
import asterism.query.known.Known;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Refused;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far is each round, and what did its quotas give out? */
@Component
public class DashboardQuestion {
    private static final String ROUNDS = "select * from round where " + Known.BELIEVED;
    private static final String COUNTED = """
            select %1$s as what, count(*)::int as applications from course where round = :round and %1$s is not null and\s"""
            + Known.BELIEVED + " group by %1$s";
    private final Live live;

    DashboardQuestion(Live live) {
        this.live = live;
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

    /** All rounds as they were known, the latest first. */
    public Answer<List<Round>> rounds(Clocks clocks) {
        return live.ask(DashboardProjection.NAME, view -> {
            Map<String, Object> known = clocks.of(view.at());
            return view.sql().sql(ROUNDS + " order by opens_on desc, round").params(known)
                    .query(DashboardProjection.ROUND).stream().map(round -> whole(round, known, view)).toList();
        });
    }

    /** @throws Refused where there is no such round, or none was known then */
    public Answer<Round> round(String id, Clocks clocks) {
        return live.ask(DashboardProjection.NAME, view -> {
            Map<String, Object> known = clocks.of(view.at());
            return view.sql().sql(ROUNDS + " and round = :round").params(known).param("round", id)
                    .query(DashboardProjection.ROUND).optional().map(round -> whole(round, known, view))
                    .orElseThrow(() -> Refused.unknown("round.unknown", "There is no such round."));
        });
    }

    private static Round whole(DashboardProjection.Round round, Map<String, Object> known, Live.View view) {
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        counted("stage", round, known, view).forEach((stage, applications) -> stages.put(Stage.valueOf(stage), applications));
        List<Quota> quotas = view.sql().sql("select * from quota where round = :round and " + Known.BELIEVED + " order by quota")
                .params(known).param("round", round.round()).query(DashboardProjection.QUOTA).stream()
                .map(quota -> new Quota(quota.quota(), quota.base(), quota.seats(), quota.taken(), quota.tied(), quota.resolved()))
                .toList();
        return new Round(round.round(), round.zh(), round.en(), round.scheme(), round.version(), round.office(), round.opensOn(),
                round.applicationsUntil(), round.sealed(), round.closed(), stages, counted("level", round, known, view), quotas);
    }

    /** How many applications of the round there are of each. */
    private static Map<String, Integer> counted(String what, DashboardProjection.Round round, Map<String, Object> known, Live.View view) {
        Map<String, Integer> counted = new TreeMap<>();
        view.sql().sql(COUNTED.formatted(what)).params(known).param("round", round.round()).query((ResultSet found) -> {
            counted.put(found.getString("what"), found.getInt("applications"));
        });
        return counted;
    }
}
