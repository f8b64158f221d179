package asterism.command.application;

import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.round.RoundCommand.RecordAssignmentRefused;
import asterism.events.AssignmentPlan;
import asterism.events.Fact;
import asterism.events.RoundEvent.AssignmentCommitted;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a committed proposal says of an application becomes a fact of that application; where it cannot, the round says so. */
public final class WhenAssignmentCommittedAssignAssessors implements Reaction<AssignmentCommitted> {

    @Override
    public Class<AssignmentCommitted> when() {
        return AssignmentCommitted.class;
    }

    /** @throws IllegalStateException where the proposal is missing: it is kept before anybody can commit it */
    @Override
    public List<Command> wish(AssignmentCommitted committed, Fact fact, Function<String, Optional<String>> documents) {
        String text = documents.apply(committed.proposal()).orElseThrow(() -> new IllegalStateException("the proposal is missing"));
        return AssignmentPlan.of(text).panels().stream().<Command>flatMap(panel -> panel.lead() == null ? Stream.empty()
                : Stream.of(new AssignAssessors(panel.application(), panel.assessors(), panel.lead()))).toList();
    }

    @Override
    public Optional<Command> refused(AssignmentCommitted committed, Command wish, Refusal refusal) {
        return wish instanceof AssignAssessors assign ? Optional.of(new RecordAssignmentRefused(committed.round(), assign.application(),
                committed.proposal(), refusal.code(), refusal.sentence())) : Optional.empty();
    }
}
