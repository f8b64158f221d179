package asterism.query.reading;

import asterism.events.InvalidValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the JSON API says when it cannot answer: a problem with a stable code and, where a parameter is at fault, its name. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        HttpStatus status = switch (refused.kind()) {
            case BAD -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        ResponseEntity<ProblemDetail> answer = problem(status, refused.code(), refused.field(), refused.sentence());
        ProblemDetail problem = answer.getBody();
        if (problem != null && refused.column() != null) {
            problem.setProperty("column", refused.column());
        }
        return refused.kind() == Refused.Kind.BUSY
                ? ResponseEntity.status(status).header(HttpHeaders.RETRY_AFTER, "10").body(problem) : answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MethodArgumentTypeMismatchException malformed) {
        return malformed(malformed.getName(), malformed.getRequiredType());
    }

    /** The first parameter of those bound together that is at fault. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(MethodArgumentNotValidException malformed) {
        FieldError fault = malformed.getFieldErrors().getFirst();
        Object target = malformed.getTarget();
        Class<?> bound = target == null ? malformed.getParameter().getParameterType() : target.getClass();
        return malformed(fault.getField(), Arrays.stream(bound.getRecordComponents())
                .filter(component -> component.getName().equals(fault.getField())).findFirst().<Class<?>>map(RecordComponent::getType)
                .orElse(null));
    }

    private static ResponseEntity<ProblemDetail> malformed(String parameter, @Nullable Class<?> wanted) {
        String sentence = parameter + " must be a " + (wanted == null ? "value of another kind" : name(wanted)) + ".";
        return problem(HttpStatus.BAD_REQUEST, "parameter.malformed", parameter, sentence);
    }

    /** A part of the address that is no id of its kind. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidValue invalid) {
        return problem(HttpStatus.BAD_REQUEST, invalid.code(), null, invalid.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        return problem(HttpStatus.BAD_REQUEST, "parameter.missing", missing.getParameterName(), missing.getParameterName() + " is needed.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYet(NotYet notYet) {
        return later("position.not-yet", notYet.getMessage());
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class,
            TransientDataAccessException.class})
    ResponseEntity<ProblemDetail> unavailable() {
        return later("database.unavailable", "The database does not answer at the moment.");
    }

    private static ResponseEntity<ProblemDetail> later(String code, @Nullable String sentence) {
        ResponseEntity<ProblemDetail> problem = problem(HttpStatus.SERVICE_UNAVAILABLE, code, null, sentence);
        return ResponseEntity.status(problem.getStatusCode()).header(HttpHeaders.RETRY_AFTER, "1").body(problem.getBody());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, @Nullable String field,
            @Nullable String sentence) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(sentence);
        problem.setProperty("code", code);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return ResponseEntity.status(status).body(problem);
    }

    private static String name(Class<?> type) {
        return List.of(int.class, long.class, Integer.class, Long.class).contains(type) ? "whole number"
                : type.getSimpleName().replace("Local", "").toLowerCase(Locale.ROOT);
    }
}
