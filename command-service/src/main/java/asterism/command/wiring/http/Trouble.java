package asterism.command.wiring.http;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that cannot be taken as it is. Nothing of it is stored. */
public final class Trouble extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final @Nullable String field;

    /**
     * @param code     stable
     * @param field    the path of the field at fault; none where the request as a whole is
     * @param sentence for people
     */
    public Trouble(HttpStatus status, String code, @Nullable String field, String sentence) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    public static Trouble bad(String code, @Nullable String field, String sentence) {
        return new Trouble(HttpStatus.BAD_REQUEST, code, field, sentence);
    }

    /** The same of a part of the body. */
    Trouble within(String place) {
        return new Trouble(status, code, field == null ? place : place + "." + field, String.valueOf(getMessage()));
    }

    ProblemDetail problem() {
        return Problems.of(status, code, field, getMessage());
    }
}
