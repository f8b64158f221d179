package asterism.query.notices;

import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in public notice now? */
@Component
public class NoticesQuestion {
    private final Live live;

    NoticesQuestion(Live live) {
        this.live = live;
    }

    /**
     * A running notice.
     *
     * @param level       the star decided
     * @param lastDay     of the notice, and for objections where nothing else is said
     * @param provisional the calendar of that day's year is not yet published
     * @param pausedOn    the day on which its days were stopped, since somebody objected; none where they run
     * @param objectionsUntil last day for objections, where it is not that of the notice
     * @param objections  how many wait for an answer
     */
    public record Notice(
            String application, String branch, @Nullable String zh, @Nullable String en, @Nullable String level, String decision,
            LocalDate postedOn, LocalDate lastDay, boolean provisional, @Nullable LocalDate pausedOn,
            @Nullable LocalDate objectionsUntil, int objections) {
    }

    /** The running notices, the first to end first; at most a page. */
    public Answer<List<Notice>> running() {
        return live.ask(NoticesProjection.NAME, view -> view.sql().sql("""
                select n.application, n.branch, b.zh, b.en, n.level, n.decision, n.posted_on, n.last_day, n.provisional, n.paused_on,
                       n.objections_until, n.objections
                from notice n left join branch b using (branch) where n.open and n.known_to is null
                order by n.last_day, n.application limit ?""")
                .param(Page.MOST).query(Notice.class).list());
    }
}
