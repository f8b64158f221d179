package asterism.query.web.asking;

/**
 * Something to fill in.
 *
 * @param name     of the field in the command
 * @param optional it may stay empty, and is then not sent
 */
public record Field(String name, Kind kind, boolean optional) {

    /** How a field is filled in, and what is sent. */
    public enum Kind {
        /** A line of text. */
        LINE,
        /** Several lines of text. */
        TEXT,
        /** A list of texts, each on a line of its own. */
        LINES,
        DAY,
        NUMBER,
        YES_NO,
        /** One of several. */
        CHOICE,
        /** Any number of several. */
        MANY,
        /** A mark for each item of the rubric that is asked here. */
        MARKS,
        /** Files that support a claim: those named before, and one more. */
        EVIDENCE,
        /** Known from where the form stands; nobody fills it in. */
        GIVEN,
        /** A whole number known from where the form stands. */
        GIVEN_NUMBER
    }

    static Field of(String name, Kind kind) {
        return new Field(name, kind, false);
    }

    Field mayBeEmpty() {
        return new Field(name, kind, true);
    }
}
