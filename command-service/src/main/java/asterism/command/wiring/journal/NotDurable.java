package asterism.command.wiring.journal;

import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** PostgreSQL runs with settings under which it may lose what it has acknowledged. */
public final class NotDurable extends RuntimeException {

    NotDurable(List<String> off) {
        super("PostgreSQL runs with " + String.join(", ", off) + " off: facts that were acknowledged could be lost.");
    }

    /** Says at the start what to do about it. */
    static final class Analyzer extends AbstractFailureAnalyzer<NotDurable> {
        @Override
        protected FailureAnalysis analyze(Throwable root, NotDurable cause) {
            return new FailureAnalysis(String.valueOf(cause.getMessage()),
                    "Turn them on in postgresql.conf, for the database and for the user; only where losing facts does not matter, "
                            + "set asterism.journal.may-lose-facts=true.", cause);
        }
    }
}
