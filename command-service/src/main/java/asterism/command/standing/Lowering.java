package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.RecordPlaqueReturned;
import asterism.command.standing.StandingCommand.WithdrawStar;
import asterism.events.Level;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.Withdrawn;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A star is lowered or taken, and its plaque comes back. */
final class Lowering {
    private Lowering() {
    }

    static Decision downgrade(File file, Downgrade wish, Given given) {
        return Weighing.ruling(file, wish, given, () -> file.ledger().on(wish.from()).map(Entry::level)
                .map(was -> lower(wish, was, given)).orElseGet(Weighing::unrated));
    }

    private static Decision lower(Downgrade wish, Level was, Given given) {
        List<Level> scale = given.scale();
        if (wish.to() != null && !scale.contains(wish.to())) {
            return Weighing.unknownLevel("to", wish.branch());
        }
        int steps = scale.indexOf(was) - (wish.to() == null ? -1 : scale.indexOf(wish.to()));
        if (steps <= 0) {
            return refuse("standing.not-lower", "a downgrade leads to a lower level than " + was);
        }
        return given.terms().mostDown().filter(most -> steps > most).isPresent()
                ? refuse("standing.too-far-down", "the scheme does not let a star fall so far at once")
                : Sharing.followed(new Downgraded(wish.branch(), Weighing.decision(given), was, wish.to(), wish.ground(), wish.factOn(),
                        wish.from()), wish.to(), given);
    }

    static Decision withdraw(State.Rated star, WithdrawStar wish, Given given) {
        return Weighing.ruling(star.file(), wish, given, () -> star.ledger().on(wish.from()).map(Entry::level)
                .map(was -> accept(withdrawn(wish.ground(), wish.factOn(), wish.from(), was, was, given))).orElseGet(Weighing::unrated));
    }

    static Decision withdraw(State.Suspended star, WithdrawStar wish, Given given) {
        return Weighing.ruling(star.file(), wish, given,
                () -> accept(withdrawn(wish.ground(), wish.factOn(), wish.from(), null, star.as().was(), given)));
    }

    /**
     * The fact of a withdrawal.
     *
     * @param was    the level in force that ends
     * @param plaque the level on the plaque
     */
    static Withdrawn withdrawn(String ground, LocalDate factOn, LocalDate from, @Nullable Level was, Level plaque, Given given) {
        return new Withdrawn(given.branch(), Weighing.decision(given), was, ground, factOn, from,
                given.terms().plaqueBy(plaque, from).orElse(null), given.terms().reentryFrom(ground, from).orElse(null));
    }

    static Decision plaqueReturned(State state, RecordPlaqueReturned wish, Given given) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        if (!(state instanceof State.Withdrawn star) || !star.plaqueIsOut()) {
            return refuse("standing.no-plaque-due", "no plaque of this branch is to be given back");
        }
        return wish.on().isAfter(given.asked().today())
                ? invalid("on", "standing.fact-not-yet", "a plaque cannot have come back after today")
                : accept(new PlaqueReturned(wish.branch(), star.as().decision(), wish.on()));
    }

    /** Nothing where the plaque came back, or need not come back any more. */
    static Decision plaqueVoid(State state, DeclarePlaqueVoid wish, Given given) {
        return Weighing.byHouse(given, () -> state instanceof State.Withdrawn(var file, var as) && as.plaqueBy() != null
                && !file.watch().plaques().contains(as.decision()) && given.terms().voidsPlaques()
                && given.asked().today().isAfter(as.plaqueBy())
                ? accept(new PlaqueDeclaredVoid(wish.branch(), as.decision(), as.plaqueBy())) : accept());
    }
}
