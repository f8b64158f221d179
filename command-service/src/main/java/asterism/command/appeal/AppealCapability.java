package asterism.command.appeal;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.appeal.Appeal.Given;
import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.DismissAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.UpholdAppeal;
import asterism.command.application.Application;
import asterism.command.application.Dossier;
import asterism.command.calendar.Calendar;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.command.round.Round;
import asterism.command.rules.Days;
import asterism.command.rules.RuleBook;
import asterism.command.standing.Standing;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealEvent;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.StreamId;
import asterism.policy.Tie;
import asterism.rating.Procedure.Instance;
import asterism.rating.Procedure.Period;
import asterism.rating.Stated;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Appeals, bound to the house. */
public final class AppealCapability implements Capability<AppealCommand, Appeal.State, AppealEvent, Given> {
    private final Appeal decider = new Appeal();

    /** The contested decision and the case it comes from. */
    private record Contested(Optional<Entry> entry, Optional<Dossier> file, Set<PersonId> deciders) {
    }

    @Override
    public Class<AppealCommand> commands() {
        return AppealCommand.class;
    }

    @Override
    public Appeal decider() {
        return decider;
    }

    @Override
    public Given given(AppealCommand command, Appeal.State state, Asked asked, Reading reading) {
        return switch (command) {
            case LodgeAppeal lodge -> lodging(lodge, asked, reading);
            case AdmitAppeal admit when state instanceof Appeal.State.Lodged(AppealLodged as) ->
                    answering(new HashSet<>(admit.panel()), _ -> true, as, asked, reading);
            case FindInadmissible _ when state instanceof Appeal.State.Lodged(AppealLodged as) ->
                    answering(Actors.of(asked), tie -> tie != Tie.PARENT_UNIT, as, asked, reading);
            case AdmitAppeal _, FindInadmissible _, DismissAppeal _, UpholdAppeal _ ->
                    new Given(asked, Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Set.of(), Set.of());
        };
    }

    private static Given lodging(LodgeAppeal lodge, Asked asked, Reading reading) {
        Contested contested = contested(lodge.branch(), lodge.contested(), reading);
        Optional<Instance> instance = instance(contested, reading);
        Optional<LocalDate> until = contested.entry()
                .flatMap(entry -> last(contested, instance.map(Instance::within), entry.from(), reading));
        long before = reading.range(new Appeal(), StreamId.APPEALS).values().stream()
                .filter(appeal -> appeal.contested().equals(Optional.of(lodge.contested()))).count();
        return new Given(asked, contested.entry(), instance, until, Math.toIntExact(before), Optional.empty(), Set.of(), Set.of());
    }

    /** @param bars whether a tie bars these people; leading a branch is no bar to turning its appeal away, but is one to judging it */
    private static Given answering(Set<PersonId> people, Predicate<Tie> bars, AppealLodged as, Asked asked, Reading reading) {
        Contested contested = contested(as.branch(), as.contested(), reading);
        Optional<Instance> instance = instance(contested, reading);
        Set<PersonId> judges = contested.file().map(Dossier::judges).orElse(Set.of());
        LocalDate since = contested.file().flatMap(file -> RuleBook.rules(file.pin(), reading::document).formerPostYears())
                .map(asked.today()::minusYears).orElse(LocalDate.MIN);
        return new Given(asked, contested.entry(), instance, Optional.empty(), 0,
                last(contested, instance.map(Instance::answer), asked.today(), reading),
                those(people, person -> reading.directory().holds(person, Post.APPEAL_PANEL, asked.today())),
                those(people, person -> judges.contains(person) || contested.deciders().contains(person)
                        || reading.directory().tie(person, as.branch(), since, asked.today()).filter(bars).isPresent()));
    }

    private static Contested contested(BranchId branch, DecisionId decision, Reading reading) {
        Standing.State standing = reading.state(new Standing(), StreamId.standing(branch));
        return new Contested(standing.ledger().entry(decision),
                standing.application(decision).flatMap(from -> reading.state(new Application(), StreamId.of(from)).file()),
                standing.deciders(decision));
    }

    private static Optional<Instance> instance(Contested contested, Reading reading) {
        return contested.file().flatMap(file -> RuleBook.rules(file.pin(), reading::document).appeal());
    }

    /** The last day of a period of the scheme, by the calendar of the round the star comes from. */
    private static Optional<LocalDate> last(Contested contested, Optional<Stated<Period>> period, LocalDate start, Reading reading) {
        return period.flatMap(Stated::value).flatMap(stated -> contested.file()
                .flatMap(file -> reading.state(new Round(), StreamId.of(file.application().round())).opened())
                .flatMap(round -> reading.state(new Calendar(), StreamId.of(round.calendar())).workingDays())
                .map(days -> new Days(days).period(stated, start)).map(LastDay::day));
    }

    private static Set<PersonId> those(Set<PersonId> people, Predicate<PersonId> which) {
        return people.stream().filter(which).collect(Collectors.toUnmodifiableSet());
    }
}
