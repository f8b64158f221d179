package asterism.local.demo;

import asterism.command.Capabilities;
import asterism.command.core.Alarm;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Command;
import asterism.command.core.Commands;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Reaction;
import asterism.command.core.Reading;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.events.Keys;
import asterism.events.Sha256;
import asterism.events.StreamId;
import asterism.journal.KeyChange;
import asterism.journal.Recorded;
import asterism.journal.Uuids;
import asterism.policy.Directory;
import asterism.ways.LegalWays;
import asterism.rating.whatif.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** The deciders, reactions and alarms of the house around a list of facts: the whole procedure, with nothing running. */
final class MemoryHouse implements World, Commands, Reading {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<StreamId, List<Fact>> streams = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final Map<StreamId, Object> states = new HashMap<>();
    private final Map<String, String> documents = new HashMap<>();
    private final Map<UUID, Answer> answers = new HashMap<>();
    private final Directory directory = new Directory();
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final LegalWays ways = new LegalWays();
    private final Map<String, LocalDate> alarms = new LinkedHashMap<>();
    private int reacted;
    private Instant now = CountyStory.STARTS;

    List<String> told() {
        return told;
    }

    /** All facts as the rating reads them. */
    List<Known> known() {
        return facts.stream().map(fact -> new Known(fact.at().position(), fact.at().effectiveOn(), fact.event())).toList();
    }

    /** All facts, with who asked and why. */
    List<Fact> history() {
        return List.copyOf(facts);
    }

    List<Event> facts() {
        return facts.stream().map(Fact::event).toList();
    }

    /** The facts as a journal would hold them, with their values closed under these keys. */
    List<Recorded> journal(Keys keys) {
        return facts.stream().map(fact -> new Recorded(fact.at().position(), fact.at().eventId(), fact.at().stream(), fact.at().version(),
                EventTypes.nameOf(fact.event().getClass()), fact.event().effectiveOn(fact.at().effectiveOn()), fact.at().recordedAt(),
                EventJson.write(fact.envelope()), EventJson.write(fact.event(), fact.at().eventId(), keys))).toList();
    }

    @Override
    public Optional<LocalDate> recordedOn(StreamId stream, Predicate<Event> which) {
        return streams.getOrDefault(stream, List.of()).stream().filter(fact -> which.test(fact.event())).reduce((_, later) -> later)
                .map(fact -> fact.at().recordedAt().atZone(ZONE).toLocalDate());
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }

    @Override
    public Commands commands() {
        return this;
    }

    @Override
    public void advanceTo(Instant instant) {
        now = instant.isAfter(now) ? instant : now;
    }

    @Override
    public synchronized void settle() {
        int before;
        do {
            before = facts.size();
            while (reacted < facts.size()) {
                Fact fact = facts.get(reacted++);
                Capabilities.reactions().forEach(reaction -> react(reaction, fact));
            }
            Capabilities.alarms().forEach(this::ring);
        } while (facts.size() > before);
    }

    private <F extends Event> void react(Reaction<F> reaction, Fact recorded) {
        if (!reaction.when().isInstance(recorded.event())) {
            return;
        }
        F happened = reaction.when().cast(recorded.event());
        int at = 0;
        for (Command wish : reaction.wish(happened, recorded, this::document)) {
            Answer answer = send(wish, ask(recorded.at().eventId(), reaction.getClass().getSimpleName() + at++));
            if (answer instanceof Answer.Refused(var refusal, var _)) {
                reaction.refused(happened, wish, refusal)
                        .ifPresent(sorry -> send(sorry, ask(recorded.at().eventId(), "refused")));
            }
        }
    }

    private void ring(Alarm alarm) {
        Map<StreamId, LocalDate> due = new LinkedHashMap<>();
        facts.forEach(fact -> {
            if (alarm.clearedBy(fact.event())) {
                due.remove(fact.event().stream());
            }
            alarm.setBy(fact.event()).ifPresent(day -> due.put(fact.event().stream(), day));
        });
        due.forEach((subject, day) -> {
            if (day.isBefore(now.atZone(ZONE).toLocalDate()) && !day.equals(alarms.put(alarm.name() + subject, day))) {
                send(alarm.ring(subject), ask(new UUID(0, 0), alarm.name() + subject + day));
            }
        });
    }

    private static Ask ask(UUID cause, String what) {
        return new Ask(Uuids.v5(cause, what), "system/" + "test", null, null, cause, null);
    }

    @Override
    public synchronized Answer send(Command command, Ask ask) {
        Answer earlier = answers.get(ask.id());
        if (earlier != null) {
            return earlier;
        }
        Answer answer = Capabilities.all().stream().filter(capability -> capability.commands().isInstance(command)).findFirst()
                .map(capability -> decide(capability, command, ask)).orElseThrow();
        answers.put(ask.id(), answer);
        return answer;
    }

    private <C extends Command, S, F extends Event, G> Answer decide(Capability<C, S, F, G> capability, Command command, Ask ask) {
        C wish = capability.commands().cast(command);
        S state = state(capability.decider(), command.stream());
        Asked asked = new Asked(ask.id(), ask.actor(), ask.onBehalfOf(), ask.reason(), now, now.atZone(ZONE).toLocalDate());
        Decision decision = capability.decider().decide(state, wish, capability.given(wish, state, asked, this));
        long version = streams.getOrDefault(command.stream(), List.of()).size();
        return switch (decision) {
            case Decision.Refused(var refusal) -> new Answer.Refused(refusal, version);
            case Decision.Accepted(var events, var texts) -> {
                texts.forEach(text -> documents.put(Sha256.of(text), text));
                Envelope envelope = new Envelope(ask.id(), command.getClass().getSimpleName(), ask.actor(), null, ask.reason(), ask.cause(),
                        List.of(), null);
                if (events.isEmpty() && texts.size() == 1) {
                    yield new Answer.Told(command.stream().toString(), version, Sha256.of(texts.getFirst()), texts.getFirst());
                }
                events.forEach(event -> record(capability.decider(), event, envelope));
                yield new Answer.Done(command.stream().toString(), version + events.size(), facts.size(), List.of());
            }
        };
    }

    private <S, F extends Event> void record(Decider<?, S, F, ?> decider, Event event, Envelope envelope) {
        ways.check(event);
        S before = state(decider, event.stream());
        List<Fact> stream = streams.computeIfAbsent(event.stream(), _ -> new ArrayList<>());
        Recorded at = new Recorded(facts.size() + 1, Uuids.v5(envelope.command(), String.valueOf(facts.size())), event.stream().toString(),
                stream.size() + 1, event.getClass().getSimpleName(), now.atZone(ZONE).toLocalDate(), now, new byte[0], new byte[0]);
        Fact fact = new Fact(at, envelope, event);
        facts.add(fact);
        stream.add(fact);
        states.put(event.stream(), decider.evolve(before, decider.facts().cast(event), envelope));
        directory.apply(event);
    }

    @Override
    @SuppressWarnings("unchecked") // one decider per kind of stream
    public synchronized <S, F extends Event> S state(Decider<?, S, F, ?> decider, StreamId stream) {
        return (S) states.getOrDefault(stream, decider.initial());
    }

    @Override
    public synchronized <S, F extends Event> Map<StreamId, S> range(Decider<?, S, F, ?> decider, String prefix) {
        Map<StreamId, S> range = new LinkedHashMap<>();
        streams.keySet().stream().filter(stream -> stream.toString().startsWith(prefix))
                .forEach(stream -> range.put(stream, state(decider, stream)));
        return range;
    }

    @Override
    public long head() {
        return facts.size();
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public KeyChange nextLogKey() {
        throw new UnsupportedOperationException("nothing is signed here");
    }

    @Override
    public Optional<String> document(String sha256) {
        return Optional.ofNullable(documents.get(sha256));
    }

    @Override
    public synchronized <F extends Event> Optional<F> latest(StreamId stream, Class<F> kind) {
        return streams.getOrDefault(stream, List.of()).stream().map(Fact::event).filter(kind::isInstance).map(kind::cast)
                .reduce((_, later) -> later);
    }

    @Override
    public void tell(String line) {
        told.add(line);
    }
}
