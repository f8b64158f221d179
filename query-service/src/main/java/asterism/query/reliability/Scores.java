package asterism.query.reliability;

import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.query.course.Case;
import asterism.query.reliability.Leniency.Score;
import asterism.rating.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Scores as they were given, before moderation, sorted by what is asked of them. */
final class Scores {
    private Scores() {
    }

    /** Scores that are numbers, by input, in the order in which they were opened. */
    static Map<String, List<Score>> byInput(List<Case> cases) {
        Map<String, List<Score>> scores = new TreeMap<>();
        cases.stream().sorted(Comparator.comparingLong(Scores::openedAt)).forEach(each -> each.scores().forEach((person, cells) ->
                cells.forEach((input, cell) -> Exact.parse(cell).ifPresent(points ->
                        scores.computeIfAbsent(input, _ -> new ArrayList<>())
                                .add(new Score(each.application().toString(), person.value(), number(points)))))));
        return scores;
    }

    private static long openedAt(Case one) {
        return one.last(ScoresOpened.class).map(opened -> opened.fact().at().position()).orElse(Long.MAX_VALUE);
    }

    private static double number(Exact exact) {
        return new BigDecimal(exact.round(6, RoundingMode.HALF_EVEN).toString()).doubleValue();
    }

    static Map<String, List<Score>> units(List<Score> scores) {
        Map<String, List<Score>> units = new LinkedHashMap<>();
        scores.forEach(score -> units.computeIfAbsent(score.unit(), _ -> new ArrayList<>()).add(score));
        return units;
    }

    static Map<String, List<Score>> assessors(List<Score> scores) {
        Map<String, List<Score>> assessors = new TreeMap<>();
        scores.forEach(score -> assessors.computeIfAbsent(score.assessor(), _ -> new ArrayList<>()).add(score));
        return assessors;
    }

    static double mean(List<Score> scores) {
        return scores.stream().mapToDouble(Score::points).average().orElse(0);
    }

    /** By how many points an assessor stands above their panels on average; empty where nobody scored beside them. */
    static OptionalDouble apart(String assessor, List<Score> scores) {
        return units(scores).values().stream().filter(unit -> unit.size() > 1).flatMap(unit -> unit.stream()
                .filter(score -> score.assessor().equals(assessor)).map(score -> score.points() - mean(unit)))
                .mapToDouble(Double::doubleValue).average();
    }

    /** How much further above the panel an assessor stood in the second half of their units than in the first; empty below four units. */
    static OptionalDouble drift(String assessor, List<Score> scores) {
        List<Double> above = units(scores).values().stream().flatMap(unit -> unit.stream()
                .filter(score -> score.assessor().equals(assessor)).map(score -> score.points() - mean(unit))).toList();
        int half = above.size() / 2;
        return above.size() < 4 ? OptionalDouble.empty()
                : OptionalDouble.of(mid(above.subList(above.size() - half, above.size())) - mid(above.subList(0, half)));
    }

    private static double mid(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
