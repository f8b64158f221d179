package asterism.command.application;

import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.ReopenDecision;
import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.application.ApplicationState.Reopened;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.rules.Objections;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent.DecisionReopened;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.rating.Procedure.Departure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body decides: with its quorum, and with a reason wherever it departs from what the round left. How far it may depart, the
 * scheme says, and whether it may go lower than that after an objection was upheld.
 */
final class Deciding {
    private static final Departure NONE = new Departure(0, 0);

    private Deciding() {
    }

    static Decision decide(ApplicationState state, Decide decide, Given given) {
        if (!(state instanceof Allocated allocated)) {
            return NotNow.refuse(state);
        }
        if (decide.level() != null && !given.pinned().scale().contains(decide.level())) {
            return invalid("level", "application.level-unknown", "the scheme knows no such level");
        }
        return wrongBody(decide, given).or(() -> wrongLevel(allocated, decide, given)).orElseGet(() -> Decision.accept(new LevelDecided(
                decide.application(), new DecisionId(given.asked().command().toString()), decide.level(),
                allocated.placing().computed(), decide.present())));
    }

    /** Nothing where it was decided again since. */
    static Decision reopen(ApplicationState state, ReopenDecision reopen) {
        return state instanceof Refused(_, _, var decision) && decision.equals(reopen.decision())
                ? Decision.accept(new DecisionReopened(reopen.application(), decision, reopen.appeal())) : Decision.accept();
    }

    private static Optional<Decision> wrongBody(Decide decide, Given given) {
        if (new HashSet<>(decide.present()).size() < decide.present().size()) {
            return Optional.of(invalid("present", "application.member-twice", "a member is named twice"));
        }
        if (!given.members().containsAll(decide.present())) {
            return Optional.of(invalid("present", "application.not-a-member",
                    "only members of the body that decides on this level take part"));
        }
        Rules rules = given.pinned();
        return rules.reached(rules.decision(decide.level()), decide.present().size(), given.members().size())
                ? Optional.empty() : Optional.of(guard("application.no-quorum", "too few members are present for a decision"));
    }

    private static Optional<Decision> wrongLevel(Allocated allocated, Decide decide, Given given) {
        Rules rules = given.pinned();
        int up = place(rules, decide.level()) - place(rules, allocated.placing().computed().level());
        Departure may = rules.mayDepart(rules.decision(decide.level())).orElse(NONE);
        Reopened again = allocated.reopened();
        if (again != null && again.contested() != null && place(rules, decide.level()) < place(rules, again.contested())
                && rules.objections().filter(Objections::mayLower).isEmpty()) {
            return Optional.of(refuse("application.may-not-lower",
                    "the scheme does not let an objection end below what was objected to"));
        }
        if (up > may.up() || (-up > may.down() && again == null)) {
            return Optional.of(refuse("application.departs-too-far",
                    "the scheme does not let the body depart so far from the level allocated"));
        }
        return (up != 0 || again != null) && given.asked().reason() == null
                ? Optional.of(Refusals.reasonRequired()) : Optional.empty();
    }

    /** No level lies below the lowest. */
    private static int place(Rules rules, @Nullable Level level) {
        List<Level> scale = rules.scale();
        return level == null ? -1 : scale.indexOf(level);
    }
}
