package asterism.command.wiring.deciding;

import asterism.command.core.Commands.Answer;
import asterism.command.core.Refusal;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that left no fact, kept for 30 days, so that asking again gets the same answer. Which commands have one, this process
 * remembers, so that a new command costs no question; a command repeated to another process within a minute is decided anew.
 */
final class Outcomes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    /** Exactly one of the two. */
    private record Kept(Answer.@Nullable Done done, @Nullable Refusal refusal, long version) {
        Answer answer() {
            return done != null ? done : new Answer.Refused(Objects.requireNonNull(refusal), version);
        }
    }

    Outcomes(JdbcClient database) {
        this.database = database;
        tidy();
    }

    /** Forgets what is older than 30 days, and learns what other processes answered. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        known.removeAll(database.sql("delete from desk.outcome where answered_at < now() - interval '30 days' returning command_id")
                .query(UUID.class).set());
        known.addAll(database.sql("select command_id from desk.outcome").query(UUID.class).list());
    }

    /** The answer given before, where this process knows of one. */
    Optional<Answer> recent(UUID command, byte[] digest) {
        return known.contains(command) ? find(command, digest) : Optional.empty();
    }

    /** The answer given before. */
    Optional<Answer> find(UUID command, byte[] digest) {
        return database.sql("select digest, answer from desk.outcome where command_id = ?").param(command)
                .query((row, _) -> Arrays.equals(row.getBytes(1), digest)
                        ? JSON.readValue(row.getString(2), Kept.class).answer() : new Answer.OtherCommand())
                .optional();
    }

    /** Keeps an answer; where one was kept before, that one counts. */
    Answer keep(UUID command, byte[] digest, Answer answer) {
        Kept kept = switch (answer) {
            case Answer.Done done -> new Kept(done, null, done.version());
            case Answer.Refused refused -> new Kept(null, refused.refusal(), refused.version());
            case Answer.Told _, Answer.Conflict _, Answer.OtherCommand _ ->
                    throw new IllegalArgumentException("no answer to keep: " + answer);
        };
        int added = database.sql("insert into desk.outcome (command_id, digest, answer) values (?, ?, ?) on conflict do nothing")
                .param(command).param(digest).param(JSON.writeValueAsString(kept)).update();
        known.add(command);
        return added == 1 ? answer : find(command, digest).orElse(answer);
    }
}
