package asterism.command.standing;

import static asterism.command.core.Decision.accept;

import asterism.command.core.Decision;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.EndStar;
import asterism.command.standing.StandingCommand.FollowReorganisation;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.ReorganisationToJudge;
import asterism.events.StandingEvent.StarEnded;
import asterism.standing.Heritage;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What becomes of a star when agencies are reorganised, as the scheme says for each kind of reorganisation. */
final class Reorganising {
    private Reorganising() {
    }

    /** The star of a branch that is no more ends, in force or suspended, and with it what it was to put right. */
    static Decision end(State state, EndStar wish, Given given) {
        return Weighing.byHouse(given, () -> ended(state, wish.branch(), wish.decision(), wish.because(), wish.from()));
    }

    private static Decision ended(State state, BranchId branch, DecisionId decision, Reorganisation because, LocalDate from) {
        Stream<Event> star = state instanceof State.Rated || state instanceof State.Suspended
                ? Stream.of(new StarEnded(branch, decision, state.ledger().on(from).map(Entry::level).orElse(null), because, from))
                : Stream.empty();
        Stream<Event> owed = Stream.ofNullable(state.file().watch().action())
                .map(action -> new CorrectionEnded(branch, action.as().action(), because));
        return accept(Stream.concat(star, owed).toArray(Event[]::new));
    }

    /** Nothing where none of the branches ever had a star. */
    static Decision follow(State state, FollowReorganisation wish, Given given) {
        return Weighing.byHouse(given,
                () -> given.heritage().map(heritage -> follow(state, wish, heritage, given)).orElseGet(Decision::accept));
    }

    private static Decision follow(State state, FollowReorganisation wish, Heritage heritage, Given given) {
        List<Level> scale = given.scale();
        return switch (heritage.fate(given.terms().afterReorganisation(wish.because()), scale)) {
            case CARRY -> state.ledger().on(wish.from()).map(Entry::level).isPresent() ? accept() : lowest(wish, heritage, scale);
            case LOWER_OF_BOTH, PROVISIONAL -> lowest(wish, heritage, scale);
            case UNRATED, CLOSE -> ended(state, wish.branch(), wish.decision(), wish.because(), wish.from());
            case JUDGE -> accept(new ReorganisationToJudge(wish.branch(), wish.decision(), wish.because(), wish.of()));
        };
    }

    /** Until the branch is assessed. */
    private static Decision lowest(FollowReorganisation wish, Heritage heritage, List<Level> scale) {
        return heritage.lowest(scale).map(level -> accept(new ProvisionalGranted(wish.branch(), wish.decision(), heritage.round(), level,
                wish.because().name().toLowerCase(Locale.ROOT), wish.from(), null))).orElseGet(Decision::accept);
    }
}
