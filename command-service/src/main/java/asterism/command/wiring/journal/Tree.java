package asterism.command.wiring.journal;

/**
 * The tree over the whole journal at one moment.
 *
 * @param size how many facts
 * @param root RFC 6962 root over their leaves, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // a hash to hand on; compare roots, not trees
public record Tree(long size, byte[] root) {
}
