package asterism.command.wiring.deciding;

import asterism.command.core.Capability;
import asterism.command.core.Command;
import asterism.command.core.Commands;
import asterism.events.Event;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Every capability on Axon's command bus, and the way to it. The id of the asking is the message's identifier. */
final class Deciders implements Commands, Rehearsal {
    private static final String ASK = "ask";
    private static final String REHEARSED = "rehearsed";

    private final CommandBus bus;

    Deciders(CommandBus bus) {
        this.bus = bus;
    }

    /** Seats each capability at its desk. */
    void bind(List<Capability<?, ?, ?, ?>> capabilities, Office office) {
        capabilities.forEach(capability -> bind(capability, office));
    }

    private <C extends Command, S, F extends Event, G> void bind(Capability<C, S, F, G> capability, Office office) {
        Desk<C, S, F, G> desk = new Desk<>(capability, office);
        kinds(capability.commands()).forEach(kind -> bus.subscribe(kind.getName(), message -> {
            C command = capability.commands().cast(message.getPayload());
            return isRehearsed(message) ? desk.rehearse(command, ask(message)) : desk.handle(command, ask(message));
        }));
    }

    @Override
    public Answer send(Command command, Ask ask) {
        return dispatch(command, ask, MetaData.with(ASK, ask));
    }

    @Override
    public Answer rehearse(Command command, Ask ask) {
        return dispatch(command, ask, MetaData.with(ASK, ask).and(REHEARSED, true));
    }

    private Answer dispatch(Command command, Ask ask, MetaData how) {
        var message = new GenericCommandMessage<>(new GenericMessage<>(ask.id().toString(), command, how), command.getClass().getName());
        AtomicReference<@Nullable CommandResultMessage<?>> result = new AtomicReference<>();
        bus.dispatch(message, (_, outcome) -> result.set(outcome)); // the bus hands over in the caller's own thread
        return answer(result.get());
    }

    private static Answer answer(@Nullable CommandResultMessage<?> result) {
        if (result == null) {
            throw new IllegalStateException("the command bus gave no answer");
        }
        if (!result.isExceptional()) {
            return (Answer) result.getPayload();
        }
        throw result.exceptionResult() instanceof RuntimeException known ? known
                : new IllegalStateException("a command failed", result.exceptionResult());
    }

    static Ask ask(CommandMessage<?> message) {
        return Objects.requireNonNull((Ask) message.getMetaData().get(ASK), "a command came without its asking");
    }

    static boolean isRehearsed(CommandMessage<?> message) {
        return message.getMetaData().containsKey(REHEARSED);
    }

    static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Deciders::kinds) : Stream.of(type);
    }
}
