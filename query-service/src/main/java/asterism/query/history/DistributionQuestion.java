package asterism.query.history;

import asterism.query.known.Known;
import asterism.query.projecting.Live;
import asterism.query.projecting.Records;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many branches of each body hold which star? */
@Component
public class DistributionQuestion {
    private static final String DISTRIBUTION = """
            select m.body, o.zh, o.en, s.level, count(*)::int as branches
            from branch b
            cross join lateral (
                select body from membership m where m.branch = b.branch and m.from_day <= :validAt and m.position <= :asOf
                    and m.recorded_at <= :knownAt
                order by m.from_day desc, m.position desc limit 1) as m
            left join body o on o.body = m.body
            left join stretch s on s.branch = b.branch and s.from_day <= :validAt and (s.until_day is null or s.until_day > :validAt)
                and\s""" + Known.BELIEVED + """
            where m.body is not null
            group by m.body, o.zh, o.en, s.level order by m.body, s.level desc nulls last""";
    private final Live live;

    DistributionQuestion(Live live) {
        this.live = live;
    }

    /**
     * How many branches of a body hold a level.
     *
     * @param level none for those that are unrated
     */
    public record Share(String body, @Nullable String zh, @Nullable String en, @Nullable String level, int branches) {
    }

    /** Of the branches that there were on the day asked about, as it was known. */
    public Answer<List<Share>> distribution(Clocks clocks) {
        return live.ask(HistoryProjection.NAME, view -> view.sql().sql(DISTRIBUTION).params(clocks.of(view.at()))
                .query(Records.of(Share.class)).list());
    }
}
