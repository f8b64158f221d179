package asterism.command.wiring.telling;

import asterism.command.wiring.Follower;
import asterism.command.wiring.Lease;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.deciding.WhoIsWho;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.telling.Letters.Channel;
import asterism.command.wiring.telling.Letters.Delivery;
import asterism.command.wiring.telling.Letters.Letter;
import asterism.command.wiring.telling.Letters.Outcome;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.journal.Recorded;
import asterism.policy.Directory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was recorded, writes to those who are to know it, and sends the mails among the letters; one process at a time. */
final class Teller extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int MAILS = 20;
    private static final Set<String> TYPES = Telling.told().stream().map(EventTypes::nameOf).collect(Collectors.toUnmodifiableSet());
    private final Journal journal;
    private final Letters letters;
    private final MailRoom mail;
    private final WhoIsWho who;
    private final HouseClock clock;
    private final Duration again;
    private final MeterRegistry metrics;

    Teller(Journal journal, Letters letters, MailRoom mail, WhoIsWho who, HouseClock clock, Lease lease, Duration again,
           MeterRegistry metrics) {
        super("letters", journal, lease);
        this.journal = journal;
        this.letters = letters;
        this.mail = mail;
        this.who = who;
        this.clock = clock;
        this.again = again;
        this.metrics = metrics;
    }

    @Override
    protected long position() {
        return letters.position();
    }

    @Override
    protected void take(List<Recorded> facts, long upTo) {
        Directory directory = who.directory();
        letters.write(facts.stream().filter(fact -> TYPES.contains(fact.type())).flatMap(fact -> written(fact, directory)).toList(), upTo);
    }

    @Override
    protected void tend() {
        if (mail.isOpen()) {
            letters.due(MAILS).forEach(this::send);
        }
    }

    private Stream<Letter> written(Recorded fact, Directory directory) {
        Event event = EventJson.read(fact.type(), fact.payload(), Keys.NONE);
        return Telling.of(event).stream().flatMap(telling -> event.about().stream().flatMap(branch ->
                telling.readers(directory, branch, clock.day(fact.recordedAt())).flatMap(person ->
                        (mail.isOpen() ? Stream.of(Channel.PAGE, Channel.MAIL) : Stream.of(Channel.PAGE))
                                .map(channel -> new Letter(fact.position(), person.value(), channel, fact.stream(), branch.value(),
                                        fact.type())))));
    }

    /** A mail names nobody: neither the log nor the metrics say to whom it went. */
    private void send(Delivery letter) {
        Outcome outcome = Outcome.SENT;
        try {
            mail.send(letter, what(letter), branch(letter));
            letters.sent(letter);
        } catch (RuntimeException e) {
            outcome = letters.failed(letter, again);
            LOG.warn("a mail about fact {} was not taken ({}) and is {}", letter.position(), e.getClass().getSimpleName(),
                    outcome == Outcome.FAILED ? "given up" : "tried again");
        }
        metrics.counter("asterism.letters.mails", "outcome", outcome.name()).increment();
    }

    private Label what(Delivery letter) {
        return journal.after(letter.position() - 1, 1).stream().map(fact -> EventJson.read(fact.type(), fact.payload(), Keys.NONE))
                .flatMap(event -> Telling.of(event).stream()).map(Telling::what).findFirst().orElseThrow();
    }

    private Label branch(Delivery letter) {
        return who.directory().name(new BranchId(letter.branch()));
    }
}
