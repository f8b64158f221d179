package asterism.events;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to a body, its people and their posts. */
public sealed interface BodyEvent extends Event {

    BodyId body();

    @Override
    default StreamId stream() {
        return StreamId.of(body());
    }

    /** What a body is for. */
    enum Kind { COMMITTEE, ORGANISATION_DEPARTMENT, WORK_COMMITTEE, DISCIPLINE_BODY, AGENCY }

    /** @param parent the superior body; none for the topmost */
    @Wire("body.established/1")
    record BodyEstablished(BodyId body, @Nullable BodyId parent, Kind kind, Label name) implements BodyEvent {
    }

    /** A person became known to the house. The id is the subject of their sign-in. */
    @Wire("body.person-registered/1")
    record PersonRegistered(BodyId body, PersonId person, Personal<String> name) implements BodyEvent {
    }

    /**
     * @param branch the branch, for posts held in one
     * @param from   first day of the post
     */
    @Wire("body.post-assigned/1")
    record PostAssigned(BodyId body, PersonId person, Post post, @Nullable BranchId branch, LocalDate from) implements BodyEvent {

        @Override
        public Optional<BranchId> about() {
            return Optional.ofNullable(branch);
        }
    }

    /** @param until last day of the post */
    @Wire("body.post-ended/1")
    record PostEnded(BodyId body, PersonId person, Post post, @Nullable BranchId branch, LocalDate until) implements BodyEvent {

        @Override
        public Optional<BranchId> about() {
            return Optional.ofNullable(branch);
        }
    }

    /**
     * The key of a person's values was deleted for good: their name, and what they wrote under it, can be read no more. The facts that
     * hold them stay as they are, closed. Why stands in the envelope's reason.
     */
    @Wire("body.personal-values-erased/1")
    record PersonalValuesErased(BodyId body, PersonId person) implements BodyEvent {
    }
}
