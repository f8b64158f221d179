package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every name in a document must be known where it stands, and of the type that is needed there; the finding says where it does not. */
class NamesTest {
    private static final String SUM = "id: sum, add: {of: [{name: a, weight: 1}], as: sum, missing_parts: zero, round: exact}\n";
    private static final String START = "id: start, take: {which: only, of: [m]}\n";

    private static String findings(String document) {
        return SchemeReader.read(document).findings().stream().map(finding -> finding.code() + " " + finding.path() + " "
                + finding.message()).collect(Collectors.joining("; "));
    }

    private static String inSteps(String steps) {
        return findings(Mini.document(SUM + START + steps, "none"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 1000, value = {
        "id: x, stop: {not_rated: R3} | L102 steps.x.stop no reason R3",
        "id: x, stop: {level: 6, because: R1} | L102 steps.x.stop.level no level 6",
        "id: x, stop: {level: 5, because: R3} | L102 steps.x.stop.because no reason R3",
        "id: x, if: {name: nobody, is: 1}, stop: {not_rated: R1} | L102 steps.x.if no value is called nobody",
        "id: x, if: {all: [{name: y, is: true}, {name: nobody, is: 1}]}, stop: {not_rated: R1} | L102 steps.x.if no value is called nobody",
        "id: x, if: {any: [{name: nobody, is: 1}, {name: y, is: true}]}, stop: {not_rated: R1} | L102 steps.x.if no value is called nobody",
        "id: x, if: {not: {name: nobody, is: 1}}, stop: {not_rated: R1} | L102 steps.x.if no value is called nobody",
        "id: x, if: {name: c, in: [p, r]}, stop: {not_rated: R1} | L104 steps.x.if 'r' cannot be read here",
        "id: x, if: {name: c, above: p}, stop: {not_rated: R1} | L104 steps.x.if a value without order can only be asked is, is_not or in",
        "id: x, if: {name: y, at_most: true}, stop: {not_rated: R1} |"
                + " L104 steps.x.if a value without order can only be asked is, is_not or in",
        "id: x, if: {name: a, is: many}, stop: {not_rated: R1} | L104 steps.x.if 'many' cannot be read here",
        "id: x, if: {name: level, is: 6}, stop: {not_rated: R1} | L102 steps.x.if no level 6",
        "id: x, if: {name: a, above: {name: l}}, stop: {not_rated: R1} | L104 steps.x.if l is of another type",
        "id: x, if: {name: a, above: {name: b, plus: 1}}, stop: {not_rated: R1} |''",
        "id: x, if: {name: a, above: {name: b, plus: 1, unit: days}}, stop: {not_rated: R1} |"
                + " L104 steps.x.if this plus does not fit the type of b",
        "id: x, if: {name: l, above: {name: m, plus: 1}}, stop: {not_rated: R1} |''",
        "id: x, if: {name: l, above: {name: m, plus: 0.5}}, stop: {not_rated: R1} | L104 steps.x.if this plus does not fit the type of m",
        "id: x, if: {name: d, above: {name: e, plus: 1, unit: days}}, stop: {not_rated: R1} |''",
        "id: x, if: {name: d, above: {name: e, plus: 1}}, stop: {not_rated: R1} | L104 steps.x.if this plus does not fit the type of e",
        "id: x, if: {name: t, is: {name: t, plus: 1}}, stop: {not_rated: R1} | L104 steps.x.if this plus does not fit the type of t",
        "id: x, if: {name: y, is: {name: y, plus: 1}}, stop: {not_rated: R1} | L104 steps.x.if this plus does not fit the type of y",
        "id: x, if: {name: c, is: {name: c, plus: 1}}, stop: {not_rated: R1} | L104 steps.x.if this plus does not fit the type of c",
        "id: x, add: {of: [{name: nobody, weight: 1}], as: sum, missing_parts: zero, round: exact} |"
                + " L102 steps.x.add.of no value is called nobody",
        "id: x, add: {of: [{name: l, weight: 1}], as: sum, missing_parts: zero, round: exact} | L104 steps.x.add.of l is no number",
        "id: x, add: {of_part: p9, as: sum, missing_parts: zero, round: exact} | L102 steps.x.add.of_part no indicator has the part p9",
        "id: x, count: {of: [a, nobody], where: {above: 1}} | L102 steps.x.count no value is called nobody",
        "id: x, count: {of: [a, l], where: {above: 1}} |''",
        "id: x, count: {of: [a, l], where: {above: 7}} | L102 steps.x.count.where no level 7",
        "id: x, count: {of_part: p9, where: {above: 1}} | L102 steps.x.count.of_part no indicator has the part p9",
        "id: x, count: {conditions: [{name: y, is: true}, {name: nobody, is: 1}]} | L102 steps.x.count no value is called nobody",
        "id: x, take: {which: lowest, of: [l, nobody]} | L102 steps.x.take.of no value is called nobody",
        "id: x, take: {which: lowest, of: [c]} | L104 steps.x.take.of only levels or numbers can be taken",
        "id: x, take: {which: lowest, of: [l, a]} | L104 steps.x.take.of levels and numbers cannot be compared",
        "id: x, take: {which: lowest, of: [a, b], sets: l} | L104 steps.x l is of another type",
        "id: x, take: {which: lowest, of: [l, m], sets: l} |''",
        "id: x, band: {of: nobody, rows: [{from: 1, result: 5}], otherwise: unset} | L102 steps.x.band.of no value is called nobody",
        "id: x, band: {of: l, rows: [{from: 1, result: 5}], otherwise: unset} | L104 steps.x.band.of l is no number",
        "id: x, band: {of: a, rows: [{from: 1, result: 5}, {below: 1, result: 6}], otherwise: unset} |"
                + " L102 steps.x.band.rows[2] no level 6",
        "id: x, band: {of: a, rows: [{from: 1, result: {not_rated: R3}}], otherwise: unset} | L102 steps.x.band.rows[1] no reason R3",
        "id: x, band: {of: a, rows: [{from: 1, result: 5}], otherwise: 6} | L102 steps.x.band.otherwise no level 6",
        "id: x, decide: {mode: first_match, rows: [{result: 5, when: {name: y, is: true}}, {result: 6, when: {name: y, is: false}}],"
                + " otherwise: 1} | L102 steps.x.decide.rows[2] no level 6",
        "id: x, decide: {mode: first_match, rows: [{result: 5, when: {name: nobody, is: true}}], otherwise: 1} |"
                + " L102 steps.x.decide.rows[1] no value is called nobody",
        "id: x, decide: {mode: first_match, rows: [{result: 5, when: {name: y, is: true}}], otherwise: 6} |"
                + " L102 steps.x.decide.otherwise no level 6",
        "id: x, move: {on: a, rules: [{by: 1, when: {name: y, is: true}}], clamp: [1, 5]} | L104 steps.x.move.on a is no level",
        "id: x, move: {on: level, rules: [{by: 1, when: {name: nobody, is: true}}], clamp: [1, 5]} |"
                + " L102 steps.x.move.rules no value is called nobody",
        "id: x, move: {on: level, rules: [{by: 1, when: {name: y, is: true}}], clamp: [0, 5]} | L102 steps.x.move.clamp no level 0",
        "id: x, move: {on: level, rules: [{by: 1, when: {name: y, is: true}}], clamp: [1, 6]} | L102 steps.x.move.clamp no level 6",
        "id: x, limit: {on: nobody, at_most: 2} | L102 steps.x.limit.on no value is called nobody",
        "id: x, limit: {on: c, at_most: p} | L104 steps.x.limit.on c has no order that could be limited",
        "id: x, limit: {on: level, at_most: 6} | L102 steps.x.limit.at_most no level 6",
        "id: x, limit: {on: level, at_least: 6} | L102 steps.x.limit.at_least no level 6",
        "id: x, judge: {options: [6], decision: v, undecided: keep, body: panel} | L102 steps.x.judge.options no level 6",
        "id: x, judge: {options: any, decision: a, undecided: keep, body: panel} | L104 steps.x.judge.decision a is no level",
        "id: sum, count: {conditions: [{name: y, is: true}]} | L103 steps.sum the id sum stands twice",
        "id: a, count: {conditions: [{name: y, is: true}]} | L103 steps.a the id a is already the name of a value",
        "id: ded, count: {conditions: [{name: y, is: true}]} | L103 steps.ded the id ded is already the name of a value",
        "id: level, count: {conditions: [{name: y, is: true}]} | L103 steps.level the id level is already the name of a value"})
    void a_step_says_where_it_names_what_is_not_there(String step, String finding) {
        assertThat(inSteps(step)).isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 1000, value = {
        "table: shares, by: [c], columns: [share], bound: from, results: [1, 5], no_row: {not_rated: R1} |''",
        "table: nobody, by: [c], columns: [low], bound: from, results: [1, 5], no_row: {not_rated: R1} | L102 table no table nobody",
        "table: cuts, by: [c, y], columns: [low], bound: from, results: [1, 5], no_row: {not_rated: R1} |"
                + " L102 by the table cuts has 1 keys",
        "table: cuts, by: [nobody], columns: [high], bound: from, results: [1, 5], no_row: {not_rated: R1} |"
                + " L102 by no value is called nobody",
        "table: cuts, by: [c], columns: [middle], bound: from, results: [1, 5], no_row: {not_rated: R1} |"
                + " L102 columns the table cuts has no column middle",
        "table: cuts, by: [c], columns: [direction], bound: from, results: [1, 5], no_row: {not_rated: R1} |"
                + " L104 tables.cuts 'higher' in column direction is not a number",
        "table: cuts, by: [c], columns: [low], bound: from, results: [1, 6], no_row: {not_rated: R1} | L102 results no level 6",
        "table: cuts, by: [c], columns: [low], bound: from, results: [1, 5], no_row: {not_rated: R3} | L102 no_row no reason R3",
        "table: cuts, by: [c], columns: [low], bound: from, results: [1, 3, 5], no_row: {not_rated: R1} |"
                + " L316 results 1 cuts need 2 results"})
    void a_cut_says_where_its_table_does_not_fit(String cuts, String finding) {
        String found = inSteps("id: x, band: {of: a, direction: higher, cuts: {" + cuts + "}}");
        assertThat(found.replace("steps.x.band.cuts.", "")).isEqualTo(finding);
    }

    @Test
    void a_table_that_gives_the_direction_has_a_column_for_it() {
        String by = "id: x, band: {of: a, direction: by_table, cuts: {table: %s, by: [c], columns: [%s], bound: from,"
                + " results: [1, 5], no_row: {not_rated: R1}}}";
        assertThat(inSteps(by.formatted("cuts", "high"))).isEmpty();
        assertThat(inSteps(by.formatted("shares", "share")))
                .isEqualTo("L102 steps.x.band.cuts.table the table needs a column direction with higher or lower");
        assertThat(findings(Mini.document(SUM + START + by.formatted("cuts", "high"), "none").replace("10, lower]", "10, upwards]")))
                .isEqualTo("L102 steps.x.band.cuts.table the table needs a column direction with higher or lower");
    }

    private static String quota(String id, String levels, String share, String rank, String ties, String when, String to) {
        return "{id: " + id + ", label: {zh: 额, en: Q}, kind: max, levels: {is: " + levels + "}, share: " + share + ", base: all_units,"
                + " rounding: floor, rank_by: [{name: " + rank + ", first: highest}], ties: {then_by: [{name: " + ties
                + ", first: lowest}], still_tied: all_in}, protected: {when: {name: " + when + ", is: true}, use_seats: false},"
                + " if_broken: displace, displaced: {to: " + to + ", counts_there: true}, while_undetermined: ignore}";
    }

    private static String inCohort(String scope, String... quotas) {
        return findings(Mini.document(SUM + START, "{scope: [" + scope + "], quotas: [" + String.join(", ", quotas) + "]}"));
    }

    @Test
    void a_quota_says_where_it_names_what_is_not_there() {
        String good = quota("q", "5", "0.3", "a", "z", "y", "next_lower");
        String table = "{table: shares, by: [c], column: share}";
        assertThat(inCohort("c", good, quota("r", "4", table, "a", "z", "y", "2"))).isEmpty();
        assertThat(inCohort("nobody", good)).isEqualTo("L102 cohort.scope no value is called nobody");
        assertThat(inCohort("c", good, good)).isEqualTo("L103 cohort.quotas.q the id q stands twice");
        assertThat(inCohort("c", quota("start", "5", "0.3", "a", "z", "y", "next_lower")))
                .isEqualTo("L103 cohort.quotas.start the id start stands twice");
        assertThat(inCohort("c", quota("q", "6", "0.3", "a", "z", "y", "next_lower"))).isEqualTo("L102 cohort.quotas.q.levels no level 6");
        assertThat(inCohort("c", quota("q", "5", "0.3", "k", "z", "y", "next_lower")))
                .isEqualTo("L102 cohort.quotas.q.rank_by no value is called k");
        assertThat(inCohort("c", quota("q", "5", "0.3", "a", "k", "y", "next_lower")))
                .isEqualTo("L102 cohort.quotas.q.ties no value is called k");
        assertThat(inCohort("c", quota("q", "5", "0.3", "a", "z", "k", "next_lower")))
                .isEqualTo("L102 cohort.quotas.q.protected no value is called k");
        assertThat(inCohort("c", quota("q", "5", "0.3", "a", "z", "y", "6"))).isEqualTo("L102 cohort.quotas.q.displaced no level 6");
        assertThat(inCohort("c", quota("q", "5", "0.3", "a", "z", "y", "{not_rated: R3}")))
                .isEqualTo("L102 cohort.quotas.q.displaced no reason R3");
        assertThat(inCohort("c", quota("q", "5", table.replace("[c]", "[k]"), "a", "z", "y", "1")))
                .isEqualTo("L102 cohort.quotas.q.share no value is called k");
        assertThat(inCohort("c", quota("q", "5", table.replace("[c]", "[]"), "a", "z", "y", "1"))).contains("L1");
        assertThat(inCohort("c", quota("q", "5", table.replace("column: share", "column: seats"), "a", "z", "y", "1")))
                .isEqualTo("L102 cohort.quotas.q.share the table shares has no column seats");
        assertThat(inCohort("c", quota("q", "5", "{table: cuts, by: [c], column: low}", "a", "z", "y", "1")))
                .isEqualTo("L104 tables.cuts '' in column low is not a number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 1000, value = {
        "{code: 2, label | {code: 1, label | L103 levels.1 the level 1 stands twice",
        "kinds: none | kinds: {k: {rubric: other, label: {zh: 类, en: K}}} | L102 kinds.k.rubric no rubric other; L102 rows kinds and the"
                + " column of the kind go together; without kinds there is one rubric at most",
        "kind: none | kind: c | L102 rows kinds and the column of the kind go together; without kinds there is one rubric at most",
        "rubrics: {only: | rubrics: {other: [], only: | L102 rows kinds and the column of the kind go together;"
                + " without kinds there is one rubric at most",
        "{id: col, | {id: ded, | L103 rubrics.only.ded the indicator ded stands twice",
        "t: {type: text | ded: {type: text | L103 inputs.ded the name ded is already taken",
        "t: {type: text | level: {type: text | L103 inputs.level the name level is already taken;"
                + " L104 steps.start level is of another type",
        "too_few: {undetermined: R2}}, median | too_few: {undetermined: R3}}, median | L102 assessors.mean.too_few no reason R3",
        "range: [0, 100], scale: 2 | range: [100, 0], scale: 2 | L104 inputs.a.range the range is empty",
        "range: [0, 100], scale: 2 | range: [100, 100], scale: 2 | ''",
        "scale: 2, by: none | scale: 2, by: jury | L102 inputs.a.by no assessor group jury",
        "missing: {undetermined: R1} | missing: {undetermined: R3} | L102 inputs.b.missing no reason R3",
        "missing: {use: 7} | missing: {use: seven} | L104 inputs.z.missing.use 'seven' cannot be read here"})
    void what_comes_in_says_where_it_does_not_fit(String what, String by, String finding) {
        String document = Mini.document(SUM + START, "none");
        assertThat(document).contains(what);
        int at = document.indexOf(what);
        assertThat(findings(document.substring(0, at) + by + document.substring(at + what.length()))).isEqualTo(finding);
    }

    @Test
    void a_name_may_be_used_only_after_the_step_that_writes_it() {
        String late = "id: late, count: {conditions: [{name: y, is: true}]}";
        assertThat(inSteps("id: y1, if: {name: late, above: 1}, stop: {not_rated: R1}\n" + late))
                .isEqualTo("L103 steps.y1.if late is used before the step that writes it");
        assertThat(findings(Mini.document("id: y1, if: {name: level, is: 1}, stop: {not_rated: R1}\n" + START, "none")))
                .isEqualTo("L103 steps.y1.if level is used before the step that writes it");
        assertThat(List.of(inSteps("id: n, take: {which: lowest, of: [a, b]}\nid: u, if: {name: n, above: 1}, stop: {not_rated: R1}")))
                .containsExactly("");
    }
}
