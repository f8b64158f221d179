package asterism.query.history;

import asterism.query.projecting.Live;
import asterism.query.projecting.Records;
import asterism.query.reading.Answer;
import asterism.query.reading.NotYet;
import asterism.query.reading.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The star of a branch over time, as it is known now or as it was known then. */
@Component
public class HistoryQuestion {
    private static final String STRETCHES = """
            select from_day as from, until_day as until, level, because, kind, change, application, effective_on, position, recorded_at,
                   known_from, known_from_at, known_to, known_to_at
            from stretch where branch = :branch\s""";
    private final Live live;

    HistoryQuestion(Live live) {
        this.live = live;
    }

    /**
     * A stretch of days with one level.
     *
     * @param from        first day
     * @param until       first day after it; none while it lasts
     * @param level       none where the branch was unrated
     * @param because     the decision it rests on
     * @param kind        the kind of decision, such as {@code AWARD} or {@code SUSPENSION}
     * @param change      how the award compares with the star before; of another decision, its ground, or nothing
     * @param effectiveOn the day the decision's fact says it holds from
     * @param position    of that fact
     * @param recordedAt  when it was recorded
     * @param knownFrom   position since which the stretch is believed to be so
     * @param knownTo     position since which it no longer is; none while it is
     */
    public record Stretch(
            LocalDate from, @Nullable LocalDate until, @Nullable String level, String because, String kind, String change,
            @Nullable String application, LocalDate effectiveOn, long position, Instant recordedAt, long knownFrom, Instant knownFromAt,
            @Nullable Long knownTo, @Nullable Instant knownToAt) {
    }

    /** @param asOfPosition what was known up to this position */
    public record History(String branch, long asOfPosition, List<Stretch> stretches) {
    }

    /**
     * Which part of the history.
     *
     * @param validAt      only the stretch that holds this day
     * @param knownAt      as it was known at this time
     * @param asOfPosition as it was known at this position; not together with {@code knownAt}
     */
    public record When(@Nullable LocalDate validAt, @Nullable Instant knownAt, @Nullable Long asOfPosition) {
        public static final When NOW = new When(null, null, null);
    }

    /** @throws Refused where there is no such branch, or the clocks contradict each other */
    public Answer<History> history(String branch, When when) {
        if (when.knownAt() != null && when.asOfPosition() != null) {
            throw Refused.bad("knownAt", "clock.twice", "Give knownAt or asOfPosition, not both.");
        }
        return live.ask(HistoryProjection.NAME, view -> {
            long asOf = asOf(branch, when, view);
            String sql = STRETCHES + "and known_from <= :asOf and (known_to is null or known_to > :asOf) "
                    + (when.validAt() == null ? "" : "and from_day <= :day and (until_day is null or until_day > :day) ")
                    + "order by from_day";
            List<Stretch> stretches = view.sql().sql(sql).param("branch", branch).param("asOf", asOf).param("day", when.validAt())
                    .query(Records.of(Stretch.class)).list();
            if (stretches.isEmpty()) {
                mustExist(branch, view);
            }
            return new History(branch, asOf, stretches);
        });
    }

    /**
     * Everything that was ever believed of the branch, also what no longer is, in the order it came to be believed.
     *
     * @throws Refused where there is no such branch
     */
    public Answer<History> everKnown(String branch) {
        return live.ask(HistoryProjection.NAME, view -> {
            mustExist(branch, view);
            return new History(branch, view.at().position(), view.sql().sql(STRETCHES + "order by known_from, from_day")
                    .param("branch", branch).query(Records.of(Stretch.class)).list());
        });
    }

    private static void mustExist(String branch, Live.View view) {
        if (view.sql().sql("select from branch where branch = ?").param(branch).query().listOfRows().isEmpty()) {
            throw Refused.unknown("branch.unknown", "There is no such branch.");
        }
    }

    private static long asOf(String branch, When when, Live.View view) {
        Long position = when.asOfPosition();
        if (position != null) {
            if (position < 0) {
                throw Refused.bad("asOfPosition", "position.out-of-range", "A position is 0 or more.");
            }
            if (position > view.at().position()) {
                throw new NotYet("The history stands at position %d, not yet at %d.".formatted(view.at().position(), position));
            }
            return position;
        }
        return when.knownAt() == null ? view.at().position() : lastBefore(branch, when.knownAt(), view);
    }

    /** The last position at or before that time at which the belief about this branch changed; 0 where none did. */
    private static long lastBefore(String branch, Instant time, Live.View view) {
        OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
        return view.sql().sql("""
                select greatest(coalesce(max(known_from) filter (where known_from_at <= :at), 0),
                                coalesce(max(known_to) filter (where known_to_at <= :at), 0))
                from stretch where branch = :branch""").param("at", at).param("branch", branch).query(Long.class).single();
    }
}
