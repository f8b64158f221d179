package asterism.query.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the clock of a demo world stands: at the newest fact any projection has applied. */
@Component
class DemoClock {
    private final JdbcClient sql;

    DemoClock(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty outside a demo world, and where the database does not answer: an error page must not fail over it. */
    Optional<Instant> now() {
        try {
            return sql.sql("select max(applied_at) from live join build using (projection, number) where demo")
                    .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }
}
