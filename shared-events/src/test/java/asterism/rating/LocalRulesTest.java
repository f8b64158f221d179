package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.document.Finding;
import asterism.document.MalformedException;
import asterism.rating.LocalRules.Effective;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An office fills what the notice leaves open, and nothing else. */
class LocalRulesTest {
    private final Scheme scheme = SchemeReader.read(Fixtures.shipped("zoucheng-70-30.yaml")).orThrow().getFirst();
    private final LocalRules shipped = LocalRules.read(Fixtures.shipped("zoucheng-70-30.local-rules.yaml"));

    @Test
    void without_local_rules_the_silences_of_the_notice_are_listed() {
        assertThat(LocalRules.none(scheme).orElseThrow().notStated()).contains("notice.days", "objection", "stages.committee_check.due",
                "decision[2].quorum")
                .doesNotContain("validity", "notice.day_type");
    }

    @Test
    void the_shipped_local_rules_leave_nothing_open() {
        Effective effective = shipped.effective(scheme).orElseThrow();
        assertThat(effective.isComplete()).as("%s %s", effective.notStated(), effective.findings()).isTrue();
        Procedure.Notice notice = effective.procedure().notice().get();
        assertThat(notice.days().get()).isEqualTo(5);
        assertThat(notice.postingDayCounts().get()).isFalse();
        assertThat(notice.dayType().get()).isEqualTo(Procedure.DayType.WORKING);
        assertThat(effective.procedure().appeal().get().getFirst().within().get().count().get()).isEqualTo(60);
        assertThat(effective.procedure().objection().get().recusal().get()).containsExactly("scored", "visited", "decided");
        assertThat(effective.filled()).contains("notice.days", "objection").doesNotContain("validity");
    }

    @Test
    void a_local_rule_cannot_change_what_the_text_states() {
        assertThat(findings("notice.day_type: calendar"))
                .containsExactly("E L701 line 7 fills.notice.day_type: the scheme states notice.day_type; a local rule cannot change it");
        assertThat(findings("notice.dais: 5")).containsExactly("E L702 line 7 fills.notice.dais: the procedure has no notice.dais");
    }

    @Test
    void a_malformed_fill_is_found_where_it_stands() {
        assertThat(findings("notice.days: five"))
                .containsExactly("E L101 line 7 fills.notice.days: a whole number of at least 1 is needed here");
    }

    @Test
    void rules_for_another_text_do_not_apply() {
        String pinned = rules("notice.days: 5").replace("scheme: zoucheng-70-30", "scheme: zoucheng-70-30\nscheme_sha256: "
                + "0".repeat(64));
        assertThat(LocalRules.read(pinned).effective(scheme).orElseThrow().findings()).map(Finding::code).containsExactly("L703");
        assertThat(LocalRules.read(rules("notice.days: 5").replace("zoucheng", "elsewhere")).effective(scheme).orElseThrow().findings())
                .map(Finding::code).containsExactly("L703");
    }

    @Test
    void a_document_that_cannot_be_read_says_where() {
        assertThatThrownBy(() -> LocalRules.read("language: 1\nlocal_rules: x\n")).isInstanceOf(MalformedException.class)
                .hasMessage("E L101 line 1: the key scheme is missing");
    }

    private List<String> findings(String fill) {
        return LocalRules.read(rules(fill)).effective(scheme).orElseThrow().findings().stream().map(Finding::toString).toList();
    }

    private static String rules(String fill) {
        return "language: 1\nlocal_rules: test\nscheme: zoucheng-70-30\ntitle: {zh: 细则, en: Rules}\nsource: test\nfills:\n  " + fill + "\n";
    }
}
