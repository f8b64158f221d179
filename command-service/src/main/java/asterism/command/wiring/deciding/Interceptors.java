package asterism.command.wiring.deciding;

import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.core.Refusal;
import asterism.events.InvalidValue;
import asterism.events.Texts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.MDC;

/** What happens around every command, outermost first: it is named in the logs, measured, and looked at for sense. */
final class Interceptors {
    private static final String NAMED = "command";

    private final MeterRegistry metrics;

    Interceptors(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @SuppressWarnings("resource") // registered for the life of the bus
    void on(CommandBus bus) {
        bus.registerHandlerInterceptor(this::correlated);
        bus.registerHandlerInterceptor(this::measured);
        bus.registerHandlerInterceptor(this::valid);
    }

    private Object correlated(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        String outer = MDC.get(NAMED);
        try (var _ = MDC.putCloseable(NAMED, work.getMessage().getIdentifier())) {
            return chain.proceed();
        } finally {
            if (outer != null) {
                MDC.put(NAMED, outer); // whoever asked over HTTP logs what came of it, too
            }
        }
    }

    private Object measured(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Timer.Sample since = Timer.start(metrics);
        String outcome = "failed";
        try {
            Object answer = chain.proceed();
            outcome = Deciders.isRehearsed(work.getMessage()) ? "rehearsed" : outcome((Answer) answer);
            return answer;
        } finally {
            String name = work.getMessage().getPayloadType().getSimpleName();
            since.stop(metrics.timer("asterism.command", Tags.of("command", name, "outcome", outcome)));
        }
    }

    private String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> "done";
            case Answer.Told _ -> "told";
            case Answer.Conflict _ -> "conflict";
            case Answer.OtherCommand() -> "other-command";
            case Answer.Refused(var refusal, _) -> {
                metrics.counter("asterism.refusals", "code", refusal.code()).increment();
                yield "refused";
            }
        };
    }

    private Object valid(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Ask ask = Deciders.ask(work.getMessage());
        if (ask.reason() != null) {
            try {
                Texts.statement("reason", ask.reason());
            } catch (InvalidValue e) {
                return new Answer.Refused(new Refusal(Refusal.Kind.INVALID, e.code(), String.valueOf(e.getMessage()), "reason"), 0);
            }
        }
        return chain.proceed();
    }
}
