package asterism.command.appeal;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.ReaddressAppeal;
import asterism.command.appeal.AppealCommand.RecordAnswerOverdue;
import asterism.command.appeal.AppealCommand.RecountAnswer;
import asterism.command.appeal.AppealCommand.RemindPanel;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.appeal.AppealCommand.SubmitAppealEvidence;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealAnswerOverdue;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealCarriedFurther;
import asterism.events.AppealEvent.AppealConfined;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.AppealEvent.AppealEvidenceSubmitted;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealOwnerReminded;
import asterism.events.AppealEvent.AppealReaddressed;
import asterism.events.AppealEvent.AppealReminderSet;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.AppealEvent;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.rating.Procedure.Instance;
import asterism.standing.Ledger.Entry;
import asterism.rating.round.Rated;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An appeal against a decision. */
public final class Appeal implements Decider<AppealCommand, Appeal.State, AppealEvent, Appeal.Given> {

    /** Where an appeal stands. */
    public sealed interface State {
        record None() implements State {
        }

        /** Lodged, whatever came after. */
        sealed interface Underway extends State {
            Case as();
        }

        record Lodged(Case as) implements Underway {
        }

        record Admitted(Case as, List<PersonId> panel, LocalDate answerBy, boolean overdue) implements Underway {
        }

        /** @param panel nobody where it was turned away */
        record Ended(Case as, List<PersonId> panel, boolean dismissed) implements Underway {
        }

        /** What it is about; empty before it was lodged. */
        default Optional<Case> lodged() {
            return this instanceof Underway underway ? Optional.of(underway.as()) : Optional.empty();
        }

        /** The decision appealed against; empty before the appeal. */
        default Optional<DecisionId> contested() {
            return lodged().map(Case::contested);
        }

        /** It is not answered yet. */
        default boolean isOpen() {
            return this instanceof Lodged || this instanceof Admitted;
        }
    }

    /**
     * What an appeal is about.
     *
     * @param after   the dismissed appeal that it takes to the next instance
     * @param refused the application in which the contested decision granted no star; none where a ledger holds the decision
     * @param items   what of the decision is contested; empty where all of it is
     */
    public record Case(AppealId appeal, BranchId branch, DecisionId contested, @Nullable AppealId after, @Nullable ApplicationId refused,
                       List<String> items) {

        Case after(AppealId dismissed) {
            return new Case(appeal, branch, contested, dismissed, refused, items);
        }

        Case against(ApplicationId refusal) {
            return new Case(appeal, branch, contested, after, refusal, items);
        }

        Case confined(List<String> to) {
            return new Case(appeal, branch, contested, after, refused, List.copyOf(to));
        }
    }

    /**
     * What is known of those who are to answer an appeal.
     *
     * @param eligible those of the named panel who hold a seat on an appeal panel today
     * @param seated   those of them who hold it in the body that hears the appeal
     * @param biased   those of the named panel, or of those who turn the appeal away, who took part in what is contested or are tied
     *                 to the branch
     */
    public record People(Set<PersonId> eligible, Set<PersonId> seated, Set<PersonId> biased) {
        static final People NOBODY = new People(Set.of(), Set.of(), Set.of());
    }

    /**
     * The instance that hears an appeal.
     *
     * @param after the dismissed appeal that comes to it; none in the first instance
     */
    public record Hearing(Instance instance, @Nullable AppealId after) {
    }

    /**
     * What an appeal looks at; what a command does not need is empty.
     *
     * @param entry    the contested decision in the ledger
     * @param refused  the application in which it granted no star instead
     * @param hearing  what the scheme of the star says of this instance
     * @param until    last day for this appeal, counted from the day the decision was made known
     * @param requests how often that decision was appealed against in this instance before
     * @param unknown  the items named that the contested decision does not rest on
     * @param answerBy last day for the answer to an appeal admitted today, or counted again from the day it was admitted
     * @param people   who are to answer it
     * @param scale    levels from worst to best
     * @param rerated  what the scheme makes of the marks as the panel found them; empty where they cannot be read, or there are none
     * @param superior the body above the one the branch belongs to
     * @param remindOn the day on which the panel is reminded of the last day for its answer
     */
    public record Given(
            Asked asked, Optional<Entry> entry, Optional<ApplicationId> refused, Optional<Hearing> hearing, Optional<LocalDate> until,
            int requests, Set<String> unknown, Optional<LocalDate> answerBy, People people, List<Level> scale,
            Optional<Rated> rerated, Optional<BodyId> superior, Optional<LocalDate> remindOn) {
    }

    private record On(State state, AppealCommand command) {
    }

    @Override
    public State initial() {
        return new State.None();
    }

    @Override
    public Decision decide(State state, AppealCommand command, Given given) {
        return switch (new On(state, command)) {
            case On(State.None _, LodgeAppeal lodge) -> Lodging.lodge(lodge, given);
            case On(State.None _, _) -> unknown("appeal.unknown", "there is no such appeal");
            case On(State.Underway appeal, ReaddressAppeal wish) -> byHouse(given, appeal.isOpen()
                    ? accept(new AppealReaddressed(wish.appeal(), appeal.as().branch(), wish.to())) : accept());
            case On(State.Underway appeal, RecordAnswerOverdue _) -> byHouse(given, overdue(appeal, given));
            case On(State.Underway appeal, RecountAnswer _) -> byHouse(given, recount(appeal, given));
            case On(State.Underway appeal, RemindPanel _) -> byHouse(given, remind(appeal, given));
            case On(State.Lodged lodged, SubmitAppealEvidence submit) -> Lodging.evidence(lodged.as(), submit, given);
            case On(State.Admitted admitted, SubmitAppealEvidence submit) -> Lodging.evidence(admitted.as(), submit, given);
            case On(State.Lodged lodged, AdmitAppeal admit) -> Lodging.admit(lodged, admit, given);
            case On(State.Lodged lodged, FindInadmissible find) -> Lodging.turnAway(lodged, find, given);
            case On(State.Admitted admitted, DismissAppeal _) -> Judging.dismiss(admitted, given);
            case On(State.Admitted admitted, UpholdAppeal _) -> Judging.uphold(admitted, given);
            case On(State.Admitted admitted, ReplaceDecision replace) -> Judging.replace(admitted, replace, given);
            case On(_, LodgeAppeal _) -> refuse("appeal.lodged", "an appeal of that id was lodged already");
            case On(State.Lodged _, _) -> refuse("appeal.not-admitted", "the appeal must be admitted first");
            case On(State.Admitted _, _) -> refuse("appeal.admitted", "the appeal is admitted already");
            case On(State.Ended _, _) -> refuse("appeal.ended", "the appeal is answered already");
        };
    }

    private static Decision byHouse(Given given, Decision then) {
        return given.asked().bySystem() ? then : Refusals.houseOnly();
    }

    /** Nothing where it was answered, or that it was not is recorded. */
    private static Decision overdue(State.Underway state, Given given) {
        return state instanceof State.Admitted(var as, _, var answerBy, var recorded) && !recorded
                && given.asked().today().isAfter(answerBy)
                ? accept(new AppealAnswerOverdue(as.appeal(), as.branch(), answerBy, given.superior().orElse(null))) : accept();
    }

    /** Nothing where the day stays as it was said. */
    private static Decision recount(State.Underway state, Given given) {
        return state instanceof State.Admitted admitted ? given.answerBy().filter(day -> !day.equals(admitted.answerBy()))
                .map(day -> accept(Stream.concat(Stream.of(new AppealAnswerRecounted(admitted.as().appeal(), admitted.as().branch(), day)),
                        reminder(admitted.as(), day, given).stream()).toArray(Event[]::new)))
                .orElseGet(Decision::accept) : accept();
    }

    /** Nothing where it was answered, or its last day is over. */
    private static Decision remind(State.Underway state, Given given) {
        return state instanceof State.Admitted(var as, _, var answerBy, _) && !given.asked().today().isAfter(answerBy)
                ? accept(new AppealOwnerReminded(as.appeal(), as.branch(), answerBy)) : accept();
    }

    /** Says when the panel is reminded of that last day; nothing where the scheme does not say so, or it is too near. */
    static Optional<Event> reminder(Case as, LocalDate answerBy, Given given) {
        return given.remindOn().map(day -> new AppealReminderSet(as.appeal(), as.branch(), answerBy, day));
    }

    @Override
    public State evolve(State state, AppealEvent fact, Envelope envelope) {
        return switch (fact) {
            case AppealLodged lodged ->
                    new State.Lodged(new Case(lodged.appeal(), lodged.branch(), lodged.contested(), null, null, List.of()));
            case AppealCarriedFurther further -> new State.Lodged(as(state).after(further.after()));
            case AppealAgainstRefusal against -> new State.Lodged(as(state).against(against.application()));
            case AppealConfined confined -> new State.Lodged(as(state).confined(confined.items()));
            case AppealAdmitted admitted -> new State.Admitted(as(state), admitted.panel(), admitted.answerBy(), false);
            case AppealAnswerOverdue _ -> state instanceof State.Admitted(var as, var panel, var answerBy, _)
                    ? new State.Admitted(as, panel, answerBy, true) : state;
            case AppealAnswerRecounted day -> state instanceof State.Admitted(var as, var panel, _, var overdue)
                    ? new State.Admitted(as, panel, day.answerBy(), overdue) : state;
            case AppealEvidenceSubmitted _, AppealEffectStayed _, AppealReaddressed _, AppealReminderSet _, AppealOwnerReminded _,
                 RefusalFell _ -> state;
            case AppealFoundInadmissible _, AppealUpheld _, AppealDecisionReplaced _ -> new State.Ended(as(state), panel(state), false);
            case AppealDismissed _ -> new State.Ended(as(state), panel(state), true);
        };
    }

    private static Case as(State state) {
        return state.lodged().orElseThrow(() -> new IllegalStateException("an appeal begins by being lodged"));
    }

    private static List<PersonId> panel(State state) {
        return state instanceof State.Admitted admitted ? admitted.panel() : List.of();
    }

    @Override
    public Class<AppealEvent> facts() {
        return AppealEvent.class;
    }
}
