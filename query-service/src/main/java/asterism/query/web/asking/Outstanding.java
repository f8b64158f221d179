package asterism.query.web.asking;

import asterism.events.Event;
import asterism.events.Label;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.query.applications.FactsQuestion.Told;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody still has to see to about a star.
 *
 * @param decisions made in view of one that was struck out, and not looked at again since
 * @param actions   what the level asks for and nobody has closed, by their codes
 */
record Outstanding(Set<String> decisions, Map<String, Label> actions) {

    /** @param standing the facts of the star, in their order */
    static Outstanding of(List<Told> standing) {
        Outstanding open = new Outstanding(new LinkedHashSet<>(), new LinkedHashMap<>());
        standing.stream().map(Told::event).forEach(open::take);
        return open;
    }

    private void take(Event event) {
        switch (event) {
            case DecisionStruckOut struck -> struck.dependants().forEach(decision -> decisions.add(decision.value()));
            case DecisionReviewed reviewed -> decisions.remove(reviewed.decision().value());
            case FollowUpDue due -> actions.put(due.action(), due.label());
            case FollowUpClosed closed -> actions.remove(closed.action());
            case Event _ -> {
            }
        }
    }
}
