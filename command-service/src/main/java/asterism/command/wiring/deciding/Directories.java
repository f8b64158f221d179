package asterism.command.wiring.deciding;

import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand;
import asterism.command.application.ApplicationCommand;
import asterism.command.body.BodyCommand.DelegatePost;
import asterism.command.body.BodyCommand.RevokeDelegation;
import asterism.command.body.BodyCommand;
import asterism.command.branch.BranchCommand;
import asterism.command.core.Command;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand;
import asterism.command.standing.StandingCommand;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Erasures;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.ApplicationEvent.StatementErased;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import asterism.policy.Directory;
import asterism.policy.Policy.Subject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is who and what belongs where, folded from the journal as it grows; what this process recorded it sees at once. */
final class Directories implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final String STATEMENT_ERASED = EventTypes.nameOf(StatementErased.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> TELLING = List.of("body.", "branch.", "round.opened/", "appeal.lodged/", "appeal.readdressed/",
            STATEMENT_ERASED);

    private final Journal journal;
    private final Consumer<String> erasures;
    private final Directory directory = new Directory();
    private final Map<StreamId, Subject> subjects = new ConcurrentHashMap<>();
    private final Thread follower = Thread.ofVirtual().name("directory").unstarted(this::follow);
    private volatile long position;
    private volatile long needed;

    /** @param erasures hears the key of every erasure: those that stand now before this returns, one of this process before it answers */
    Directories(Journal journal, Consumer<String> erasures) {
        this.journal = journal;
        this.erasures = erasures;
        long head = journal.head();
        Stream.of("body/", "branch/", "round/", "appeal/").flatMap(prefix -> journal.streamsWithPrefix(prefix).stream())
                .filter(fact -> fact.position() <= head).sorted(Comparator.comparingLong(Recorded::position)).forEach(this::take);
        journal.ofType(STATEMENT_ERASED).forEach(this::take);
        position = head;
        follower.start();
    }

    /** The directory with all facts this process recorded, and those of others that it heard of. */
    Directory current() {
        if (position < needed) {
            catchUp();
        }
        return directory;
    }

    /** This process recorded these. */
    void recorded(List<Recorded> facts) {
        facts.stream().filter(Directories::tells).mapToLong(Recorded::position).max().ifPresent(last -> {
            synchronized (this) {
                needed = Math.max(needed, last);
            }
        });
        if (facts.stream().anyMatch(fact -> Erasures.FACTS.contains(fact.type()))) {
            catchUp();
        }
    }

    /** What a command is about. */
    Subject subject(Command command) {
        return switch (command) {
            case OpenRound open -> new Subject(null, open.office());
            case RoundCommand _ -> subjects.getOrDefault(command.stream(), Subject.NOWHERE);
            case LodgeAppeal lodge -> of(lodge.branch());
            case AppealCommand _ -> subjects.getOrDefault(command.stream(), Subject.NOWHERE);
            case BranchCommand.RegisterBranch register -> new Subject(null, register.body());
            case BranchCommand branch -> of(branch.branch());
            case DelegatePost(_, _, _, BranchId branch, _, _, _) when branch != null -> of(branch);
            case RevokeDelegation(_, _, _, BranchId branch) when branch != null -> of(branch);
            case BodyCommand body -> new Subject(null, body.body());
            case ApplicationCommand application -> of(application.application().branch());
            case StandingCommand standing -> of(standing.branch());
            default -> Subject.NOWHERE;
        };
    }

    private static Subject of(@Nullable BranchId branch) {
        return new Subject(branch, null);
    }

    private void follow() {
        try {
            while (true) {
                if (journal.awaitBeyond(position, PATIENCE)) {
                    catchUp();
                }
            }
        } catch (InterruptedException _) {
            // the house closes
        }
    }

    private synchronized void catchUp() {
        List<Recorded> next;
        do {
            next = journal.after(position, BATCH);
            next.forEach(this::take);
            position = next.isEmpty() ? position : next.getLast().position();
        } while (next.size() == BATCH);
    }

    private void take(Recorded fact) {
        if (tells(fact)) {
            Event event = EventJson.read(fact.type(), fact.payload(), Keys.NONE);
            directory.apply(event);
            Erasures.key(event).ifPresent(erasures);
            if (event instanceof RoundOpened opened) {
                subjects.put(opened.stream(), new Subject(null, opened.office()));
            } else if (event instanceof AppealLodged lodged) {
                subjects.put(lodged.stream(), of(lodged.branch()));
            } else if (event instanceof AppealReaddressed moved && !moved.to().isEmpty()) {
                subjects.put(moved.stream(), of(moved.to().getFirst()));
            }
        }
    }

    private static boolean tells(Recorded fact) {
        return TELLING.stream().anyMatch(fact.type()::startsWith);
    }

    @Override
    public void close() {
        follower.interrupt();
    }
}
