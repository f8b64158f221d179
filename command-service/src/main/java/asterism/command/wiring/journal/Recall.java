package asterism.command.wiring.journal;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What the rows of a command that was recorded before mean for the one who sends it now. */
final class Recall {

    private Recall() {
    }

    /**
     * @param rows      the command's, all of them, in order
     * @param mayBeOurs whether they may come from an earlier attempt on this very append, whose answer was lost
     */
    static Outcome outcome(Append append, List<Row> rows, boolean mayBeOurs) {
        return mayBeOurs && samePlaces(append, rows)
                ? appendedOr(append, rows)
                : outcome(append.commandId(), append.digest(), rows);
    }

    static Outcome outcome(UUID commandId, byte[] digest, List<Row> rows) {
        var same = rows.stream().allMatch(row -> row.commandId().equals(commandId) && Arrays.equals(row.digest(), digest));
        return same ? new Outcome.Repeated(rows.stream().map(Row::fact).toList()) : new Outcome.OtherBody();
    }

    private static Outcome appendedOr(Append append, List<Row> rows) {
        return switch (outcome(append.commandId(), append.digest(), rows)) {
            case Outcome.Repeated(var facts) -> new Outcome.Appended(facts);
            case Outcome other -> other;
        };
    }

    /** That the ids are there proves nothing: they may stand at other versions from an earlier try. */
    private static boolean samePlaces(Append append, List<Row> rows) {
        var wanted = append.facts().stream().map(f -> new StreamVersion(f.stream(), f.version())).toList();
        return wanted.equals(rows.stream().map(r -> new StreamVersion(r.fact().stream(), r.fact().version())).toList());
    }
}
