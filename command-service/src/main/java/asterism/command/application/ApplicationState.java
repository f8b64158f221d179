package asterism.command.application;

import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an application stands. */
public sealed interface ApplicationState {

    /** What has gathered so far; empty before the start. */
    default Optional<Dossier> file() {
        return switch (this) {
            case None _ -> Optional.empty();
            case Underway underway -> Optional.of(underway.dossier());
        };
    }

    /** It was started and has not come to its end. */
    default boolean isUnderway() {
        return !(this instanceof None || this instanceof Awarded || this instanceof Refused || this instanceof Closed);
    }

    /** Where it stands, on hold or not. */
    default ApplicationState place() {
        return this instanceof Held held ? held.at() : this;
    }

    record None() implements ApplicationState {
    }

    sealed interface Underway extends ApplicationState {
        Dossier dossier();
    }

    /** @param dueOn the last day on which its round takes applications; none where it was never said */
    record Draft(Dossier dossier, @Nullable LocalDate dueOn) implements Underway {
    }

    record Submitted(Dossier dossier) implements Underway {
    }

    /** @param passed who has reviewed it at each of several desks so far, in their order */
    record DeskReview(Dossier dossier, List<Set<PersonId>> passed) implements Underway {
    }

    /** @param dueOn last day for handing in what is missing */
    record Returned(Dossier dossier, LocalDate dueOn) implements Underway {
    }

    record SiteVisit(Dossier dossier) implements Underway {
    }

    record Scoring(Dossier dossier) implements Underway {
    }

    record Moderation(Dossier dossier, Computed computed) implements Underway {
    }

    record Ranked(Dossier dossier, Computed proposed) implements Underway {
    }

    /** @param reopened an objection was upheld, so the body decides again */
    record Allocated(Dossier dossier, Placing placing, boolean reopened) implements Underway {
    }

    record Decided(Dossier dossier, Placing placing, Verdict verdict) implements Underway {
    }

    /**
     * @param pausedOn the day on which its days were stopped; none where they run
     * @param open     objections that wait for an answer
     */
    record Notice(Dossier dossier, Placing placing, Verdict verdict, LocalDate lastDay, @Nullable LocalDate pausedOn,
                  Set<ObjectionId> open) implements Underway {

        Notice until(LocalDate last, @Nullable LocalDate stopped) {
            return new Notice(dossier, placing, verdict, last, stopped, open);
        }

        Notice open(Set<ObjectionId> waiting) {
            return new Notice(dossier, placing, verdict, lastDay, pausedOn, Set.copyOf(waiting));
        }
    }

    record Confirmed(Dossier dossier, Verdict verdict) implements Underway {
    }

    /**
     * On hold: no step is open and no time passes.
     *
     * @param at where it goes on when it is resumed
     */
    record Held(Underway at, ApplicationHeld hold) implements Underway {
        @Override
        public Dossier dossier() {
            return at.dossier();
        }
    }

    record Awarded(Dossier dossier, Verdict verdict) implements Underway {
    }

    /** The body granted no star; an appeal may let it decide again. */
    record Refused(Dossier dossier, Placing placing, DecisionId decision) implements Underway {
    }

    record Closed(Dossier dossier, End end) implements Underway {
    }

    /** How an application ends without a decision on it. */
    enum End { DECLINED, LAPSED, WITHDRAWN, ENDED_WITH_BRANCH, READDRESSED }

    /** What the round's quotas made of the proposal, by which ranking. */
    record Placing(Computed computed, String ranking) {
    }

    record Verdict(DecisionId decision, Level level) {
    }
}
