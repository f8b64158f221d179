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

    /** @param reopened why the body decides again; none where it decides for the first time */
    record Allocated(Dossier dossier, Placing placing, @Nullable Reopened reopened) implements Underway {
    }

    /** @param contested the level that was objected to; none where an appeal made the refusal of a star fall */
    record Reopened(@Nullable Level contested) {
    }

    record Decided(Dossier dossier, Placing placing, Verdict verdict) implements Underway {
    }

    /** @param open objections that wait for an answer */
    record Notice(Dossier dossier, Placing placing, Verdict verdict, NoticeDays days, Set<ObjectionId> open) implements Underway {

        Notice until(LocalDate last, @Nullable LocalDate stopped) {
            return on(new NoticeDays(last, stopped, days.objectionsUntil()));
        }

        Notice objectionsUntil(LocalDate last) {
            return on(new NoticeDays(days.lastDay(), days.pausedOn(), last));
        }

        private Notice on(NoticeDays other) {
            return new Notice(dossier, placing, verdict, other, open);
        }

        Notice open(Set<ObjectionId> waiting) {
            return new Notice(dossier, placing, verdict, days, Set.copyOf(waiting));
        }
    }

    /**
     * The days of a notice.
     *
     * @param pausedOn        the day on which they were stopped; none where they run
     * @param objectionsUntil the last day for objections; none where it is that of the notice
     */
    record NoticeDays(LocalDate lastDay, @Nullable LocalDate pausedOn, @Nullable LocalDate objectionsUntil) {

        /** Its own days and those for objections are over. */
        boolean areOver(LocalDate today) {
            return today.isAfter(lastDay) && (objectionsUntil == null || today.isAfter(objectionsUntil));
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
