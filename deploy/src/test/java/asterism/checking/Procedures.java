package asterism.checking;

import asterism.events.AppealEvent;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.Seats;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.ways.LegalWays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * I7: no fact stands where the procedure has no way to it. Besides the tables: a star rests on its decision, a decision falls by an
 * appeal alone, no quota gives out more than it has, and sealed scores open together, as they were sealed.
 */
final class Procedures {
    private final Findings findings;
    private final LegalWays ways = new LegalWays();
    private final Map<DecisionId, Decided> decided = new HashMap<>();
    private final Map<DecisionId, Decided> awarded = new HashMap<>();
    private final Map<DecisionId, Optional<Level>> replaced = new HashMap<>();
    private final Set<DecisionId> fallen = new HashSet<>();
    private final Map<ApplicationId, Map<PersonId, Optional<List<Mark>>>> sealed = new HashMap<>();
    private final Map<ApplicationId, List<PersonId>> assigned = new HashMap<>();

    private record Decided(ApplicationId application, @Nullable Level level) {
    }

    Procedures(Findings findings) {
        this.findings = findings;
    }

    void take(Fact fact) {
        long position = fact.at().position();
        Event event = fact.event();
        if (!fact.at().stream().equals(event.stream().toString())) {
            findings.add("I7", position, "it stands in %s and is about %s".formatted(fact.at().stream(), event.stream()));
        }
        ways.next(event).ifPresent(fault -> findings.add("I7", position, fault));
        decisions(position, event);
        seats(position, event);
        scores(position, event);
    }

    private void decisions(long position, Event event) {
        if (event instanceof LevelDecided decision) {
            decided.put(decision.decision(), new Decided(decision.application(), decision.level()));
        } else if (event instanceof StarAwarded award) {
            Decided star = new Decided(award.application(), award.level());
            must(star.equals(decided.get(award.decision())), position, "a star is awarded that was not decided: " + award.decision());
            awarded.put(award.decision(), star);
        } else if (event instanceof LevelGranted granted) {
            must(new Decided(granted.application(), granted.level()).equals(awarded.get(granted.decision()))
                    && granted.branch().equals(granted.application().branch()), position,
                    "a star is granted that was not awarded: " + granted.decision());
        } else if (event instanceof AppealEvent appeal) {
            appeal(appeal);
        } else if (event instanceof DecisionStruckOut struck) {
            must(fallen.contains(struck.struck()), position, "no appeal let it fall: " + struck.struck());
        } else if (event instanceof LevelReplaced other) {
            must(Optional.ofNullable(other.level()).equals(replaced.get(other.decision())), position,
                    "no appeal put it in the place of another: " + other.decision());
        }
    }

    private void appeal(AppealEvent appeal) {
        if (appeal instanceof AppealUpheld upheld) {
            fallen.add(upheld.contested());
        } else if (appeal instanceof AppealDecisionReplaced other) {
            fallen.add(other.contested());
            replaced.put(other.decision(), Optional.ofNullable(other.level()));
        }
    }

    private void seats(long position, Event event) {
        if (event instanceof QuotaAllocated allocated) {
            for (Seats quota : allocated.quotas()) {
                must(quota.taken() <= quota.seats() && quota.seats() <= quota.base(), position,
                        "%s gives out %d of %d seats for %d".formatted(quota.quota(), quota.taken(), quota.seats(), quota.base()));
            }
        } else if (event instanceof QuotaReallocated again) {
            must(again.to().size() <= again.free(), position, "more seats are given out again than were free");
        }
    }

    private void scores(long position, Event event) {
        switch (event) {
            case AssessorsAssigned panel -> assigned.put(panel.application(), panel.assessors());
            case ScoresSubmitted scored -> sealed.computeIfAbsent(scored.application(), _ -> new HashMap<>())
                    .put(scored.assessor(), scored.marks().value());
            case ScoresOpened opened -> opened(position, opened);
            case ScoreModerated moderated -> must(
                    sealed.getOrDefault(moderated.application(), Map.of()).containsKey(moderated.assessor()), position,
                    moderated.assessor() + " gave no score that could be moderated");
            default -> { }
        }
    }

    private void opened(long position, ScoresOpened opened) {
        Map<PersonId, Optional<List<Mark>>> given = sealed.getOrDefault(opened.application(), Map.of());
        for (Scores scores : opened.scores()) {
            Optional<List<Mark>> was = given.get(scores.assessor());
            must(was != null && was.map(scores.marks()::equals).orElse(true), position,
                    "the scores of %s are opened otherwise than they were sealed".formatted(scores.assessor()));
        }
        Set<PersonId> all = new HashSet<>(assigned.getOrDefault(opened.application(), List.of()));
        opened.scores().forEach(scores -> all.remove(scores.assessor()));
        must(all.isEmpty(), position, "scores are opened before those of %s are in".formatted(all));
    }

    private void must(boolean so, long position, String otherwise) {
        if (!so) {
            findings.add("I7", position, otherwise);
        }
    }
}
