package asterism.query.web.asking;

import asterism.events.AppealEvent.AppealLodged;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.PersonId;
import asterism.events.StandingEvent.Ruling;
import asterism.query.applications.ApplicationsQuestion;
import asterism.query.applications.ApplicationsQuestion.Head;
import asterism.query.applications.FactsQuestion;
import asterism.query.applications.FactsQuestion.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An appeal that needs a panel: whose branch it is about, and who had a part in the decision that is contested.
 *
 * @param branch empty where there is no such appeal
 */
record Hearing(Optional<BranchId> branch, Map<String, Part> parts) {
    private static final String PERSON = "person/";

    /** What somebody did towards the decision. */
    enum Part { SCORED, VISITED, DECIDED }

    /** What that person did; empty where nothing. */
    Optional<Part> part(PersonId person) {
        return Optional.ofNullable(parts.get(person.value()));
    }

    static Hearing of(FactsQuestion facts, ApplicationsQuestion applications, String appeal) {
        Optional<AppealLodged> lodged = facts.told("appeal/" + appeal).answer().stream().map(Told::event)
                .filter(AppealLodged.class::isInstance).map(AppealLodged.class::cast).findFirst();
        return lodged.map(against -> {
            String contested = against.contested().value();
            List<Told> ruling = facts.told("standing/" + against.branch()).answer();
            List<Told> decided = applications.of(against.branch().value()).answer().stream()
                    .filter(head -> contested.equals(head.decision())).map(Head::application).findFirst()
                    .map(application -> facts.told("application/" + application).answer()).orElse(List.of());
            return new Hearing(Optional.of(against.branch()), parts(decided, ruling, contested));
        }).orElse(new Hearing(Optional.empty(), Map.of()));
    }

    static Map<String, Part> parts(List<Told> decided, List<Told> standing, String contested) {
        Map<String, Part> parts = new HashMap<>();
        standing.stream().filter(told -> told.event() instanceof Ruling ruling && ruling.decision().value().equals(contested))
                .forEach(told -> put(told, Part.DECIDED, parts));
        decided.forEach(told -> take(told.event(), told, parts));
        return parts;
    }

    private static void take(Event event, Told told, Map<String, Part> parts) {
        switch (event) {
            case ScoresSubmitted scores -> parts.putIfAbsent(scores.assessor().value(), Part.SCORED);
            case SiteVisitCompleted _ -> put(told, Part.VISITED, parts);
            case LevelDecided level -> {
                put(told, Part.DECIDED, parts);
                level.present().forEach(member -> parts.putIfAbsent(member.value(), Part.DECIDED));
            }
            case Event _ -> {
            }
        }
    }

    private static void put(Told told, Part part, Map<String, Part> parts) {
        if (told.line().actor().startsWith(PERSON)) {
            parts.putIfAbsent(told.line().actor().substring(PERSON.length()), part);
        }
    }
}
