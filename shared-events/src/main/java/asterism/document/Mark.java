package asterism.document;

/**
 * A place in a document.
 *
 * @param line   1 for the first line of the file
 * @param column 1 for the first character of the line
 */
public record Mark(int line, int column) {
    public static final Mark START = new Mark(1, 1);
}
