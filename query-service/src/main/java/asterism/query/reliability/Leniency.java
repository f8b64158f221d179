package asterism.query.reliability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many points above or below the others an assessor gives for the same work: the least-squares fit of a unit's worth and an assessor's
 * leniency to all scores of one input. Two panels that share no unit, not even over a third, cannot be compared, and nothing is said.
 *
 * @param points by assessor; above zero is mild. They add up to zero
 * @param worth  what each unit would have got from an assessor of middling leniency; to be shown beside the raw score
 */
record Leniency(Map<String, Double> points, Map<String, Double> worth) {

    /** A score of one input. */
    record Score(String unit, String assessor, double points) {
    }

    /** Groups of assessors who can be compared; one group where all can. */
    static List<Set<String>> groups(List<Score> scores) {
        Map<String, Set<String>> beside = new TreeMap<>();
        Map<String, Set<String>> panels = panels(scores);
        panels.values().forEach(panel -> panel.forEach(one -> beside.computeIfAbsent(one, _ -> new TreeSet<>()).addAll(panel)));
        List<Set<String>> groups = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        beside.keySet().forEach(first -> {
            if (seen.add(first)) {
                groups.add(reached(first, beside, seen));
            }
        });
        return groups;
    }

    private static Set<String> reached(String first, Map<String, Set<String>> beside, Set<String> seen) {
        Set<String> group = new TreeSet<>(Set.of(first));
        Deque<String> next = new ArrayDeque<>(group);
        while (!next.isEmpty()) {
            beside.getOrDefault(next.remove(), Set.of()).stream().filter(seen::add).forEach(one -> {
                group.add(one);
                next.add(one);
            });
        }
        return group;
    }

    private static Map<String, Set<String>> panels(List<Score> scores) {
        Map<String, Set<String>> panels = new TreeMap<>();
        scores.forEach(score -> panels.computeIfAbsent(score.unit(), _ -> new TreeSet<>()).add(score.assessor()));
        return panels;
    }

    /** Empty where there are several groups, or fewer than two assessors. */
    static Optional<Leniency> of(List<Score> scores) {
        List<Set<String>> groups = groups(scores);
        if (groups.size() != 1 || groups.getFirst().size() < 2) {
            return Optional.empty();
        }
        List<String> assessors = List.copyOf(groups.getFirst());
        double[] points = solved(equations(scores, assessors));
        Map<String, Double> byAssessor = new TreeMap<>();
        for (int i = 0; i < points.length; i++) {
            byAssessor.put(assessors.get(i), points[i]);
        }
        Map<String, List<Double>> worth = new TreeMap<>();
        scores.forEach(score -> worth.computeIfAbsent(score.unit(), _ -> new ArrayList<>())
                .add(score.points() - byAssessor.getOrDefault(score.assessor(), 0.0)));
        Map<String, Double> means = new TreeMap<>();
        worth.forEach((unit, each) -> means.put(unit, each.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return Optional.of(new Leniency(byAssessor, means));
    }

    /** The normal equations with the units' worth taken out; the last one says that the points add up to zero. */
    private static double[][] equations(List<Score> scores, List<String> assessors) {
        int size = assessors.size();
        double[][] rows = new double[size][size + 1];
        Map<String, List<Score>> byUnit = new HashMap<>();
        scores.forEach(score -> byUnit.computeIfAbsent(score.unit(), _ -> new ArrayList<>()).add(score));
        byUnit.values().forEach(unit -> {
            double mean = unit.stream().mapToDouble(Score::points).average().orElseThrow();
            for (Score score : unit) {
                double[] row = rows[assessors.indexOf(score.assessor())];
                row[assessors.indexOf(score.assessor())] += 1;
                unit.forEach(other -> row[assessors.indexOf(other.assessor())] -= 1.0 / unit.size());
                row[size] += score.points() - mean;
            }
        });
        java.util.Arrays.fill(rows[size - 1], 0, size, 1);
        rows[size - 1][size] = 0;
        return rows;
    }

    /** By elimination with the largest pivot. */
    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int i = column; i < size; i++) {
                pivot = Math.abs(rows[i][column]) > Math.abs(rows[pivot][column]) ? i : pivot;
            }
            double[] top = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = top;
            for (int i = 0; i < size; i++) {
                if (i != column) {
                    reduce(rows[i], top, column);
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = rows[i][size] / rows[i][i];
        }
        return solution;
    }

    private static void reduce(double[] row, double[] by, int column) {
        double times = row[column] / by[column];
        for (int i = column; i < row.length; i++) {
            row[i] -= times * by[i];
        }
    }
}
