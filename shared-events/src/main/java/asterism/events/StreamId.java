package asterism.events;

/** The subject of a history, {@code kind/id}. */
public record StreamId(String kind, String id) {

    /** The range of streams that holds the stars of all branches. */
    public static final String STANDINGS = "standing/";
    /** How the streams of rounds begin. */
    public static final String ROUNDS = "round/";
    /** The range of streams that holds all appeals. */
    public static final String APPEALS = "appeal/";

    /** @throws InvalidValue {@code stream.malformed} where there is no {@code kind/id} */
    public static StreamId of(String value) {
        int slash = value.indexOf('/');
        if (slash <= 0 || slash == value.length() - 1) {
            throw new InvalidValue("stream.malformed", "a stream is a kind and an id with a slash between");
        }
        return new StreamId(value.substring(0, slash), value.substring(slash + 1));
    }

    public static StreamId of(SchemeId scheme) {
        return new StreamId("scheme", scheme.value());
    }

    public static StreamId of(CalendarId calendar) {
        return new StreamId("calendar", calendar.value());
    }

    public static StreamId of(BodyId body) {
        return new StreamId("body", body.value());
    }

    public static StreamId of(BranchId branch) {
        return new StreamId("branch", branch.value());
    }

    public static StreamId of(RoundId round) {
        return new StreamId("round", round.value());
    }

    public static StreamId of(ApplicationId application) {
        return new StreamId("application", application.toString());
    }

    public static StreamId of(AppealId appeal) {
        return new StreamId("appeal", appeal.value());
    }

    /** The long-lived star of a branch. */
    public static StreamId standing(BranchId branch) {
        return new StreamId("standing", branch.value());
    }

    /** The refused attempts of a person. */
    public static StreamId guardLog(PersonId person) {
        return new StreamId("guard-log", person.value());
    }

    /** The range of streams that holds all applications of a round. */
    public static String applicationsOf(RoundId round) {
        return "application/" + round + ".";
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
