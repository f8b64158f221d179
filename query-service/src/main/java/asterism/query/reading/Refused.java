package asterism.query.reading;

import org.jspecify.annotations.Nullable;

/** A question that cannot be answered as it was asked. */
public final class Refused extends RuntimeException {
    /** What is wrong with it. */
    public enum Kind { BAD, UNKNOWN, FORBIDDEN, CONFLICT, BUSY }

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final @Nullable Integer column;
    private final String sentence;

    private Refused(Kind kind, String code, @Nullable String field, @Nullable Integer column, String sentence) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.column = column;
        this.sentence = sentence;
    }

    public static Refused bad(String field, String code, String sentence) {
        return new Refused(Kind.BAD, code, field, null, sentence);
    }

    /** @param column where in the parameter's text the fault stands, counted from 1 */
    public static Refused at(String field, int column, String code, String sentence) {
        return new Refused(Kind.BAD, code, field, column, sentence);
    }

    public static Refused unknown(String code, String sentence) {
        return new Refused(Kind.UNKNOWN, code, null, null, sentence);
    }

    public static Refused forbidden(String code, String sentence) {
        return new Refused(Kind.FORBIDDEN, code, null, null, sentence);
    }

    /** Not now; the same question may be answered later. */
    public static Refused busy(String code, String sentence) {
        return new Refused(Kind.BUSY, code, null, null, sentence);
    }

    /** It could be done, were things not as they stand. */
    public static Refused conflict(String code, String sentence) {
        return new Refused(Kind.CONFLICT, code, null, null, sentence);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }

    /** The parameter at fault, where one is. */
    public @Nullable String field() {
        return field;
    }

    /** Where in that parameter's text, counted from 1, where that can be told. */
    public @Nullable Integer column() {
        return column;
    }
}
