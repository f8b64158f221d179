package asterism.command.guard;

import static asterism.command.core.Decision.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.Lifecycle;
import asterism.command.core.Asked;
import asterism.command.core.Decision.Refused;
import asterism.command.core.Reading;
import asterism.command.guard.GuardCommand.RecordRefusedAttempt;
import asterism.events.GuardEvent;
import asterism.events.GuardEvent.AttemptRefused;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.events.StreamId;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guard refused is kept beside the case, by the house alone. */
class GuardLogTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PersonId PERSON = new PersonId("a1");
    private static final RecordRefusedAttempt ATTEMPT = attempt("recusal.own-branch");
    private static final AttemptRefused REFUSED = new AttemptRefused(PERSON, "recusal.own-branch", "SubmitScores", "application/r1.b1");
    private static final Lifecycle<GuardCommand, GuardLog.State, GuardEvent, Asked> LIFE = new Lifecycle<>(new GuardLog());

    private static RecordRefusedAttempt attempt(String rule) {
        return new RecordRefusedAttempt(PERSON, rule, "SubmitScores", "application/r1.b1");
    }

    @Test
    void the_house_records_who_attempted_what_and_which_rule_refused_it() {
        assertThat(LIFE.ask(LIFE.after("system"), ATTEMPT, Lifecycle.house(TODAY))).isEqualTo(accept(REFUSED));
        assertThat(LIFE.ask(LIFE.after("system", REFUSED), ATTEMPT, Lifecycle.house(TODAY))).as("each of them").isEqualTo(accept(REFUSED));
    }

    @Test
    void nobody_else_does() {
        assertThat(LIFE.ask(LIFE.after("system"), ATTEMPT, Lifecycle.person("a2", null, TODAY))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("command.house-only"));
    }

    @Test
    void a_log_counts_the_attempts_of_one_person_in_a_stream_of_their_own() {
        assertThat(LIFE.after("system").attempts()).isZero();
        assertThat(LIFE.after("system", REFUSED, REFUSED).attempts()).isEqualTo(2);
        assertThat(ATTEMPT.stream()).isEqualTo(StreamId.guardLog(PERSON)).isEqualTo(REFUSED.stream());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void rule_command_and_subject_are_lines(int length) {
        String no = "x".repeat(length);
        List<Runnable> wrong = List.of(() -> attempt(no), () -> new RecordRefusedAttempt(PERSON, "r", no, "application/r1.b1"),
                () -> new RecordRefusedAttempt(PERSON, "r", "SubmitScores", no));
        assertThat(wrong).allSatisfy(command -> assertThatThrownBy(command::run).isInstanceOf(InvalidValue.class));
    }

    @Test
    void it_is_bound_to_the_house_by_its_own_commands_and_facts_and_looks_at_nothing_else() {
        GuardLogCapability capability = new GuardLogCapability();
        Reading nothing = (Reading) Proxy.newProxyInstance(Reading.class.getClassLoader(), new Class<?>[] {Reading.class},
                (_, method, _) -> {
                    throw new AssertionError("it reads " + method.getName());
                });
        Asked asked = Lifecycle.house(TODAY);
        assertThat(capability.commands()).isEqualTo(GuardCommand.class);
        assertThat(capability.decider().facts()).isEqualTo(GuardEvent.class);
        assertThat(capability.given(ATTEMPT, capability.decider().initial(), asked, nothing)).isEqualTo(asked);
    }
}
