package asterism.query.applications;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.FormerPart;
import asterism.events.ApplicationEvent.FormerPartsOpened;
import asterism.events.ApplicationEvent.FormerScores;
import asterism.events.ApplicationEvent.FormerScoresOpened;
import asterism.events.ApplicationEvent.PartMarks;
import asterism.events.ApplicationEvent.PartsOpened;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.Evidence;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Secret;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.Dossier.Former;
import asterism.query.applications.Dossier.HandedIn;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.facts.Importance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies on the table of a case. */
class DossierTest {
    private static final ApplicationId CASE = ApplicationId.of("r1.b1");
    private static final Evidence OLD = new Evidence("ab".repeat(32), "base", "Minutes");
    private static final Evidence NEW = new Evidence("cd".repeat(32), "base", "Minutes");
    private static final Event ASSESSED = new SelfAssessmentRecorded(CASE, 1, List.of(new Mark("base", "90")), List.of(OLD),
            "All is there.");
    private static final Event SCORED = new ScoresSubmitted(CASE, new PersonId("a1"), 1, Secret.of(CASE, List.of()));
    private static final Event REVISED = new EvidenceRevised(CASE, 2, List.of(NEW));

    private static Dossier of(Event... events) {
        List<Told> told = new ArrayList<>();
        for (Event event : events) {
            told.add(new Told(new Line(1, "application/r1.b1", 1, "x/1", "person/x", null, null, null, null, LocalDate.EPOCH, Instant.EPOCH,
                    null, Importance.STEP), event));
        }
        return new Dossier(told);
    }

    @Test
    void files_exchanged_later_make_a_version_that_is_to_be_judged() {
        assertThat(of().handedIn()).isNull();
        Dossier dossier = of(ASSESSED, REVISED);
        assertThat(dossier.versions()).extracting(HandedIn::version).containsExactly(1, 2);
        assertThat(dossier.handedIn()).isEqualTo(new HandedIn(2, List.of(new Mark("base", "90")), List.of(NEW), "All is there."));
    }

    @Test
    void how_far_a_review_helped_stands_beside_its_scores_and_changes_none() {
        Dossier rated = of(ASSESSED, SCORED, new ReviewRated(CASE, new PersonId("a1"), 4));
        assertThat(rated.helpful("a1")).isEqualTo(4);
        assertThat(rated.helpful("a2")).isNull();
        assertThat(rated.scores()).isEqualTo(of(ASSESSED, SCORED).scores());
    }

    @Test
    void what_an_assessor_remarked_stands_beside_what_they_gave_once_it_is_open() {
        assertThat(of(ASSESSED, SCORED).remark("a1", "base")).isNull();
        Dossier open = of(ASSESSED, SCORED, new ScoresOpened(CASE, List.of(new Scores(new PersonId("a1"),
                List.of(new Mark("base", "91", "minutes of June are thin"), new Mark("bonus", "2"))))));
        assertThat(open.given("a1", "base")).isEqualTo("91");
        assertThat(open.remark("a1", "base")).isEqualTo("minutes of June are thin");
        assertThat(open.remark("a1", "bonus")).isNull();
        assertThat(open.remark("a2", "base")).isNull();
    }

    @Test
    void what_an_assessor_gave_before_the_evidence_changed_is_told_where_it_differs() {
        Dossier open = of(ASSESSED, SCORED, REVISED, new FormerScoresOpened(CASE, List.of(new FormerScores(new PersonId("a1"), 1,
                List.of(new Mark("base", "85"), new Mark("bonus", "2"))))), new ScoresOpened(CASE, List.of(new Scores(new PersonId("a1"),
                List.of(new Mark("base", "91"), new Mark("bonus", "2"))))));
        assertThat(open.former("a1", "base")).containsExactly(new Former("85", 1));
        assertThat(open.former("a1", "bonus")).as("the same as before").isEmpty();
        assertThat(open.former("a2", "base")).isEmpty();
    }

    @Test
    void what_a_department_found_stands_once_it_is_open_with_what_it_had_found_before() {
        assertThat(of(ASSESSED).found("deductions")).isEmpty();
        Dossier open = of(ASSESSED, REVISED, new PartsOpened(CASE, List.of(new PartMarks("conduct", List.of(new Mark("deductions", "0"),
                new Mark("discipline", "5"))))), new FormerPartsOpened(CASE, List.of(new FormerPart("conduct", 1,
                List.of(new Mark("deductions", "3"), new Mark("discipline", "5"))))));
        assertThat(open.found("deductions")).isEqualTo("0");
        assertThat(open.formerlyFound("deductions")).containsExactly(new Former("3", 1));
        assertThat(open.formerlyFound("discipline")).as("the same as before").isEmpty();
    }

    @Test
    void a_score_from_before_is_outdated_until_its_assessor_stands_by_it() {
        assertThat(of(ASSESSED, SCORED).outdated()).isEmpty();
        assertThat(of(ASSESSED, SCORED, REVISED).outdated()).containsExactly("a1");
        assertThat(of(ASSESSED, SCORED, REVISED, new ScoresStoodBy(CASE, new PersonId("a1"), 2)).outdated()).isEmpty();
    }
}
