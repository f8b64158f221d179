package asterism.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who, on whose behalf, why, and because of what. Effective date and recorded time stand beside it in the journal.
 *
 * @param command     id of the command that led to the fact
 * @param asked       name of that command, such as {@code SubmitApplication}
 * @param actor       {@code person/<id>}, {@code system/<name>}, {@code survey/<id>} or {@code public}
 * @param onBehalfOf  the person who delegated, {@code person/<id>}
 * @param reason      the reason given, as published; must not name persons
 * @param cause       id of the fact that made the system ask, where a fact did
 * @param reads       other streams the decision looked at, at the version it saw
 * @param traceparent W3C trace context, for following one command through the services
 */
public record Envelope(
        UUID command, @Open String asked, @Open String actor, @Open @Nullable String onBehalfOf, @Open @Nullable String reason,
        @Nullable UUID cause, List<Read> reads, @Open @Nullable String traceparent) {

    /** A stream as a decision saw it. */
    public record Read(@Open String stream, long version) {
    }

    public Envelope {
        reads = List.copyOf(reads);
    }
}
