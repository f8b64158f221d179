package asterism.rating.whatif;

/** Something was supposed about what is not there: the answer would be to another question. */
public final class Unsupposable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    Unsupposable(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Stable, such as {@code what-if.assessor-unknown}. */
    public String code() {
        return code;
    }
}
