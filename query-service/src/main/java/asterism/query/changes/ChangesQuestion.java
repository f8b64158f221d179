package asterism.query.changes;

import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which facts came after a position? */
@Component
public class ChangesQuestion {
    private final Live live;

    ChangesQuestion(Live live) {
        this.live = live;
    }

    /**
     * A fact, without what it says.
     *
     * @param type   its wire name
     * @param branch it is about; none where it is about more than one
     */
    public record Change(long position, String type, String stream, @Nullable String branch, LocalDate effectiveOn, Instant recordedAt) {
    }

    /** The next facts after a position, at most that many. */
    public Answer<List<Change>> after(long position, int most) {
        return live.ask(ChangesProjection.NAME, view -> view.sql().sql("""
                select position, type, stream, branch, effective_on, recorded_at
                from change where position > ? order by position limit ?""").params(position, most).query(Change.class).list());
    }

    /** The position up to which facts are known. */
    public long head() {
        return live.ask(ChangesProjection.NAME, _ -> "").at().position();
    }
}
