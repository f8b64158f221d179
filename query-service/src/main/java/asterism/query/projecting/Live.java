package asterism.query.projecting;

import asterism.query.reading.Answer;
import asterism.query.reading.At;
import asterism.query.reading.NotYet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the build that answers: one snapshot holds which build that is, where it stands, and the rows. It is one of the version that
 * runs; until there is one, that of another version answers, as far as its tables are those that are asked for.
 */
@Component
public class Live {
    /** That of this version before any other's. */
    private static final String WHICH = """
            from public.live join public.build using (projection, number) where projection = ?
            order by for_version = ? desc, for_version desc limit 1""";
    /** The level of isolation goes with the first question, as asking for it costs a round trip of its own otherwise. */
    private static final String STANDS = """
            set transaction isolation level repeatable read;
            select set_config('search_path', 'p_' || projection || '_' || number, true), number, applied, applied_at, demo\s""" + WHICH;
    private static final String OF_THIS_VERSION = "select count(*) from public.live where projection = ? and for_version = ?";
    private static final Duration STEP = Duration.ofMillis(50);
    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final TransactionTemplate snapshot;
    private final Map<String, Integer> versions;
    private final Pulse pulse;
    private final ZoneId zone;
    private final Clock clock = Clock.systemUTC();

    Live(JdbcTemplate jdbc, PlatformTransactionManager transactions, List<Projection> projections, Pulse pulse,
            @Value("${asterism.zone:Asia/Shanghai}") ZoneId zone) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
        this.versions = projections.stream().collect(Collectors.toMap(Projection::name, Projection::version));
        this.pulse = pulse;
        this.zone = zone;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
    }

    /** What a question sees: the tables of its projection by their plain names, and where they stand. */
    public record View(JdbcClient sql, At at) {
    }

    /** @throws NotYet where no build of the projection answers yet */
    public <T> Answer<T> ask(String projection, Function<View, T> question) {
        try {
            Answer<T> answer = snapshot.execute(_ -> {
                At at = stands(projection).orElseThrow(() -> new NotYet(projection + " is being built"));
                return new Answer<>(at, question.apply(new View(sql, at)));
            });
            return answer;
        } catch (BadSqlGrammarException otherTables) {
            if (sql.sql(OF_THIS_VERSION).params(projection, version(projection)).query(Integer.class).single() == 0) {
                throw new NotYet(projection + " is being built");
            }
            throw otherTables;
        }
    }

    private int version(String projection) {
        return versions.getOrDefault(projection, 0);
    }

    private Optional<At> stands(String projection) {
        return jdbc.execute(STANDS, (PreparedStatement statement) -> {
            statement.setString(1, projection);
            statement.setInt(2, version(projection));
            statement.execute();
            statement.getMoreResults();
            try (ResultSet found = statement.getResultSet()) {
                return found.next() ? Optional.of(at(projection, found)) : Optional.empty();
            }
        });
    }

    private At at(String projection, ResultSet found) throws SQLException {
        var at = found.getTimestamp("applied_at");
        Instant appliedAt = at == null ? Instant.EPOCH : at.toInstant();
        LocalDate today = LocalDate.ofInstant(found.getBoolean("demo") ? appliedAt : clock.instant(), zone);
        return new At(projection + "-" + found.getInt("number"), found.getLong("applied"), appliedAt, today);
    }

    /**
     * Waits until the projection has come to a position.
     *
     * @throws NotYet where it has not within that time
     */
    public void await(String projection, long position, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        AtomicLong stands = new AtomicLong();
        while (applied(projection, stands) < position) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (left.isNegative()) {
                throw new NotYet("%s stands at position %d, not yet at %d".formatted(projection, stands.get(), position));
            }
            pulse.await(left.compareTo(STEP) < 0 ? left : STEP);
        }
    }

    /** Waits until some build may have moved, at most that long: for those who then look again. */
    public void pause(Duration atMost) {
        pulse.await(atMost);
    }

    private long applied(String projection, AtomicLong stands) {
        stands.set(sql.sql("select applied " + WHICH).params(projection, version(projection)).query(Long.class).optional().orElse(0L));
        return stands.get();
    }
}
