package asterism.events;

import java.time.LocalDate;
import java.util.List;
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

    /**
     * Somebody lets another act for them in a post, for a time.
     *
     * @param person   who holds the post
     * @param to       who may act on their behalf
     * @param commands what is let, by the names of commands; none for all that the post permits
     * @param from     first day
     * @param until    last day
     */
    @Wire("body.post-delegated/1")
    record PostDelegated(BodyId body, PersonId person, PersonId to, Post post, @Nullable BranchId branch, @Open List<String> commands,
                         LocalDate from, LocalDate until) implements BodyEvent {

        @Override
        public Optional<BranchId> about() {
            return Optional.ofNullable(branch);
        }
    }

    /** Nobody acts on behalf of that person in that post any more. */
    @Wire("body.delegation-revoked/1")
    record DelegationRevoked(BodyId body, PersonId person, PersonId to, Post post, @Nullable BranchId branch) implements BodyEvent {

        @Override
        public Optional<BranchId> about() {
            return Optional.ofNullable(branch);
        }
    }

    /**
     * Somebody is able to judge something.
     *
     * @param field what, by its code in the schemes: a kind of unit or an indicator
     * @param until last day; none where it does not run out
     */
    @Wire("body.qualification-recorded/1")
    record QualificationRecorded(BodyId body, PersonId person, @Open String field, LocalDate from, @Nullable LocalDate until)
            implements BodyEvent {
    }

    /** @param until last day */
    @Wire("body.qualification-ended/1")
    record QualificationEnded(BodyId body, PersonId person, @Open String field, LocalDate until) implements BodyEvent {
    }

    /**
     * Somebody is tied to a branch, or to another person and so to their branches: they stand back from judging those. Exactly one
     * of the two is named.
     *
     * @param statement of what kind the tie is; nobody else's business
     */
    @Wire("body.relation-declared/1")
    record RelationDeclared(BodyId body, PersonId person, @Nullable BranchId branch, @Nullable PersonId other, Personal<String> statement)
            implements BodyEvent {
    }

    /** The tie is no more. */
    @Wire("body.relation-ended/1")
    record RelationEnded(BodyId body, PersonId person, @Nullable BranchId branch, @Nullable PersonId other) implements BodyEvent {
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
