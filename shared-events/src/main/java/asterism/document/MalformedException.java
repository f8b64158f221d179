package asterism.document;

/** A part of a document cannot be read; the reader of the whole collects the finding and goes on with the next part. */
@SuppressWarnings("serial") // never serialised: thrown and caught within one reading
public final class MalformedException extends RuntimeException {
    private final Finding finding;

    public MalformedException(Finding finding) {
        super(finding.toString(), null, false, false);
        this.finding = finding;
    }

    public MalformedException(String code, Node at, String message) {
        this(Finding.error(code, at, message));
    }

    public Finding finding() {
        return finding;
    }
}
