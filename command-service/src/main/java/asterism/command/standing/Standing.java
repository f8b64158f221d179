package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The star of a branch. */
public final class Standing implements Decider<StandingCommand, Standing.State, StandingEvent, Standing.Given> {

    public sealed interface State {
        /** No decision yet. */
        record Unrated() implements State {
        }

        /**
         * Decisions stand in the ledger, struck out or not.
         *
         * @param origins where the level of a decision comes from, and so the scheme that orders it; who decided where no panel did
         */
        record Rated(Ledger ledger, Map<DecisionId, Origin> origins) implements State {
        }

        default Ledger ledger() {
            return Ledger.EMPTY;
        }

        /** Where a decision of the ledger comes from. */
        default Optional<Origin> origin(DecisionId decision) {
            return switch (this) {
                case Unrated _ -> Optional.empty();
                case Rated rated -> Optional.ofNullable(rated.origins().get(decision));
            };
        }
    }

    /**
     * @param application whose scheme orders the levels
     * @param deciders    who decided on the star itself; empty for awards, which are decided in the application
     */
    public record Origin(ApplicationId application, Set<PersonId> deciders) {
    }

    /**
     * @param scale     levels from worst to best, by the scheme the star comes from; empty where it is unknown
     * @param ownBranch somebody who asks belongs to the branch
     */
    public record Given(Asked asked, List<Level> scale, boolean ownBranch) {
    }

    private record On(State state, StandingCommand command) {
    }

    @Override
    public State initial() {
        return new State.Unrated();
    }

    @Override
    public Decision decide(State state, StandingCommand command, Given given) {
        return switch (new On(state, command)) {
            case On(_, GrantLevel grant) -> grant(state, grant, given);
            case On(_, RecordAwardNotEffected record) -> given.asked().bySystem()
                    ? accept(new AwardNotEffected(record.branch(), record.decision(), record.code(), record.sentence()))
                    : Refusals.houseOnly();
            case On(State.Unrated _, Downgrade _) -> refuse("standing.unrated", "the branch has no star to lower");
            case On(State.Rated star, Downgrade downgrade) -> downgrade(star, downgrade, given);
            case On(State.Unrated _, StrikeOut _) -> unknown("standing.decision-unknown", "the ledger holds no such decision");
            case On(State.Rated star, StrikeOut strike) -> strikeOut(star, strike, given);
        };
    }

    private static Decision grant(State state, GrantLevel grant, Given given) {
        if (!given.asked().bySystem()) {
            return Refusals.houseOnly();
        }
        if (state.ledger().entry(grant.decision()).isPresent()) {
            return accept();
        }
        if (!given.scale().contains(grant.level())) {
            return refuse("standing.level-unknown", "the scheme of the award knows no such level");
        }
        Level before = state.ledger().on(grant.from()).map(Entry::level).orElse(null);
        return accept(new LevelGranted(grant.branch(), grant.decision(), grant.application(), grant.level(),
                change(given.scale(), before, grant.level()), grant.from()));
    }

    private static Change change(List<Level> scale, @Nullable Level before, Level now) {
        if (before == null || !scale.contains(before)) {
            return Change.FIRST;
        }
        int up = Integer.compare(scale.indexOf(now), scale.indexOf(before));
        return up > 0 ? Change.PROMOTED : up < 0 ? Change.LOWERED : Change.RETAINED;
    }

    private static Decision downgrade(State.Rated star, Downgrade downgrade, Given given) {
        if (given.ownBranch()) {
            return guard("recusal.own-branch", "nobody decides on the star of their own branch");
        }
        if (given.asked().reason() == null) {
            return Refusals.reasonRequired();
        }
        if (downgrade.factOn().isAfter(given.asked().today())) {
            return invalid("factOn", "standing.fact-not-yet", "the fact behind a downgrade cannot lie after today");
        }
        if (downgrade.from().isBefore(given.asked().today())) {
            return invalid("from", "standing.downgrade-in-the-past", "a lower star begins today or later");
        }
        Level was = star.ledger().on(downgrade.from()).map(Entry::level).orElse(null);
        if (was == null) {
            return refuse("standing.unrated", "the branch has no star to lower");
        }
        return lower(downgrade, was, given);
    }

    private static Decision lower(Downgrade downgrade, Level was, Given given) {
        List<Level> scale = given.scale();
        if (downgrade.to() != null && !scale.contains(downgrade.to())) {
            return invalid("to", "standing.level-unknown", "the scheme of the star knows no such level");
        }
        return downgrade.to() != null && scale.indexOf(downgrade.to()) >= scale.indexOf(was)
                ? refuse("standing.not-lower", "a downgrade leads to a lower level than " + was)
                : accept(new Downgraded(downgrade.branch(), new DecisionId(given.asked().command().toString()), was, downgrade.to(),
                        downgrade.ground(), downgrade.factOn(), downgrade.from()));
    }

    private static Decision strikeOut(State.Rated star, StrikeOut strike, Given given) {
        if (!given.asked().bySystem()) {
            return Refusals.houseOnly();
        }
        Optional<Entry> entry = star.ledger().entry(strike.decision());
        if (entry.isEmpty()) {
            return unknown("standing.decision-unknown", "the ledger holds no such decision");
        }
        return entry.get().struck()
                ? accept()
                : accept(new DecisionStruckOut(
                        strike.branch(), strike.decision(), strike.appeal(), star.ledger().dependants(strike.decision())));
    }

    @Override
    public State evolve(State state, StandingEvent fact, Envelope envelope) {
        return switch (fact) {
            case LevelGranted granted -> rated(state, granted, granted.decision(), new Origin(granted.application(), Set.of()));
            case Downgraded down -> rated(state, down, down.decision(),
                    new Origin(lastApplication((State.Rated) state), Actors.of(envelope)));
            case DecisionStruckOut _ -> new State.Rated(state.ledger().with(fact), ((State.Rated) state).origins());
            case AwardNotEffected _ -> state;
        };
    }

    private static State rated(State state, StandingEvent fact, DecisionId decision, Origin origin) {
        Map<DecisionId, Origin> origins = new HashMap<>(state instanceof State.Rated rated ? rated.origins() : Map.of());
        origins.put(decision, origin);
        return new State.Rated(state.ledger().with(fact), Map.copyOf(origins));
    }

    /** The scheme of the latest award orders the levels of whatever follows it. */
    static ApplicationId lastApplication(State.Rated star) {
        return star.origin(star.ledger().entries().getLast().because()).orElseThrow().application();
    }

    @Override
    public Class<StandingEvent> facts() {
        return StandingEvent.class;
    }
}
