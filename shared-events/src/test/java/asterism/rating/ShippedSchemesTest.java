package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.document.Finding;
import asterism.rating.lint.Linter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemes that come with the product: sound documents, and a few units of our own under each. */
class ShippedSchemesTest {

    @ParameterizedTest
    @ValueSource(strings = {"zoucheng-70-30", "wuxing-110", "shengzhou-step", "cms-nursing-home", "cqc", "au-aged-care"})
    void every_shipped_scheme_is_without_errors_and_names_its_source_without_a_web_address(String name) {
        String text = Fixtures.shipped(name + ".yaml");
        assertThat(new Linter().lint(text)).filteredOn(Finding::isError).isEmpty();
        assertThat(SchemeReader.read(text).orThrow()).allSatisfy(version -> {
            assertThat(version.id()).isEqualTo(name);
            assertThat(version.source().paraphrase()).isTrue();
            assertThat(version.source().text()).doesNotContain("www.", "http", ".com", ".cn", ".org");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoucheng-70-30", "wuxing-110", "shengzhou-step", "cms-nursing-home", "cqc", "au-aged-care"})
    void the_text_that_a_version_keeps_reads_back_as_the_same_version(String name) {
        assertThat(SchemeReader.read(Fixtures.shipped(name + ".yaml")).orThrow()).allSatisfy(version ->
                assertThat(SchemeReader.read(version.document().text()).orThrow()).singleElement()
                        .usingRecursiveComparison().ignoringFields("document.marks").isEqualTo(version));
    }

    @Test
    void two_roundings_of_the_70_30_scheme_are_known_and_warned_about() {
        assertThat(new Linter().lint(Fixtures.shipped("zoucheng-70-30.yaml"))).filteredOn(finding -> !finding.code().equals("L601"))
                .map(Finding::code).containsExactly("L205");
    }

    @Test
    void nursing_homes_change_rule_in_july_2022() {
        assertThat(rate("cms-nursing-home.yaml", """
                unit_id,period,health_inspection,staffing,quality_measures,abuse_icon,special_focus_status,overall_footnote
                n1,2022-06,3,4,4,N,,
                n1,2022-07,3,4,4,N,,
                n2,2021-05,1,5,5,,,
                n3,2021-05,5,1,5,N,,
                n4,2021-05,4,,,Y,,
                n5,2021-05,5,5,5,N,SFF,
                n5,2023-05,5,5,5,N,SFF,
                n6,2021-05,,3,3,N,,
                n7,2021-05,2,3,3,N,,1
                """))
                .containsExactly("RATED 4 staffing_step", "RATED 3 start", "RATED 2 one_star_inspection", "RATED 5 quality_step",
                        "RATED 2 start",
                "RATED 3 special_focus_cap", "NOT_RATED SPECIAL_FOCUS", "NOT_RATED NO_INSPECTION", "NOT_RATED TOO_NEW");
    }

    @Test
    void aged_care_is_rounded_before_it_is_capped() {
        assertThat(rate("au-aged-care.yaml", """
                unit_id,period,residents_experience,compliance,staffing,quality_measures
                a1,2023-05,5,2,5,5
                a2,2023-05,4,4,3,5
                a3,2023-05,5,1,5,5
                a4,2023-05,3,,3,3
                a5,2026-01,3,3,3,3
                """))
                .containsExactly("RATED 2 compliance_two", "RATED 4 overall", "RATED 1 compliance_one", "NOT_RATED COMPONENT_MISSING",
                "UNDETERMINED NO_VERSION");
    }

    @Test
    void key_questions_are_aggregated_and_the_rest_is_judged() {
        assertThat(rate("cqc.yaml", """
                location,safe,effective,caring,responsive,well_led,breach,well_led_limiter,inspector_level
                q1,G,G,O,O,G,false,false,
                q2,O,O,O,O,O,true,false,
                q3,RI,G,G,G,O,false,true,
                q4,I,RI,G,G,G,,,
                q5,I,RI,G,G,G,,,RI
                q6,G,G,G,G,G,,,O
                q7,G,G,G,G,,,,
                """))
                .containsExactly("RATED O principles", "RATED RI breach_cap", "RATED RI principles", "UNDETERMINED JUDGEMENT:not_covered",
                "RATED RI not_covered", "RATED O normally", "NOT_RATED QUESTION_MISSING");
    }

    @Test
    void branches_climb_step_by_step_and_the_committee_may_choose() {
        assertThat(rate("shengzhou-step.yaml", """
                branch,prior_level,founded,implied_level,veto,city_honour,committee_level
                s1,1,2001-07-01,4,false,false,
                s2,1,2001-07-01,4,false,true,
                s3,1,2001-07-01,4,false,true,4
                s4,2,2001-07-01,4,true,false,1
                s5,2,2001-07-01,4,true,false,4
                s6,5,2001-07-01,2,true,false,
                s7,,2015-03-02,3,false,false,
                s8,,,3,,false,
                """))
                .containsExactly("RATED 2 one_step", "UNDETERMINED JUDGEMENT:skip", "RATED 4 by_rules", "RATED 1 veto_effect",
                "UNDETERMINED DECISION_NOT_ALLOWED:veto_effect", "RATED 5 NOT_EXAMINED", "NOT_RATED NEW_BRANCH", "UNDETERMINED NO_FACT");
    }

    @Test
    void each_kind_of_branch_has_its_own_rubric() {
        assertThat(rate("wuxing-110.yaml", """
                branch,unit_kind,leadership,backbone,venue,rules,safeguard,performance,masses,core_points,bonus,innovation_project
                w1,agency,0,pioneer_poor,0,0.5,1,2,3,,4,true
                w2,other,,,,,,,,79.5,0.5,true
                w3,other,,,,,,,,95,5,false
                w4,agency,not_reelected;inactive,0,no_venue;no_equipment,0,0,0,0,,0,true
                w5,club,,,,,,,,95,5,false
                w6,agency,0,0,0,0,0,0,,,0,true
                """))
                .containsExactly("RATED 5 stars_by_points", "RATED 4 stars_by_points", "RATED 4 five_needs_innovation",
                        "RATED 4 stars_by_points",
                "UNDETERMINED INVALID:unit_kind", "UNDETERMINED NO_SCORE");
    }

    private static List<String> rate(String scheme, String csv) {
        return Fixtures.shippedRating(scheme).rate(Fixtures.rows(csv)).units().stream().map(Mini::summary).toList();
    }
}
