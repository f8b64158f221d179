package asterism.command.wiring.deciding;

import asterism.command.core.Command;
import asterism.command.core.Commands.Ask;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.StreamVersion;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.PersonId;
import asterism.journal.Uuids;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a decision into what the journal is to record. */
final class Writing {
    private Writing() {
    }

    static Envelope envelope(Command command, Ask ask, Look look) {
        return new Envelope(ask.id(), command.getClass().getSimpleName(), ask.actor(), person(ask.onBehalfOf()), ask.reason(), ask.cause(),
                look.reads(command.stream()), traceparent());
    }

    /** The span in which the command is decided, where somebody follows it; what nobody follows need not be kept for ever. */
    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isSampled() ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01" : null;
    }

    /** @throws IllegalStateException where a fact is of another subject than the command: one decision, one history */
    static Append append(Command command, byte[] digest, long version, List<Event> facts, Envelope envelope,
                         List<StreamVersion> conditions, LocalDate today, Keys keys) {
        byte[] metadata = EventJson.write(envelope);
        List<NewFact> recorded = new ArrayList<>();
        for (Event fact : facts) {
            if (!fact.stream().equals(command.stream())) {
                throw new IllegalStateException("a decision about " + command.stream() + " led to a fact of " + fact.stream());
            }
            int ordinal = recorded.size();
            byte[] payload = EventJson.write(fact, Uuids.event(envelope.command(), ordinal, digest), keys);
            recorded.add(new NewFact(fact.stream().toString(), version + ordinal + 1, EventTypes.nameOf(fact.getClass()),
                    fact.effectiveOn(today), metadata, payload));
        }
        return new Append(envelope.command(), digest, recorded, conditions);
    }

    private static @Nullable String person(@Nullable PersonId person) {
        return person == null ? null : "person/" + person;
    }
}
