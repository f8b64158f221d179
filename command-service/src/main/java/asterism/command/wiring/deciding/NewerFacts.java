package asterism.command.wiring.deciding;

import asterism.command.wiring.Mark;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.journal.Uuids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal holds facts of types that this build does not know: what it decided without them would be wrong. */
public final class NewerFacts extends RuntimeException {
    NewerFacts(List<String> types) {
        super("The journal holds facts that this build does not know: " + String.join(", ", types) + ".");
    }

    /**
     * Lets no build decide that cannot read what was recorded. What was once found to be known is not looked at again by builds that
     * know the same.
     *
     * @param anyway somebody said in so many words that it may: the histories that hold such a fact refuse commands one by one
     */
    static void refuse(JdbcClient database, boolean anyway) {
        String known = EventTypes.all().stream().map(EventTypes::nameOf).collect(Collectors.joining(" "));
        Mark looked = new Mark(database, "known " + Uuids.v5(new UUID(0, 0), known));
        long head = database.sql("select coalesce(max(position), 0) from journal.fact").query(Long.class).single();
        List<String> unknown = database.sql("select distinct type from journal.fact where position > ? and position <= ? order by type")
                .param(looked.position()).param(head).query(String.class).list().stream()
                .filter(type -> EventJson.typeOf(type).isEmpty()).toList();
        if (unknown.isEmpty()) {
            looked.move(head);
        } else if (!anyway) {
            throw new NewerFacts(unknown);
        }
    }

    /** Says at the start what to do about it. */
    static final class Analyzer extends AbstractFailureAnalyzer<NewerFacts> {
        @Override
        protected FailureAnalysis analyze(Throwable root, NewerFacts cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()),
                    "Start the build that recorded them, or a later one: an earlier one can be gone back to only before it has recorded "
                            + "anything new. Where these facts are known to be of no account, set asterism.journal.may-hold-unknown=true.",
                    cause);
        }
    }
}
