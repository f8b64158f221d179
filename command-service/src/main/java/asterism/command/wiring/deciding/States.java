package asterism.command.wiring.deciding;

import asterism.command.core.Decider;
import asterism.command.wiring.journal.Journal;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The states of subjects, folded from their facts and kept at hand. A state kept may be behind, never ahead of the journal. */
final class States {
    private final Journal journal;
    private final Keys keys;
    private final Cache<StreamId, Known<?>> atHand = Caffeine.newBuilder().maximumSize(100_000).build();

    States(Journal journal, Keys keys) {
        this.journal = journal;
        this.keys = keys;
    }

    /** As at hand; loaded where it is not. */
    @SuppressWarnings("unchecked") // one decider per kind of stream: what it put here it finds here
    <S, F extends Event> Known<S> of(Decider<?, S, F, ?> decider, StreamId stream) {
        Known<?> known = atHand.getIfPresent(stream);
        return known == null ? refresh(decider, stream, new Known<>(0, decider.initial())) : (Known<S>) known;
    }

    /** As the journal has it now. */
    <S, F extends Event> Known<S> fresh(Decider<?, S, F, ?> decider, StreamId stream) {
        return refresh(decider, stream, of(decider, stream));
    }

    /** All subjects whose stream starts so, as the journal has them now. */
    <S, F extends Event> Map<StreamId, S> range(Decider<?, S, F, ?> decider, String prefix) {
        Map<StreamId, S> states = new LinkedHashMap<>();
        for (Recorded at : journal.streamsWithPrefix(prefix)) {
            Fact fact = EventJson.read(at, keys);
            states.compute(StreamId.of(at.stream()),
                    (_, before) -> with(decider, before == null ? decider.initial() : before, fact.event(), fact.envelope()));
        }
        return states;
    }

    /** The last such fact of a subject. */
    Optional<Recorded> last(StreamId stream, Predicate<Event> which) {
        return journal.stream(stream.toString(), 0).stream().filter(at -> which.test(EventJson.read(at, keys).event()))
                .reduce((_, later) -> later);
    }

    /** Takes in what was just recorded; where somebody else's facts lie between, nothing is kept. */
    <S, F extends Event> void add(Decider<?, S, F, ?> decider, StreamId stream, Known<S> before, List<Event> facts, Envelope envelope) {
        S state = before.state();
        for (Event fact : facts) {
            state = with(decider, state, fact, envelope);
        }
        keep(stream, new Known<>(before.version() + facts.size(), state));
    }

    private <S, F extends Event> Known<S> refresh(Decider<?, S, F, ?> decider, StreamId stream, Known<S> from) {
        List<Recorded> more = journal.stream(stream.toString(), from.version());
        S state = from.state();
        for (Recorded at : more) {
            Fact fact = EventJson.read(at, keys);
            state = with(decider, state, fact.event(), fact.envelope());
        }
        Known<S> known = new Known<>(from.version() + more.size(), state);
        keep(stream, known);
        return known;
    }

    @SuppressWarnings("unchecked") // as in of()
    private <S> void keep(StreamId stream, Known<S> known) {
        atHand.asMap().merge(stream, known, (old, fresh) -> Known.later((Known<S>) old, (Known<S>) fresh));
    }

    private static <S, F extends Event> S with(Decider<?, S, F, ?> decider, S state, Event fact, Envelope envelope) {
        return decider.evolve(state, decider.facts().cast(fact), envelope);
    }
}
