package asterism.command.wiring.deciding;

import asterism.command.core.Asked;
import asterism.command.core.Command;
import asterism.command.core.Commands;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Refusal;
import asterism.command.guard.GuardCommand.RecordRefusedAttempt;
import asterism.events.PersonId;
import asterism.journal.Uuids;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Records what a guard refused, in the log of the person who tried; so many a minute, lest somebody fill the journal with it. */
final class GuardBook {
    private static final int MOST_A_MINUTE = 10;

    private final Commands commands;
    private final Cache<PersonId, AtomicInteger> thisMinute =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    GuardBook(Commands commands) {
        this.commands = commands;
    }

    void attempt(Command command, Asked asked, Refusal refusal) {
        asked.person().filter(this::mayBeRecorded).ifPresent(person -> commands.send(
                new RecordRefusedAttempt(person, refusal.code(), command.getClass().getSimpleName(), command.stream().toString()),
                new Ask(Uuids.v5(asked.command(), "guard-log"), "system/guard", null, null, null, null)));
    }

    private boolean mayBeRecorded(PersonId person) {
        return thisMinute.get(person, _ -> new AtomicInteger()).incrementAndGet() <= MOST_A_MINUTE;
    }
}
