package asterism.command.wiring.journal;

/**
 * Where a stream stands.
 *
 * @param stream  {@code kind/id}
 * @param version of its last fact; 0 when it has none
 */
public record StreamVersion(String stream, long version) {
}
