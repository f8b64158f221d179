package asterism.command.wiring.journal;

import asterism.journal.Leaf;
import asterism.journal.Recorded;
import asterism.journal.Uuids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts of a batch with their places, times and leaves, and the head they lead to.
 *
 * @param rows     in order
 * @param head     after the last of them
 * @param outcomes one for each append, in order
 */
record Batch(List<Row> rows, Head head, List<Outcome> outcomes) {

    /** @param now recorded as the time of all of them, unless the head is later */
    static Batch after(Head head, List<Pending> appends, Instant now) {
        var recordedAt = now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
        var frontier = head.frontier().copy();
        var rows = new ArrayList<Row>();
        var outcomes = new ArrayList<Outcome>();
        for (var pending : appends) {
            var append = pending.append();
            var facts = new ArrayList<Recorded>(append.facts().size());
            for (var given : append.facts()) {
                var id = Uuids.event(append.commandId(), facts.size(), append.digest());
                var fact = new Recorded(frontier.size() + 1, id, given.stream(), given.version(), given.type(),
                        given.effectiveOn(), recordedAt,
                        given.metadata(), given.payload());
                var leaf = Leaf.hash(fact);
                frontier.add(leaf);
                rows.add(new Row(fact, append.commandId(), facts.size(), append.digest(), leaf));
                facts.add(fact);
            }
            outcomes.add(new Outcome.Appended(List.copyOf(facts)));
        }
        return new Batch(rows, new Head(frontier.size(), recordedAt, frontier.root(), frontier), outcomes);
    }
}
