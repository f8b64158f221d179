package asterism.query.web;

import asterism.query.web.asking.CommandApi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the log says of itself and proves, as the command-service gives it out: shown here, never made here. */
@Component
class Logbook {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final CommandApi commands;

    Logbook(CommandApi commands) {
        this.commands = commands;
    }

    /**
     * A signed checkpoint.
     *
     * @param size of the log in facts
     * @param root of its tree, base64
     * @param text the whole note as it is signed
     */
    public record Checkpoint(String log, String size, String root, String text) {
    }

    /** The log's keys as it publishes them. */
    record Keys(String key, String changes) {
    }

    /**
     * That a fact is in the tree.
     *
     * @param path siblings, lowest first, base64
     */
    public record Inclusion(long position, long size, String leaf, String root, List<String> path) {
    }

    /** Empty where none is given out now. */
    Optional<Checkpoint> checkpoint() {
        return commands.get("/checkpoint", Optional.empty()).filter(Logbook::good).map(Logbook::text).flatMap(Logbook::checkpoint);
    }

    private static Optional<Checkpoint> checkpoint(String note) {
        List<String> lines = note.lines().toList();
        return lines.size() < 3 ? Optional.empty() : Optional.of(new Checkpoint(lines.get(0), lines.get(1), lines.get(2), note));
    }

    /** The key that signs now and a line for each change of keys before; empty where nobody answers. */
    Optional<Keys> keys() {
        Optional<String> key = commands.get("proofs/key", Optional.empty()).filter(Logbook::good).map(Logbook::text);
        return key.flatMap(now -> commands.get("proofs/keys", Optional.empty()).filter(Logbook::good).map(Logbook::text)
                .map(changes -> new Keys(now.strip(), changes)));
    }

    /** Empty where there is none, because the fact is not signed for yet, or nobody answers. */
    Optional<Inclusion> inclusion(long position) {
        return inclusion("position=" + position);
    }

    /** In the tree of that size. */
    Optional<Inclusion> inclusion(long position, String size) {
        return inclusion("position=" + position + "&size=" + size);
    }

    /** What shows that the tree of one size grew out of that of the other; empty where nobody answers. */
    Optional<List<byte[]>> consistency(long from, long to) {
        return proof("consistency?from=" + from + "&to=" + to, Consistency.class).map(Consistency::path);
    }

    private record Consistency(List<byte[]> path) {
    }

    private Optional<Inclusion> inclusion(String which) {
        return proof("inclusion?" + which, Inclusion.class);
    }

    private <T> Optional<T> proof(String which, Class<T> type) {
        return commands.get("proofs/" + which, Optional.empty()).filter(Logbook::good).flatMap(answer -> {
            try {
                return Optional.of(JSON.readValue(answer.body(), type));
            } catch (JacksonException e) {
                return Optional.empty();
            }
        });
    }

    private static boolean good(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 200;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
