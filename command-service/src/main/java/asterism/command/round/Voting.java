package asterism.command.round;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Decision;
import asterism.command.round.Round.Given;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.TieResolved;
import java.util.HashSet;
import java.util.Set;

/** The committee breaks a tie: with its quorum, over exactly the tied, and without anybody who is partial. */
final class Voting {
    private Voting() {
    }

    static Decision on(QuotaTied tie, ResolveTie resolve, Given.ForVote on) {
        if (!resolve.quota().equals(tie.quota())) {
            return invalid("quota", "round.another-quota", "the tie is in another quota");
        }
        if (!on.votes()) {
            return refuse("round.no-vote", "the scheme gives the committee no vote on this tie");
        }
        Set<BranchId> tied = new HashSet<>(tie.tied());
        if (resolve.order().size() != tied.size() || !tied.equals(new HashSet<>(resolve.order()))) {
            return invalid("order", "round.order-not-the-tied", "the order must name each tied branch once and no other");
        }
        if (!on.ofTied().isEmpty()) {
            return guard("recusal.own-branch", "nobody votes on the place of a branch they are tied to");
        }
        if (!on.judges().isEmpty()) {
            return guard("recusal.same-person-two-stages", "nobody votes on an application they have judged before");
        }
        return vote(resolve, on);
    }

    private static Decision vote(ResolveTie resolve, Given.ForVote on) {
        Set<PersonId> voters = new HashSet<>(resolve.voters());
        if (voters.size() != resolve.voters().size() || !on.members().containsAll(voters)) {
            return invalid("voters", "round.not-a-member", "only members of the deciding body vote, each once");
        }
        return on.rules().reached(on.rules().decision(on.stake()), voters.size(), on.members().size())
                ? accept(new TieResolved(resolve.round(), resolve.quota(), resolve.order(), resolve.voters(), resolve.minutes()))
                : guard("round.quorum-missed", "too few members of the deciding body voted");
    }
}
