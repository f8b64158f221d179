package asterism.command.body;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.DeclareRelation;
import asterism.command.body.BodyCommand.DelegatePost;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.EndQualification;
import asterism.command.body.BodyCommand.EndRelation;
import asterism.command.body.BodyCommand.ErasePersonalValues;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RecordQualification;
import asterism.command.body.BodyCommand.RecordRelation;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.body.BodyCommand.RevokeDelegation;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PersonalValuesErased;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BodyEvent;
import asterism.events.BranchId;
import asterism.events.Envelope;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Post;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A body, its people and their posts. */
public final class Body implements Decider<BodyCommand, Body.State, BodyEvent, Body.Given> {

    public sealed interface State {
        record None() implements State {
        }

        /**
         * @param posts  those held now, with their first day
         * @param erased people whose values were erased
         */
        record Established(BodyEstablished as, Set<PersonId> people, Map<Seat, LocalDate> posts, Set<PersonId> erased, Said said)
                implements State {
        }
    }

    /** A post and who holds it. */
    record Seat(PersonId person, Post post, @Nullable BranchId branch) {
    }

    /**
     * @param parentKnown   the superior body, where one is named, is established
     * @param personKnown   the person is registered, here or in another body
     * @param branchOfBody  the branch, where one is named, stands under this body; for a relation, there is such a branch
     * @param inOffice      the person holds a post today, here or in another body
     * @param comesBack     the powers to be delegated would come back to the person who delegates them
     */
    public record Given(Asked asked, boolean parentKnown, boolean personKnown, boolean branchOfBody, boolean inOffice,
                        boolean comesBack) {
    }

    private record On(State state, BodyCommand command) {
    }

    @Override
    public State initial() {
        return new State.None();
    }

    @Override
    public Decision decide(State state, BodyCommand command, Given given) {
        return switch (new On(state, command)) {
            case On(State.None _, EstablishBody establish) -> given.parentKnown()
                    ? accept(established(establish))
                    : unknown("body.parent-unknown", "the superior body is not established");
            case On(State.None _, _) -> unknown("body.unknown", "there is no such body");
            case On(State.Established body, EstablishBody establish) -> body.as().equals(established(establish))
                    ? accept()
                    : refuse("body.already-established", "a body of that id is established already");
            case On(State.Established body, RegisterPerson register) -> register(body, register, given);
            case On(State.Established body, AssignPost assign) -> assign(body, assign, given);
            case On(State.Established body, EndPost end) -> end(body, end);
            case On(State.Established body, ErasePersonalValues erase) -> erase(body, erase, given);
            case On(State.Established body, DelegatePost delegate) -> Acting.delegate(body, delegate, given);
            case On(State.Established body, RevokeDelegation revoke) -> Acting.revoke(body, revoke, given);
            case On(State.Established body, RecordQualification record) -> Knowing.qualify(body, record, given);
            case On(State.Established body, EndQualification end) -> Knowing.end(body, end);
            case On(State.Established body, DeclareRelation declare) -> Knowing.declare(body, declare, given);
            case On(State.Established body, RecordRelation record) -> Knowing.found(body, record, given);
            case On(State.Established body, EndRelation end) -> Knowing.end(body, end, given);
        };
    }

    private static BodyEstablished established(EstablishBody establish) {
        return new BodyEstablished(establish.body(), establish.parent(), establish.kind(), establish.name());
    }

    private static Decision register(State.Established body, RegisterPerson register, Given given) {
        if (body.people().contains(register.person())) {
            return accept();
        }
        return given.personKnown()
                ? refuse("body.person-known", "that person is registered in another body")
                : accept(new PersonRegistered(register.body(), register.person(), Personal.of(register.person(), register.name())));
    }

    private static Decision assign(State.Established body, AssignPost assign, Given given) {
        if (Actors.of(given.asked()).contains(assign.person())) {
            return guard("separation.own-post", "nobody gives a post to themselves");
        }
        if (!given.personKnown()) {
            return unknown("body.person-unknown", "that person is not registered");
        }
        if ((assign.post() == Post.BRANCH_SECRETARY) != (assign.branch() != null)) {
            return invalid("branch", "body.post-and-branch", "a branch secretary has a branch, and no other post has one");
        }
        if (!given.branchOfBody()) {
            return unknown("body.branch-unknown", "that branch does not stand under this body");
        }
        return body.posts().containsKey(new Seat(assign.person(), assign.post(), assign.branch()))
                ? accept()
                : accept(new PostAssigned(assign.body(), assign.person(), assign.post(), assign.branch(), assign.from()));
    }

    private static Decision end(State.Established body, EndPost end) {
        LocalDate from = body.posts().get(new Seat(end.person(), end.post(), end.branch()));
        if (from == null) {
            return refuse("body.post-not-held", "that person does not hold that post");
        }
        return end.until().isBefore(from)
                ? invalid("until", "body.post-ends-before-it-begins", "the last day of a post cannot lie before its first")
                : accept(new PostEnded(end.body(), end.person(), end.post(), end.branch(), end.until()));
    }

    private static Decision erase(State.Established body, ErasePersonalValues erase, Given given) {
        if (Actors.of(given.asked()).contains(erase.person())) {
            return guard("separation.own-values", "nobody erases what is known of themselves");
        }
        if (!body.people().contains(erase.person())) {
            return unknown("body.person-unknown", "that person is not registered");
        }
        if (given.inOffice()) {
            return refuse("body.person-in-office", "that person holds a post, and is erased only when they hold none any more");
        }
        if (given.asked().reason() == null) {
            return Refusals.reasonRequired();
        }
        return body.erased().contains(erase.person()) ? accept() : accept(new PersonalValuesErased(erase.body(), erase.person()));
    }

    @Override
    public State evolve(State state, BodyEvent fact, Envelope envelope) {
        return switch (fact) {
            case BodyEstablished established -> new State.Established(established, Set.of(), Map.of(), Set.of(), Said.NOTHING);
            case PersonRegistered registered -> with(established(state), registered.person());
            case PostAssigned assigned -> with(established(state), new Seat(assigned.person(), assigned.post(), assigned.branch()),
                    assigned.from());
            case PostEnded ended -> with(established(state), new Seat(ended.person(), ended.post(), ended.branch()), null);
            case PersonalValuesErased erased -> erased(established(state), erased.person());
            case PostDelegated given -> with(established(state), established(state).said().with(given));
            case DelegationRevoked back -> with(established(state), established(state).said().with(back));
            case QualificationRecorded able -> with(established(state), established(state).said().with(able));
            case QualificationEnded ended -> with(established(state), established(state).said().with(ended));
            case RelationDeclared tie -> with(established(state), established(state).said().with(tie));
            case RelationEnded tie -> with(established(state), established(state).said().with(tie));
        };
    }

    private static State erased(State.Established body, PersonId person) {
        Set<PersonId> erased = new HashSet<>(body.erased());
        erased.add(person);
        return new State.Established(body.as(), body.people(), body.posts(), Set.copyOf(erased), body.said());
    }

    private static State.Established established(State state) {
        return (State.Established) state;
    }

    private static State with(State.Established body, PersonId person) {
        Set<PersonId> people = new HashSet<>(body.people());
        people.add(person);
        return new State.Established(body.as(), Set.copyOf(people), body.posts(), body.erased(), body.said());
    }

    private static State with(State.Established body, Said said) {
        return new State.Established(body.as(), body.people(), body.posts(), body.erased(), said);
    }

    private static State with(State.Established body, Seat seat, @Nullable LocalDate from) {
        Map<Seat, LocalDate> posts = new HashMap<>(body.posts());
        if (from == null) {
            posts.remove(seat);
        } else {
            posts.put(seat, from);
        }
        return new State.Established(body.as(), body.people(), Map.copyOf(posts), body.erased(), body.said());
    }

    @Override
    public Class<BodyEvent> facts() {
        return BodyEvent.class;
    }
}
