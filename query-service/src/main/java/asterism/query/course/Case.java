package asterism.query.course;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationId;
import asterism.events.Fact;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.rating.Input;
import asterism.rating.Row;
import asterism.rating.Scheme;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts of one application read together: what was scored, by whom, and the row of the rating they make. */
public record Case(ApplicationId application, List<Fact> facts) {

    public Case {
        facts = List.copyOf(facts);
    }

    /** A fact and what happened, by its type. */
    public record Found<E extends ApplicationEvent>(Fact fact, E event) {
    }

    /** The applications among these facts, in the order in which they began. */
    public static List<Case> of(List<Fact> facts) {
        Map<ApplicationId, List<Fact>> cases = facts.stream().filter(fact -> fact.event() instanceof ApplicationEvent)
                .collect(Collectors.groupingBy(fact -> ((ApplicationEvent) fact.event()).application(), LinkedHashMap::new,
                        Collectors.toList()));
        return cases.entrySet().stream().map(each -> new Case(each.getKey(), each.getValue())).toList();
    }

    /** All facts of a type, in their order. */
    public <E extends ApplicationEvent> List<Found<E>> all(Class<E> type) {
        return facts.stream().filter(fact -> type.isInstance(fact.event())).map(fact -> new Found<>(fact, type.cast(fact.event())))
                .toList();
    }

    public <E extends ApplicationEvent> Optional<Found<E>> last(Class<E> type) {
        return all(type).stream().reduce((_, later) -> later);
    }

    /** The rules it is judged by. */
    public Optional<Pin> pin() {
        return last(ApplicationStarted.class).map(started -> started.event().pin())
                .or(() -> last(ApplicationTakenOver.class).map(taken -> taken.event().pin()));
    }

    /** In the order in which they were assigned last. */
    public List<PersonId> assessors() {
        return last(AssessorsAssigned.class).map(assigned -> assigned.event().assessors()).orElse(List.of());
    }

    /** What each assessor gave, by input, as it was opened; empty before that. */
    public Map<PersonId, Map<String, Mark>> given() {
        Map<PersonId, Map<String, Mark>> given = new LinkedHashMap<>();
        last(ScoresOpened.class).ifPresent(opened -> opened.event().scores().forEach(scores -> given.put(scores.assessor(),
                scores.marks().stream().collect(Collectors.toMap(Mark::input, mark -> mark, (_, later) -> later, LinkedHashMap::new)))));
        return given;
    }

    /** The same after moderation, as cells. */
    public Map<PersonId, Map<String, String>> moderated() {
        Map<PersonId, Map<String, String>> scores = scores();
        all(ScoreModerated.class).forEach(moderated -> scores.computeIfAbsent(moderated.event().assessor(), _ -> new LinkedHashMap<>())
                .put(moderated.event().input(), moderated.event().after()));
        return scores;
    }

    /** As given, as cells. */
    public Map<PersonId, Map<String, String>> scores() {
        Map<PersonId, Map<String, String>> scores = new LinkedHashMap<>();
        given().forEach((person, marks) -> {
            Map<String, String> cells = new LinkedHashMap<>();
            marks.forEach((input, mark) -> cells.put(input, mark.cell()));
            scores.put(person, cells);
        });
        return scores;
    }

    /** What the visit and the survey established, by input. */
    public Map<String, String> established() {
        Map<String, String> cells = new HashMap<>();
        facts.forEach(fact -> {
            if (fact.event() instanceof SiteVisitCompleted visit) {
                visit.marks().forEach(mark -> cells.put(mark.input(), mark.cell()));
            } else if (fact.event() instanceof SurveyClosed survey) {
                survey.marks().forEach(mark -> cells.put(mark.input(), mark.cell()));
            }
        });
        return cells;
    }

    /**
     * One row of the rating.
     *
     * @param kind        of the branch
     * @param established cells by input
     * @param scores      cells by assessor and input, the assessors in the order of the panel
     * @param prior       the level held before
     */
    public static Row row(Scheme scheme, String kind, Map<String, String> established, List<Map<String, String>> scores,
            @Nullable Level prior) {
        Map<String, String> cells = new HashMap<>(established);
        Set<String> scored = scores.stream().flatMap(each -> each.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
        scored.forEach(input -> cells.put(input,
                scores.stream().map(each -> each.getOrDefault(input, "")).collect(Collectors.joining(";"))));
        cells.put(scheme.rows().unit(), "unit");
        if (scheme.rows().kind() != null && !scheme.kinds().isEmpty()) {
            cells.put(scheme.rows().kind(), kind);
        }
        if (prior != null) {
            scheme.inputs().values().stream().filter(input -> input.source() == Input.Source.PRIOR_LEVEL)
                    .forEach(input -> cells.put(input.name(), prior.code()));
        }
        return new Row(cells);
    }
}
