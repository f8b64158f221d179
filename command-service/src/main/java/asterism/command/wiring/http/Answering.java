package asterism.command.wiring.http;

import asterism.command.core.Commands.Answer;
import asterism.command.core.Refusal;
import asterism.command.wiring.journal.JournalUnavailable;
import asterism.command.wiring.keys.Erasures;
import asterism.command.wiring.proving.Checkpoints;
import asterism.events.InvalidValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says over HTTP what became of a command, or what was wrong with the request. */
@RestControllerAdvice
class Answering extends ResponseEntityExceptionHandler implements ResponseBodyAdvice<Object> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final String VERSION = "version";

    private static final List<String> WHAT_STAYS = List.of(
            "旧的导出包、数据库备份和密钥备份中仍可能含有这些内容及其密钥，须由其保管人按规定另行销毁；编号和已公布的理由保留在日志中",
            "packs exported and backups of the database or the keyring made before today may still hold these values and their key, and "
                    + "whoever keeps them must destroy them; ids and published reasons stay in the journal");

    /**
     * What a command led to, as JSON.
     *
     * @param notice what the caller should know besides, in Chinese and in English
     */
    record Receipt(UUID command, String stream, long version, long position, List<String> facts,
                   @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notice) {
        static Receipt of(Answer.Done done, UUID command) {
            boolean erased = done.facts().stream().anyMatch(Erasures.FACTS::contains);
            return new Receipt(command, done.stream(), done.version(), done.position(), done.facts(), erased ? WHAT_STAYS : List.of());
        }
    }

    /** What was worked out and not recorded, line by line, and the hash a later command may name it by. */
    record Telling(long version, String sha256, List<JsonNode> lines) {
    }

    @Override
    public boolean supports(MethodParameter returns, Class<? extends HttpMessageConverter<?>> converter) {
        return Answer.class.isAssignableFrom(returns.getParameterType()); // the type of the very value returned
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returns, MediaType type,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
        Answer answer = (Answer) Objects.requireNonNull(body);
        Object said = said(answer, Wish.id(((ServletServerHttpRequest) request).getServletRequest()));
        if (said instanceof ProblemDetail problem) {
            response.setStatusCode(HttpStatusCode.valueOf(problem.getStatus()));
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        } else if (answer instanceof Answer.Done done) {
            boolean first = !done.facts().isEmpty() && done.version() == done.facts().size();
            response.setStatusCode(first ? HttpStatus.CREATED : HttpStatus.OK);
        }
        version(said).ifPresent(version -> response.getHeaders().setETag("\"" + version + "\""));
        return said;
    }

    private static Optional<Object> version(Object said) {
        return said instanceof ProblemDetail problem ? Optional.ofNullable(problem.getProperties()).map(more -> more.get(VERSION))
                : Optional.of(said instanceof Telling telling ? telling.version() : ((Receipt) said).version());
    }

    /** The receipt of what was done, what was worked out, or the problem that kept it from being done. */
    static Object said(Answer answer, UUID command) {
        return switch (answer) {
            case Answer.Done done -> Receipt.of(done, command);
            case Answer.Told(_, var version, var sha256, var text) ->
                    new Telling(version, sha256, text.lines().map(JSON::readTree).toList());
            case Answer.Refused(var refusal, var version) -> at(version,
                    Problems.of(status(refusal.kind()), refusal.code(), refusal.field(), refusal.sentence()));
            case Answer.Conflict(_, var version, var stale) -> at(version, stale
                    ? Problems.of(HttpStatus.PRECONDITION_FAILED, "version.stale", null, "the subject has moved on since that version")
                    : Problems.of(HttpStatus.CONFLICT, "version.conflict", null, "others were first, twice; look again and decide"));
            case Answer.OtherCommand() -> Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key.used", null,
                    "this Idempotency-Key was used for another command");
        };
    }

    private static ProblemDetail at(long version, ProblemDetail problem) {
        if (version > 0) {
            problem.setProperty(VERSION, version);
        }
        return problem;
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case DENIED, GUARD -> HttpStatus.FORBIDDEN;
            case RULE -> HttpStatus.CONFLICT;
        };
    }

    @ExceptionHandler
    ProblemDetail trouble(Trouble trouble) {
        return trouble.problem();
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidValue invalid) {
        return Problems.of(HttpStatus.BAD_REQUEST, invalid.code(), null, invalid.getMessage());
    }

    /** Repeating the request with the same Idempotency-Key is safe. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(JournalUnavailable unavailable) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1").body(problem(unavailable));
    }

    /** The same of what stands beside the journal: files, letters, hooks. A full disk is such a trouble, too, and goes by. */
    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class,
            TransientDataAccessException.class})
    ResponseEntity<ProblemDetail> databaseUnavailable(Exception unavailable) {
        LOG.warn("the database did not answer", unavailable);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "1").body(Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE, "database.unavailable", null, "try again with the same Idempotency-Key"));
    }

    @ExceptionHandler
    ProblemDetail broken(Checkpoints.Broken broken) {
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "journal.not-as-signed", null, broken.sentence());
    }

    static ProblemDetail problem(JournalUnavailable unavailable) {
        LOG.warn("the journal did not answer", unavailable);
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "journal.unavailable", null, "try again with the same Idempotency-Key");
    }

    @ExceptionHandler
    ProblemDetail fault(Exception fault) {
        String reference = UUID.randomUUID().toString();
        LOG.error("a request failed, reference {}", reference, fault);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "house.fault", null, "this is our fault; reference " + reference);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return super.handleExceptionInternal(ex, Problems.of(status, "http." + status.value(), null, null), headers, status, request);
    }
}
