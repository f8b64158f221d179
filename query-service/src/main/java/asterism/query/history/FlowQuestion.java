package asterism.query.history;

import asterism.query.known.Known;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many branches moved from which star to which? */
@Component
public class FlowQuestion {
    private static final String ON = """
            select b.branch, s.level from branch b left join stretch s on s.branch = b.branch and s.from_day <= %1$s
            and (s.until_day is null or s.until_day > %1$s) and\s""" + Known.BELIEVED
            + " where b.position <= :asOf and b.recorded_at <= :knownAt";
    private static final String IN = """
            select b.branch, e.level from branch b left join entry e on e.branch = b.branch and e.kind = 'AWARD'
            and e.application = %s || '.' || b.branch and e.position <= :asOf and e.recorded_at <= :knownAt
            and not exists (select from uncounted u where u.branch = e.branch and u.because = e.because and\s""" + Known.BELIEVED
            + ") where b.position <= :asOf and b.recorded_at <= :knownAt";
    private final Live live;

    FlowQuestion(Live live) {
        this.live = live;
    }

    /**
     * How many branches held the one star and then the other.
     *
     * @param fromLevel none where they held no star
     * @param toLevel   none where they hold none
     */
    public record Flow(@Nullable String fromLevel, @Nullable String toLevel, int branches) {
    }

    /** Between the stars of two days, as they were known. */
    public Answer<List<Flow>> between(LocalDate from, LocalDate to, Clocks clocks) {
        return flow(ON, from, to, clocks);
    }

    /** Between what two rounds awarded, as it was known; awards that were struck out by then do not count. */
    public Answer<List<Flow>> betweenRounds(String from, String to, Clocks clocks) {
        return flow(IN, from, to, clocks);
    }

    private Answer<List<Flow>> flow(String at, Object from, Object to, Clocks clocks) {
        return live.ask(HistoryProjection.NAME, view -> view.sql().sql("""
                with was as (%s), now as (%s)
                select was.level as from_level, now.level as to_level, count(*)::int as branches from was join now using (branch)
                group by was.level, now.level order by length(was.level) desc nulls last, was.level desc nulls last,
                    length(now.level) desc nulls last, now.level desc nulls last""".formatted(at.formatted(":from"), at.formatted(":to")))
                .param("from", from).param("to", to).params(clocks.of(view.at())).query(Flow.class).list());
    }
}
