package asterism.command.standing;

import asterism.events.DecisionId;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.Note;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody must still see to about a star.
 *
 * @param reviews   decisions to be looked at again, since one that they looked at was struck out
 * @param followUps what the scheme foresees for the level of the branch, by its code
 */
record Duties(Set<DecisionId> reviews, Set<String> followUps) {
    static final Duties NONE = new Duties(Set.of(), Set.of());

    Duties with(Note note) {
        return switch (note) {
            case DecisionReviewed reviewed -> new Duties(less(reviews, reviewed.decision()), followUps);
            case FollowUpDue due -> new Duties(reviews, more(followUps, List.of(due.action())));
            case FollowUpClosed closed -> new Duties(reviews, less(followUps, closed.action()));
            case Note _ -> this;
        };
    }

    Duties review(List<DecisionId> decisions) {
        return new Duties(more(reviews, decisions), followUps);
    }

    private static <T> Set<T> more(Set<T> some, Collection<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static <T> Set<T> less(Set<T> some, T one) {
        Set<T> all = new HashSet<>(some);
        all.remove(one);
        return Set.copyOf(all);
    }
}
