package asterism.command;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.application.ApplicationCommand;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Command;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Reaction;
import asterism.command.core.Reading;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.PersonId;
import asterism.events.Sha256;
import asterism.events.StreamId;
import asterism.journal.KeyChange;
import asterism.journal.Recorded;
import asterism.journal.SigningKey;
import asterism.journal.Uuids;
import asterism.policy.Directory;
import asterism.policy.Policy;
import asterism.ways.LegalWays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All deciders, the policy and the reactions around what they remember: nothing is stored, nothing waits. */
final class SmallHouse implements Reading {
    private static final UUID ZERO = new UUID(0, 0);
    private static final String PERSON = "person/";

    private final Map<StreamId, Object> states = new TreeMap<>(Comparator.comparing(StreamId::toString));
    private final Map<String, String> documents = new HashMap<>();
    private final Directory directory = new Directory();
    private final List<Event> facts = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();
    private final LegalWays ways = new LegalWays();
    private final Set<StreamId> read = new HashSet<>();
    private KeyChange nextLogKey = KeyChange.of(SigningKey.generate("log"), SigningKey.generate("log").verifier());
    private LocalDate today = LocalDate.of(2026, 1, 5);

    void on(LocalDate day) {
        today = day;
    }

    /** All facts of one kind, in order. */
    <F extends Event> List<F> facts(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Which other streams the last decision looked at, by their kind. */
    Set<String> looked() {
        return read.stream().map(StreamId::kind).collect(Collectors.toSet());
    }

    void done(String actor, Command command) {
        done(actor, null, command);
    }

    /** Asks, expects to be let, and lets the reactions follow. */
    void done(String actor, @Nullable String reason, Command command) {
        Decision decision = ask(actor, reason, command);
        assertThat(decision).as("%s by %s", command, actor).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).facts().forEach(fact -> Capabilities.reactions().forEach(reaction -> react(reaction, fact)));
    }

    private <F extends Event> void react(Reaction<F> reaction, Event fact) {
        if (reaction.when().isInstance(fact)) {
            Recorded at = new Recorded(1, ZERO, fact.stream().toString(), 1, "", today, Instant.EPOCH, new byte[0], new byte[0]);
            reaction.wish(reaction.when().cast(fact), new Fact(at, envelope("system/test"), fact), this::document)
                    .forEach(wish -> done("system/test", wish));
        }
    }

    Decision ask(String actor, @Nullable String reason, Command command) {
        return Capabilities.all().stream().filter(capability -> capability.commands().isInstance(command)).findFirst()
                .map(capability -> decide(capability, actor, reason, command)).orElseThrow();
    }

    /** A text that facts may name. */
    void keep(String text) {
        documents.put(Sha256.of(text), text);
    }

    /** These happened, by whatever way. */
    void given(String actor, Event... happened) {
        for (Event event : happened) {
            Capabilities.all().stream().filter(capability -> capability.decider().facts().isInstance(event))
                    .forEach(capability -> record(capability.decider(), event, envelope(actor)));
        }
    }

    /** What would be decided, whoever asks; nothing comes of it. */
    Decision rehearse(String actor, @Nullable String reason, Command command) {
        return Capabilities.all().stream().filter(capability -> capability.commands().isInstance(command)).findFirst()
                .map(capability -> judge(capability, actor, reason, command)).orElseThrow();
    }

    private <C extends Command, S, F extends Event, G> Decision judge(
            Capability<C, S, F, G> capability, String actor, @Nullable String reason, Command command) {
        C wish = capability.commands().cast(command);
        Asked asked = new Asked(Uuids.v5(ZERO, "command " + facts.size()), actor, null, reason, Instant.EPOCH, today);
        S state = folded(capability.decider(), command.stream());
        return capability.decider().decide(state, wish, capability.given(wish, state, asked, this));
    }

    private <C extends Command, S, F extends Event, G> Decision decide(
            Capability<C, S, F, G> capability, String actor, @Nullable String reason, Command command) {
        if (command instanceof ApplicationCommand about && actor.startsWith(PERSON)) {
            List<Directory.Held> posts = directory.held(new PersonId(actor.substring(PERSON.length())), today);
            Policy.Subject subject = new Policy.Subject(about.application().branch(), null);
            assertThat(Policy.refusal(command.getClass().getSimpleName(), posts, subject, directory))
                    .as("%s by %s", command, actor).isEmpty();
        }
        read.clear();
        Decision decision = judge(capability, actor, reason, command);
        if (decision instanceof Decision.Accepted(var events, var texts)) {
            texts.forEach(text -> documents.put(Sha256.of(text), text));
            events.forEach(event -> record(capability.decider(), event, envelope(actor)));
        }
        return decision;
    }

    private <S, F extends Event> void record(Decider<?, S, F, ?> decider, Event event, Envelope envelope) {
        ways.check(event);
        facts.add(event);
        days.add(today);
        states.put(event.stream(), decider.evolve(folded(decider, event.stream()), decider.facts().cast(event), envelope));
        directory.apply(event);
    }

    private static Envelope envelope(String actor) {
        return new Envelope(ZERO, "Test", actor, null, null, null, List.of(), null);
    }

    @SuppressWarnings("unchecked") // one decider per kind of stream
    private <S, F extends Event> S folded(Decider<?, S, F, ?> decider, StreamId stream) {
        return (S) states.getOrDefault(stream, decider.initial());
    }

    @Override
    public <S, F extends Event> S state(Decider<?, S, F, ?> decider, StreamId stream) {
        read.add(stream);
        return folded(decider, stream);
    }

    @Override
    public <S, F extends Event> Map<StreamId, S> range(Decider<?, S, F, ?> decider, String prefix) {
        Stream<StreamId> streams = states.keySet().stream().filter(stream -> stream.toString().startsWith(prefix));
        return streams.collect(Collectors.toMap(stream -> stream, stream -> folded(decider, stream)));
    }

    @Override
    public Optional<LocalDate> recordedOn(StreamId stream, Predicate<Event> which) {
        return IntStream.range(0, facts.size()).filter(i -> facts.get(i).stream().equals(stream) && which.test(facts.get(i))).boxed()
                .reduce((_, later) -> later).map(days::get);
    }

    @Override
    public long head() {
        return facts.size();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public KeyChange nextLogKey() {
        return nextLogKey;
    }

    @Override
    public Optional<String> document(String sha256) {
        return Optional.ofNullable(documents.get(sha256));
    }
}
