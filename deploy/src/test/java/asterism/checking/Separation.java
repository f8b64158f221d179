package asterism.checking;

import asterism.events.AppealEvent;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationId;
import asterism.events.AppealId;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.PersonId;
import asterism.events.StandingEvent.Ruling;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I8: who scored, who decided and who judges the appeal are different people, and nobody judges their own branch. */
final class Separation {
    private static final String PERSON = "person/";
    private final Findings findings;
    private final Map<ApplicationId, Set<PersonId>> scorers = new HashMap<>();
    private final Map<ApplicationId, Set<PersonId>> deciders = new HashMap<>();
    private final Map<DecisionId, ApplicationId> decisions = new HashMap<>();
    /** Who made the decisions about a star that no application led to. */
    private final Map<DecisionId, Set<PersonId>> rulers = new HashMap<>();
    private final Map<AppealId, DecisionId> contested = new HashMap<>();
    /** Since when people hold a post in a branch, and until when. */
    private final Map<PersonId, Map<BranchId, Held>> posts = new HashMap<>();

    private record Held(LocalDate from, @Nullable LocalDate until) {
        boolean on(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    Separation(Findings findings) {
        this.findings = findings;
    }

    void take(Fact fact) {
        posts(fact.event());
        if (fact.event() instanceof ApplicationEvent event) {
            application(fact, event);
        } else if (fact.event() instanceof AppealEvent event) {
            appeal(fact, event);
        } else if (fact.event() instanceof Ruling ruling) {
            rulers.put(ruling.decision(), actor(fact));
        }
    }

    private void posts(Event event) {
        if (event instanceof PostAssigned post && post.branch() != null) {
            posts.computeIfAbsent(post.person(), _ -> new HashMap<>()).put(post.branch(), new Held(post.from(), null));
        } else if (event instanceof PostEnded post && post.branch() != null) {
            posts.getOrDefault(post.person(), Map.of()).computeIfPresent(post.branch(), (_, held) -> new Held(held.from(), post.until()));
        }
    }

    private void application(Fact fact, ApplicationEvent event) {
        ApplicationId id = event.application();
        Set<PersonId> scored = scorers.computeIfAbsent(id, _ -> new HashSet<>());
        Set<PersonId> decided = deciders.computeIfAbsent(id, _ -> new HashSet<>());
        switch (event) {
            case ScoresSubmitted scores -> judge(fact, id.branch(), Set.of(scores.assessor()), scored, decided);
            case ScoreModerated _, SiteVisitCompleted _ -> judge(fact, id.branch(), actor(fact), scored, decided);
            case DeskReviewCompleted _ -> apart(fact, id.branch(), actor(fact));
            case LevelDecided decision -> {
                decisions.put(decision.decision(), id);
                judge(fact, id.branch(), decision.present(), decided, scored);
            }
            default -> { }
        }
    }

    private void appeal(Fact fact, AppealEvent event) {
        if (event instanceof AppealLodged lodged) {
            contested.put(lodged.appeal(), lodged.contested());
        }
        Collection<PersonId> judges = event instanceof AppealAdmitted admitted ? admitted.panel()
                : event instanceof AppealDismissed || event instanceof AppealUpheld || event instanceof AppealDecisionReplaced ? actor(fact)
                : List.of();
        DecisionId decision = contested.get(event.appeal());
        ApplicationId id = decisions.get(decision);
        judge(fact, event.branch(), judges, new HashSet<>(), id == null ? rulers.getOrDefault(decision, Set.of())
                : union(scorers.get(id), deciders.get(id)));
    }

    private static Set<PersonId> union(@Nullable Set<PersonId> some, @Nullable Set<PersonId> more) {
        Set<PersonId> all = new HashSet<>(some == null ? Set.of() : some);
        all.addAll(more == null ? Set.of() : more);
        return all;
    }

    private void judge(Fact fact, BranchId branch, Collection<PersonId> people, Set<PersonId> role, Set<PersonId> other) {
        apart(fact, branch, people);
        role.addAll(people);
        people.stream().filter(other::contains).forEach(person -> findings.add("I8", fact.at().position(),
                "%s judges %s in two roles".formatted(person, branch)));
    }

    private void apart(Fact fact, BranchId branch, Collection<PersonId> people) {
        people.stream().filter(person -> {
            Held held = posts.getOrDefault(person, Map.of()).get(branch);
            return held != null && held.on(fact.at().effectiveOn());
        }).forEach(person -> findings.add("I8", fact.at().position(), "%s judges their own branch, %s".formatted(person, branch)));
    }

    /** Who acted, and on whose behalf. */
    private static Set<PersonId> actor(Fact fact) {
        String behalf = fact.envelope().onBehalfOf();
        return List.of(fact.envelope().actor(), behalf == null ? "" : behalf).stream().filter(who -> who.startsWith(PERSON))
                .map(who -> new PersonId(who.substring(PERSON.length()))).collect(Collectors.toSet());
    }
}
