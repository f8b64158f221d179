package asterism.command.wiring.journal;

import java.util.Optional;

/**
 * What recomputing the journal from its rows gave.
 *
 * @param tree  recomputed from the rows up to the fault
 * @param fault the first thing found wrong
 */
public record Verified(Tree tree, Optional<Fault> fault) {

    /**
     * What is wrong, and where.
     *
     * @param position of the first row at fault; one more than the last row when it is the head that does not fit the rows
     * @param what     is wrong there, in a sentence
     */
    public record Fault(long position, String what) {
    }

    /** Whether nothing was found wrong. */
    public boolean sound() {
        return fault.isEmpty();
    }
}
