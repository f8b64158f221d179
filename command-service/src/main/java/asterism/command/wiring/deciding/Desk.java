package asterism.command.wiring.deciding;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Command;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Outcome;
import asterism.command.wiring.journal.StreamVersion;
import asterism.command.wiring.keys.Keyring.KeyErased;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Sha256;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the commands of one capability are decided and recorded.
 *
 * <p>What is at hand may be behind: a refusal, or an acceptance without facts, counts only after a look at where the streams
 * stand; facts count only if the journal takes them. Whoever loses a race is decided once more, unless they said which version
 * they had seen.
 */
final class Desk<C extends Command, S, F extends Event, G> {
    private static final int TRIES = 2;

    private final Capability<C, S, F, G> capability;
    private final Office office;

    Desk(Capability<C, S, F, G> capability, Office office) {
        this.capability = capability;
        this.office = office;
    }

    /** One command on the desk. */
    @SuppressWarnings("ArrayRecordComponent") // a digest, handed on; cases are never compared
    private record Case<C, S>(C command, Ask ask, byte[] digest, Asked asked, Known<S> known, Look look) {
    }

    Answer handle(C command, Ask ask) {
        byte[] digest = Digests.of(command, ask);
        return office.outcomes().recent(ask.id(), digest).orElseGet(() -> decide(command, ask, digest));
    }

    private Answer decide(C command, Ask ask, byte[] digest) {
        for (int left = TRIES; left > 0; left--) {
            Optional<Answer> answer = decideOnce(lookAt(command, ask, digest));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return unsettled(command.stream());
    }

    /** What {@link #handle} would answer if it were asked for the first time now. */
    Answer rehearse(C command, Ask ask) {
        for (int left = TRIES; left > 0; left--) {
            Case<C, S> on = lookAt(command, ask, Digests.of(command, ask));
            if (ask.ifVersion() != null && ask.ifVersion() != on.known().version()) {
                return deniedOrStale(on);
            }
            Decision decision = judge(on);
            if (!moved(on)) {
                return said(on, decision);
            }
        }
        return unsettled(command.stream());
    }

    private Answer said(Case<C, S> on, Decision decision) {
        return switch (decision) {
            case Decision.Refused(var refusal) -> refused(refusal, on);
            case Decision.Accepted(var facts, _) -> new Answer.Done(on.command().stream().toString(),
                    on.known().version() + facts.size(), office.journal().head(),
                    facts.stream().map(fact -> EventTypes.nameOf(fact.getClass())).toList());
        };
    }

    private Answer unsettled(StreamId stream) {
        return new Answer.Conflict(stream.toString(), office.journal().lastVersion(stream.toString()), false);
    }

    private Case<C, S> lookAt(C command, Ask ask, byte[] digest) {
        Instant now = office.clock().instant();
        Asked asked = new Asked(ask.id(), ask.actor(), ask.onBehalfOf(), ask.reason(), now, office.clock().day(now));
        Known<S> known = office.states().of(capability.decider(), command.stream());
        if (ask.ifVersion() != null && ask.ifVersion() > known.version()) {
            known = office.states().fresh(capability.decider(), command.stream());
        }
        return new Case<>(command, ask, digest, asked, known, office.look());
    }

    /** Empty where something moved meanwhile and it is worth another try. */
    private Optional<Answer> decideOnce(Case<C, S> on) {
        if (on.ask().ifVersion() != null && on.ask().ifVersion() != on.known().version()) {
            return Optional.of(earlier(on).orElseGet(() -> deniedOrStale(on)));
        }
        return switch (judge(on)) {
            case Decision.Refused(var refusal) -> moved(on) ? Optional.empty() : Optional.of(refuse(on, refusal));
            case Decision.Accepted(var facts, var texts) when facts.isEmpty() && !texts.isEmpty() ->
                    Optional.of(tell(on, texts.getFirst()));
            case Decision.Accepted(var facts, _) when facts.isEmpty() -> moved(on) ? Optional.empty() : Optional.of(nothingToRecord(on));
            case Decision.Accepted accepted -> record(on, accepted);
        };
    }

    /** Where something stands is told only to those who may ask for it. */
    private Answer deniedOrStale(Case<C, S> on) {
        return office.gate().refusal(on.command(), on.asked()).map(denied -> refused(denied, on))
                .orElseGet(() -> stale(on.command().stream(), on.known().version()));
    }

    private Decision judge(Case<C, S> on) {
        Optional<Refusal> denied = office.gate().refusal(on.command(), on.asked()).or(() -> office.wrongFiles(on.command()));
        if (denied.isPresent()) {
            return new Decision.Refused(denied.get());
        }
        S state = on.known().state();
        return capability.decider().decide(state, on.command(), capability.given(on.command(), state, on.asked(), on.look()));
    }

    private boolean moved(Case<C, S> on) {
        String stream = on.command().stream().toString();
        if (office.journal().lastVersion(stream) != on.known().version()) {
            office.states().fresh(capability.decider(), on.command().stream());
            return true;
        }
        return on.look().moved(on.command().stream());
    }

    private Answer refuse(Case<C, S> on, Refusal refusal) {
        Optional<Answer> earlier = earlier(on);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Answer answer = refused(refusal, on);
        return switch (refusal.kind()) {
            case INVALID, UNKNOWN, DENIED -> answer;
            case RULE -> office.outcomes().keep(on.ask().id(), on.digest(), answer);
            case GUARD -> {
                office.guardLog().attempt(on.command(), on.asked(), refusal);
                yield office.outcomes().keep(on.ask().id(), on.digest(), answer);
            }
        };
    }

    /** Who is denied learns neither that the subject is there nor where it stands. */
    private Answer refused(Refusal refusal, Case<C, S> on) {
        return new Answer.Refused(refusal, refusal.kind() == Refusal.Kind.DENIED ? 0 : on.known().version());
    }

    /** As things stand at hand: whoever acts on it names the text, and that command looks again. */
    private Answer tell(Case<C, S> on, String text) {
        office.documents().keep(text);
        return new Answer.Told(on.command().stream().toString(), on.known().version(), Sha256.of(text), text);
    }

    private Answer nothingToRecord(Case<C, S> on) {
        return earlier(on).orElseGet(() -> office.outcomes().keep(on.ask().id(), on.digest(), new Answer.Done(
                on.command().stream().toString(), on.known().version(), office.journal().head(), List.of())));
    }

    private Optional<Answer> record(Case<C, S> on, Decision.Accepted accepted) {
        accepted.documents().forEach(office.documents()::keep);
        Envelope envelope = Writing.envelope(on.command(), on.ask(), on.look());
        Append append;
        try {
            append = Writing.append(on.command(), on.digest(), on.known().version(), accepted.facts(), envelope,
                    on.look().conditions(on.command().stream()), on.asked().today(), office.keys());
        } catch (KeyErased _) {
            return Optional.of(refuse(on, new Refusal(Refusal.Kind.RULE, "key.erased",
                    "the values of this person were erased, and nothing new is written about them", null)));
        }
        return switch (office.journal().append(append)) {
            case Outcome.Appended(var recorded) -> {
                office.directories().recorded(recorded);
                office.states().add(capability.decider(), on.command().stream(), on.known(), accepted.facts(), envelope);
                yield Optional.of(done(recorded));
            }
            case Outcome.Repeated(var recorded) -> Optional.of(done(recorded));
            case Outcome.OtherBody() -> Optional.of(new Answer.OtherCommand());
            case Outcome.Conflict(var actual) -> conflict(on, actual);
        };
    }

    private Optional<Answer> conflict(Case<C, S> on, List<StreamVersion> actual) {
        office.states().fresh(capability.decider(), on.command().stream());
        on.look().refresh();
        String own = on.command().stream().toString();
        Long ifVersion = on.ask().ifVersion();
        return actual.stream().filter(at -> ifVersion != null && at.stream().equals(own) && at.version() != ifVersion).findFirst()
                .map(at -> earlier(on).orElseGet(() -> stale(on.command().stream(), at.version())));
    }

    /** The answer this command got before: with facts from the journal, without from the outcomes. */
    private Optional<Answer> earlier(Case<C, S> on) {
        return office.journal().answered(on.ask().id(), on.digest()).map(outcome -> switch (outcome) {
            case Outcome.Repeated(var recorded) -> done(recorded);
            case Outcome.Appended(var recorded) -> done(recorded);
            case Outcome.OtherBody() -> new Answer.OtherCommand();
            case Outcome.Conflict _ -> throw new IllegalStateException("a command that was recorded cannot be in conflict");
        }).or(() -> office.outcomes().find(on.ask().id(), on.digest()));
    }

    private static Answer stale(StreamId stream, long version) {
        return new Answer.Conflict(stream.toString(), version, true);
    }

    private static Answer done(List<Recorded> facts) {
        Recorded last = facts.getLast();
        return new Answer.Done(last.stream(), last.version(), last.position(), facts.stream().map(Recorded::type).toList());
    }
}
