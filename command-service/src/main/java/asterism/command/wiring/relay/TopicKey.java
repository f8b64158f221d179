package asterism.command.wiring.relay;

import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.StreamId;
import asterism.events.UnreadableFact;
import asterism.journal.Recorded;

/** The branch a fact is about, where it is about one; else its stream. Facts of one branch stay together wherever they go. */
public final class TopicKey {
    private TopicKey() {
    }

    /** The key of a fact: {@code branch/b017}, or the stream of a fact that is about no branch. */
    public static String of(Recorded fact) {
        StreamId stream = StreamId.of(fact.stream());
        return switch (stream.kind()) {
            case "branch" -> fact.stream();
            case "standing" -> "branch/" + stream.id();
            case "application" -> "branch/" + stream.id().substring(stream.id().indexOf('.') + 1);
            case "appeal", "body" -> told(fact);
            default -> fact.stream();
        };
    }

    private static String told(Recorded fact) {
        try {
            return EventJson.read(fact.type(), fact.payload(), Keys.NONE).about().map(branch -> "branch/" + branch).orElse(fact.stream());
        } catch (UnreadableFact _) {
            return fact.stream();
        }
    }
}
