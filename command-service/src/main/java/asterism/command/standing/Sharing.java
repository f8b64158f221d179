package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.CloseFollowUp;
import asterism.command.standing.StandingCommand.EndPairing;
import asterism.command.standing.StandingCommand.PairBranch;
import asterism.command.standing.StandingCommand.RecognisePractice;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.Ruling;
import asterism.standing.Ledger.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from a level: a strong branch gives its ways of working and its help, a weak one is helped. */
final class Sharing {
    private static final String PRACTICE = "practice_library";
    private static final String PAIRING = "pairing";

    private Sharing() {
    }

    /** A decision that led to a level, and what the scheme foresees for it. */
    static Decision followed(Ruling ruling, @Nullable Level level, Given given) {
        Stream<FollowUpDue> due = Stream.ofNullable(level).flatMap(reached -> given.terms().followUps(reached).stream()
                .map(rule -> new FollowUpDue(ruling.branch(), ruling.decision(), reached, rule.action(),
                        new Label(rule.label().zh(), rule.label().en()))));
        return accept(Stream.concat(Stream.of(ruling), due).toArray(Event[]::new));
    }

    static Decision practice(State state, RecognisePractice wish, Given given) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        if (!foreseen(state, PRACTICE, given)) {
            return refuse("standing.no-example", "the scheme does not take its examples from branches of this level");
        }
        return given.terms().knows(wish.item())
                ? accept(new PracticeRecognised(wish.branch(), Weighing.decision(given), wish.item(), wish.title(), wish.evidence()))
                : invalid("item", "standing.item-unknown", "the scheme of the star knows no such indicator or input");
    }

    static Decision pair(State state, PairBranch wish, Given given) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        if (wish.from().isBefore(given.asked().today())) {
            return invalid("from", "standing.begins-in-the-past", "a pairing begins today or later");
        }
        if (!foreseen(state, PAIRING, given)) {
            return refuse("standing.no-pairing", "the scheme does not pair branches of this level");
        }
        if (state.file().watch().partners().contains(wish.strong())) {
            return accept();
        }
        Level own = level(state, given).orElseThrow();
        return given.partner().filter(other -> given.scale().indexOf(other) > given.scale().indexOf(own)).isPresent()
                ? accept(new BranchPaired(wish.branch(), wish.strong(), wish.purpose(), wish.from()))
                : refuse("standing.partner-not-stronger", "the partner must hold a higher level");
    }

    static Decision end(State state, EndPairing wish, Given given) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        return state.file().watch().partners().contains(wish.strong())
                ? accept(new PairingEnded(wish.branch(), wish.strong(), given.asked().today(), wish.result()))
                : refuse("standing.not-paired", "the branches are not paired");
    }

    static Decision close(State state, CloseFollowUp wish, Given given) {
        if (given.tie().isPresent()) {
            return Refusals.tied(given.tie().get());
        }
        return state.file().duties().followUps().contains(wish.action())
                ? accept(new FollowUpClosed(wish.branch(), wish.action(), wish.finding()))
                : refuse("standing.no-follow-up", "nothing of the kind is foreseen for the branch, or it is closed already");
    }

    private static boolean foreseen(State state, String action, Given given) {
        return level(state, given).filter(level -> given.terms().foresees(action, level)).isPresent();
    }

    private static Optional<Level> level(State state, Given given) {
        return state.ledger().on(given.asked().today()).map(Entry::level);
    }
}
