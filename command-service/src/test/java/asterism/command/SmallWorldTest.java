package asterism.command;

import static asterism.command.Samples.APPEAL;
import static asterism.command.Samples.APPLICATION;
import static asterism.command.Samples.AWARD;
import static asterism.command.Samples.BRANCH;
import static asterism.command.Samples.OBJECTION;
import static asterism.command.Samples.OFFICE;
import static asterism.command.Samples.OTHER;
import static asterism.command.Samples.ROUND;
import static asterism.command.Samples.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Oracle.Conflict;
import asterism.command.core.Command;
import asterism.command.core.Decision;
import asterism.command.core.Refusal;
import asterism.events.AppealEvent.AppealAdmitted;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SelfAssessmentRecorded;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.BodyEvent;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostEnded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.CalendarEvent.CalendarYearPublished;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Post;
import asterism.events.Ranking;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.Seats;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.policy.Directory.Held;
import asterism.policy.Policy;
import asterism.policy.Policy.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Everybody asks for everything, wherever they stand and whatever they did before: who may, and whom a guard turns away, is as a table
 * says that was written by hand ({@link Oracle}). The branch of this world lives one round from its start to an appeal, and is asked at
 * each moment of it.
 */
class SmallWorldTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Label NAME = new Label("某", "Some");
    private static final BodyId COUNTY = new BodyId("county");
    private static final BodyId AGENCY = new BodyId("finance");
    private static final BodyId ELSEWHERE = new BodyId("elsewhere");
    private static final CalendarId CALENDAR = new CalendarId("prc-working-days");
    private static final List<PersonId> PANEL = people("a1", "a2", "a3");
    private static final Level THREE = new Level("3");
    private static final String RANKING = new Ranking(List.of()).text();
    private static final Computed RATED = new Computed("RATED", THREE, "r");
    private static final Oracle ORACLE = Oracle.read();

    private final SmallHouse house = new SmallHouse();
    private final Map<Conflict, String> conflicted = new EnumMap<>(Conflict.class);
    private final Map<String, Set<String>> outcomes = new HashMap<>();

    @Test
    void every_command_has_its_row_in_the_oracle() {
        Set<String> known = Samples.commands().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(Set.of("KeepEvidence", "ReadEvidence", "RetryReactions", "SeeToIt", "KeepHooks"));
        assertThat(known).allSatisfy(command -> assertThat(ORACLE.rows())
                .as("write into small-world/guards.txt who may ask for " + command + ", and whom it turns away").containsKey(command));
        assertThat(ORACLE.rows().keySet()).as("rows of commands that there are not").isSubsetOf(known);
    }

    @Test
    void a_post_permits_as_far_as_it_reaches_and_no_further() {
        bodies();
        Map<Subject, Map<Held, Policy.Relation>> relations = relations();
        List<String> wrong = new ArrayList<>();
        ORACLE.rows().forEach((command, row) -> relations.forEach((subject, holdings) -> holdings.forEach((held, relation) -> {
            boolean permits = Policy.refusal(command, List.of(held), subject, house.directory()).isEmpty();
            if (permits != row.permits(held.post(), relation)) {
                wrong.add("%s by %s, to whom the subject is %s: %s".formatted(command, held.post(), relation, permits));
            }
        })));
        assertThat(wrong).isEmpty();
        assertThat(ORACLE.rows().keySet()).allSatisfy(command -> assertThat(Policy.openToAnybody(command))
                .isEqualTo(ORACLE.row(command).anybody()));
    }

    /** By hand: where each subject stands to each holding of each post. */
    private static Map<Subject, Map<Held, Policy.Relation>> relations() {
        Map<Held, Policy.Relation> ofBranch = new HashMap<>();
        Map<Held, Policy.Relation> ofOffice = new HashMap<>();
        Map<Held, Policy.Relation> nowhere = new HashMap<>();
        ofBranch.put(held(Post.BRANCH_SECRETARY, AGENCY, BRANCH), Policy.Relation.OWN);
        ofBranch.put(held(Post.BRANCH_SECRETARY, AGENCY, OTHER), Policy.Relation.FOREIGN);
        ofOffice.put(held(Post.BRANCH_SECRETARY, AGENCY, BRANCH), Policy.Relation.FOREIGN);
        nowhere.put(held(Post.BRANCH_SECRETARY, AGENCY, BRANCH), Policy.Relation.FOREIGN);
        Stream.of(Post.values()).filter(post -> post != Post.BRANCH_SECRETARY).forEach(post -> {
            Stream.of(AGENCY, OFFICE, COUNTY).forEach(body -> ofBranch.put(held(post, body, null), Policy.Relation.SUBORDINATE));
            ofBranch.put(held(post, ELSEWHERE, null), Policy.Relation.FOREIGN);
            ofOffice.put(held(post, OFFICE, null), Policy.Relation.OWN);
            ofOffice.put(held(post, COUNTY, null), Policy.Relation.SUBORDINATE);
            Stream.of(AGENCY, ELSEWHERE).forEach(body -> ofOffice.put(held(post, body, null), Policy.Relation.FOREIGN));
            nowhere.put(held(post, COUNTY, null), Policy.Relation.FOREIGN);
        });
        return Map.of(new Subject(BRANCH, null), ofBranch, new Subject(null, OFFICE), ofOffice, Subject.NOWHERE, nowhere);
    }

    private static Held held(Post post, BodyId body, @Nullable BranchId branch) {
        return new Held(post, body, branch, LONG_AGO, null);
    }

    @Test
    void a_guard_turns_away_whom_the_oracle_names_and_nobody_else() {
        live();
        List<String> wrong = new ArrayList<>();
        Samples.commands().forEach(command -> {
            Oracle.Row row = ORACLE.row(command.getSimpleName());
            for (Conflict conflict : Conflict.values()) {
                fault(command, "asks", conflict, row.asking().contains(conflict)).ifPresent(wrong::add);
                fault(command, "is named", conflict, row.named().contains(conflict)).ifPresent(wrong::add);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Optional<String> fault(Class<? extends Command> command, String how, Conflict conflict, boolean barred) {
        Set<String> seen = outcomes.getOrDefault(command.getSimpleName() + how + conflict, Set.of());
        boolean right = barred ? seen.contains("GUARD") && !seen.contains("ACCEPTED") : !seen.contains("GUARD");
        return right ? Optional.empty() : Optional.of("%s where somebody %s who is %s: %s".formatted(
                command.getSimpleName(), how, conflict, seen));
    }

    /** Asks for everything as things stand now. */
    private void ask() {
        PersonId clean = new PersonId("clean");
        Samples.commands().forEach(command -> {
            conflicted.forEach((conflict, who) -> {
                note(command, "asks" + conflict, who, new Samples(clean));
                if (Samples.names(command)) {
                    note(command, "is named" + conflict, "clean", new Samples(new PersonId(who)));
                }
            });
            if (Samples.names(command)) {
                note(command, "asks" + Conflict.SELF, "clean", new Samples(clean));
            }
        });
    }

    private void note(Class<? extends Command> command, String how, String who, Samples samples) {
        Decision decision = house.rehearse("person/" + who, "because", samples.of(command));
        outcomes.computeIfAbsent(command.getSimpleName() + how, _ -> new TreeSet<>())
                .add(decision instanceof Decision.Refused(Refusal refusal) ? refusal.kind().name() : "ACCEPTED");
    }

    private void live() {
        bodies();
        house.given("person/root", post("insider", AGENCY, Post.BRANCH_SECRETARY, BRANCH),
                post("leaver", AGENCY, Post.BRANCH_SECRETARY, BRANCH),
                new PostEnded(AGENCY, new PersonId("leaver"), Post.BRANCH_SECRETARY, BRANCH, TODAY.minusYears(1)),
                new PersonRegistered(COUNTY, new PersonId("cousin"), Personal.of(new PersonId("cousin"), "某")),
                new RelationDeclared(COUNTY, new PersonId("cousin"), BRANCH, null, Personal.of(new PersonId("cousin"), "s")),
                post("above", AGENCY, Post.DESK_REVIEWER, null));
        conflicted.putAll(Map.of(Conflict.OWN, "insider", Conflict.FORMER, "leaver", Conflict.DECLARED, "cousin",
                Conflict.PARENT, "above"));
        moment("secretary",
                new RoundOpened(ROUND, NAME, Shipped.PIN, CALENDAR, OFFICE, TODAY, TODAY.plusDays(30)),
                new ApplicationStarted(APPLICATION, Shipped.PIN));
        moment("secretary", new SelfAssessmentRecorded(APPLICATION, 1, List.of(), List.of(), "s"),
                new ApplicationSubmitted(APPLICATION, null));
        moment("office", new ApplicationAccepted(APPLICATION));
        conflicted.put(Conflict.DESK, "desk");
        moment("desk", new DeskReviewCompleted(APPLICATION, "f"));
        conflicted.put(Conflict.ASSESSED, "a2");
        moment("office", new AssessorsAssigned(APPLICATION, PANEL, PANEL.getFirst()));
        moment("a1", new SiteVisitCompleted(APPLICATION, TODAY, "f", List.of()));
        moment("a3", Stream.concat(PANEL.stream().map(assessor -> new ScoresSubmitted(APPLICATION, assessor, 1,
                        Secret.of(APPLICATION, List.of(new Mark("base", "75"))))), Stream.of(new ScoresOpened(APPLICATION, PANEL.stream()
                        .map(assessor -> new Scores(assessor, List.of(new Mark("base", "75")))).toList()),
                new ScoreComputed(APPLICATION, RATED, List.of()))).toArray(Event[]::new));
        conflicted.put(Conflict.MODERATED, "chair");
        moment("chair", new ScoreModerated(APPLICATION, PANEL.getFirst(), "base", "75", "74"),
                new ScoreComputed(APPLICATION, RATED, List.of()));
        moment("chair", new LevelProposed(APPLICATION, RATED));
        moment("office", new RosterSealed(ROUND, 7, 2, "hash"), new QuotaTied(ROUND, "five_star_share", 1, List.of(BRANCH, OTHER)));
        moment("office", new TieResolved(ROUND, "five_star_share", List.of(BRANCH, OTHER), people("m1"), "minutes"),
                new QuotaAllocated(ROUND, List.of(new Seats("five_star_share", 2, 0, 0)), 2, Sha256.of(RANKING)),
                new LevelAllocated(APPLICATION, RATED, Sha256.of(RANKING), List.of()));
        conflicted.put(Conflict.DECIDED, "m1");
        moment("general", new LevelDecided(APPLICATION, AWARD, THREE, RATED, people("m1", "m2")));
        award();
    }

    private void award() {
        moment("office", new NoticePosted(APPLICATION, TODAY, TODAY.plusDays(7), false),
                new ObjectionRaised(APPLICATION, OBJECTION, Personal.of(new PersonId("neighbour"), "s")));
        moment("office-2", new ObjectionDismissed(APPLICATION, OBJECTION), new NoticeClosed(APPLICATION));
        moment("general", new StarAwarded(APPLICATION, AWARD, THREE, TODAY),
                new LevelGranted(BRANCH, AWARD, APPLICATION, THREE, Change.FIRST, TODAY, null));
        moment("secretary", new AppealLodged(APPEAL, BRANCH, AWARD, "facts", "s"));
        moment("general-2", new AppealAdmitted(APPEAL, BRANCH, people("j1", "j2", "j3"), TODAY.plusDays(30)));
        moment("general-2", new Suspended(BRANCH, new DecisionId("d2"), THREE, "veto", TODAY, TODAY, TODAY.plusDays(30), false));
        moment("general-2", new Reinstated(BRANCH, new DecisionId("d3"), THREE, TODAY));
    }

    private void moment(String person, Event... happened) {
        house.given("person/" + person, happened);
        ask();
    }

    private void bodies() {
        house.on(TODAY);
        house.keep(RANKING);
        house.keep(Shipped.text("../deploy/schemes/zoucheng-70-30.yaml"));
        house.keep(Shipped.text("../deploy/schemes/zoucheng-70-30.local-rules.yaml"));
        String year = Shipped.text("../shared-events/src/main/resources/calendars/prc-working-days-2026.yaml");
        house.given("person/root", new CalendarYearPublished(CALENDAR, 2026, Sha256.of(year), year),
                new BodyEstablished(COUNTY, null, BodyEvent.Kind.COMMITTEE, NAME),
                new BodyEstablished(OFFICE, COUNTY, BodyEvent.Kind.WORK_COMMITTEE, NAME),
                new BodyEstablished(AGENCY, OFFICE, BodyEvent.Kind.AGENCY, NAME),
                new BodyEstablished(ELSEWHERE, null, BodyEvent.Kind.COMMITTEE, NAME),
                new BranchRegistered(BRANCH, AGENCY, "agency", NAME, LONG_AGO),
                new BranchRegistered(OTHER, AGENCY, "agency", NAME, LONG_AGO),
                post("clean", OFFICE, Post.AUDITOR, null));
    }

    private static PostAssigned post(String person, BodyId body, Post post, @Nullable BranchId branch) {
        return new PostAssigned(body, new PersonId(person), post, branch, LONG_AGO);
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::new).toList();
    }
}
