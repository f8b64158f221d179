package asterism.command.application;

import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.AnswerObjection;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.CountBallots;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.ApplicationCommand.MigrateCase;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.ReaddressApplication;
import asterism.command.application.ApplicationCommand.RecountDays;
import asterism.command.application.ApplicationCommand.ResumeApplication;
import asterism.command.application.ApplicationCommand.StandByScores;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationCommand.TakeOverApplication;
import asterism.command.application.Application.Begun;
import asterism.command.application.Application.Jury;
import asterism.command.application.Application.Parties;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.branch.Branch;
import asterism.command.calendar.Calendar;
import asterism.command.core.Asked;
import asterism.command.core.Reading;
import asterism.command.round.Round;
import asterism.command.rules.Bodies;
import asterism.command.rules.Days;
import asterism.command.rules.Objections;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.scheme.Scheme;
import asterism.command.standing.Standing;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.BodyEvent;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.ObjectionId;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.Post;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StreamId;
import asterism.policy.Directory;
import asterism.policy.Tie;
import asterism.rating.Procedure.EntryBar;
import asterism.rating.Procedure.Objector;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what a step needs beyond the application, and no more: whatever it reads must still stand when the facts are recorded. */
final class Circumstances {
    private final ApplicationCommand command;
    private final ApplicationState state;
    private final Asked asked;
    private final Reading reading;
    private final BranchId branch;

    Circumstances(ApplicationCommand command, ApplicationState state, Asked asked, Reading reading) {
        this.command = command;
        this.state = state;
        this.asked = asked;
        this.reading = reading;
        this.branch = command.application().branch();
    }

    Application.Given gather() {
        Optional<OfRound> round = round();
        Optional<Pin> pin = state.file().map(Dossier::pin).or(() -> round.map(OfRound::pin));
        Rules rules = pin.map(pinned -> RuleBook.rules(pinned, reading::document)).orElse(null);
        Directory directory = reading.directory();
        LocalDate since = since(rules);
        Map<PersonId, Tie> ties = new HashMap<>();
        Recusals.acting(command, asked).forEach(person -> directory.tie(person, branch, since, asked.today())
                .ifPresent(tie -> ties.put(person, tie)));
        Optional<OfRound> needed = round.or(() -> rules != null && rules.mayPassModeration() && mayOpenScores()
                ? ofRound() : Optional.empty());
        return new Application.Given(asked, needed.orElse(null), branch(rules), rules, Map.copyOf(ties), assessors(directory),
                seats(directory), members(rules, directory), begun(), days(rules), target(), parties(rules, directory),
                calibrated(rules));
    }

    /** Whoever left the branch before that day may judge it again. */
    private LocalDate since(@Nullable Rules rules) {
        return Optional.ofNullable(rules).flatMap(Rules::formerPostYears).map(asked.today()::minusYears).orElse(LocalDate.MIN);
    }

    /** Only some steps look at the round, so that its next move does not disturb the others. */
    private Optional<OfRound> round() {
        return switch (command) {
            case StartApplication _, SubmitApplication _, ConfirmScore _, ReaddressApplication _, TakeOverApplication _ ->
                    ofRound();
            case ApplicationCommand _ -> Optional.empty();
        };
    }

    private Optional<OfRound> ofRound() {
        return OfRound.of(reading.state(new Round(), StreamId.of(command.application().round())));
    }

    /** With what was missing last all is opened, and then the level may be proposed at once. */
    private boolean mayOpenScores() {
        return switch (command) {
            case AssignAssessors _, CompleteSiteVisit _, SubmitScores _, StandByScores _, JudgePart _, CountBallots _,
                 CloseSurvey _ -> true;
            case ApplicationCommand _ -> false;
        };
    }

    private boolean calibrated(@Nullable Rules rules) {
        if (rules == null || !(command instanceof SubmitScores) || rules.calibration().isEmpty()) {
            return true;
        }
        return state.file().map(file -> reading.state(new Scheme(), StreamId.of(file.pin().scheme())))
                .filter(scheme -> asked.person().filter(scheme::isCalibrated).isPresent()).isPresent();
    }

    private Application.@Nullable Target target() {
        if (!(command instanceof MigrateCase(_, var version))) {
            return null;
        }
        return state.file().map(Dossier::pin).flatMap(pin -> reading.state(new Scheme(), StreamId.of(pin.scheme())).version(version)
                        .flatMap(known -> Optional.ofNullable(known.localRules())
                                .map(local -> new Pin(pin.scheme(), version, known.sha256(), local))))
                .map(pin -> new Application.Target(pin, RuleBook.rules(pin, reading::document))).orElse(null);
    }

    private @Nullable OfBranch branch(@Nullable Rules rules) {
        BranchId whose = command instanceof ReaddressApplication readdress ? readdress.to() : branch;
        return switch (reading.state(new Branch(), StreamId.of(whose))) {
            case Branch.State.None _ -> null;
            case Branch.State.Registered(BranchRegistered as) -> ofBranch(as, rules);
            case Branch.State.Ended(BranchRegistered as) -> command instanceof StartApplication || command instanceof ReaddressApplication
                    ? null : ofBranch(as, rules);
        };
    }

    private OfBranch ofBranch(BranchRegistered as, @Nullable Rules rules) {
        return new OfBranch(as.kind(), as.foundedOn(), held(rules), reentryFrom(rules), open(rules),
                reading.directory().upward(as.body()).collect(Collectors.toUnmodifiableSet()),
                reading.directory().upward(as.body()).skip(1).findFirst().orElse(as.body()));
    }

    private @Nullable Level held(@Nullable Rules rules) {
        boolean looks = rules != null && (rules.looksBack() || (command instanceof SubmitApplication && rules.mostStepsUp().isPresent()));
        return !looks ? null : reading.state(new Standing(), StreamId.standing(branch))
                .ledger().on(asked.today()).map(Entry::level).orElse(null);
    }

    /** The latest of the days until which a withdrawal, and what the scheme says of other turns, keep the branch out. */
    private @Nullable LocalDate reentryFrom(@Nullable Rules rules) {
        if (!(command instanceof StartApplication) || rules == null) {
            return null;
        }
        Stream<BranchId> origins = rules.coolDownFollows() ? reading.directory().origins(branch).stream() : Stream.empty();
        return Stream.concat(Stream.of(branch), origins).flatMap(whose -> turns(whose, rules)).max(Comparator.naturalOrder()).orElse(null);
    }

    private Stream<LocalDate> turns(BranchId whose, Rules rules) {
        Standing.State star = reading.state(new Standing(), StreamId.standing(whose));
        Stream<LocalDate> turns = star.rulings().flatMap(ruling -> switch (ruling) {
            case LevelGranted granted -> rules.coolDown("rating", granted.from()).stream();
            case Downgraded down -> rules.coolDown(down.ground(), down.from()).stream();
            case Ruling _ -> Stream.empty();
        });
        return Stream.of(star.reentryFrom().stream(), turns, refused(whose, rules)).flatMap(days -> days);
    }

    private Stream<LocalDate> refused(BranchId whose, Rules rules) {
        return rules.coolDown("refusal", asked.today()).isEmpty() ? Stream.empty() : RefusedApplications.of(whose, reading)
                .flatMap(application -> RefusedApplications.decidedOn(application, reading).stream())
                .flatMap(day -> rules.coolDown("refusal", day).stream());
    }

    private Set<EntryBar> open(@Nullable Rules rules) {
        boolean looks = rules != null && !rules.bars().isEmpty()
                && (command instanceof StartApplication || command instanceof AcceptApplication);
        return looks ? reading.state(new Standing(), StreamId.standing(branch)).bars() : Set.of();
    }

    private Set<PersonId> assessors(Directory directory) {
        return command instanceof AssignAssessors assign ? assign.assessors().stream()
                .filter(person -> directory.holds(person, Post.ASSESSOR, asked.today())).collect(Collectors.toUnmodifiableSet()) : Set.of();
    }

    private Set<BodyId> seats(Directory directory) {
        return !(command instanceof JudgePart) ? Set.of() : asked.person().stream()
                .flatMap(person -> directory.held(person, asked.today()).stream()).map(Directory.Held::body)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the body that is to decide; or that decided, where the scheme keeps all of it away from an objection. */
    private Set<PersonId> members(@Nullable Rules rules, Directory directory) {
        return rules == null ? Set.of() : switch (command) {
            case Decide(_, var level, _) -> level != null && !rules.scale().contains(level) ? Set.of() : members(level, rules, directory);
            case AnswerObjection _ -> rules.objections().filter(Objections::barMembers).isPresent() && state instanceof Notice notice
                    ? members(notice.verdict().level(), rules, directory) : Set.of();
            case ApplicationCommand _ -> Set.of();
        };
    }

    private Set<PersonId> members(@Nullable Level level, Rules rules, Directory directory) {
        return directory.branch(branch).map(registered ->
                Bodies.members(directory, registered.body(), Rules.kinds(rules.decision(level)), asked.today())).orElse(Set.of());
    }

    private Parties parties(@Nullable Rules rules, Directory directory) {
        Optional<Objections> rule = Optional.ofNullable(rules).flatMap(Rules::objections);
        return switch (command) {
            case RaiseObjection _ -> new Parties(rule.filter(of -> !mayObject(of.by(), directory)).isEmpty(), null);
            case AnswerObjection _ -> new Parties(true, rule.map(Objections::body).filter(kinds -> !kinds.isEmpty())
                    .map(kinds -> jury(kinds, directory)).orElse(null));
            case ApplicationCommand _ -> Parties.ANYBODY;
        };
    }

    private boolean mayObject(Objector by, Directory directory) {
        return by == Objector.ANYBODY || asked.person().stream().flatMap(person -> directory.held(person, asked.today()).stream())
                .map(Directory.Held::branch).anyMatch(where -> by == Objector.UNIT ? branch.equals(where) : where != null);
    }

    private Jury jury(List<BodyEvent.Kind> kinds, Directory directory) {
        return directory.branch(branch).flatMap(registered -> Bodies.nearest(directory, registered.body(), kinds))
                .map(body -> new Jury(directory.holders(body, Set.of(Post.values()), asked.today()),
                        Bodies.members(directory, body, kinds, asked.today()))).orElse(new Jury(Set.of(), Set.of()));
    }

    private Begun begun() {
        return switch (command) {
            case RecountDays _ -> new Begun(stageBegun(), posted());
            case DismissObjection dismiss -> new Begun(raised(dismiss.objection()), null);
            case ApplicationCommand _ -> Begun.UNKNOWN;
        };
    }

    /** None where the time stood still meanwhile: then the last day is that of the days that were left, and stays. */
    private @Nullable LocalDate stageBegun() {
        StageDue due = state.file().map(dossier -> dossier.clock().due()).orElse(null);
        if (due == null || recordedOn(fact -> fact instanceof StagePaused paused && paused.stage().equals(due.stage())).isPresent()) {
            return null;
        }
        return due.stage().equals(Rules.OBJECTION_ANSWER) ? raised(null) : recordedOn(due::equals).orElse(null);
    }

    private @Nullable LocalDate posted() {
        LocalDate stood = recordedOn(Circumstances::lengthens).orElse(LocalDate.MIN);
        return recordedOn(NoticePosted.class::isInstance).filter(stood::isBefore).orElse(null);
    }

    /** The day of the first objection that waits beside that one. */
    private @Nullable LocalDate raised(@Nullable ObjectionId answered) {
        return state instanceof Notice notice ? notice.open().stream().filter(objection -> !objection.equals(answered))
                .flatMap(objection -> recordedOn(fact -> fact instanceof ObjectionRaised raised && raised.objection().equals(objection))
                        .stream()).min(Comparator.naturalOrder()).orElse(null) : null;
    }

    private Optional<LocalDate> recordedOn(Predicate<Event> which) {
        return reading.recordedOn(command.stream(), which);
    }

    /** The days of a notice that stood still go on. */
    private static boolean lengthens(Event fact) {
        return fact instanceof NoticeResumed || (fact instanceof ApplicationResumed resumed && resumed.noticeUntil() != null);
    }

    private @Nullable Days days(@Nullable Rules rules) {
        boolean counts = command instanceof PostNotice || command instanceof ResumeApplication || command instanceof RecountDays
                || command instanceof RaiseObjection || command instanceof DismissObjection;
        return rules != null && (counts || rules.stagesCountWorkingDays() || rules.reminds()) ? rules.calendar()
                .flatMap(calendar -> reading.state(new Calendar(), StreamId.of(new CalendarId(calendar))).workingDays())
                .map(Days::new).orElse(null) : null;
    }
}
