package asterism.command.application;

import asterism.calendar.WorkingDays;
import asterism.command.application.Application.Begun;
import asterism.command.application.Application.Given;
import asterism.command.application.Application.Jury;
import asterism.command.application.Application.Parties;
import asterism.command.application.Application.Target;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.rules.Days;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.BodyId;
import asterism.events.Envelope;
import asterism.events.PersonId;
import asterism.policy.Tie;
import asterism.ways.LegalWays;
import asterism.events.Pin;
import asterism.events.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One application and the world around it, ready to be asked. Nothing in it changes: each {@code with} is another story.
 *
 * @param today by itself a day on which everything is open
 */
record Story(ApplicationState state, LocalDate today, @Nullable String reason, @Nullable OfRound round, @Nullable OfBranch branch,
             @Nullable Rules rules, Set<PersonId> members, @Nullable Days days, Map<String, Target> targets, Parties parties) {
    static final UUID COMMAND = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    static final LocalDate OPENS = LocalDate.of(2026, 10, 8);
    static final LocalDate UNTIL = LocalDate.of(2026, 11, 8);
    static final LocalDate FOUNDED = LocalDate.of(2012, 7, 1);
    /** From which a last day that is counted again was counted. */
    static final LocalDate BEGUN = LocalDate.of(2026, 10, 20);
    private static final Map<PersonId, Tie> TIED = Map.of(new PersonId("secretary"), Tie.OWN_BRANCH,
            new PersonId("insider"), Tie.OWN_BRANCH, new PersonId("cousin"), Tie.DECLARED_RELATION,
            new PersonId("a-colleague"), Tie.PARENT_UNIT);
    private static final Application APPLICATION = new Application();
    private static final Days DAYS = new Days(WorkingDays.shipped("prc-working-days"));

    /** A fact and who brought it about. */
    record Done(String actor, ApplicationEvent fact) {
    }

    static Story given(List<Done> facts) {
        LegalWays.check(facts.stream().map(Done::fact));
        return new Story(fold(APPLICATION.initial(), facts), LocalDate.of(2026, 10, 20), null,
                new OfRound(Road.PIN, new BodyId("work-committee"), OPENS, UNTIL, false),
                new OfBranch("agency", FOUNDED, null, null, Set.of(), Set.of(new BodyId("finance"), new BodyId("work-committee")),
                        new BodyId("work-committee")), Laws.AS_SHIPPED,
                Set.copyOf(Road.COMMITTEE), DAYS,
                Map.of("2023", new Target(Road.PIN, Laws.AS_SHIPPED)), Parties.ANYBODY);
    }

    static ApplicationState fold(ApplicationState from, List<Done> facts) {
        ApplicationState state = from;
        for (Done done : facts) {
            state = APPLICATION.evolve(state, done.fact(), envelope(done.actor()));
        }
        return state;
    }

    private static Envelope envelope(String actor) {
        return new Envelope(COMMAND, "Test", actor, null, null, null, List.of(), null);
    }

    Story on(LocalDate day) {
        return new Story(state, day, reason, round, branch, rules, members, days, targets, parties);
    }

    Story because(String why) {
        return new Story(state, today, why, round, branch, rules, members, days, targets, parties);
    }

    Story in(@Nullable OfRound other) {
        return new Story(state, today, reason, other, branch, rules, members, days, targets, parties);
    }

    Story sealed() {
        return in(new OfRound(Road.PIN, new BodyId("work-committee"), OPENS, UNTIL, true));
    }

    Story of(@Nullable OfBranch other) {
        return new Story(state, today, reason, round, other, rules, members, days, targets, parties);
    }

    Story under(@Nullable Rules other) {
        return new Story(state, today, reason, round, branch, other, members, days, targets, parties);
    }

    Story before(PersonId... deciding) {
        return new Story(state, today, reason, round, branch, rules, Set.of(deciding), days, targets, parties);
    }

    /** With another version of the scheme, ready for use. */
    Story knowing(String version, Rules other) {
        Pin pin = new Pin(Road.PIN.scheme(), version, Sha256.of(version), Sha256.of(Laws.LOCAL));
        return new Story(state, today, reason, round, branch, rules, members, days, Map.of(version, new Target(pin, other)), parties);
    }

    Story withoutCalendar() {
        return new Story(state, today, reason, round, branch, rules, members, null, targets, parties);
    }

    /** Whoever asks is not among those whom the scheme lets object. */
    Story bySomebodyElse() {
        return new Story(state, today, reason, round, branch, rules, members, days, targets, new Parties(false, null));
    }

    /** A body answers objections. */
    Story answeredBy(Jury jury) {
        return new Story(state, today, reason, round, branch, rules, members, days, targets, new Parties(true, jury));
    }

    Story then(List<Done> more) {
        return new Story(fold(state, more), today, reason, round, branch, rules, members, days, targets, parties);
    }

    Story with(UnaryOperator<Story> change) {
        return change.apply(this);
    }

    Decision when(String person, ApplicationCommand command) {
        return asked("person/" + person, command);
    }

    Decision whenTheHouseAsks(ApplicationCommand command) {
        return asked("system/house", command);
    }

    Decision asked(String actor, ApplicationCommand command) {
        Asked asked = new Asked(COMMAND, actor, null, reason, Instant.EPOCH, today);
        Map<PersonId, Tie> ties = Recusals.acting(command, asked).stream().filter(TIED::containsKey)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), TIED::get));
        Set<PersonId> assessors = command instanceof ApplicationCommand.AssignAssessors assign
                ? assign.assessors().stream().filter(one -> one.value().startsWith("a")).collect(Collectors.toUnmodifiableSet()) : Set.of();
        Set<BodyId> seats = actor.equals("person/inspector") ? Set.of(new BodyId("discipline")) : Set.of();
        Target target = command instanceof ApplicationCommand.MigrateCase(_, var version) ? targets.get(version) : null;
        return APPLICATION.decide(state, command,
                new Given(asked, round, branch, rules, ties, assessors, seats, members, new Begun(BEGUN, BEGUN), days, target, parties,
                        !asked.person().equals(Optional.of(new PersonId("a3"))) || rules == null || rules.calibration().isEmpty()));
    }
}
