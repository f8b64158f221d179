package asterism.command.application;

import asterism.command.core.Actors;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationId;
import asterism.events.Envelope;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.rating.Exact;
import asterism.rating.Row;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has gathered in an application so far.
 *
 * @param assessed    version of the self-assessment, 0 before the first
 * @param established marks of the site visit and the survey, by input
 * @param assessors   in the order they were assigned
 * @param lead        who leads the site visit
 * @param scores      marks by assessor, as far as they are in
 * @param took        who judged in which stage, besides the assessors
 * @param clock       the last day of the stage it is in
 */
public record Dossier(
        ApplicationId application, Pin pin, int assessed, Map<String, String> established, boolean surveyed, List<PersonId> assessors,
        @Nullable PersonId lead, Map<PersonId, Map<String, String>> scores, Map<Stage, Set<PersonId>> took, Clock clock) {

    static Dossier open(ApplicationId application, Pin pin) {
        return new Dossier(application, pin, 0, Map.of(), false, List.of(), null, Map.of(), Map.of(), Clock.NONE);
    }

    /** Everybody who judged in a stage. */
    public Set<PersonId> in(Stage stage) {
        return stage == Stage.ASSESSMENT ? Set.copyOf(assessors) : took.getOrDefault(stage, Set.of());
    }

    /** Everybody who judged in any stage. */
    public Set<PersonId> judges() {
        Set<PersonId> judges = new HashSet<>(assessors);
        took.values().forEach(judges::addAll);
        return Set.copyOf(judges);
    }

    /** The stage, other than that one, in which the person has judged already. */
    Optional<Stage> otherStage(PersonId person, Stage now) {
        return List.of(Stage.values()).stream().filter(stage -> stage != now && in(stage).contains(person)).findFirst();
    }

    boolean allScored() {
        return scores.keySet().containsAll(assessors);
    }

    /** The row of the rating: scores of a group in the order of the assessors. */
    public Row row(Rules rules, String kind, @Nullable Level prior) {
        Map<String, String> cells = new HashMap<>(established);
        Set<String> scored = scores.values().stream().flatMap(marks -> marks.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        scored.forEach(input -> cells.put(input, assessors.stream()
                .map(assessor -> scores.getOrDefault(assessor, Map.of()).getOrDefault(input, "")).collect(Collectors.joining(";"))));
        return rules.row(application, kind, cells, prior);
    }

    /** The first input, by name, whose scores lie further apart than that. */
    Optional<String> apart(Exact spread) {
        return scores.values().stream().flatMap(marks -> marks.keySet().stream()).distinct().sorted()
                .filter(input -> {
                    List<Exact> given = scores.values().stream().flatMap(marks -> Optional.ofNullable(marks.get(input)).stream())
                            .flatMap(cell -> Exact.parse(cell).stream()).sorted().toList();
                    return !given.isEmpty() && given.getLast().minus(given.getFirst()).compareTo(spread) > 0;
                }).findFirst();
    }

    List<Scores> opened() {
        return assessors.stream().map(assessor -> new Scores(assessor, scores.getOrDefault(assessor, Map.of()).entrySet().stream()
                .map(mark -> new Mark(mark.getKey(), mark.getValue())).toList())).toList();
    }

    Dossier clock(Clock next) {
        return new Dossier(application, pin, assessed, established, surveyed, assessors, lead, scores, took, next);
    }

    Dossier assessed(int version) {
        return new Dossier(application, pin, version, established, surveyed, assessors, lead, scores, took, clock);
    }

    Dossier assigned(List<PersonId> people, PersonId leading) {
        return new Dossier(application, pin, assessed, established, surveyed, List.copyOf(people), leading, scores, took, clock);
    }

    Dossier established(List<Mark> marks) {
        Map<String, String> more = new HashMap<>(established);
        marks.forEach(mark -> more.put(mark.input(), mark.cell()));
        return new Dossier(application, pin, assessed, Map.copyOf(more), surveyed, assessors, lead, scores, took, clock);
    }

    Dossier surveyed(List<Mark> marks) {
        Dossier with = established(marks);
        return new Dossier(application, pin, assessed, with.established, true, assessors, lead, scores, took, clock);
    }

    Dossier scored(PersonId assessor, List<Mark> marks) {
        Map<String, String> given = new LinkedHashMap<>();
        marks.forEach(mark -> given.put(mark.input(), mark.cell()));
        Map<PersonId, Map<String, String>> all = new HashMap<>(scores);
        all.put(assessor, given);
        return new Dossier(application, pin, assessed, established, surveyed, assessors, lead, Map.copyOf(all), took, clock);
    }

    Dossier moderated(PersonId assessor, String input, String cell) {
        Map<String, String> given = new LinkedHashMap<>(scores.getOrDefault(assessor, Map.of()));
        given.put(input, cell);
        return scored(assessor, given.entrySet().stream().map(mark -> new Mark(mark.getKey(), mark.getValue())).toList());
    }

    /** The same with other marks: those of an input that assessors score are what each of them gave. */
    public Dossier corrected(Map<String, String> cells) {
        Map<PersonId, Map<String, String>> all = new HashMap<>();
        scores.forEach((assessor, marks) -> all.put(assessor, with(marks, cells, marks::containsKey)));
        return new Dossier(application, pin, assessed, with(established, cells, input -> scores.values().stream()
                .noneMatch(marks -> marks.containsKey(input))), surveyed, assessors, lead, Map.copyOf(all), took, clock);
    }

    private static Map<String, String> with(Map<String, String> marks, Map<String, String> cells, Predicate<String> which) {
        Map<String, String> all = new LinkedHashMap<>(marks);
        cells.forEach((input, cell) -> {
            if (which.test(input)) {
                all.put(input, cell);
            }
        });
        return all;
    }

    Dossier took(Stage stage, Envelope envelope) {
        return took(stage, Actors.of(envelope));
    }

    Dossier took(Stage stage, Set<PersonId> people) {
        Map<Stage, Set<PersonId>> all = new EnumMap<>(Stage.class);
        all.putAll(took);
        Set<PersonId> joined = new HashSet<>(in(stage));
        joined.addAll(people);
        all.put(stage, Set.copyOf(joined));
        return new Dossier(application, pin, assessed, established, surveyed, assessors, lead, scores, Map.copyOf(all), clock);
    }
}
