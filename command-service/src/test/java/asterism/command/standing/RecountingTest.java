package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.standing.Stars.AS_SHIPPED;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.FOUR;
import static asterism.command.standing.Stars.LIFE;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.core.Decision.Accepted;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.RecountDays;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A last day said before anybody knew the calendar of its year is counted again once the year is published. */
class RecountingTest {
    private static final DecisionId ACT = new DecisionId("d2");
    private static final RecountDays RECOUNT = new RecountDays(BRANCH);
    private static final LocalDate SAID = TODAY.plusDays(200);
    /** Thirty working days from 2025-03-10. */
    private static final LocalDate CORRECT_BY = LocalDate.of(2025, 4, 22);
    private static final Terms TERMS = Stars.where("suspension",
            "{max: {days: 30, day_type: working, from: suspension, first_day_counts: false}, then: judge}");
    private static final Terms PLAQUE = Stars.where("plaque",
            "{levels: any, return_within: {days: 30, day_type: working, from: withdrawal, first_day_counts: false}, "
                    + "if_not_returned: announce_void}");

    @Test
    void that_of_a_corrective_action() {
        State said = after(FOUR, new CorrectionRequired(BRANCH, ACT, "finding", "d", TODAY, SAID, true));
        LastDayRecounted day = new LastDayRecounted(BRANCH, ACT, Counted.CORRECTION, CORRECT_BY, false);
        assertThat(LIFE.ask(said, RECOUNT, house(TODAY, AS_SHIPPED))).isEqualTo(accept(day));
        State counted = after(FOUR, new CorrectionRequired(BRANCH, ACT, "finding", "d", TODAY, SAID, true), day);
        assertThat(LIFE.ask(counted, RECOUNT, house(TODAY, AS_SHIPPED))).as("once").isEqualTo(accept());
        assertThat(LIFE.ask(counted, new MissCorrection(BRANCH), house(CORRECT_BY, AS_SHIPPED))).isEqualTo(accept());
        assertThat(LIFE.ask(counted, new MissCorrection(BRANCH), house(CORRECT_BY.plusDays(1), AS_SHIPPED)))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.facts()).hasSize(1));
    }

    @Test
    void that_of_a_suspension() {
        Suspended suspended = new Suspended(BRANCH, ACT, new Level("4"), "veto", TODAY, TODAY, SAID, true);
        LastDayRecounted day = new LastDayRecounted(BRANCH, ACT, Counted.SUSPENSION, CORRECT_BY, false);
        assertThat(LIFE.ask(after(FOUR, suspended), RECOUNT, house(TODAY, TERMS))).isEqualTo(accept(day));
        assertThat(LIFE.ask(after(FOUR, suspended, day), new EndSuspension(BRANCH), house(CORRECT_BY.plusDays(1), TERMS)))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.facts()).hasSize(1));
    }

    @Test
    void that_of_a_plaque() {
        Withdrawn withdrawn = new Withdrawn(BRANCH, ACT, new Level("4"), "veto", TODAY, TODAY, SAID, null);
        LastDayRecounted day = new LastDayRecounted(BRANCH, ACT, Counted.PLAQUE, CORRECT_BY, false);
        assertThat(LIFE.ask(after(FOUR, withdrawn), RECOUNT, house(TODAY, PLAQUE))).isEqualTo(accept(day));
        assertThat(LIFE.ask(after(FOUR, withdrawn, day), new DeclarePlaqueVoid(BRANCH), house(CORRECT_BY.plusDays(1), PLAQUE)))
                .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.facts()).hasSize(1));
    }

    @Test
    void what_a_person_set_or_was_certain_stays() {
        State certain = after(FOUR, new CorrectionRequired(BRANCH, ACT, "finding", "d", TODAY, SAID, false));
        assertThat(LIFE.ask(certain, RECOUNT, house(TODAY, AS_SHIPPED))).isEqualTo(accept());
        assertThat(LIFE.ask(after(), RECOUNT, Stars.unknown(true))).isNotEqualTo(accept());
    }

    private static Given house(LocalDate day, Terms terms) {
        return Stars.house(day, terms);
    }
}
