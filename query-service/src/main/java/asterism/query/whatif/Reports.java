package asterism.query.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports that are kept, beside all projections: the newest of them, by what was asked and at which position. */
@Component
class Reports {
    private static final int KEPT = 200;
    private final JdbcClient sql;

    Reports(JdbcClient sql) {
        this.sql = sql;
    }

    /** How a report stands. */
    enum State { RUNNING, DONE, REFUSED, FAILED, CANCELLED }

    /**
     * A report.
     *
     * @param report   SHA-256 of the question, the position and the day
     * @param position of the last fact it may look at
     * @param today    the day a round that is not rated yet would be rated on
     * @param steps    how many it has taken
     * @param ofSteps  how many there are; 0 while nobody knows
     * @param seenAt   when it last moved
     * @param code     why there is no result
     */
    record Row(String report, String question, String askedBy, Instant askedAt, long position, LocalDate today, State state, long steps,
               long ofSteps, Instant seenAt, @Nullable String result, @Nullable String code, @Nullable String sentence) {
    }

    Optional<Row> find(String report) {
        return sql.sql("select * from what_if where report = ?").param(report).query(Row.class).optional();
    }

    /** All that are kept, those asked for last first; without their results. */
    List<Row> newest() {
        return sql.sql("""
                select report, question, asked_by, asked_at, position, today, state, steps, of_steps, seen_at, null as result, code,
                       sentence from what_if order by asked_at desc, report""").query(Row.class).list();
    }

    /** A report that is under way from now on, in the place of an earlier try; the oldest beyond those kept are forgotten. */
    void begin(String report, String question, String askedBy, long position, LocalDate today, Instant now) {
        sql.sql("""
                insert into what_if (report, question, asked_by, asked_at, position, today, state, seen_at)
                values (?, ?, ?, ?, ?, ?, 'RUNNING', ?)
                on conflict (report) do update set state = 'RUNNING', steps = 0, of_steps = 0, asked_by = excluded.asked_by,
                    asked_at = excluded.asked_at, seen_at = excluded.seen_at, result = null, code = null, sentence = null""")
                .params(report, question, askedBy, at(now), position, today, at(now)).update();
        sql.sql("delete from what_if where report not in (select report from what_if order by asked_at desc, report limit ?)")
                .param(KEPT).update();
    }

    void progress(String report, long steps, long of, Instant now) {
        sql.sql("update what_if set steps = ?, of_steps = ?, seen_at = ? where report = ? and state = 'RUNNING'")
                .params(steps, of, at(now), report).update();
    }

    void end(String report, State state, @Nullable String result, @Nullable String code, @Nullable String sentence, Instant now) {
        sql.sql("""
                update what_if set state = :state, result = :result, code = :code, sentence = :sentence, seen_at = :now,
                    steps = case when :state = 'DONE' then of_steps else steps end
                where report = :report and state = 'RUNNING'""")
                .param("state", state.name()).param("result", result).param("code", code).param("sentence", sentence)
                .param("now", at(now)).param("report", report).update();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
