package asterism.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.MissingServletRequestParameterException;

class ProblemsTest {

    @Test
    void whatIsNeededAndNotGivenIsNamed() {
        assertThat(new Problems().missing(new MissingServletRequestParameterException("on", "LocalDate"))).satisfies(reply -> {
            assertThat(reply.getStatusCode().value()).isEqualTo(400);
            assertThat(reply.getBody()).satisfies(problem -> assertThat(problem.getProperties())
                    .containsEntry("code", "parameter.missing").containsEntry("field", "on"));
        });
    }

    @Test
    void aDatabaseThatDoesNotAnswerAsksToTryAgain() {
        assertThat(new Problems().unavailable()).satisfies(reply -> {
            assertThat(reply.getStatusCode().value()).isEqualTo(503);
            assertThat(reply.getHeaders().getFirst("Retry-After")).isEqualTo("1");
            assertThat(reply.getBody()).satisfies(problem ->
                    assertThat(problem.getProperties()).containsEntry("code", "database.unavailable"));
        });
    }

    @Test
    void whoeverComesWhenTooManyWaitIsToldWhenToComeAgain() {
        assertThat(new Problems().refused(Refused.busy("what-if.busy", "Later."))).satisfies(reply -> {
            assertThat(reply.getStatusCode().value()).isEqualTo(429);
            assertThat(reply.getHeaders().getFirst("Retry-After")).isEqualTo("10");
        });
    }
}
