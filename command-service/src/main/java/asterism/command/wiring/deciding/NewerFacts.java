package asterism.command.wiring.deciding;

import asterism.events.EventJson;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal holds facts of types that this build does not know: what it decided without them would be wrong. */
public final class NewerFacts extends RuntimeException {
    NewerFacts(List<String> types) {
        super("The journal holds facts that this build does not know: " + String.join(", ", types) + ".");
    }

    /**
     * Lets no build decide that cannot read what was recorded.
     *
     * @param anyway somebody said in so many words that it may: the histories that hold such a fact refuse commands one by one
     */
    static void refuse(JdbcClient database, boolean anyway) {
        List<String> unknown = database.sql("select distinct type from journal.fact order by type").query(String.class).list().stream()
                .filter(type -> EventJson.typeOf(type).isEmpty()).toList();
        if (!unknown.isEmpty() && !anyway) {
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
