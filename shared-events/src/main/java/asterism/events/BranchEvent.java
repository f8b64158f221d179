package asterism.events;

import java.time.LocalDate;
import java.util.Optional;

/** What happened to a branch as an organisation; its star is in {@link StandingEvent}. */
public sealed interface BranchEvent extends Event {

    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.of(branch());
    }

    @Override
    default Optional<BranchId> about() {
        return Optional.of(branch());
    }

    /**
     * @param body the body it is subordinate to
     * @param kind kind of unit in the scheme, which selects the rubric
     */
    @Wire("branch.registered/1")
    record BranchRegistered(BranchId branch, BodyId body, @Open String kind, Label name, LocalDate foundedOn) implements BranchEvent {
    }
}
