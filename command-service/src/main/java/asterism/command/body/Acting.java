package asterism.command.body;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.body.Body.Given;
import asterism.command.body.Body.Seat;
import asterism.command.body.Body.State;
import asterism.command.body.BodyCommand.DelegatePost;
import asterism.command.body.BodyCommand.RevokeDelegation;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.PersonId;
import asterism.policy.Policy;
import java.util.Optional;

/** One acts on behalf of another: for a time, in a post that is theirs, and never on behalf of somebody who acts for others. */
final class Acting {
    private Acting() {
    }

    static Decision delegate(State.Established body, DelegatePost wish, Given given) {
        Optional<PersonId> person = given.asked().person();
        if (person.isEmpty()) {
            return Refusals.personOnly();
        }
        if (given.asked().onBehalfOf() != null) {
            return guard("separation.delegated-on", "what is delegated is not delegated further");
        }
        if (person.get().equals(wish.to())) {
            return invalid("to", "body.delegated-to-oneself", "nobody acts on behalf of themselves");
        }
        if (!given.personKnown()) {
            return unknown("body.person-unknown", "that person is not registered");
        }
        return delegate(body, person.get(), wish, given);
    }

    private static Decision delegate(State.Established body, PersonId person, DelegatePost wish, Given given) {
        if (!body.posts().containsKey(new Seat(person, wish.post(), wish.branch()))) {
            return refuse("body.post-not-held", "that person does not hold that post");
        }
        if (wish.from().isBefore(given.asked().today())) {
            return invalid("from", "body.delegation-in-the-past", "a delegation begins today or later");
        }
        if (!wish.commands().stream().allMatch(Policy::knows)) {
            return invalid("commands", "body.command-unknown", "no post permits a command of that name");
        }
        if (given.comesBack()) {
            return guard("separation.delegation-circle", "the powers would come back to the person who delegates them");
        }
        return body.said().lent().contains(new Said.Lent(person, wish.to(), wish.post(), wish.branch()))
                ? refuse("body.delegated-already", "that person acts in this post already; the delegation is revoked before it is changed")
                : accept(new PostDelegated(wish.body(), person, wish.to(), wish.post(), wish.branch(), wish.commands(), wish.from(),
                        wish.until()));
    }

    static Decision revoke(State.Established body, RevokeDelegation wish, Given given) {
        return given.asked().person().filter(person -> body.said().lent().contains(
                new Said.Lent(person, wish.to(), wish.post(), wish.branch())))
                .map(person -> accept(new DelegationRevoked(wish.body(), person, wish.to(), wish.post(), wish.branch())))
                .orElseGet(() -> refuse("body.not-delegated", "the person who asks delegated no such post to that person"));
    }
}
