package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.CloseSurveillance;
import asterism.command.standing.StandingCommand.NotePoints;
import asterism.command.standing.StandingCommand.OpenSurveillance;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.command.standing.StandingCommand.UpholdComplaint;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.StandingEvent.ApplicationsToHold;
import asterism.events.StandingEvent.ComplaintUpheld;
import asterism.events.StandingEvent.Note;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.PointsNoted;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.VetoRecorded;
import asterism.rating.Exact;
import asterism.rating.Procedure.Happening;
import asterism.rating.Procedure.Surveillance;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is seen of a branch between two rounds. It changes a star only where the scheme says what follows at once. */
final class Watching {
    private Watching() {
    }

    static Decision open(State state, OpenSurveillance wish, Given given) {
        return outside(given, () -> {
            SurveillanceOpened open = state.file().watch().review();
            if (open != null) {
                return refuse("standing.under-review", "the star is under review already: " + open.surveillance());
            }
            Optional<Level> level = state.ledger().on(given.asked().today()).map(Entry::level);
            if (level.isEmpty()) {
                return Weighing.unrated();
            }
            Optional<Surveillance> rule = given.terms().surveillance(wish.surveillance());
            if (rule.isEmpty()) {
                return invalid("surveillance", "standing.surveillance-unknown", "the scheme knows no such surveillance");
            }
            return given.terms().watches(rule.get(), level.get())
                    ? open(state, wish, rule.get(), given)
                    : refuse("standing.surveillance-not-for-level", "this surveillance does not look at stars of level " + level.get());
        });
    }

    private static Decision open(State state, OpenSurveillance wish, Surveillance rule, Given given) {
        return switch (wish.occasion()) {
            case YEARLY -> rule.every().value().isPresent() ? onceAYear(state, wish, given)
                    : refuse("standing.surveillance-not-yearly", "the scheme does not repeat this surveillance");
            case SAMPLE -> given.terms().drawn(rule, wish.branch(), given.asked().today().getYear()) ? onceAYear(state, wish, given)
                    : refuse("standing.not-drawn", "the lot of this year did not fall on the branch");
            case TRIGGER -> triggered(state, wish, rule, given);
        };
    }

    private static Decision onceAYear(State state, OpenSurveillance wish, Given given) {
        Integer last = state.file().watch().regular().get(wish.surveillance());
        return last == null || last < given.asked().today().getYear() ? opened(wish, given)
                : refuse("standing.surveillance-not-due", "the branch was looked at in " + last + " already");
    }

    private static Decision triggered(State state, OpenSurveillance wish, Surveillance rule, Given given) {
        String trigger = wish.trigger();
        if (trigger == null || rule.trigger().value().filter(known -> known.contains(trigger)).isEmpty()) {
            return invalid("trigger", "standing.trigger-unknown", "the scheme names no such trigger");
        }
        return state.file().watch().triggers().contains(trigger) ? opened(wish, given)
                : refuse("standing.trigger-missing", "nothing of the kind was recorded since the last surveillance");
    }

    private static Decision opened(OpenSurveillance wish, Given given) {
        return accept(new SurveillanceOpened(wish.branch(), wish.surveillance(), wish.occasion(),
                wish.occasion() == Occasion.TRIGGER ? wish.trigger() : null, given.asked().today()));
    }

    static Decision close(State state, CloseSurveillance wish, Given given) {
        return outside(given, () -> {
            SurveillanceOpened open = state.file().watch().review();
            return open == null ? refuse("standing.no-review", "the star is not under review")
                    : accept(new SurveillanceClosed(wish.branch(), open.surveillance(), wish.outcome(), wish.finding()));
        });
    }

    static Decision veto(State state, RecordVeto wish, Given given) {
        return past(wish.factOn(), given, () -> followed(
                new VetoRecorded(wish.branch(), wish.veto(), wish.factOn(), wish.evidence(), wish.statement()),
                toHold(HoldCause.VETO, wish.veto(), given),
                Effects.of(Happening.VETO_EVENT, wish.veto(), wish.factOn(), state, given)));
    }

    static Decision complaint(State state, UpholdComplaint wish, Given given) {
        return past(wish.factOn(), given, () -> followed(
                new ComplaintUpheld(wish.branch(), wish.matter(), wish.factOn(), wish.finding()),
                toHold(HoldCause.COMPLAINT, wish.matter(), given),
                Effects.of(Happening.COMPLAINT, wish.matter(), wish.factOn(), state, given)));
    }

    private static Decision followed(Note note, Optional<ApplicationsToHold> toHold, Optional<Event> effect) {
        return accept(Stream.of(Stream.of(note), toHold.stream(), effect.stream()).flatMap(facts -> facts).toArray(Event[]::new));
    }

    /** What the branch applied for waits until somebody has looked into it. */
    private static Optional<ApplicationsToHold> toHold(HoldCause cause, String code, Given given) {
        return given.underway().isEmpty() ? Optional.empty()
                : Optional.of(new ApplicationsToHold(given.branch(), cause, code, given.underway()));
    }

    static Decision points(State state, NotePoints wish, Given given) {
        return past(wish.factOn(), given, () -> {
            if (given.known() && !given.terms().knows(wish.item())) {
                return invalid("item", "standing.item-unknown", "the scheme of the star knows no such indicator or input");
            }
            Optional<Exact> points = Exact.parse(wish.points()).filter(number -> number.signum() != 0);
            return points.isEmpty() ? invalid("points", "standing.points-unreadable", "points are a decimal number other than zero")
                    : accept(new PointsNoted(wish.branch(), wish.item(), points.get().toString(), wish.factOn(),
                            state.file().watch().balance(wish.factOn().getYear()).plus(points.get()).toString(), wish.statement()));
        });
    }

    private static Decision past(LocalDate factOn, Given given, Supplier<Decision> then) {
        return outside(given, () -> {
            if (!given.registered()) {
                return Weighing.unknownBranch();
            }
            return factOn.isAfter(given.asked().today())
                    ? invalid("factOn", "standing.fact-not-yet", "what is noted cannot lie after today") : then.get();
        });
    }

    private static Decision outside(Given given, Supplier<Decision> then) {
        return given.tie().map(Refusals::tied).orElseGet(then);
    }
}
