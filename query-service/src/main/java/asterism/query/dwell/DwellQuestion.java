package asterism.query.dwell;

import asterism.events.Post;
import asterism.policy.Policy;
import asterism.query.course.Stage;
import asterism.query.known.Known;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long do cases stay in each stage, and where does somebody keep them waiting? */
@Component
public class DwellQuestion {
    /** What was known of the stays that had begun by the day asked about, as they stood on it. */
    private static final String STAYS = """
            select branch, stage, escalated_to, due_on, until_on is null or until_on > :validAt as open,
                   least(until_on, :validAt) - from_on as days, least(until_on, :validAt) > due_on as late
            from stay where from_on <= :validAt and (:round::text is null or round = :round) and\s""" + Known.BELIEVED;
    private static final String DWELL = """
            select stage, count(*)::int as stays, (count(*) filter (where open))::int as open,
                   round((percentile_cont(0.5) within group (order by days))::numeric, 1) as median,
                   round((percentile_cont(0.9) within group (order by days))::numeric, 1) as ninetieth,
                   max(days) as longest, count(due_on)::int as dated, (count(*) filter (where late))::int as late
            from (""" + STAYS + ") as stays group by stage";
    private static final String OVERDUE = """
            select s.stage, b.body, s.escalated_to, count(*)::int as cases, min(s.due_on) as first_due_on,
                   max((:validAt)::date - s.due_on) as most_days
            from (""" + STAYS + """
            ) as s left join branch b using (branch) where s.open and s.late
            group by s.stage, b.body, s.escalated_to order by most_days desc, s.stage, b.body""";
    private final Live live;

    DwellQuestion(Live live) {
        this.live = live;
    }

    /**
     * The days that cases stayed in a stage; those that were still in it count up to the day asked about.
     *
     * @param stays     how many times a case came into it
     * @param open      how many were in it that day
     * @param ninetieth nine in ten stay no longer than that
     * @param dated     how many had a last day
     * @param late      how many of these were not over by it
     */
    public record Dwell(
            Stage stage, int stays, int open, BigDecimal median, BigDecimal ninetieth, int longest, int dated, int late) {
    }

    /**
     * Cases whose last day in a stage was over on the day asked about, by whom they waited for.
     *
     * @param posts       any of which may act
     * @param body        to which the branches belong
     * @param escalatedTo the body that is to look after them
     * @param mostDays    by which the one that has waited longest is late
     */
    public record Overdue(
            Stage stage, Set<Post> posts, @Nullable String body, @Nullable String escalatedTo, int cases, LocalDate firstDueOn,
            int mostDays) {
    }

    private record Found(Stage stage, @Nullable String body, @Nullable String escalatedTo, int cases, LocalDate firstDueOn, int mostDays) {
    }

    /**
     * By stage, in the order of the procedure.
     *
     * @param round of one round alone; of all where none
     */
    public Answer<List<Dwell>> dwell(@Nullable String round, Clocks clocks) {
        return live.ask(DwellProjection.NAME, view -> view.sql().sql(DWELL).params(clocks.of(view.at())).param("round", round)
                .query(Dwell.class).list().stream().sorted(Comparator.comparing(Dwell::stage)).toList());
    }

    /** Those that waited longest first. */
    public Answer<List<Overdue>> overdue(Clocks clocks) {
        return live.ask(DwellProjection.NAME, view -> view.sql().sql(OVERDUE).params(clocks.of(view.at())).param("round", null)
                .query(Found.class).list().stream().map(found -> new Overdue(found.stage(), posts(found.stage()), found.body(),
                        found.escalatedTo(), found.cases(), found.firstDueOn(), found.mostDays())).toList());
    }

    private static Set<Post> posts(Stage stage) {
        return command(stage).map(Policy::posts).orElse(Set.of());
    }

    /** What must be asked to leave the stage. */
    private static Optional<String> command(Stage stage) {
        return Optional.ofNullable(switch (stage) {
            case DRAFT, RETURNED -> "SubmitApplication";
            case SUBMITTED -> "AcceptApplication";
            case DESK_REVIEW -> "CompleteDeskReview";
            case SITE_VISIT -> "CompleteSiteVisit";
            case SCORING -> "SubmitScores";
            case MODERATION -> "ConfirmScore";
            case RANKED -> "AllocateQuota";
            case DECISION -> "Decide";
            case DECIDED -> "PostNotice";
            case CONFIRMED -> "Award";
            case PUBLIC_NOTICE, AWARDED, DECLINED, LAPSED, WITHDRAWN, ENDED_WITH_BRANCH, READDRESSED, NOT_GRANTED -> null;
        });
    }
}
