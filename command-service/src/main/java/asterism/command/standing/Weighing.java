package asterism.command.standing;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.StandingCommand.Ruling;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** What every decision on a star must meet, whatever it decides. */
final class Weighing {
    private Weighing() {
    }

    /** A decision of people about a star that stands, and on what ground. */
    static Decision ruling(File file, Ruling ruling, Given given, Supplier<Decision> then) {
        return byPerson(given, () -> {
            if (ruling.factOn().isAfter(given.asked().today())) {
                return invalid("factOn", "standing.fact-not-yet", "the fact behind a decision cannot lie after today");
            }
            if (given.terms().unlisted(ruling.ground())) {
                return invalid("ground", "standing.ground-unlisted", "the scheme does not name this ground");
            }
            return begins(file, ruling.from(), given, then);
        });
    }

    /** Not on the star of one's own branch, and not without a reason. */
    static Decision byPerson(Given given, Supplier<Decision> then) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        return given.asked().reason() == null ? Refusals.reasonRequired() : then.get();
    }

    /** A decision looks ahead, and does not slip in under one that begins later. */
    static Decision begins(File file, LocalDate from, Given given, Supplier<Decision> then) {
        if (from.isBefore(given.asked().today())) {
            return invalid("from", "standing.begins-in-the-past", "a decision on a star begins today or later");
        }
        Optional<LocalDate> later = file.ledger().last().map(Entry::from).filter(from::isBefore);
        return later.isPresent()
                ? invalid("from", "standing.overtaken", "a decision that begins on " + later.get() + " stands already")
                : then.get();
    }

    /** Where the house alone may ask. */
    static Decision byHouse(Given given, Supplier<Decision> then) {
        return given.asked().bySystem() ? then.get() : Refusals.houseOnly();
    }

    static Decision unrated() {
        return refuse("standing.unrated", "the branch has no star on that day");
    }

    static Decision unknownBranch() {
        return unknown("standing.branch-unknown", "there is no such branch");
    }

    /** The decision that this command makes. */
    static DecisionId decision(Given given) {
        return new DecisionId(given.asked().command().toString());
    }

    /** A level that the scheme of the star does not know. */
    static Decision unknownLevel(String field, BranchId branch) {
        return invalid(field, "standing.level-unknown", "the scheme of the star of " + branch + " knows no such level");
    }
}
