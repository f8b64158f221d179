package asterism.command.house;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.house.HouseCommand.OpenDemoWorld;
import asterism.events.Envelope;
import asterism.events.HouseEvent;
import asterism.events.HouseEvent.DemoWorldOpened;
import java.time.Instant;

/** Whether the house is a demo world. */
public final class House implements Decider<HouseCommand, House.State, HouseEvent, House.Given> {

    public sealed interface State {
        record Real() implements State {
        }

        record DemoWorld(Instant startsAt) implements State {
        }
    }

    /** @param head position of the newest fact, 0 in an empty journal */
    public record Given(Asked asked, long head) {
    }

    private record On(State state, HouseCommand command) {
    }

    @Override
    public State initial() {
        return new State.Real();
    }

    @Override
    public Decision decide(State state, HouseCommand command, Given given) {
        return switch (new On(state, command)) {
            case On(State.Real _, OpenDemoWorld open) -> given.head() == 0
                    ? Decision.accept(new DemoWorldOpened(open.startsAt()))
                    : Decision.refuse("house.not-empty", "a demo world begins with its first fact, and this journal has others");
            case On(State.DemoWorld _, OpenDemoWorld _) -> Decision.accept();
        };
    }

    @Override
    public State evolve(State state, HouseEvent fact, Envelope envelope) {
        return switch (fact) {
            case DemoWorldOpened opened -> new State.DemoWorld(opened.startsAt());
        };
    }

    @Override
    public Class<HouseEvent> facts() {
        return HouseEvent.class;
    }
}
