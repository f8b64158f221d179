package asterism.command.standing;

import static asterism.command.standing.Stars.AWARD;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static asterism.command.standing.Stars.granted;
import static asterism.command.standing.Stars.where;

import asterism.command.Lifecycle;
import asterism.command.standing.Standing.Award;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.ExpireStar;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.command.standing.StandingCommand.RecordPlaqueReturned;
import asterism.command.standing.StandingCommand.ReinstateStar;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.command.standing.StandingCommand.WithdrawStar;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.RoundId;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a star can go, written down by asking every place everything. */
class LifecycleTest {
    private static final LocalDate LAST = TODAY.plusMonths(2);
    private static final LocalDate LATER = TODAY.plusMonths(3);
    private static final Level FOUR = new Level("4");
    private static final DecisionId ACT = new DecisionId("d2");
    private static final Terms TERMS = where("plaque",
            "{levels: any, return_within: {days: 9, day_type: working, from: withdrawal, first_day_counts: false}, "
                    + "if_not_returned: announce_void}");

    @Test
    void the_written_table_is_what_the_decider_does_with_every_wish_at_every_place() throws IOException {
        Lifecycle<StandingCommand, State, StandingEvent, Given> ways = new Lifecycle<>(new Standing());
        for (State state : places()) {
            for (LocalDate day : List.of(TODAY.plusDays(1), LATER)) {
                byTheHouse().forEach(wish -> ways.ask(state, wish, Stars.house(day, TERMS)));
                byPeople(day).forEach(wish -> ways.ask(state, wish, new Given(Lifecycle.person("general", "because", day), BRANCH,
                        Optional.of(TERMS), false, Optional.of(new Award(new DecisionId("d3"), FOUR)))));
            }
        }
        ways.check(Path.of("lifecycle-of-a-star.md"), "The ways of a star");
    }

    private static List<State> places() {
        return List.of(after(), after(granted(null)), after(granted(LAST)),
                after(granted(null), new Downgraded(BRANCH, ACT, FOUR, null, "veto", TODAY, TODAY)),
                after(granted(null), new Suspended(BRANCH, ACT, FOUR, "veto", TODAY, TODAY, LAST, false)),
                after(granted(null), new Withdrawn(BRANCH, ACT, FOUR, "veto", TODAY, TODAY, LAST, null)),
                after(granted(TODAY.minusDays(1)), new Expired(BRANCH, ACT, FOUR, TODAY)));
    }

    private static List<StandingCommand> byTheHouse() {
        return List.of(new GrantLevel(BRANCH, new DecisionId("d3"), ApplicationId.of("r2025.b06"), FOUR, TODAY),
                new RecordAwardNotEffected(BRANCH, new DecisionId("d3"), "c", "s"), new StrikeOut(BRANCH, AWARD, new AppealId("a1")),
                new StrikeOut(BRANCH, ACT, new AppealId("a1")), new ExpireStar(BRANCH), new EndSuspension(BRANCH),
                new DeclarePlaqueVoid(BRANCH));
    }

    private static List<StandingCommand> byPeople(LocalDate day) {
        return List.of(new Downgrade(BRANCH, new Level("1"), "veto", TODAY, day), new Downgrade(BRANCH, null, "veto", TODAY, day),
                new SuspendStar(BRANCH, "veto", TODAY, day, day), new ReinstateStar(BRANCH, day),
                new WithdrawStar(BRANCH, "veto", TODAY, day), new RecordPlaqueReturned(BRANCH, day),
                new GrantProvisionalLevel(BRANCH, new RoundId("r2025"), FOUR, "split", day, null));
    }
}
