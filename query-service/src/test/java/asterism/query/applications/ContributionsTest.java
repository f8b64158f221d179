package asterism.query.applications;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.BallotCast;
import asterism.events.ApplicationEvent.DraftCommented;
import asterism.events.ApplicationEvent.DraftShared;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.ReplyRecorded;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.Envelope;
import asterism.events.Fact;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Pin;
import asterism.events.SchemeId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.journal.Recorded;
import asterism.query.projecting.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is there and what is missing, from whom. */
class ContributionsTest {
    private static final ApplicationId APPLICATION = ApplicationId.of("r2026.b017");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID ID = new UUID(0, 0);
    private static final PersonId ONE = new PersonId("a1");
    private static final PersonId TWO = new PersonId("a2");
    private static final List<String> CODES = List.of(Sha256.of("1"), Sha256.of("2"), Sha256.of("3"));

    private final Rows rows = Rows.empty();
    private final List<Optional<ApplicationVersion>> stood = new ArrayList<>();
    private final ApplicationsProjection projection = new ApplicationsProjection();

    @Test
    void assessors_and_departments_are_asked_and_give_and_are_asked_again_when_the_evidence_changes() {
        after(new PartsAsked(APPLICATION, List.of(new PartAsked("conduct", new BodyId("discipline")))),
                new AssessorsAssigned(APPLICATION, List.of(ONE, new PersonId("a9")), ONE));
        after(new AssessorsAssigned(APPLICATION, List.of(ONE, TWO), ONE));
        assertThat(given()).containsExactly("part conduct body/discipline 0/1", "scores a1 person/a1 0/1", "scores a2 person/a2 0/1");
        after(new ScoresSubmitted(APPLICATION, ONE, 1, Secret.of(APPLICATION, List.of())),
                new PartJudged(APPLICATION, "conduct", 1, Secret.of(APPLICATION, List.of())),
                new EvidenceRevised(APPLICATION, 2, List.of()));
        assertThat(given()).containsExactly("part conduct body/discipline 1/1 stale", "scores a1 person/a1 1/1 stale",
                "scores a2 person/a2 0/1");
        after(new ScoresStoodBy(APPLICATION, ONE, 2));
        assertThat(given()).contains("scores a1 person/a1 1/1");
    }

    @Test
    void of_surveys_and_of_a_shared_draft_only_the_turnout_is_known() {
        after(new DraftShared(APPLICATION, 1, CODES), new DraftCommented(APPLICATION, CODES.getFirst(),
                new Personal<>("comment/1", Optional.of("c"))), new SurveyOpened(APPLICATION, CODES),
                new BallotCast(APPLICATION, CODES.getFirst(), Secret.of(APPLICATION, List.of())),
                new BallotCast(APPLICATION, CODES.getLast(), Secret.of(APPLICATION, List.of())));
        assertThat(given()).containsExactly("comments null 1/3", "survey null 2/3");
        after(new SurveyClosed(APPLICATION, 40, 36, List.of()));
        assertThat(given()).contains("survey null 36/40");
    }

    @Test
    void what_is_on_hold_and_what_the_branch_replied_stands_with_the_application() {
        after(new ApplicationStarted(APPLICATION, new Pin(new SchemeId("s"), "1", Sha256.of("a"), Sha256.of("b"))),
                new ApplicationHeld(APPLICATION, HoldCause.VETO, null, List.of(), DAY), new ReplyRecorded(APPLICATION, "not so"));
        assertThat(head().held()).isTrue();
        assertThat(head().reply()).isEqualTo("not so");
        after(new ApplicationResumed(APPLICATION, DAY, null, null, false));
        assertThat(head().held()).isFalse();
        after(new ApplicationHeld(APPLICATION, HoldCause.VETO, null, List.of(), DAY), new ApplicationWithdrawn(APPLICATION));
        assertThat(head().held()).as("it is over").isFalse();
        assertThat(head().reply()).isEqualTo("not so");
    }

    private ApplicationsProjection.Application head() {
        return rows.find(ApplicationsProjection.APPLICATION, APPLICATION.toString()).orElseThrow();
    }

    private List<String> given() {
        return rows.of(ApplicationsProjection.CONTRIBUTION, APPLICATION.toString()).stream().map(it -> it.slot() + " " + it.whom() + " "
                + it.have() + "/" + it.asked() + (it.stale() ? " stale" : "")).sorted().toList();
    }

    private void after(ApplicationEvent... facts) {
        for (ApplicationEvent fact : facts) {
            Recorded at = new Recorded(stood.size() + 1, ID, fact.stream().toString(), 1, "", DAY, Instant.EPOCH, new byte[0], new byte[0]);
            projection.fold(new Fact(at, new Envelope(ID, "Test", "system/test", null, null, null, List.of(), null), fact), rows);
            stood.add(rows.find(ApplicationsProjection.APPLICATION, APPLICATION.toString()).map(ApplicationVersion::of));
        }
    }

    /** Where the application stood after each fact is where the list shows it as of its position, whatever came later. */
    @AfterEach
    void whereItStoodIsKnownAsOfEveryPosition() {
        for (int position = 1; position <= stood.size(); position++) {
            long asOf = position;
            assertThat(rows.of(ApplicationVersion.TABLE, APPLICATION.toString()).stream()
                    .filter(row -> row.knownFrom() <= asOf && (row.knownTo() == null || row.knownTo() > asOf))
                    .map(row -> row.known(0, Instant.EPOCH, null, null)))
                    .as("as of position " + position).containsExactlyElementsOf(stood.get(position - 1).stream().toList());
        }
    }
}
