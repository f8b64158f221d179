package asterism.command.standing;

import static asterism.command.standing.Stars.AWARD;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static asterism.command.standing.Stars.granted;
import static asterism.command.standing.Stars.where;

import asterism.command.Lifecycle;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.CloseSurveillance;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.EndPairing;
import asterism.command.standing.StandingCommand.EndStar;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.ExpireStar;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.RecordPastLevel;
import asterism.command.standing.StandingCommand.LiftStay;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.NotePoints;
import asterism.command.standing.StandingCommand.OpenSurveillance;
import asterism.command.standing.StandingCommand.PairBranch;
import asterism.command.standing.StandingCommand.RecheckCorrection;
import asterism.command.standing.StandingCommand.RecognisePractice;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.command.standing.StandingCommand.RecordPlaqueReturned;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.command.standing.StandingCommand.ReinstateStar;
import asterism.command.standing.StandingCommand.Replace;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.ShowCorrection;
import asterism.command.standing.StandingCommand.StayDecision;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.command.standing.StandingCommand.UpholdComplaint;
import asterism.command.standing.StandingCommand.WithdrawStar;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.RoundId;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.Outcome;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StandingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a star can go, written down by asking every place everything. */
class LifecycleTest {
    private static final LocalDate LAST = TODAY.plusMonths(2);
    private static final LocalDate LATER = TODAY.plusMonths(3);
    private static final Level FOUR = new Level("4");
    private static final DecisionId ACT = new DecisionId("d2");
    private static final BranchId STRONG = new BranchId("b07");
    private static final CorrectionRequired REQUIRED = new CorrectionRequired(BRANCH, ACT, "veto", "d", TODAY, LAST, false);
    private static final Terms TERMS = where("plaque",
            "{levels: any, return_within: {days: 9, day_type: working, from: withdrawal, first_day_counts: false}, "
                    + "if_not_returned: announce_void}");

    @Test
    void the_written_table_is_what_the_decider_does_with_every_wish_at_every_place() throws IOException {
        Lifecycle<StandingCommand, State, StandingEvent, Given> ways = new Lifecycle<>(new Standing());
        for (State state : places()) {
            for (LocalDate day : List.of(TODAY.plusDays(1), LATER)) {
                byTheHouse().forEach(wish -> ways.ask(state, wish, Stars.house(day, TERMS)));
                byPeople(day).forEach(wish -> ways.ask(state, wish, Stars.asked(day, TERMS)));
            }
        }
        ways.check(Path.of("lifecycle-of-a-star.md"), "The ways of a star");
    }

    private static List<State> places() {
        return List.of(after(), after(granted(null)), after(granted(LAST)),
                after(granted(null), new Downgraded(BRANCH, ACT, FOUR, null, "veto", TODAY, TODAY)),
                after(granted(null), new Suspended(BRANCH, ACT, FOUR, "veto", TODAY, TODAY, LAST, false)),
                after(granted(null), new Withdrawn(BRANCH, ACT, FOUR, "veto", TODAY, TODAY, LAST, null)),
                after(granted(TODAY.minusDays(1)), new Expired(BRANCH, ACT, FOUR, TODAY)), after(granted(null), REQUIRED),
                after(granted(null), REQUIRED, new CorrectionShown(BRANCH, ACT, List.of(), "s")),
                after(granted(null), new SurveillanceOpened(BRANCH, "yearly_recheck", Occasion.YEARLY, null, TODAY)),
                after(new LevelGranted(BRANCH, AWARD, Stars.APPLICATION, new Level("2"), Change.FIRST, Stars.AWARDED, null)),
                after(new LevelGranted(BRANCH, AWARD, Stars.APPLICATION, new Level("5"), Change.FIRST, Stars.AWARDED, null),
                        new BranchPaired(BRANCH, STRONG, "p", TODAY)));
    }

    private static List<StandingCommand> byTheHouse() {
        return List.of(new GrantLevel(BRANCH, new DecisionId("d3"), ApplicationId.of("r2025.b06"), FOUR, TODAY),
                new RecordAwardNotEffected(BRANCH, new DecisionId("d3"), "c", "s"), new StrikeOut(BRANCH, AWARD, new AppealId("a1")),
                new StrikeOut(BRANCH, ACT, new AppealId("a1")), new ExpireStar(BRANCH), new EndSuspension(BRANCH),
                new EndStar(BRANCH, new DecisionId("d3"), Reorganisation.ABOLISH, TODAY),
                new DeclarePlaqueVoid(BRANCH), new MissCorrection(BRANCH),
                new Replace(BRANCH, ACT, new AppealId("a1"), new DecisionId("d9"), FOUR), new StayDecision(BRANCH, ACT, new AppealId("a1")),
                new LiftStay(BRANCH, ACT, new AppealId("a1")));
    }

    private static List<StandingCommand> byPeople(LocalDate day) {
        return List.of(new Downgrade(BRANCH, new Level("1"), "veto", TODAY, day), new Downgrade(BRANCH, null, "veto", TODAY, day),
                new SuspendStar(BRANCH, "veto", TODAY, day, day), new ReinstateStar(BRANCH, day),
                new WithdrawStar(BRANCH, "veto", TODAY, day), new RecordPlaqueReturned(BRANCH, day),
                new GrantProvisionalLevel(BRANCH, new RoundId("r2025"), FOUR, "split", day, null),
                new RecordPastLevel(BRANCH, new RoundId("r2025"), FOUR, "s", TODAY.minusYears(2), null),
                new RequireCorrection(BRANCH, "veto", "d", TODAY, null), new ShowCorrection(BRANCH, List.of(), "s"),
                new RecheckCorrection(BRANCH, true, "f"), new RecheckCorrection(BRANCH, false, "f"),
                new OpenSurveillance(BRANCH, "yearly_recheck", Occasion.YEARLY, null),
                new CloseSurveillance(BRANCH, Outcome.CONFIRMED, "f"), new RecordVeto(BRANCH, "v", TODAY, List.of(), "s"),
                new UpholdComplaint(BRANCH, "fees", TODAY, "f"), new NotePoints(BRANCH, "deductions", "1", TODAY, "s"),
                new RecognisePractice(BRANCH, "base", "t", List.of()), new PairBranch(BRANCH, STRONG, "p", day),
                new EndPairing(BRANCH, STRONG, "r"));
    }
}
