package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.branch.BranchCommand.MergeBranches;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that somebody wrote is taken for something that they did not. */
class StrictJsonTest {

    private static MergeBranches merge(String from) {
        return StrictJson.record(StrictJson.object("""
                {"branch": "b001", "of": ["b002"], "approval": "Order 12", "from": %s}""".formatted(from)
                .getBytes(StandardCharsets.UTF_8)), MergeBranches.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"2026-02-30\"", "20260101", "[]", "{}", "true"})
    void whatIsNoDayIsNoDayLeftOutEither(String written) {
        assertThat(merge("\"2025-03-01\"").from()).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThatThrownBy(() -> merge(written)).isInstanceOfSatisfying(Trouble.class, trouble ->
                assertThat(trouble.problem().getProperties()).containsEntry("field", "from"));
    }
}
