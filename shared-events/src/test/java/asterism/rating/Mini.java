package asterism.rating;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small scheme around the steps of a test: five levels, inputs of every type, an assessor group for each way to combine. */
public final class Mini {
    private static final String HEAD = """
            language: 1
            scheme: mini
            version: 1
            title: {zh: 小, en: Mini}
            source: test
            valid: {from: open, to: open}
            rows: {unit: u, kind: none, version_date: none}
            levels: [@LEVELS]
            reasons: {R1: {zh: 一, en: One}, R2: {zh: 二, en: Two}}
            kinds: none
            rubrics: {only: [@INDICATORS]}
            assessors: {@GROUPS}
            inputs:
              a: {type: number, range: [0, 100], scale: 2, by: none, source: score, missing: allowed, label: {zh: a, en: a}}
              b: {type: number, range: [open, open], scale: any, by: none, source: score, missing: {undetermined: R1},
                  label: {zh: b, en: b}}
              z: {type: number, range: [0, 9], scale: 0, by: none, source: score, missing: {use: 7}, label: {zh: z, en: z}}
              l: {type: level, source: prior_level, missing: allowed, label: {zh: l, en: l}}
              m: {type: level, source: score, missing: {not_rated: R2}, label: {zh: m, en: m}}
              y: {type: yes_no, source: fact, missing: allowed, label: {zh: y, en: y}}
              c: {type: choice, values: [p, q], source: fact, missing: allowed, label: {zh: c, en: c}}
              d: {type: date, source: fact, missing: allowed, label: {zh: d, en: d}}
              e: {type: date, source: fact, missing: allowed, label: {zh: e, en: e}}
              t: {type: text, source: fact, missing: allowed, label: {zh: t, en: t}}
              v: {type: level, source: decision, missing: allowed, label: {zh: v, en: v}}
            @INPUTS
            tables:
              cuts: {keys: [k], columns: [low, high, direction], rows: [[p, 10, 20, higher], [q, 20, 10, lower], [7, "", 50, higher]]}
              shares: {keys: [k], columns: [share], rows: [[p, 0.5], [q, 0.25]]}
            steps:
            @STEPS
            cohort: @COHORT
            procedure: none
            """;
    private static final List<String> COMBINED = List.of("mean", "median", "{trimmed: 1}", "committee");

    private Mini() {
    }

    /** The whole document. Each step stands on a line of its own, without its label. */
    public static String document(String steps, String cohort) {
        StringBuilder levels = new StringBuilder();
        for (int code = 1; code <= 5; code++) {
            levels.append(code > 1 ? ", " : "").append("{code: ").append(code).append(", label: {zh: 星, en: Star}}");
        }
        String groups = group("mean", "each_score", "mean") + ", " + group("median", "each_score", "median") + ", "
                + group("trimmed", "each_score", COMBINED.get(2)) + ", " + group("committee", "each_score", "committee") + ", "
                + group("total", "total", "mean");
        String inputs = scored("s1", "mean") + scored("s2", "median") + scored("s3", "trimmed") + scored("s4", "committee")
                + scored("s5", "total") + scored("s6", "total");
        String indicators = """
                {id: ded, part: p1, method: deducted, max: 20, floor: 5, scale: 1, free_points: true,
                 items: [{id: late, points: 4, label: {zh: 迟, en: Late}}],
                  missing: allowed, label: {zh: 扣, en: Deducted}},
                {id: col, part: p1, method: collected, max: 10, floor: 0, scale: 1, free_points: false,
                 items: [{id: prize, points: 6, label: {zh: 奖, en: Prize}}],
                  missing: allowed, label: {zh: 加, en: Collected}}""";
        String lines = String.join("\n", steps.lines().map(line -> "  - {label: {zh: 步, en: Step}, " + line.strip() + "}").toList());
        return HEAD.replace("@LEVELS", levels).replace("@INDICATORS", indicators).replace("@GROUPS", groups)
                .replace("@INPUTS", inputs.stripTrailing())
                .replace("@STEPS", lines).replace("@COHORT", cohort);
    }

    private static String group(String name, String on, String combine) {
        return name + ": {label: {zh: 组, en: Group}, min: 3, on: " + on + ", combine: " + combine
                + ", round: {scale: 2, mode: half_up}, too_few: {undetermined: R2}}";
    }

    private static String scored(String name, String group) {
        return "  " + name + ": {type: number, range: [0, 100], scale: 1, by: " + group
                + ", source: score, missing: allowed, label: {zh: 分, en: Score}}\n";
    }

    public static Rating rating(String steps, String cohort) {
        return Rating.by(SchemeReader.read(document(steps, cohort)).orThrow());
    }

    static UnitRating rate(String steps, String... cells) {
        return rating(steps, "none").rateUnit(row(cells));
    }

    /** What became of the unit, in one text: {@code RATED 4 by}. */
    static String outcome(String steps, String... cells) {
        return summary(rate(steps, cells));
    }

    static String summary(UnitRating unit) {
        return (unit.outcome().word() + " " + unit.outcome().levelOrEmpty() + " " + unit.outcome().reason()).replace("  ", " ");
    }

    /** The number that a step called x comes to; {@code none} where it is missing. */
    static String number(String step, String... cells) {
        UnitRating unit = rate("id: x, " + step, cells);
        return unit.trace().stream().filter(line -> line.step().equals("x") && !line.verb().equals("combine"))
                .map(line -> line.reason() != null ? line.reason() : line.after() == null ? "none" : line.after()).findFirst()
                .orElse("no line");
    }

    public static Row row(String... cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return new Row(row);
    }
}
