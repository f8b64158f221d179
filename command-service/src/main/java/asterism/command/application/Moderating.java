package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.ModerateScore;
import asterism.command.application.ApplicationCommand.PlaceInRound;
import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Decided;
import asterism.command.application.ApplicationState.Moderation;
import asterism.command.application.ApplicationState.Ranked;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.rules.Marks.Giver;
import asterism.command.rules.Marks;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ScoreModerated;
import java.util.Map;
import java.util.Optional;

/** From the open scores to the level that the round's quotas leave. */
final class Moderating {
    private Moderating() {
    }

    static Decision moderate(ApplicationState state, ModerateScore moderate, Given given) {
        if (!(state instanceof Moderation(var dossier, _))) {
            return NotNow.refuse(state);
        }
        if (!dossier.assessors().contains(moderate.assessor())) {
            return invalid("assessor", "application.assessor-unknown", "that person did not score this application");
        }
        if (!given.marks().of(moderate.input(), Giver.ASSESSOR)) {
            return invalid("input", "marks.not-asked", "the scheme does not ask for this here");
        }
        if (!given.marks().readable(moderate.input(), moderate.to())) {
            return Marks.unreadable("to");
        }
        if (given.asked().reason() == null) {
            return Refusals.reasonRequired();
        }
        String before = dossier.scores().getOrDefault(moderate.assessor(), Map.of()).getOrDefault(moderate.input(), "");
        return before.equals(moderate.to()) ? Decision.accept() : Decision.accept(
                new ScoreModerated(moderate.application(), moderate.assessor(), moderate.input(), before, moderate.to()),
                Assessing.computed(dossier.moderated(moderate.assessor(), moderate.input(), moderate.to()), given));
    }

    static Decision confirm(ApplicationState state, ConfirmScore confirm, Given given) {
        if (!(state instanceof Moderation(var dossier, var computed))) {
            return NotNow.refuse(state);
        }
        if (given.round() == null || given.round().sealed()) {
            return refuse("application.roster-sealed", "the round's roster is sealed, so nothing can be proposed to it any more");
        }
        Optional<String> apart = given.pinned().widestSpread().flatMap(dossier.marked()::apart);
        if (apart.isPresent() && given.asked().reason() == null) {
            return refuse("application.spread-too-wide", "the scores of " + apart.get()
                    + " lie further apart than the scheme allows: moderate them, or confirm them with a reason");
        }
        return computed.outcome().equals("UNDETERMINED")
                ? refuse("application.undetermined", "the score leads to no level: " + computed.reason())
                : Decision.accept(new LevelProposed(confirm.application(), computed));
    }

    /**
     * The first time from the ranking, so that an application on hold has its place too; again where the round gives a seat that came
     * free, and then the body decides anew.
     */
    static Decision place(ApplicationState state, PlaceInRound place) {
        if (state.place() instanceof Allocated(_, var placing, _) && placing.ranking().equals(place.ranking())) {
            return Decision.accept();
        }
        return state.place() instanceof Ranked || state instanceof Allocated || state instanceof Decided || state instanceof Awarded
                ? Decision.accept(new LevelAllocated(place.application(), place.computed(), place.ranking(), place.trace()))
                : NotNow.refuse(state);
    }
}
