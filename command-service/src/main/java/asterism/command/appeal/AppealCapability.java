package asterism.command.appeal;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.appeal.Appeal.Case;
import asterism.command.appeal.Appeal.Given;
import asterism.command.appeal.Appeal.Hearing;
import asterism.command.appeal.Appeal.People;
import asterism.command.appeal.AppealCommand.AdmitAppeal;
import asterism.command.appeal.AppealCommand.FindInadmissible;
import asterism.command.appeal.AppealCommand.LodgeAppeal;
import asterism.command.appeal.AppealCommand.RecordAnswerOverdue;
import asterism.command.appeal.AppealCommand.RecountAnswer;
import asterism.command.appeal.AppealCommand.ReplaceDecision;
import asterism.command.appeal.AppealCommand.SubmitAppealEvidence;
import asterism.command.application.Application;
import asterism.command.application.Dossier;
import asterism.command.application.RefusedApplications;
import asterism.command.calendar.Calendar;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.command.round.Round;
import asterism.command.rules.Bodies;
import asterism.command.rules.Days;
import asterism.command.rules.Marks;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.standing.Standing;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.AppealEvent;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationId;
import asterism.events.BodyEvent;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StreamId;
import asterism.policy.Tie;
import asterism.rating.Procedure.Instance;
import asterism.rating.Procedure.Period;
import asterism.rating.Stated;
import asterism.standing.Ledger.Entry;
import asterism.standing.Ledger;
import asterism.rating.round.Rated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Appeals, bound to the house. */
public final class AppealCapability implements Capability<AppealCommand, Appeal.State, AppealEvent, Given> {
    private final Appeal decider = new Appeal();

    /**
     * The contested decision and the case it comes from.
     *
     * @param from    whose scheme it follows; a provisional level has no file, and follows the round itself
     * @param refused it grants no star in that application, and stands in no ledger
     */
    private record Contested(BranchId branch, DecisionId decision, Optional<Entry> entry, Optional<ApplicationId> from,
                             Optional<ApplicationId> refused, Optional<Dossier> file, Set<PersonId> deciders) {

        boolean decidedInApplication() {
            return refused.isPresent() || entry.filter(one -> one.kind() == Ledger.Kind.AWARD).isPresent();
        }
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
        if (command instanceof LodgeAppeal lodge) {
            return lodging(lodge, asked, reading);
        }
        Optional<Case> lodged = state.lodged();
        return switch (command) {
            case AdmitAppeal admit when state instanceof Appeal.State.Lodged(var as) ->
                    answering(new HashSet<>(admit.panel()), _ -> true, as, asked, reading);
            case FindInadmissible _ when state instanceof Appeal.State.Lodged(var as) ->
                    answering(Actors.of(asked), tie -> tie != Tie.PARENT_UNIT, as, asked, reading);
            case ReplaceDecision replace when lodged.isPresent() -> replacing(replace, lodged.get(), asked, reading);
            case SubmitAppealEvidence _ when lodged.isPresent() -> with(asked, Optional.empty(), hearing(lodged.get(), reading), List.of(),
                    Optional.empty(), Optional.empty());
            case RecountAnswer recount when lodged.isPresent() -> recounting(recount, lodged.get(), asked, reading);
            case RecordAnswerOverdue _ -> with(asked, Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
                    lodged.flatMap(as -> superior(as.branch(), reading)));
            case AppealCommand _ -> with(asked, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        };
    }

    private static Given with(Asked asked, Optional<Entry> entry, Optional<Hearing> hearing, List<Level> scale, Optional<Rated> rerated,
            Optional<BodyId> superior) {
        return new Given(asked, entry, Optional.empty(), hearing, Optional.empty(), 0, Set.of(), Optional.empty(), People.NOBODY, scale,
                rerated, superior, Optional.empty());
    }

    private static Given lodging(LodgeAppeal lodge, Asked asked, Reading reading) {
        Contested contested = contested(lodge.branch(), lodge.contested(), refused(lodge, reading), reading);
        List<Appeal.State> before = before(lodge.contested(), lodge.appeal(), reading);
        Optional<Hearing> hearing = rules(contested, reading).flatMap(rules -> next(rules.appeals(), before));
        AppealId after = hearing.map(Hearing::after).orElse(null);
        Optional<Stated<Period>> within = hearing.map(Hearing::instance).map(Instance::within);
        Optional<LocalDate> start = after == null ? within.flatMap(Stated::value).flatMap(period -> start(period, contested, reading))
                : reading.recordedOn(StreamId.of(after), AppealDismissed.class::isInstance);
        Optional<LocalDate> until = start.flatMap(day -> last(contested, within, day, reading));
        long requests = before.stream().flatMap(appeal -> appeal.lodged().stream())
                .filter(as -> Objects.equals(as.after(), after)).count();
        return new Given(asked, contested.entry(), contested.refused(), hearing, until, Math.toIntExact(requests),
                unknown(lodge, contested, reading), Optional.empty(), People.NOBODY, List.of(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** Only what a body decided in an application rests on marks. */
    private static Set<String> unknown(LodgeAppeal lodge, Contested contested, Reading reading) {
        Optional<Marks> marks = contested.decidedInApplication() ? contested.file().flatMap(_ -> rules(contested, reading)).flatMap(rules ->
                reading.directory().branch(contested.branch()).map(branch -> rules.marks(branch.kind()))) : Optional.empty();
        return lodge.confined().stream().filter(item -> marks.filter(of -> of.asks(item)).isEmpty()).collect(Collectors.toSet());
    }

    /** The application in which the contested decision granted no star; nothing has come of that since. */
    private static Optional<ApplicationId> refused(LodgeAppeal lodge, Reading reading) {
        Standing.State star = reading.state(new Standing(), StreamId.standing(lodge.branch()));
        return star.ledger().entry(lodge.contested()).isPresent() ? Optional.empty()
                : RefusedApplications.of(lodge.branch(), reading).filter(application ->
                        RefusedApplications.refusal(application, reading).equals(Optional.of(lodge.contested()))).findFirst();
    }

    /**
     * The day from which the time for an appeal is counted: that of the step of the application which the scheme names, where a body
     * decided in one; else the day on which the decision was recorded, which is the day it was made known.
     */
    private static Optional<LocalDate> start(Period within, Contested contested, Reading reading) {
        Predicate<Event> decided = fact -> fact instanceof LevelDecided level && level.decision().equals(contested.decision());
        Predicate<Event> named = switch (within.from().value().orElse("")) {
            case "notice", "publication" -> NoticePosted.class::isInstance;
            case "notice_end" -> NoticeClosed.class::isInstance;
            case "decision" -> decided;
            case String _ -> _ -> false;
        };
        return contested.from().filter(_ -> contested.decidedInApplication()).flatMap(from -> reading.recordedOn(StreamId.of(from), named))
                .or(() -> contested.refused().isPresent() ? reading.recordedOn(StreamId.of(contested.refused().get()), decided)
                        : reading.recordedOn(StreamId.standing(contested.branch()), fact -> fact instanceof Ruling ruling
                                && ruling.decision().equals(contested.decision())));
    }

    /** All other appeals against a decision. */
    private static List<Appeal.State> before(DecisionId contested, AppealId but, Reading reading) {
        return reading.range(new Appeal(), StreamId.APPEALS).values().stream()
                .filter(appeal -> appeal.contested().equals(Optional.of(contested)))
                .filter(appeal -> appeal.lodged().filter(as -> as.appeal().equals(but)).isEmpty()).toList();
    }

    /** A dismissed appeal goes to the next instance where there is one; everything else is for the first. */
    private static Optional<Hearing> next(List<Instance> instances, List<Appeal.State> before) {
        Optional<AppealId> after = Optional.empty();
        int place = 0;
        while (place + 1 < instances.size()) {
            AppealId last = after.orElse(null);
            Optional<AppealId> dismissed = before.stream().filter(appeal -> appeal instanceof Appeal.State.Ended ended && ended.dismissed())
                    .flatMap(appeal -> appeal.lodged().stream()).filter(as -> Objects.equals(as.after(), last))
                    .map(Case::appeal).findFirst();
            if (dismissed.isEmpty()) {
                break;
            }
            after = dismissed;
            place++;
        }
        AppealId last = after.orElse(null);
        return instances.stream().skip(place).findFirst().map(instance -> new Hearing(instance, last));
    }

    /** The instance an appeal was lodged with. */
    private static Optional<Hearing> hearing(Case as, Reading reading) {
        return rules(contested(as, reading), reading)
                .flatMap(rules -> rules.appeals().stream().skip(chain(as, reading).size()).findFirst())
                .map(instance -> new Hearing(instance, as.after()));
    }

    /** The dismissed appeals that led to one, the last first. */
    private static List<Appeal.State> chain(Case as, Reading reading) {
        List<Appeal.State> chain = new ArrayList<>();
        AppealId at = as.after();
        while (at != null) {
            Appeal.State earlier = reading.state(new Appeal(), StreamId.of(at));
            chain.add(earlier);
            at = earlier.lodged().map(Case::after).orElse(null);
        }
        return chain;
    }

    /** @param bars whether a tie bars these people; leading a branch is no bar to turning its appeal away, but is one to judging it */
    private static Given answering(Set<PersonId> people, Predicate<Tie> bars, Case as, Asked asked, Reading reading) {
        Contested contested = contested(as, reading);
        Optional<Hearing> hearing = hearing(as, reading);
        Set<PersonId> judges = new HashSet<>(contested.deciders());
        contested.file().map(Dossier::judges).ifPresent(judges::addAll);
        hearing.filter(it -> Rules.barsMembers(it.instance().recusal())).ifPresent(_ -> judges.addAll(members(contested, asked, reading)));
        chain(as, reading).forEach(earlier -> judges.addAll(earlier instanceof Appeal.State.Ended ended ? ended.panel() : List.of()));
        LocalDate since = rules(contested, reading).flatMap(Rules::formerPostYears).map(asked.today()::minusYears).orElse(LocalDate.MIN);
        Optional<LocalDate> answerBy = last(contested, hearing.map(Hearing::instance).map(Instance::answer), asked.today(), reading);
        return new Given(asked, contested.entry(), contested.refused(), hearing, Optional.empty(), 0, Set.of(), answerBy,
                new People(those(people, person -> reading.directory().holds(person, Post.APPEAL_PANEL, asked.today())),
                        seated(people, as.branch(), hearing, asked, reading), those(people, person -> judges.contains(person)
                        || reading.directory().tie(person, as.branch(), since, asked.today()).filter(bars).isPresent())),
                List.of(), Optional.empty(), Optional.empty(), remindOn(answerBy, contested, asked, reading));
    }

    /** Those with a seat on an appeal panel of the nearest body that the scheme names; anywhere, where it names none. */
    private static Set<PersonId> seated(Set<PersonId> people, BranchId branch, Optional<Hearing> hearing, Asked asked, Reading reading) {
        List<BodyEvent.Kind> kinds = hearing.map(Hearing::instance).map(Rules::kinds).orElse(List.of());
        Set<PersonId> seats = kinds.isEmpty() ? people : reading.directory().branch(branch)
                .flatMap(registered -> Bodies.nearest(reading.directory(), registered.body(), kinds))
                .map(body -> reading.directory().holders(body, Set.of(Post.APPEAL_PANEL), asked.today())).orElse(Set.of());
        return those(people, seats::contains);
    }

    /** All of the body that decided on the level in question. */
    private static Set<PersonId> members(Contested contested, Asked asked, Reading reading) {
        Level level = contested.entry().map(Entry::level).orElse(null);
        return rules(contested, reading).flatMap(rules -> reading.directory().branch(contested.branch()).map(registered -> Bodies.members(
                reading.directory(), registered.body(), Rules.kinds(rules.decision(level)), asked.today()))).orElse(Set.of());
    }

    private static Given recounting(RecountAnswer recount, Case as, Asked asked, Reading reading) {
        Contested contested = contested(as, reading);
        Optional<LocalDate> answerBy = reading.recordedOn(recount.stream(), AppealAdmitted.class::isInstance)
                .flatMap(day -> last(contested, hearing(as, reading).map(Hearing::instance).map(Instance::answer), day, reading));
        return new Given(asked, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Set.of(), answerBy,
                People.NOBODY, List.of(), Optional.empty(), Optional.empty(), remindOn(answerBy, contested, asked, reading));
    }

    private static Optional<LocalDate> remindOn(Optional<LocalDate> answerBy, Contested contested, Asked asked, Reading reading) {
        return answerBy.flatMap(day -> rules(contested, reading).flatMap(rules ->
                rules.remindOn(day, asked.today(), days(contested, reading).orElse(null))));
    }

    private static Given replacing(ReplaceDecision replace, Case as, Asked asked, Reading reading) {
        Contested contested = contested(as, reading);
        Optional<Rules> rules = rules(contested, reading);
        boolean award = contested.entry().filter(entry -> entry.kind() == Ledger.Kind.AWARD).isPresent();
        return with(asked, contested.entry(), hearing(as, reading), rules.map(Rules::scale).orElse(List.of()),
                award ? rules.flatMap(of -> contested.file().flatMap(file -> rerated(replace, as, of, file, reading))) : Optional.empty(),
                Optional.empty());
    }

    /** The score anew with the marks as the panel found them, the level held before that award. Empty where a mark cannot be read. */
    private static Optional<Rated> rerated(ReplaceDecision replace, Case as, Rules rules, Dossier file, Reading reading) {
        String kind = reading.directory().branch(as.branch()).orElseThrow().kind();
        Marks marks = rules.marks(kind);
        if (replace.marks().stream().anyMatch(mark -> !marks.asks(mark.input()) || !marks.readable(mark.input(), mark.cell()))) {
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>();
        replace.marks().forEach(mark -> cells.put(mark.input(), mark.cell()));
        Standing.State star = reading.state(new Standing(), StreamId.standing(as.branch()));
        Level prior = star.ledger().entry(as.contested()).flatMap(entry -> star.ledger().on(entry.from().minusDays(1)))
                .map(Entry::level).orElse(null);
        return Optional.of(rules.rate(file.corrected(cells).rated(kind, prior)));
    }

    private static Contested contested(Case as, Reading reading) {
        return contested(as.branch(), as.contested(), Optional.ofNullable(as.refused()), reading);
    }

    private static Contested contested(BranchId branch, DecisionId decision, Optional<ApplicationId> refused, Reading reading) {
        Standing.State standing = reading.state(new Standing(), StreamId.standing(branch));
        Optional<ApplicationId> from = standing.application(decision).or(() -> refused);
        return new Contested(branch, decision, standing.ledger().entry(decision), from, refused,
                from.flatMap(application -> reading.state(new Application(), StreamId.of(application)).file()),
                standing.deciders(decision));
    }

    private static Optional<Rules> rules(Contested contested, Reading reading) {
        return contested.file().map(Dossier::pin).or(() -> round(contested, reading).map(RoundOpened::pin))
                .map(pin -> RuleBook.rules(pin, reading::document));
    }

    private static Optional<RoundOpened> round(Contested contested, Reading reading) {
        return contested.from().flatMap(from -> reading.state(new Round(), StreamId.of(from.round())).opened());
    }

    /** The last day of a period of the scheme, by the calendar of the round the star comes from. */
    private static Optional<LocalDate> last(Contested contested, Optional<Stated<Period>> period, LocalDate start, Reading reading) {
        return period.flatMap(Stated::value).flatMap(stated -> days(contested, reading)
                .map(days -> days.period(stated, start)).map(LastDay::day));
    }

    private static Optional<Days> days(Contested contested, Reading reading) {
        return round(contested, reading)
                .flatMap(round -> reading.state(new Calendar(), StreamId.of(round.calendar())).workingDays()).map(Days::new);
    }

    private static Optional<BodyId> superior(BranchId branch, Reading reading) {
        return reading.directory().branch(branch).stream().flatMap(known -> reading.directory().upward(known.body())).skip(1).findFirst();
    }

    private static Set<PersonId> those(Set<PersonId> people, Predicate<PersonId> which) {
        return people.stream().filter(which).collect(Collectors.toUnmodifiableSet());
    }
}
