package asterism.checking;

import asterism.events.EventJson;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.events.UnreadableFact;
import asterism.journal.Recorded;
import java.util.List;

/**
 * Holds a journal, and what stands beside it, against I1 to I10. Takes the facts in the order in which they are read; memory grows
 * with streams and commands, not with what facts say. Not for several threads at once.
 */
public final class Invariants {
    private final Findings findings = new Findings();
    private final Beside beside;
    private final Keys keys;
    private final Order order;
    private final Obedience obedience;
    private final Procedures procedures;
    private final Separation separation;
    private final Stars stars;

    /** @param keys of sealed values; with {@link Keys#NONE} what was sealed is not compared with what was opened */
    public Invariants(Beside beside, Keys keys) {
        this.beside = beside;
        this.keys = keys;
        order = new Order(beside.checkpoints(), findings);
        obedience = new Obedience(beside, findings);
        procedures = new Procedures(findings);
        separation = new Separation(findings);
        stars = new Stars(findings);
    }

    /** Checks a whole journal at once; the size and the root are those that its head claims. */
    public static List<Finding> check(Iterable<Recorded> journal, long size, byte[] root, Beside beside, Keys keys) {
        Invariants invariants = new Invariants(beside, keys);
        journal.forEach(invariants::take);
        return invariants.conclude(size, root);
    }

    /** The next fact of the journal. */
    public void take(Recorded recorded) {
        order.take(recorded);
        Fact fact;
        try {
            fact = EventJson.read(recorded, keys);
        } catch (UnreadableFact unreadable) {
            if (!beside.poison().containsKey(recorded.position())) {
                findings.add("I7", recorded.position(), "nobody can read it: " + unreadable.getMessage());
            }
            return;
        }
        obedience.take(fact);
        procedures.take(fact);
        separation.take(fact);
        stars.take(fact);
    }

    /**
     * After the last fact; to be asked once.
     *
     * @param size how many facts the head of the journal claims
     * @param root over their leaves, as the head claims
     */
    public List<Finding> conclude(long size, byte[] root) {
        order.conclude(size, root);
        obedience.conclude();
        stars.conclude(beside.stars());
        Builds.check(beside, order.size(), findings);
        return findings.all();
    }
}
