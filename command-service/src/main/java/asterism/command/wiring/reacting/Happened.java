package asterism.command.wiring.reacting;

/**
 * Says that a fact stands in the journal, and where. What it is stays there: neither tokens nor dead letters hold any of it.
 *
 * @param branch key of the branch the fact is about, or its stream
 */
public record Happened(long position, String type, String branch) {
}
