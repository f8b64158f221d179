package asterism.document;

/**
 * What is wrong, or worth a second look, in a document.
 *
 * @param severity an error keeps the document from being published, a warning must be acknowledged with a reason
 * @param code     stable, such as {@code L312}
 * @param mark     where
 * @param path     which part, such as {@code steps.stars_by_points}; empty for the document as a whole
 * @param message  one sentence for the person who wrote the document
 */
public record Finding(Severity severity, String code, Mark mark, String path, String message) {
    public enum Severity { ERROR, WARNING }

    public static Finding error(String code, Node at, String message) {
        return new Finding(Severity.ERROR, code, at.mark(), at.path(), message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: {@code E L312 line 41 steps.stars_by_points: no row for 89.5}. */
    @Override
    public String toString() {
        return (isError() ? "E " : "W ") + code + " line " + mark.line() + (path.isEmpty() ? "" : " " + path) + ": " + message;
    }
}
