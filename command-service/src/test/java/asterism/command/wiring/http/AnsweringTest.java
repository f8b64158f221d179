package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.core.Commands.Answer;
import asterism.command.wiring.journal.JournalDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;

/** What is said of things that happen seldom. */
class AnsweringTest {

    @Test
    void aRaceLostTwiceNamesTheVersionThatStands() {
        ProblemDetail problem = (ProblemDetail) Answering.said(new Answer.Conflict("body/county", 7, false), new UUID(0, 1));
        assertThat(problem.getStatus()).isEqualTo(409);
        assertThat(problem.getProperties()).containsEntry("code", "version.conflict").containsEntry("version", 7L);
    }

    @Test
    void aJournalThatDoesNotAnswerAsksToTryAgain() {
        ProblemDetail problem = Answering.problem(quiet(JournalDatabase.unreachable()));
        assertThat(problem.getStatus()).isEqualTo(503);
        assertThat(problem.getProperties()).containsEntry("code", "journal.unavailable");
    }

    @Test
    void ourOwnFaultHasAReferenceAndKeepsItsWordsToItself() {
        ProblemDetail problem = new Answering().fault(quiet(new IllegalStateException("the colour of the safe")));
        assertThat(problem.getStatus()).isEqualTo(500);
        assertThat(problem.getProperties()).containsEntry("code", "house.fault");
        assertThat(problem.getDetail()).contains("reference").doesNotContain("safe");
    }

    /** In one line of the log. */
    private static <E extends Exception> E quiet(E exception) {
        exception.setStackTrace(new StackTraceElement[0]);
        return exception;
    }
}
