package asterism.client;

/** The house refuses. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Refused(Problem problem) {
        super("The house refuses (%d %s): %s".formatted(problem.status(), problem.code(),
                problem.detail() == null ? "" : problem.detail()));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
