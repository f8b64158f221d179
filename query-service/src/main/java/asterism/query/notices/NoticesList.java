package asterism.query.notices;

import asterism.query.known.Known;
import asterism.query.listing.Listing;
import asterism.query.listing.Readers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notices board: every notice there was, open to anyone. */
@Configuration(proxyBeanMethods = false)
class NoticesList {

    /**
     * A notice as it was known.
     *
     * @param level       the star decided
     * @param lastDay     last day for objections
     * @param provisional the calendar of that day's year is not yet published
     * @param running     on the day asked about
     * @param pausedOn    the day on which its days were stopped, since somebody objected; none where they run
     * @param objections  how many wait for an answer
     * @param closedOn    the day it ended, in peace or by an objection that was upheld
     * @param position    of the fact that says so
     */
    record Notice(
            String application, String branch, @Nullable String zh, @Nullable String en, @Nullable String level, String decision,
            LocalDate postedOn, LocalDate lastDay, boolean provisional, @Nullable LocalDate pausedOn, boolean running, int objections,
            @Nullable LocalDate closedOn,
            long position) {
    }

    @Bean
    Listing<Notice> notices() {
        return new Listing<>("notices", "The notices board: every notice, and which of them run on a day, as it was known", Readers.ANYONE,
                NoticesProjection.NAME, Notice.class, """
                select n.application, n.branch, b.zh, b.en, n.level, n.decision, n.posted_on, n.last_day, n.provisional, n.paused_on,
                       n.posted_on <= :validAt and (n.closed_on is null or n.closed_on > :validAt) as running, n.objections, n.closed_on,
                       n.known_from as position
                from notice n left join branch b using (branch) where n.posted_on is not null and\s""" + Known.BELIEVED,
                List.of("application"), false);
    }
}
