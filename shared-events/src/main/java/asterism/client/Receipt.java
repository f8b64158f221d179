package asterism.client;

import java.util.List;
import java.util.UUID;

/**
 * What a command led to.
 *
 * @param stream   its subject
 * @param version  the subject stands at, to be named in the next command about it
 * @param position of the last fact in the journal
 * @param facts    wire names; none where it stood already
 */
public record Receipt(UUID command, String stream, long version, long position, List<String> facts) {
}
