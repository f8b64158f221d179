package asterism.query.web;

import asterism.query.web.asking.CommandApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people were told and what came of it, as the service that decides keeps it. A page does not wait long for it. */
@Component
class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final CommandApi commands;

    Mailbox(CommandApi commands) {
        this.commands = commands;
    }

    /**
     * A letter about a fact.
     *
     * @param channel   {@code PAGE} or {@code MAIL}
     * @param outcome   {@code WAITING}, {@code SEEN}, {@code SENT} or {@code FAILED}
     * @param settledAt none while it waits
     */
    public record Letter(long position, String person, String channel, String stream, String branch, String type, String outcome, int tries,
                         @Nullable Instant settledAt) {
        public boolean isNew() {
            return outcome.equals("WAITING");
        }
    }

    /** @param unseen how many in all were not seen yet */
    public record Mine(long unseen, List<Letter> letters) {
    }

    /** The letters of whoever holds the token, the newest first; empty where nobody answers in time. */
    Optional<Mine> mine(Optional<String> token) {
        return commands.read("letters", token, PATIENCE, Mine.class);
    }

    /** They have seen those up to a position. */
    void seen(long upTo, Optional<String> token) {
        commands.post("letters/seen?upTo=" + upTo, token);
    }

    /** What came of the letters about a stream's facts, by their positions; none where nobody answers, or not to this person. */
    Map<Long, List<Letter>> about(String stream, Optional<String> token) {
        return commands.read("letters/about?stream=" + URLEncoder.encode(stream, StandardCharsets.UTF_8), token, PATIENCE, Letter[].class)
                .stream().flatMap(Arrays::stream).collect(Collectors.groupingBy(Letter::position));
    }
}
