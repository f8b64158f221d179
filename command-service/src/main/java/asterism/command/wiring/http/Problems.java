package asterism.command.wiring.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problems by RFC 9457, each with a stable {@code code} and, where one is at fault, the {@code field}. */
final class Problems {
    private Problems() {
    }

    static ProblemDetail of(HttpStatusCode status, String code, @Nullable String field, @Nullable String sentence) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        HttpStatus known = HttpStatus.resolve(status.value());
        problem.setTitle(known == null ? null : known.getReasonPhrase());
        problem.setDetail(sentence);
        problem.setProperty("code", code);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }
}
