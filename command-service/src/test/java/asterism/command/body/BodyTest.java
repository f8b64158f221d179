package asterism.command.body;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.Lifecycle;
import asterism.command.body.Body.Given;
import asterism.command.body.Body.State;
import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.DeclareRelation;
import asterism.command.body.BodyCommand.DelegatePost;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.EndQualification;
import asterism.command.body.BodyCommand.EndRelation;
import asterism.command.body.BodyCommand.ErasePersonalValues;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RecordQualification;
import asterism.command.body.BodyCommand.RecordRelation;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.body.BodyCommand.RevokeDelegation;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.core.Decision.Refused;
import asterism.command.core.Refusal.Kind;
import asterism.command.core.Refusal;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.DelegationRevoked;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyEvent.PostDelegated;
import asterism.events.BodyEvent.QualificationEnded;
import asterism.events.BodyEvent.QualificationRecorded;
import asterism.events.BodyEvent.RelationDeclared;
import asterism.events.BodyEvent.RelationEnded;
import asterism.events.BodyEvent;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.InvalidValue;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People take posts, let others act for them, and say what they are able to judge and what they are tied to. */
class BodyTest {
    private static final BodyId BODY = new BodyId("finance");
    private static final Label NAME = new Label("财政局", "Finance");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = TODAY.plusDays(13);
    private static final PersonId WANG = new PersonId("wang");
    private static final PersonId LI = new PersonId("li");
    private static final BranchId BRANCH = new BranchId("b01");
    private static final Pattern CODE = Pattern.compile("\"((?:body|separation)\\.[a-z-]+)\"");

    private static final DelegatePost LEND = new DelegatePost(BODY, LI, Post.DESK_REVIEWER, null, List.of("CompleteDeskReview"), TODAY,
            LAST);
    private static final RevokeDelegation TAKE_BACK = new RevokeDelegation(BODY, LI, Post.DESK_REVIEWER, null);
    private static final RecordQualification ABLE = new RecordQualification(BODY, WANG, "agency", TODAY, null);
    private static final DeclareRelation TIED = new DeclareRelation(BODY, BRANCH, null, "my brother leads it");
    private static final EndRelation FREE = new EndRelation(BODY, WANG, BRANCH, null);

    private static final PostDelegated LENT = new PostDelegated(BODY, WANG, LI, Post.DESK_REVIEWER, null, List.of("CompleteDeskReview"),
            TODAY, LAST);
    private static final QualificationRecorded QUALIFIED = new QualificationRecorded(BODY, WANG, "agency", TODAY, null);
    private static final RelationDeclared RELATED = new RelationDeclared(BODY, WANG, BRANCH, null,
            Personal.of(WANG, "my brother leads it"));

    private static final Lifecycle<BodyCommand, State, BodyEvent, Given> LIFE = new Lifecycle<>(new Body());
    private static final State NONE = LIFE.after("root");
    private static final State STAFFED = after();

    /** One way to be refused. */
    record Row(Kind kind, String code, State state, BodyCommand command, Given given) {
        @Override
        public String toString() {
            return code + ": " + command.getClass().getSimpleName();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(posts(), lending(), knowing()).flatMap(rows -> rows);
    }

    private static Stream<Row> posts() {
        EstablishBody other = new EstablishBody(BODY, null, BodyEvent.Kind.COMMITTEE, NAME);
        AssignPost secretary = new AssignPost(BODY, WANG, Post.BRANCH_SECRETARY, null, TODAY);
        EndPost end = new EndPost(BODY, WANG, Post.DESK_REVIEWER, null, TODAY.minusYears(9));
        return Stream.of(
                new Row(Kind.UNKNOWN, "body.unknown", NONE, end, by("root")),
                new Row(Kind.UNKNOWN, "body.parent-unknown", NONE, other, by("root")),
                new Row(Kind.RULE, "body.already-established", STAFFED, other, by("root")),
                new Row(Kind.RULE, "body.person-known", STAFFED, new RegisterPerson(BODY, new PersonId("zhao"), "赵"), by("root")),
                new Row(Kind.GUARD, "separation.own-post", STAFFED, secretary, by("wang")),
                new Row(Kind.GUARD, "separation.own-post", STAFFED, secretary, forWang("root")),
                new Row(Kind.UNKNOWN, "body.person-unknown", STAFFED, secretary, nobody("root")),
                new Row(Kind.INVALID, "body.post-and-branch", STAFFED, secretary, by("root")),
                new Row(Kind.UNKNOWN, "body.branch-unknown", STAFFED,
                        new AssignPost(BODY, WANG, Post.BRANCH_SECRETARY, BRANCH, TODAY), nowhere("root")),
                new Row(Kind.GUARD, "separation.own-values", STAFFED, new ErasePersonalValues(BODY, WANG), by("wang")),
                new Row(Kind.RULE, "body.person-in-office", STAFFED, new ErasePersonalValues(BODY, WANG), new Given(
                        Lifecycle.person("root", "asked for", TODAY), true, true, true, true, false)),
                new Row(Kind.RULE, "body.post-not-held", STAFFED, new EndPost(BODY, LI, Post.AUDITOR, null, TODAY), by("root")),
                new Row(Kind.INVALID, "body.post-ends-before-it-begins", STAFFED, end, by("root")));
    }

    private static Stream<Row> lending() {
        return Stream.of(
                new Row(Kind.RULE, "command.person-only", STAFFED, LEND, new Given(Lifecycle.house(TODAY), true, true, true, false, false)),
                new Row(Kind.GUARD, "separation.delegated-on", STAFFED, LEND, forWang("li")),
                new Row(Kind.INVALID, "body.delegated-to-oneself", STAFFED, LEND, by("li")),
                new Row(Kind.UNKNOWN, "body.person-unknown", STAFFED, LEND, nobody("wang")),
                new Row(Kind.RULE, "body.post-not-held", STAFFED,
                        new DelegatePost(BODY, LI, Post.AUDITOR, null, List.of(), TODAY, LAST), by("wang")),
                new Row(Kind.INVALID, "body.delegation-in-the-past", STAFFED,
                        new DelegatePost(BODY, LI, Post.DESK_REVIEWER, null, List.of(), TODAY.minusDays(1), LAST), by("wang")),
                new Row(Kind.INVALID, "body.command-unknown", STAFFED,
                        new DelegatePost(BODY, LI, Post.DESK_REVIEWER, null, List.of("Everything"), TODAY, LAST), by("wang")),
                new Row(Kind.INVALID, "body.command-unknown", STAFFED,
                        new DelegatePost(BODY, LI, Post.DESK_REVIEWER, null, List.of("CastBallot"), TODAY, LAST), by("wang")),
                new Row(Kind.GUARD, "separation.delegation-circle", STAFFED, LEND,
                        new Given(Lifecycle.person("wang", null, TODAY), true, true, true, false, true)),
                new Row(Kind.RULE, "body.delegated-already", after(LENT), LEND, by("wang")),
                new Row(Kind.RULE, "body.not-delegated", STAFFED, TAKE_BACK, by("wang")),
                new Row(Kind.RULE, "body.not-delegated", after(LENT), TAKE_BACK, by("li")));
    }

    private static Stream<Row> knowing() {
        return Stream.of(
                new Row(Kind.GUARD, "separation.own-qualification", STAFFED, ABLE, by("wang")),
                new Row(Kind.GUARD, "separation.own-qualification", STAFFED, ABLE, forWang("li")),
                new Row(Kind.UNKNOWN, "body.person-unknown", STAFFED,
                        new RecordQualification(BODY, new PersonId("zhao"), "agency", TODAY, null), by("root")),
                new Row(Kind.RULE, "body.not-qualified", STAFFED, new EndQualification(BODY, WANG, "agency", TODAY), by("root")),
                new Row(Kind.RULE, "command.person-only", STAFFED, TIED, new Given(Lifecycle.house(TODAY), true, true, true, false, false)),
                new Row(Kind.UNKNOWN, "body.person-unknown", STAFFED, TIED, by("zhao")),
                new Row(Kind.UNKNOWN, "body.branch-unknown", STAFFED, TIED, nowhere("wang")),
                new Row(Kind.UNKNOWN, "body.other-unknown", STAFFED, new DeclareRelation(BODY, null, LI, "cousins"), nobody("wang")),
                new Row(Kind.UNKNOWN, "body.other-unknown", STAFFED, new RecordRelation(BODY, WANG, null, WANG, "self"), by("root")),
                new Row(Kind.GUARD, "separation.own-relation", after(RELATED), FREE, by("wang")),
                new Row(Kind.RULE, "body.not-related", STAFFED, FREE, by("root")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_wish_is_refused_by_kind_and_code(Row row) {
        assertThat(LIFE.ask(row.state(), row.command(), row.given())).isInstanceOfSatisfying(Refused.class, refused -> {
            Refusal refusal = refused.refusal();
            assertThat(refusal.code()).as(refusal.sentence()).isEqualTo(row.code());
            assertThat(refusal.kind()).isEqualTo(row.kind());
            assertThat(refusal.field() != null).isEqualTo(row.kind() == Kind.INVALID);
        });
    }

    @Test
    void every_code_of_the_package_has_its_row() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String file : List.of("Body", "Acting", "Knowing")) {
            CODE.matcher(Files.readString(Path.of("src/main/java/asterism/command/body/" + file + ".java"))).results()
                    .forEach(code -> known.add(code.group(1)));
        }
        assertThat(known).hasSizeGreaterThan(18);
        assertThat(rows().map(Row::code).collect(Collectors.toSet())).containsAll(known);
    }

    @Test
    void what_cannot_be_meant_is_not_even_asked() {
        assertThatThrownBy(() -> new DelegatePost(BODY, LI, Post.AUDITOR, null, List.of(), LAST, TODAY))
                .isInstanceOf(InvalidValue.class).hasFieldOrPropertyWithValue("code", "body.delegation-ends-before-it-begins");
        assertThatThrownBy(() -> new RecordQualification(BODY, LI, "agency", LAST, TODAY))
                .isInstanceOf(InvalidValue.class).hasFieldOrPropertyWithValue("code", "body.qualification-ends-before-it-begins");
        assertThatThrownBy(() -> new EndRelation(BODY, LI, BRANCH, WANG))
                .isInstanceOf(InvalidValue.class).hasFieldOrPropertyWithValue("code", "body.relation-to-one");
    }

    @Test
    void somebody_lets_another_act_for_them_and_takes_it_back() {
        assertThat(LIFE.ask(STAFFED, LEND, by("wang"))).isEqualTo(accept(LENT));
        assertThat(LIFE.ask(STAFFED, new DelegatePost(BODY, LI, Post.DESK_REVIEWER, null, List.of("RaiseObjection"), TODAY, LAST),
                by("wang"))).as("what anybody may do, somebody may do for them").isInstanceOf(Decision.Accepted.class);
        DelegationRevoked back = new DelegationRevoked(BODY, WANG, LI, Post.DESK_REVIEWER, null);
        assertThat(LIFE.ask(after(LENT), TAKE_BACK, by("wang"))).isEqualTo(accept(back));
        assertThat(LIFE.ask(after(LENT, back), LEND, by("wang"))).as("and may let them again").isEqualTo(accept(LENT));
    }

    @Test
    void others_say_what_somebody_is_able_to_judge_and_end_it() {
        assertThat(LIFE.ask(STAFFED, ABLE, by("root"))).isEqualTo(accept(QUALIFIED));
        assertThat(LIFE.ask(after(QUALIFIED), ABLE, by("root"))).as("asked again").isEqualTo(accept());
        assertThat(LIFE.ask(after(QUALIFIED), new EndQualification(BODY, WANG, "agency", LAST), by("root")))
                .isEqualTo(accept(new QualificationEnded(BODY, WANG, "agency", LAST)));
    }

    @Test
    void anybody_may_bind_themselves_and_others_let_them_go() {
        assertThat(LIFE.ask(STAFFED, TIED, by("wang"))).isEqualTo(accept(RELATED));
        assertThat(LIFE.ask(after(RELATED), TIED, by("wang"))).as("asked again").isEqualTo(accept());
        assertThat(LIFE.ask(after(RELATED), FREE, by("root"))).isEqualTo(accept(new RelationEnded(BODY, WANG, BRANCH, null)));
        assertThat(LIFE.ask(STAFFED, new RecordRelation(BODY, WANG, null, LI, "cousins"), by("discipline")))
                .isEqualTo(accept(new RelationDeclared(BODY, WANG, null, LI, Personal.of(WANG, "cousins"))));
    }

    @Test
    void the_written_table_is_what_the_decider_does_with_every_wish_at_every_place() throws IOException {
        Lifecycle<BodyCommand, State, BodyEvent, Given> ways = new Lifecycle<>(new Body());
        List<BodyCommand> wishes = List.of(new EstablishBody(BODY, null, BodyEvent.Kind.AGENCY, NAME),
                new RegisterPerson(BODY, new PersonId("zhao"), "赵"), new AssignPost(BODY, LI, Post.DESK_REVIEWER, null, TODAY),
                new EndPost(BODY, WANG, Post.DESK_REVIEWER, null, TODAY), new ErasePersonalValues(BODY, LI), LEND, TAKE_BACK, ABLE,
                new EndQualification(BODY, WANG, "agency", LAST), TIED, new RecordRelation(BODY, LI, BRANCH, null, "s"), FREE);
        for (State state : List.of(NONE, STAFFED, after(LENT), after(QUALIFIED), after(RELATED))) {
            for (String person : List.of("root", "wang")) {
                wishes.forEach(wish -> ways.ask(state, wish, new Given(Lifecycle.person(person, "because", TODAY), true,
                        !(wish instanceof RegisterPerson), true, false, false)));
            }
        }
        ways.check(Path.of("lifecycle-of-a-body.md"), "The ways of a body, its people and their posts");
    }

    private static State after(BodyEvent... more) {
        return LIFE.after("root", Stream.concat(Stream.of(new BodyEstablished(BODY, null, BodyEvent.Kind.AGENCY, NAME),
                new PersonRegistered(BODY, WANG, Personal.of(WANG, "王")), new PersonRegistered(BODY, LI, Personal.of(LI, "李")),
                new PostAssigned(BODY, WANG, Post.DESK_REVIEWER, null, TODAY.minusYears(1))), Stream.of(more)).toArray(BodyEvent[]::new));
    }

    private static Given by(String person) {
        return given(Lifecycle.person(person, null, TODAY), true, true);
    }

    private static Given nobody(String person) {
        return given(Lifecycle.person(person, null, TODAY), false, true);
    }

    private static Given nowhere(String person) {
        return given(Lifecycle.person(person, null, TODAY), true, false);
    }

    /** Somebody acts on Wang's behalf. */
    private static Given forWang(String person) {
        return given(new Asked(Lifecycle.COMMAND, "person/" + person, WANG, null, Instant.EPOCH, TODAY), true, true);
    }

    private static Given given(Asked asked, boolean person, boolean branch) {
        return new Given(asked, false, person, branch, false, false);
    }
}
