package asterism.ways;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.HouseEvent.DemoWorldOpened;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.Sha256;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables know every fact, and catch what may not be. */
class LegalWaysLifecycleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final BranchId BRANCH = new BranchId("b01");
    private static final DecisionId DECISION = new DecisionId("d1");
    private static final AppealId APPEAL = new AppealId("ap-1");
    private static final RoundId ROUND = new RoundId("r2026");
    private static final AppealLodged LODGED = new AppealLodged(APPEAL, BRANCH, DECISION, "facts", "s");
    private static final AppealAdmitted ADMITTED = new AppealAdmitted(APPEAL, BRANCH, List.of(new PersonId("j1")), DAY);
    private static final AppealUpheld UPHELD = new AppealUpheld(APPEAL, BRANCH, DECISION);
    private static final ProvisionalGranted STAR = new ProvisionalGranted(BRANCH, DECISION, ROUND, new Level("3"), "new", DAY, null);
    private static final Downgraded TO_NOTHING = new Downgraded(BRANCH, DECISION, new Level("3"), null, "veto", DAY, DAY);
    private static final Downgraded TO_TWO = new Downgraded(BRANCH, DECISION, new Level("3"), new Level("2"), "veto", DAY, DAY);
    private static final CorrectionRequired REQUIRED = new CorrectionRequired(BRANCH, DECISION, "g", "d", DAY, DAY, false);
    private static final CorrectionShown SHOWN = new CorrectionShown(BRANCH, DECISION, List.of(), "s");
    private static final CorrectionMissed MISSED = new CorrectionMissed(BRANCH, DECISION, DAY, null);
    private static final CorrectionEnded OWED_NO_MORE = new CorrectionEnded(BRANCH, DECISION, Reorganisation.SPLIT);
    private static final ApplicationId APPLICATION = new ApplicationId(ROUND, BRANCH);
    private static final ApplicationStarted STARTED = new ApplicationStarted(APPLICATION,
            new Pin(new SchemeId("s"), "1", Sha256.of("s"), Sha256.of("l")));
    private static final ApplicationSubmitted SUBMITTED = new ApplicationSubmitted(APPLICATION, null);
    private static final ApplicationAccepted ACCEPTED = new ApplicationAccepted(APPLICATION);
    private static final ApplicationHeld HELD = new ApplicationHeld(APPLICATION, HoldCause.REQUEST, null, List.of(), DAY);
    private static final ApplicationResumed RESUMED = new ApplicationResumed(APPLICATION, DAY, null, null, false);
    private static final BranchPaired PAIRED = new BranchPaired(BRANCH, new BranchId("b02"), "p", DAY);

    @Test
    void every_fact_has_its_place_in_a_table_and_no_table_tells_of_others() {
        assertThat(LegalWays.faults()).isEmpty();
    }

    static Stream<List<Event>> lawful() {
        return Stream.of(List.of(STARTED, HELD, RESUMED, SUBMITTED, HELD, RESUMED, ACCEPTED),
                List.of(LODGED, ADMITTED, UPHELD), List.of(STAR, TO_TWO, TO_TWO), List.of(STAR, TO_NOTHING, STAR),
                List.of(STAR, TO_NOTHING, new DecisionStruckOut(BRANCH, DECISION, APPEAL, List.of()), TO_TWO),
                List.of(STAR, REQUIRED, SHOWN, rechecked(false), MISSED, SHOWN, rechecked(true), REQUIRED),
                List.of(STAR, REQUIRED, SHOWN, OWED_NO_MORE, REQUIRED),
                List.of(STAR, PAIRED, new BranchPaired(BRANCH, new BranchId("b03"), "p", DAY), ended("b02"), PAIRED));
    }

    @ParameterizedTest
    @MethodSource("lawful")
    void what_may_be_is_let(List<Event> stream) {
        LegalWays.check(stream.stream());
    }

    static Stream<List<Event>> planted() {
        return Stream.of(List.of(STARTED, HELD, RESUMED, ACCEPTED), List.of(STARTED, RESUMED), List.of(STARTED, HELD, SUBMITTED),
                List.of(ADMITTED), List.of(LODGED, UPHELD),
                List.of(LODGED, ADMITTED, new AppealDismissed(APPEAL, BRANCH, DECISION), UPHELD), List.of(LODGED, LODGED),
                List.of(TO_TWO), List.of(STAR, TO_NOTHING, TO_TWO), List.of(STAR, new Reinstated(BRANCH, DECISION, new Level("3"), DAY)),
                List.of(STAR, SHOWN), List.of(STAR, REQUIRED, MISSED, MISSED), List.of(STAR, REQUIRED, SHOWN, rechecked(true), SHOWN),
                List.of(STAR, REQUIRED, OWED_NO_MORE, SHOWN), List.of(STAR, OWED_NO_MORE),
                List.of(STAR, PAIRED, ended("b03")), List.of(STAR, PAIRED, PAIRED),
                List.of(new RosterSealed(ROUND, 7, 1, "hash")), List.of(new RoundClosed(ROUND)),
                List.of(new QuotaAllocated(ROUND, List.of(), 1, "hash")),
                List.of(new LevelDecided(APPLICATION, DECISION, new Level("3"),
                        new Computed("RATED", new Level("3"), "r"), List.of(new PersonId("m1")))),
                List.of(new DemoWorldOpened(Instant.EPOCH), new DemoWorldOpened(Instant.EPOCH)));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void what_may_not_be_is_caught_at_its_last_fact(List<Event> stream) {
        LegalWays ways = new LegalWays();
        stream.subList(0, stream.size() - 1).forEach(ways::check);
        assertThat(ways.next(stream.getLast())).as("%s", stream).isPresent();
    }

    private static CorrectionRechecked rechecked(boolean cured) {
        return new CorrectionRechecked(BRANCH, DECISION, cured, "f");
    }

    private static PairingEnded ended(String strong) {
        return new PairingEnded(BRANCH, new BranchId(strong), DAY, "r");
    }
}
