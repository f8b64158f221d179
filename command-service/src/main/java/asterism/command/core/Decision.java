package asterism.command.core;

import asterism.events.Event;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What came of a command. */
public sealed interface Decision {

    /**
     * It happened. No facts: it had happened before, or nothing needed to; a text without facts is what was asked for.
     *
     * @param documents texts the facts name by their SHA-256, to be kept before the facts are recorded
     */
    record Accepted(List<Event> facts, List<String> documents) implements Decision {
    }

    record Refused(Refusal refusal) implements Decision {
    }

    /** The same decision, each fact followed by those it brings with it; a refusal stays one. */
    default Decision followed(Function<Event, Stream<? extends Event>> brings) {
        return this instanceof Accepted(var facts, var documents)
                ? new Accepted(facts.stream().flatMap(fact -> Stream.concat(Stream.of(fact), brings.apply(fact))).toList(), documents)
                : this;
    }

    static Decision accept(Event... facts) {
        return new Accepted(List.of(facts), List.of());
    }

    /** The same, with texts that the facts name by their SHA-256. */
    static Decision accept(List<String> documents, Event... facts) {
        return new Accepted(List.of(facts), documents);
    }

    /** Nothing happened: only this was asked for. */
    static Decision tell(String text) {
        return new Accepted(List.of(), List.of(text));
    }

    static Decision refuse(String code, String sentence) {
        return new Refused(new Refusal(Refusal.Kind.RULE, code, sentence, null));
    }

    /** A guard against bias or self-dealing refused: the attempt itself is recorded. */
    static Decision guard(String code, String sentence) {
        return new Refused(new Refusal(Refusal.Kind.GUARD, code, sentence, null));
    }

    static Decision invalid(String field, String code, String sentence) {
        return new Refused(new Refusal(Refusal.Kind.INVALID, code, sentence, field));
    }

    static Decision unknown(String code, String sentence) {
        return new Refused(new Refusal(Refusal.Kind.UNKNOWN, code, sentence, null));
    }
}
