package asterism.command.round;

import asterism.command.application.Application;
import asterism.command.application.ApplicationState.Allocated;
import asterism.command.application.ApplicationState.Awarded;
import asterism.command.application.ApplicationState.Confirmed;
import asterism.command.application.ApplicationState.Decided;
import asterism.command.application.ApplicationState.DeskReview;
import asterism.command.application.ApplicationState.Moderation;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.Ranked;
import asterism.command.application.ApplicationState.Refused;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.application.ApplicationState.Scoring;
import asterism.command.application.ApplicationState.SiteVisit;
import asterism.command.application.ApplicationState.Submitted;
import asterism.command.application.ApplicationState;
import asterism.command.application.Dossier;
import asterism.command.calendar.Calendar;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.command.round.Round.Given;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.CommitAssignment;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.command.round.RoundCommand.RecordAssignmentRefused;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import asterism.command.rules.Bodies;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.scheme.Scheme;
import asterism.command.standing.Standing;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundEvent;
import asterism.events.RoundId;
import asterism.events.StreamId;
import asterism.policy.Tie;
import asterism.rating.round.Roster;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rounds, bound to the house. */
public final class RoundCapability implements Capability<RoundCommand, Round.State, RoundEvent, Given> {
    private final Round decider = new Round();

    @Override
    public Class<RoundCommand> commands() {
        return RoundCommand.class;
    }

    @Override
    public Round decider() {
        return decider;
    }

    @Override
    public Given given(RoundCommand command, Round.State state, Asked asked, Reading reading) {
        return switch (command) {
            case OpenRound open -> opening(open, asked, reading);
            case SealRoster _, CloseRound _ -> roster(command.round(), asked, reading);
            case AllocateQuota _ when state instanceof Round.State.Sealed(RoundOpened as, var votes) ->
                    new Given.ForAllocation(asked, roster(as, votes, asked, reading));
            case ResolveTie resolve when state instanceof Round.State.Tied tied -> vote(resolve, tied.as(), tied.tie(), asked, reading);
            case ProposeAssignment propose when state instanceof Round.State.Open(RoundOpened as, _) ->
                    new Given.ForProposal(asked, Assigning.assignment(propose, as, asked, reading));
            case CommitAssignment commit when state instanceof Round.State.Open -> new Given.ForAssignment(asked,
                    reading.document(commit.proposal()).flatMap(Assigning::plan));
            case ReallocateQuota wish when state instanceof Round.State.GivenOut round -> Freed.seats(wish, round, asked, reading);
            case AllocateQuota _, ResolveTie _, ReallocateQuota _, ProposeAssignment _, CommitAssignment _, RecordAssignmentRefused _ ->
                    new Given.Nothing(asked);
        };
    }

    private static Given opening(OpenRound open, Asked asked, Reading reading) {
        Scheme.State scheme = reading.state(new Scheme(), StreamId.of(open.scheme()));
        Optional<Scheme.Version> version = scheme.version(open.version());
        boolean inForce = scheme.isInForce(open.version(), asked.today());
        Optional<Pin> pin = version.flatMap(known -> Optional.ofNullable(known.localRules())
                .map(localRules -> new Pin(open.scheme(), open.version(), known.sha256(), localRules)));
        boolean calendarKnown = !reading.state(new Calendar(), StreamId.of(open.calendar())).years().isEmpty();
        Optional<Rules> rules = pin.map(it -> RuleBook.rules(it, reading::document));
        Optional<String> calendar = rules.flatMap(Rules::calendar);
        boolean inItsZone = rules.flatMap(Rules::zone).map(reading.zone()::equals).orElse(true);
        boolean officeKnown = reading.directory().body(open.office()).isPresent();
        return new Given.ForOpening(asked, version.isPresent(), inForce, pin, calendar, calendarKnown, officeKnown, inItsZone);
    }

    private static Given roster(RoundId round, Asked asked, Reading reading) {
        long head = reading.head();
        Map<StreamId, ApplicationState> applications = applications(round, reading);
        return new Given.ForRoster(asked, head, ranked(applications.values()).map(it -> it.dossier().application()).toList(),
                (int) applications.values().stream().filter(RoundCapability::isUnderReview).count(),
                (int) applications.values().stream().filter(RoundCapability::isInTheRanking).count());
    }

    private static Roster roster(RoundOpened as, List<TieResolved> votes, Asked asked, Reading reading) {
        return roster(as, votes, ranked(applications(as.round(), reading).values()).map(Ranked::dossier), asked.today(), reading);
    }

    /** Everybody who had a place in the ranking of a round whose seats are given out, with the level held when it opened. */
    static Roster rated(RoundOpened as, List<TieResolved> votes, Reading reading) {
        return roster(as, votes, applications(as.round(), reading).values().stream().filter(RoundCapability::wentThrough)
                .flatMap(state -> state.file().stream()), as.opensOn(), reading);
    }

    private static Roster roster(RoundOpened as, List<TieResolved> votes, Stream<Dossier> dossiers, LocalDate day, Reading reading) {
        Rules of = RuleBook.rules(as.pin(), reading::document);
        Map<StreamId, Standing.State> standings = of.looksBack() ? reading.range(new Standing(), StreamId.STANDINGS) : Map.of();
        return new Roster(of.scheme(), as.opensOn().getYear(), dossiers.map(dossier -> {
            BranchId branch = dossier.application().branch();
            String kind = reading.directory().branch(branch).orElseThrow().kind();
            Level prior = Optional.ofNullable(standings.get(StreamId.standing(branch)))
                    .flatMap(standing -> standing.ledger().on(day)).map(Entry::level).orElse(null);
            return dossier.rated(kind, prior);
        }).toList(), votes);
    }

    private static Given vote(ResolveTie resolve, RoundOpened as, QuotaTied tie, Asked asked, Reading reading) {
        Rules of = RuleBook.rules(as.pin(), reading::document);
        Level stake = of.stake(tie.quota()).orElseThrow();
        Set<PersonId> members = Bodies.members(reading.directory(), as.office(), Rules.kinds(of.decision(stake)), asked.today());
        Set<PersonId> judges = tie.tied().stream().map(branch -> new ApplicationId(as.round(), branch))
                .flatMap(application -> reading.state(new Application(), StreamId.of(application)).file().stream())
                .flatMap(file -> file.judges().stream()).collect(Collectors.toUnmodifiableSet());
        return new Given.ForVote(asked, of, Roster.vote(of.scheme(), tie.quota()).isPresent(), stake, members,
                those(resolve, asked, voter -> tie.tied().stream().anyMatch(branch -> reading.directory()
                        .tie(voter, branch, since(of, asked), asked.today()).filter(found -> found != Tie.PARENT_UNIT).isPresent())),
                those(resolve, asked, judges::contains));
    }

    /** Whoever left a branch before that day may judge it again. */
    static LocalDate since(Rules rules, Asked asked) {
        return rules.formerPostYears().map(asked.today()::minusYears).orElse(LocalDate.MIN);
    }

    /** Those who vote, and who acts on whose behalf to record it. */
    private static Set<PersonId> those(ResolveTie resolve, Asked asked, Predicate<PersonId> which) {
        return Stream.concat(resolve.voters().stream(), Actors.of(asked).stream()).filter(which).collect(Collectors.toUnmodifiableSet());
    }

    static Map<StreamId, ApplicationState> applications(RoundId round, Reading reading) {
        return reading.range(new Application(), StreamId.applicationsOf(round));
    }

    private static Stream<Ranked> ranked(Collection<ApplicationState> applications) {
        return applications.stream().map(ApplicationState::place).filter(Ranked.class::isInstance).map(Ranked.class::cast);
    }

    private static boolean isUnderReview(ApplicationState state) {
        ApplicationState at = state.place();
        return at instanceof Submitted || at instanceof DeskReview || at instanceof Returned || at instanceof SiteVisit
                || at instanceof Scoring || at instanceof Moderation;
    }

    private static boolean wentThrough(ApplicationState state) {
        return isInTheRanking(state) || state instanceof Awarded || state instanceof Refused;
    }

    private static boolean isInTheRanking(ApplicationState state) {
        ApplicationState at = state.place();
        return at instanceof Ranked || at instanceof Allocated || at instanceof Decided || at instanceof Notice
                || at instanceof Confirmed;
    }
}
