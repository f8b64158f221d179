package asterism.command.wiring.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
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

    /** Where no converter stands ready: in the chain of filters before the dispatcher. */
    static void write(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write("{\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), code).getBytes(StandardCharsets.UTF_8));
    }
}
