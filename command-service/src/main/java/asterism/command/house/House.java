package asterism.command.house;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.house.HouseCommand.OpenDemoWorld;
import asterism.command.house.HouseCommand.RotateLogKey;
import asterism.events.Envelope;
import asterism.events.HouseEvent;
import asterism.events.HouseEvent.DemoWorldOpened;
import asterism.events.HouseEvent.LogKeyRotated;
import asterism.journal.KeyChange;
import java.util.Optional;

/** Whether the house is a demo world, and which key signs for its log. */
public final class House implements Decider<HouseCommand, House.State, HouseEvent, House.Given> {

    /** @param key that the last change named; empty while the log has its first */
    public record State(boolean demo, Optional<String> key) {
    }

    /**
     * @param head position of the newest fact, 0 in an empty journal
     * @param next what the key that signs now says of the one that waits; empty where nobody asks for it
     */
    public record Given(Asked asked, long head, Optional<KeyChange> next) {
    }

    @Override
    public State initial() {
        return new State(false, Optional.empty());
    }

    @Override
    public Decision decide(State state, HouseCommand command, Given given) {
        return switch (command) {
            case OpenDemoWorld open -> open(state, open, given);
            case RotateLogKey _ -> rotate(state, given);
        };
    }

    private static Decision open(State state, OpenDemoWorld open, Given given) {
        if (state.demo()) {
            return accept();
        }
        return given.head() == 0 ? accept(new DemoWorldOpened(open.startsAt()))
                : refuse("house.not-empty", "a demo world begins with its first fact, and this journal has others");
    }

    private static Decision rotate(State state, Given given) {
        if (given.asked().reason() == null) {
            return Refusals.reasonRequired();
        }
        KeyChange next = given.next().orElseThrow();
        return state.key().filter(key -> !key.equals(next.from().toString())).isPresent()
                ? refuse("house.log-key-moved", "the log's key was changed meanwhile")
                : accept(new LogKeyRotated(next.from().toString(), next.to().toString(), next.statement().encoded()));
    }

    @Override
    public State evolve(State state, HouseEvent fact, Envelope envelope) {
        return switch (fact) {
            case DemoWorldOpened _ -> new State(true, state.key());
            case LogKeyRotated rotated -> new State(state.demo(), Optional.of(rotated.to()));
        };
    }

    @Override
    public Class<HouseEvent> facts() {
        return HouseEvent.class;
    }
}
