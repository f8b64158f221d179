package asterism.command.wiring.alarms;

import asterism.command.core.Alarm;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Commands;
import asterism.command.wiring.Lease;
import asterism.command.wiring.Liveness;
import asterism.command.wiring.Worker;
import asterism.command.wiring.alarms.AlarmTable.Due;
import asterism.command.wiring.alarms.AlarmTable.Recount;
import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.journal.Journal;
import asterism.events.StreamId;
import asterism.journal.Uuids;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings what is due and has last days counted again, by one process at a time. An alarm that is refused has rung: the procedure does
 * not want the step now, and says by other facts when it does.
 */
public final class Alarms extends Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Journal journal;
    private final Commands commands;
    private final HouseClock clock;
    private final AlarmTable table;
    private final Map<String, Alarm> alarms;
    private final Lease lease;
    private final Liveness liveness;
    private final Duration poll;
    private final MeterRegistry metrics;
    private volatile long position = -1;
    private volatile int due;

    Alarms(Journal journal, Commands commands, HouseClock clock, AlarmTable table, List<Alarm> alarms, Lease lease, Liveness liveness,
           Duration poll, MeterRegistry metrics) {
        super("alarms");
        this.journal = journal;
        this.commands = commands;
        this.clock = clock;
        this.table = table;
        this.alarms = alarms.stream().collect(Collectors.toMap(Alarm::name, Function.identity()));
        this.lease = lease;
        this.liveness = liveness;
        this.poll = poll;
        this.metrics = metrics;
        metrics.gauge("asterism.alarms.due", this, all -> all.due);
    }

    /** A last day that is waited for, of what stream, and the alarm that rings when it is over. */
    public record Timer(String alarm, String subject, LocalDate lastDay) {
    }

    /** The position up to which facts were looked at, by whichever process. */
    public long position() {
        return table.position();
    }

    /** The last days that come first. */
    public List<Timer> first(int most) {
        return table.first(most).stream().map(due -> new Timer(due.alarm(), due.subject(), due.lastDay())).toList();
    }

    /** How many last days are waited for. */
    public long set() {
        return table.count(LocalDate.of(9999, 12, 31));
    }

    /** How many of them are over. */
    public long due() {
        return table.count(clock.today());
    }

    /** All facts up to that position were looked at, and nothing is due as the clock stands now. */
    public boolean quietUpTo(long head) {
        return table.position() >= head && table.recounts().isEmpty() && table.due(clock.today()).isEmpty();
    }

    @Override
    protected void round() throws InterruptedException {
        if (lease.hold()) {
            position = table.catchUp(position < 0 ? table.position() : position);
            table.recounts().forEach(this::recount);
            List<Due> now = table.due(clock.today());
            due = now.size();
            now.forEach(this::ring);
            liveness.alive();
            journal.awaitBeyond(position, poll);
        } else {
            position = -1;
            liveness.alive();
            Thread.sleep(poll);
        }
    }

    private void recount(Recount wish) {
        boolean counted = Optional.ofNullable(alarms.get(wish.alarm())).flatMap(known -> known.recount(StreamId.of(wish.subject())))
                .map(command -> commands.send(command, new Ask(Uuids.v5(wish.cause(), wish.alarm() + "/" + wish.subject()),
                        "system/" + wish.alarm(), null, null, wish.cause(), null)))
                .map(answer -> answer instanceof Answer.Done || answer instanceof Answer.Refused).orElse(true);
        if (counted) {
            table.counted(wish);
        }
    }

    private void ring(Due alarm) {
        Alarm known = alarms.get(alarm.alarm());
        if (known == null) {
            LOG.warn("nobody knows the alarm {}", alarm.alarm());
            return;
        }
        Answer answer = commands.send(known.ring(StreamId.of(alarm.subject())), new Ask(
                Uuids.v5(alarm.cause(), alarm.lastDay().toString()), "system/" + alarm.alarm(), null, null, alarm.cause(), null));
        metrics.counter("asterism.alarms.rung", "alarm", alarm.alarm(), "answer", answer.getClass().getSimpleName()).increment();
        if (answer instanceof Answer.Done || answer instanceof Answer.Refused) {
            table.rung(alarm);
        }
    }

    @Override
    protected void end() {
        lease.close();
    }
}
