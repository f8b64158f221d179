package asterism.local;

/** Turns what was thrown into one sentence. */
final class Sentences {

    private Sentences() {
    }

    /** The innermost reason, in its own words. */
    static String about(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String words = root.getMessage();
        String firstLine = words == null ? "" : words.lines().findFirst().orElse("");
        return firstLine.isBlank() ? root.getClass().getSimpleName() : root.getClass().getSimpleName() + ": " + firstLine;
    }
}
