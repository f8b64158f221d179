package asterism.command.wiring.pack;

import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import asterism.policy.Directory;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which histories a scope takes in, each whole: those of its branches, their applications, appeals and rounds, and all scheme and
 * calendar histories, by which they were judged, and that of the house, which names the keys that signed.
 */
final class Selection {
    private static final Set<String> EVERYWHERE = Set.of("scheme", "calendar", "house");

    private final Scope scope;
    private final Directory directory = new Directory();
    private final Set<String> branches = new HashSet<>();
    private final Set<String> rounds = new HashSet<>();
    private final Set<String> appeals = new HashSet<>();

    private Selection(Scope scope) {
        this.scope = scope;
    }

    /** @param facts hands over all facts, in order; asked twice */
    static Selection of(Scope scope, Consumer<Consumer<Recorded>> facts) {
        Selection selection = new Selection(scope);
        switch (scope.kind()) {
            case WHOLE -> { }
            case BRANCH -> selection.branches.add(scope.id());
            case ROUND -> {
                selection.rounds.add(scope.id());
                facts.accept(selection::branchesOfRound);
            }
            case BODY -> {
                facts.accept(selection::directory);
                selection.branches.removeIf(branch -> !selection.directory.isUnder(new BranchId(branch), new BodyId(scope.id())));
            }
        }
        if (scope.kind() != Scope.Kind.WHOLE) {
            facts.accept(selection::roundsAndAppeals);
        }
        return selection;
    }

    private void branchesOfRound(Recorded fact) {
        StreamId stream = StreamId.of(fact.stream());
        if (stream.kind().equals("application") && round(stream).equals(scope.id())) {
            branches.add(branch(stream));
        }
    }

    private void directory(Recorded fact) {
        if (fact.type().startsWith("body.") || fact.type().startsWith("branch.")) {
            Event event = EventJson.read(fact.type(), fact.payload(), Keys.NONE);
            directory.apply(event);
            if (fact.type().startsWith("branch.registered/")) {
                branches.add(StreamId.of(fact.stream()).id());
            }
        }
    }

    private void roundsAndAppeals(Recorded fact) {
        StreamId stream = StreamId.of(fact.stream());
        if (stream.kind().equals("application") && scope.kind() != Scope.Kind.ROUND && branches.contains(branch(stream))) {
            rounds.add(round(stream));
        } else if (stream.kind().equals("appeal") && EventJson.read(fact.type(), fact.payload(), Keys.NONE).about()
                .filter(branch -> branches.contains(branch.value())).isPresent()) {
            appeals.add(stream.id());
        }
    }

    /** Whether the fact is about what the scope names, and not in every pack. */
    boolean asked(Recorded fact) {
        return holds(fact) && !EVERYWHERE.contains(StreamId.of(fact.stream()).kind());
    }

    boolean holds(Recorded fact) {
        if (scope.kind() == Scope.Kind.WHOLE) {
            return true;
        }
        StreamId stream = StreamId.of(fact.stream());
        return switch (stream.kind()) {
            case "branch", "standing" -> branches.contains(stream.id());
            case "application" -> rounds.contains(round(stream)) && branches.contains(branch(stream));
            case "appeal" -> appeals.contains(stream.id());
            case "round" -> rounds.contains(stream.id());
            case "body" -> scope.kind() == Scope.Kind.BODY && stream.id().equals(scope.id());
            default -> EVERYWHERE.contains(stream.kind());
        };
    }

    private static String round(StreamId application) {
        return application.id().substring(0, application.id().indexOf('.'));
    }

    private static String branch(StreamId application) {
        return application.id().substring(application.id().indexOf('.') + 1);
    }
}
