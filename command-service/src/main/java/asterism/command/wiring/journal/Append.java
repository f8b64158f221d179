package asterism.command.wiring.journal;

import java.util.List;
import java.util.UUID;

/**
 * What one command wants recorded: all of it or nothing.
 *
 * @param commandId  the idempotency key: a command is recorded once, however often it is sent
 * @param digest     of the command's body, at most 64 bytes: the same id with another digest is refused
 * @param facts      in order; at most 10,000. None: only the conditions are checked, and nothing is remembered of the command
 * @param conditions streams that were read to decide, each of which must still stand at that version (0: must have no facts)
 */
@SuppressWarnings("ArrayRecordComponent") // a digest, handed through; appends are never compared
public record Append(UUID commandId, byte[] digest, List<NewFact> facts, List<StreamVersion> conditions) {

    public Append {
        facts = List.copyOf(facts);
        conditions = List.copyOf(conditions);
        if (digest.length > 64 || facts.size() > 10_000) {
            throw new IllegalArgumentException("an append has at most 10,000 facts and a digest of at most 64 bytes");
        }
    }

    int size() {
        return facts.stream().mapToInt(NewFact::size).sum();
    }
}
