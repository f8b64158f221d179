package asterism.command.standing;

import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.StarToJudge;
import asterism.events.StandingEvent.Suspended;
import asterism.rating.Procedure.Happening;
import asterism.rating.Procedure.Missed;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the scheme lets follow at once: the star is lowered, suspended or taken from today on, or somebody must judge. */
final class Effects {
    private static final Missed JUDGE = new Missed.Word("judge");

    private Effects() {
    }

    /** Of a veto or an upheld complaint, on a star in force. */
    static Optional<Event> of(Happening on, String code, LocalDate factOn, State state, Given given) {
        return !given.known() ? Optional.empty() : given.terms().effect(on, code)
                .flatMap(then -> state.ledger().on(given.asked().today()).map(Entry::level).flatMap(was -> then.equals(JUDGE)
                        ? Optional.of(new StarToJudge(given.branch(), code, given.superior().orElse(null)))
                        : of(then, was, code, factOn, given)));
    }

    static Optional<Event> of(Missed then, Level was, String ground, LocalDate factOn, Given given) {
        DecisionId decision = Weighing.decision(given);
        LocalDate today = given.asked().today();
        return switch (then) {
            case Missed.Word(String word) when word.equals("withdraw") ->
                    Optional.of(Lowering.withdrawn(ground, factOn, today, was, was, given));
            case Missed.Word _ -> given.terms().longestSuspension(today).map(last ->
                    new Suspended(given.branch(), decision, was, ground, factOn, today, last.day(), last.provisional()));
            case Missed.Moved(int by) ->
                    Optional.of(new Downgraded(given.branch(), decision, was, moved(given.scale(), was, by), ground, factOn, today));
        };
    }

    private static @Nullable Level moved(List<Level> scale, Level was, int by) {
        int place = scale.indexOf(was) + by;
        return place < 0 ? null : scale.get(place);
    }
}
