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
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Skippable;
import asterism.events.ApplicationEvent.StageSkipped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the open scores to the level that the round's quotas leave. */
final class Moderating {
    private Moderating() {
    }

    static Decision moderate(ApplicationState state, ModerateScore moderate, Given given) {
        if (!(state instanceof Moderation(var dossier, _))) {
            return NotNow.refuse(state);
        }
        if (!dossier.panel().assessors().contains(moderate.assessor())) {
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
        String before = dossier.panel().sheet(moderate.assessor()).cells().getOrDefault(moderate.input(), "");
        return before.equals(moderate.to()) ? Decision.accept() : Decision.accept(
                new ScoreModerated(moderate.application(), moderate.assessor(), moderate.input(), before, moderate.to()),
                Assessing.computed(dossier.panel(dossier.panel().moderated(moderate.assessor(), moderate.input(), moderate.to())), given));
    }

    /** The proposal at once, where the scheme asks for no word of the chair on this application and nothing speaks against it. */
    static Stream<ApplicationEvent> passed(Dossier dossier, Computed computed, Given given) {
        Rules rules = given.pinned();
        boolean apart = rules.widestSpread().flatMap(dossier.marked()::apart).isPresent();
        boolean open = given.round() != null && !given.round().sealed();
        return rules.isDrawn(dossier.application()) || apart || !open || computed.outcome().equals("UNDETERMINED") ? Stream.empty()
                : Stream.of(new StageSkipped(dossier.application(), Skippable.MODERATION),
                        new LevelProposed(dossier.application(), computed));
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
     * One that goes on under another version keeps what that version makes of it: nobody is rated against others then.
     */
    static Decision place(ApplicationState state, PlaceInRound place) {
        if (state.place() instanceof Allocated(_, var placing, _) && placing.ranking().equals(place.ranking())) {
            return Decision.accept();
        }
        if (state.place() instanceof Ranked(var dossier, var proposed)) {
            return Decision.accept(dossier.migrated()
                    ? new LevelAllocated(place.application(), proposed, place.ranking(), List.of())
                    : new LevelAllocated(place.application(), place.computed(), place.ranking(), place.trace()));
        }
        return state instanceof Allocated || state instanceof Decided || state instanceof Awarded
                ? Decision.accept(new LevelAllocated(place.application(), place.computed(), place.ranking(), place.trace()))
                : NotNow.refuse(state);
    }
}
