package asterism.command.appeal;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.guard;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.AppealEvent;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent.AppealFoundInadmissible;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.PersonId;
import asterism.rating.Procedure.Instance;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An appeal against a decision. */
public final class Appeal implements Decider<AppealCommand, Appeal.State, AppealEvent, Appeal.Given> {
    /** Fewest people who can judge an appeal: with fewer there is no majority. */
    private static final int PANEL = 3;

    /** Where an appeal stands. */
    public sealed interface State {
        record None() implements State {
        }

        record Lodged(AppealLodged as) implements State {
        }

        record Admitted(AppealLodged as, List<PersonId> panel) implements State {
        }

        record Ended(AppealLodged as) implements State {
        }

        /** The decision appealed against; empty before the appeal. */
        default Optional<DecisionId> contested() {
            return switch (this) {
                case None _ -> Optional.empty();
                case Lodged lodged -> Optional.of(lodged.as().contested());
                case Admitted admitted -> Optional.of(admitted.as().contested());
                case Ended ended -> Optional.of(ended.as().contested());
            };
        }
    }

    /**
     * What an appeal looks at; what a command does not need is empty.
     *
     * @param entry    the contested decision in the ledger
     * @param instance what the scheme of the star says of appeals
     * @param until    last day for this appeal, counted from the first day of the contested level
     * @param requests how often that decision was appealed against before
     * @param answerBy last day for the answer to an appeal admitted today
     * @param eligible those of the named panel who hold a seat on an appeal panel today
     * @param biased   those of the named panel, or of those who turn the appeal away, who took part in what is contested or
     *                 are tied to the branch
     */
    public record Given(
            Asked asked, Optional<Entry> entry, Optional<Instance> instance, Optional<LocalDate> until, int requests,
            Optional<LocalDate> answerBy, Set<PersonId> eligible, Set<PersonId> biased) {
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
            case On(State.None _, LodgeAppeal lodge) -> lodge(lodge, given);
            case On(State.None _, _) -> unknown("appeal.unknown", "there is no such appeal");
            case On(State.Lodged lodged, AdmitAppeal admit) -> admit(lodged, admit, given);
            case On(State.Lodged lodged, FindInadmissible find) -> turnAway(lodged, find, given);
            case On(State.Admitted admitted, DismissAppeal dismiss) -> byThePanel(admitted, given).orElseGet(() ->
                    accept(new AppealDismissed(dismiss.appeal(), admitted.as().branch(), admitted.as().contested())));
            case On(State.Admitted admitted, UpholdAppeal uphold) -> byThePanel(admitted, given).orElseGet(() ->
                    accept(new AppealUpheld(uphold.appeal(), admitted.as().branch(), admitted.as().contested())));
            case On(_, LodgeAppeal _) -> refuse("appeal.lodged", "an appeal of that id was lodged already");
            case On(State.Lodged _, _) -> refuse("appeal.not-admitted", "the appeal must be admitted first");
            case On(State.Admitted _, _) -> refuse("appeal.admitted", "the appeal is admitted already");
            case On(State.Ended _, _) -> refuse("appeal.ended", "the appeal is answered already");
        };
    }

    private static Decision lodge(LodgeAppeal lodge, Given given) {
        if (given.entry().isEmpty()) {
            return unknown("appeal.decision-unknown", "the ledger of the branch holds no such decision");
        }
        if (given.entry().get().struck()) {
            return refuse("appeal.struck-out", "that decision is struck out already");
        }
        if (given.instance().isEmpty()) {
            return refuse("appeal.not-provided", "the scheme provides for no appeal");
        }
        if (given.until().filter(given.asked().today()::isAfter).isPresent()) {
            return refuse("appeal.too-late", "the time for this appeal is over");
        }
        return lodge(lodge, given.instance().get(), given.requests());
    }

    private static Decision lodge(LodgeAppeal lodge, Instance instance, int requests) {
        List<String> grounds = instance.grounds().value().orElse(List.of());
        if (!grounds.isEmpty() && !grounds.contains(lodge.ground())) {
            return invalid("ground", "appeal.ground-unknown", "the scheme knows no such ground");
        }
        return instance.maxRequests().value().filter(most -> requests >= most).isPresent()
                ? refuse("appeal.too-many-requests", "this decision was appealed against before")
                : accept(new AppealLodged(lodge.appeal(), lodge.branch(), lodge.contested(), lodge.ground(), lodge.statement()));
    }

    private static Decision admit(State.Lodged lodged, AdmitAppeal admit, Given given) {
        Set<PersonId> panel = new HashSet<>(admit.panel());
        if (!given.biased().isEmpty()) {
            return guard("recusal.appeal-panel", "nobody judges an appeal against what they took part in, or of their own branch");
        }
        if (panel.size() < admit.panel().size() || panel.size() < PANEL) {
            return invalid("panel", "appeal.panel-too-small", "the panel needs at least three people, each named once");
        }
        if (!given.eligible().containsAll(panel)) {
            return invalid("panel", "appeal.not-on-a-panel", "only members of an appeal panel can be named");
        }
        return given.answerBy().map(day -> accept(new AppealAdmitted(admit.appeal(), lodged.as().branch(), admit.panel(), day)))
                .orElseGet(() -> refuse("appeal.not-provided", "the scheme gives appeals no time for an answer"));
    }

    /** Turning an appeal away answers it, so it is not for those whose own decision is contested. */
    private static Decision turnAway(State.Lodged lodged, FindInadmissible find, Given given) {
        if (!given.biased().isEmpty()) {
            return guard("recusal.own-decision", "nobody turns away an appeal against what they took part in, or of their own branch");
        }
        return given.asked().reason() == null
                ? Refusals.reasonRequired()
                : accept(new AppealFoundInadmissible(find.appeal(), lodged.as().branch(), find.code()));
    }

    private static Optional<Decision> byThePanel(State.Admitted admitted, Given given) {
        if (given.asked().person().filter(admitted.panel()::contains).isEmpty()) {
            return Optional.of(refuse("appeal.not-your-panel", "only the named panel answers the appeal"));
        }
        return given.asked().reason() == null ? Optional.of(Refusals.reasonRequired()) : Optional.empty();
    }

    @Override
    public State evolve(State state, AppealEvent fact, Envelope envelope) {
        return switch (fact) {
            case AppealLodged lodged -> new State.Lodged(lodged);
            case AppealAdmitted admitted -> new State.Admitted(as(state), admitted.panel());
            case AppealFoundInadmissible _, AppealDismissed _, AppealUpheld _ -> new State.Ended(as(state));
        };
    }

    private static AppealLodged as(State state) {
        return switch (state) {
            case State.None _ -> throw new IllegalStateException("an appeal begins by being lodged");
            case State.Lodged lodged -> lodged.as();
            case State.Admitted admitted -> admitted.as();
            case State.Ended ended -> ended.as();
        };
    }

    @Override
    public Class<AppealEvent> facts() {
        return AppealEvent.class;
    }
}
