package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.ExpireStar;
import asterism.command.standing.StandingCommand.EffectAward;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.RecordPastLevel;
import asterism.events.BranchId;
import asterism.events.Level;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Ruling;
import asterism.standing.Ledger;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A star begins, and ends when its time is over. */
final class Granting {
    private Granting() {
    }

    static Decision grant(State state, GrantLevel grant, Given given) {
        return Weighing.byHouse(given, () -> grant(state, grant, false, given));
    }

    /** The step limit is all that is excepted: the reason says why the star jumps. */
    static Decision effect(State state, EffectAward wish, Given given) {
        return Weighing.byPerson(given, () -> given.award().filter(award -> state.file().watch().refused().contains(award.decision()))
                .map(award -> Weighing.begins(state.file(), wish.from(), given, () -> grant(state,
                        new GrantLevel(wish.branch(), award.decision(), wish.application(), award.level(), wish.from()), true, given)))
                .orElseGet(() -> refuse("standing.award-not-refused", "no award of this application was refused")));
    }

    private static Decision grant(State state, GrantLevel grant, boolean jump, Given given) {
        if (state.ledger().entry(grant.decision()).isPresent()) {
            return accept();
        }
        List<Level> scale = given.scale();
        if (!scale.contains(grant.level())) {
            return refuse("standing.level-unknown", "the scheme of the award knows no such level");
        }
        if (state instanceof State.Withdrawn(_, var withdrawn) && withdrawn.reentryFrom() != null
                && grant.from().isBefore(withdrawn.reentryFrom())) {
            return refuse("standing.cool-down", "the star was withdrawn; a new one may begin on " + withdrawn.reentryFrom());
        }
        if (state instanceof State.Suspended) {
            return refuse("standing.suspended", "the star is suspended; it is reinstated or withdrawn first");
        }
        Level before = state.ledger().on(grant.from()).map(Entry::level).orElse(null);
        boolean beyond = given.terms().mostUp().filter(most -> steps(scale, before, grant.level()) > most).isPresent();
        if (beyond && !jump) {
            return refuse("standing.too-far-up", "the scheme does not let a star rise so far at once");
        }
        Change change = change(scale, before, grant.level());
        LevelGranted granted = new LevelGranted(grant.branch(), grant.decision(), grant.application(), grant.level(), change,
                grant.from(), given.terms().lastDay(grant.from()).orElse(null));
        return Correcting.triggered(state, Sharing.followed(granted, change == Change.RETAINED ? null : grant.level(), given), given);
    }

    private static int steps(List<Level> scale, @Nullable Level before, Level now) {
        return before == null || !scale.contains(before) ? 0 : scale.indexOf(now) - scale.indexOf(before);
    }

    private static Change change(List<Level> scale, @Nullable Level before, Level now) {
        if (before == null || !scale.contains(before)) {
            return Change.FIRST;
        }
        int up = steps(scale, before, now);
        return up > 0 ? Change.PROMOTED : up < 0 ? Change.LOWERED : Change.RETAINED;
    }

    static Decision provisionally(State state, GrantProvisionalLevel wish, Given given) {
        return given.asked().bySystem() ? provisional(state, wish, given)
                : Weighing.byPerson(given, () -> Weighing.begins(state.file(), wish.from(), given, () -> provisional(state, wish, given)));
    }

    private static Decision provisional(State state, GrantProvisionalLevel wish, Given given) {
        return ofRound(wish.branch(), wish.level(), given).or(() -> ends(wish.from(), wish.lastDay()))
                .orElseGet(() -> state instanceof State.Unrated || state instanceof State.Expired
                        ? accept(new ProvisionalGranted(wish.branch(), Weighing.decision(given), wish.round(), wish.level(), wish.ground(),
                                wish.from(), wish.lastDay()))
                        : refuse("standing.not-unrated", "a provisional level is for a branch without a star"));
    }

    /** Why a round's scheme cannot say this of the branch. */
    private static Optional<Decision> ofRound(BranchId branch, Level level, Given given) {
        return !given.registered() ? Optional.of(Weighing.unknownBranch())
                : !given.known() ? Optional.of(Decision.unknown("standing.round-unknown", "there is no such round"))
                : given.scale().contains(level) ? Optional.empty() : Optional.of(Weighing.unknownLevel("level", branch));
    }

    private static Optional<Decision> ends(LocalDate from, @Nullable LocalDate lastDay) {
        return lastDay != null && lastDay.isBefore(from)
                ? Optional.of(invalid("lastDay", "standing.ends-before-it-begins", "the last day lies before the first"))
                : Optional.empty();
    }

    /** What was given before the house kept its facts: recorded once, and only before the house decides on the star itself. */
    static Decision past(State state, RecordPastLevel wish, Given given) {
        return given.tie().map(Refusals::tied)
                .or(() -> ofRound(wish.branch(), wish.level(), given))
                .or(() -> wish.from().isBefore(given.asked().today()) ? Optional.empty()
                        : Optional.of(invalid("from", "standing.not-past", "a level of the past began before today")))
                .or(() -> ends(wish.from(), wish.lastDay()))
                .orElseGet(() -> past(state.file(), new PastLevelRecorded(wish.branch(), Weighing.decision(given), wish.round(),
                        wish.level(), wish.source(), wish.from(), wish.lastDay())));
    }

    private static Decision past(File file, PastLevelRecorded past) {
        List<Ruling> stand = file.origins().values().stream().map(File.Origin::ruling).toList();
        if (stand.stream().anyMatch(ruling -> ruling instanceof PastLevelRecorded known && known.saysTheSame(past))) {
            return accept();
        }
        if (stand.stream().anyMatch(ruling -> ruling instanceof PastLevelRecorded && ruling.from().equals(past.from()))) {
            return refuse("standing.past-twice", "another level is recorded from that day on");
        }
        return stand.stream().allMatch(ruling -> ruling instanceof PastLevelRecorded || ruling instanceof Expired)
                ? accept(past)
                : refuse("standing.past-too-late", "the house has decided on this star itself; its past is recorded before that");
    }

    /** Nothing where a later decision renewed or took the star. */
    static Decision expire(State state, ExpireStar wish, Given given) {
        return Weighing.byHouse(given, () -> {
            Ledger ledger = state.ledger();
            Optional<LocalDate> over = ledger.last().flatMap(last -> Optional.ofNullable(last.lastDay()))
                    .filter(given.asked().today()::isAfter);
            return over.map(day -> accept(new Expired(wish.branch(), Weighing.decision(given),
                    ledger.on(day).map(Entry::level).orElse(null), day.plusDays(1)))).orElseGet(Decision::accept);
        });
    }
}
